import { z } from 'zod';
import type { Sequence, Sha256 } from './publication';
import type { LogHead, LogReader } from './reader';
import type { LogFault } from './verify';

/**
 * Where a log ended once, kept where nobody who has the database's rights can write. A log that somebody has computed
 * anew from some entry on verifies by itself; it does not end where it ended.
 */
const anchor = z.object({
  sequence: z
    .number()
    .int()
    .nonnegative()
    .transform((value) => value as Sequence),
  chainHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((text) => text as Sha256),
});

/** One line of JSON. */
export function formatAnchor({ sequence, chainHash }: LogHead): string {
  return JSON.stringify({ sequence, chainHash });
}

/**
 * @param text lines as `formatAnchor` makes them, as many as were kept; other lines, as npm prints them, are passed over.
 * @returns null where there is none, or one that cannot be read.
 */
export function parseAnchors(text: string): readonly LogHead[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith('{'));
  try {
    return lines.length === 0 ? null : lines.map((line) => anchor.parse(JSON.parse(line)));
  } catch {
    return null;
  }
}

/** What of the log is not what was anchored. */
export async function findUnanchored(
  reader: Pick<LogReader, 'chainHashAt'>,
  anchors: readonly LogHead[],
): Promise<readonly LogFault[]> {
  const faults: LogFault[] = [];
  for (const { sequence, chainHash } of anchors) {
    if (sequence === 0) continue;
    const found = await reader.chainHashAt(sequence);
    if (found === chainHash) continue;
    const message =
      found === null
        ? 'It was there when the log was anchored, and is gone.'
        : 'Its chain hash is not the one that was anchored: the log was written anew, here or before.';
    faults.push({ sequence, message });
  }
  return faults;
}
