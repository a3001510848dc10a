import { gzipSync } from 'node:zlib';
import type { Asker } from './askers';
import type { Reply } from './reply';

/** JSON as it is written, where no value of ours would be written so. */
export class Written {
  constructor(readonly json: string) {}
}

/** How a body's characters become bytes. */
export type Encoding = 'utf8' | 'utf8 bom' | 'utf16' | 'utf16 bom' | 'latin1' | 'gzip';

/** A request, in parts that can be changed one by one. Names may stand twice. */
export interface Asked {
  readonly asker: Asker;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly (readonly [string, string])[];
  /** Whether parameters are written with every character as `%..`. */
  readonly isEscaped: boolean;
  /** Without the one that says who asks. */
  readonly headers: readonly (readonly [string, string])[];
  /** Null for no body. */
  readonly members: readonly (readonly [string, unknown])[] | null;
  /** How many of the same body are sent as one list; 0 for no list. */
  readonly batch: number;
  readonly encoding: Encoding;
}

export function targetOf({ path, parameters, isEscaped }: Asked): string {
  const write = isEscaped ? escaped : encodeURIComponent;
  const pairs = parameters.map(([name, value]) => `${write(name)}=${write(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

function escaped(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** The body before it is encoded; null for none. */
export function jsonOf({ members, batch }: Asked): string | null {
  if (members === null) return null;
  const pairs = members.map(
    ([name, value]) =>
      `${JSON.stringify(name)}:${value instanceof Written ? value.json : JSON.stringify(value)}`,
  );
  const one = `{${pairs.join(',')}}`;
  return batch === 0 ? one : `[${Array.from({ length: batch }, () => one).join(',')}]`;
}

export function bodyOf(asked: Asked): Buffer | null {
  const json = jsonOf(asked);
  if (json === null) return null;
  switch (asked.encoding) {
    case 'utf8':
      return Buffer.from(json);
    case 'utf8 bom':
      return Buffer.from(`\ufeff${json}`);
    case 'utf16':
      return Buffer.from(json, 'utf16le');
    case 'utf16 bom':
      return Buffer.from(`\ufeff${json}`, 'utf16le');
    case 'latin1':
      return Buffer.from(json, 'latin1');
    case 'gzip':
      return gzipSync(json);
  }
}

/** The header's values, in the order in which they are sent. */
export function headersNamed({ headers }: Asked, name: string): string[] {
  return headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
}

/** The request with another value of a header, or with none. */
export function withHeader(asked: Asked, name: string, value: string | null): Asked {
  const others = asked.headers.filter(([own]) => own.toLowerCase() !== name.toLowerCase());
  return { ...asked, headers: value === null ? others : [...others, [name, value]] };
}

/** The request, and how it was answered, as a command line that sends it again. What is too long to read is cut. */
export function told(asked: Asked, reply: Reply): string {
  const { asker, method, encoding } = asked;
  const headers = asked.headers.map(([name, value]) => ` -H '${name}: ${value}'`).join('');
  const json = jsonOf(asked);
  const body =
    json === null ? '' : ` --data '${json}'${encoding === 'utf8' ? '' : ` (${encoding})`}`;
  const line = `curl -X ${method} '${targetOf(asked)}'${headers}${body}`;
  return `${reply.status} for ${shortened(line)} (${asker.name}): ${shortened(reply.text)}`;
}

const MOST_CHARACTERS = 1_000;

function shortened(text: string): string {
  const isLong = text.length > MOST_CHARACTERS;
  return isLong ? `${text.slice(0, MOST_CHARACTERS)}… (${text.length} characters)` : text;
}
