import { readBounded } from './bounded-file';

/** UTF-16 is told by its byte order mark; UTF-8 needs none, and may have one. */
const UTF_16 = [
  { mark: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
] as const;

/**
 * Reads a text as it was saved: in UTF-8, or in UTF-16, as editors on Windows may.
 *
 * @throws Error where it is in neither, is no file, or has no end in sight.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readBounded(file);
  const encoding =
    UTF_16.find(({ mark }) => bytes.subarray(0, mark.length).equals(mark))?.encoding ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('it is no text in UTF-8 or UTF-16. Save it as UTF-8.', { cause });
  }
  // No text has one; UTF-16 without its mark has one in every other place.
  if (text.includes('\0')) throw new Error('it has characters that no text has. Save it as UTF-8.');
  return text;
}
