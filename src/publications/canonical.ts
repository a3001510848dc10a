import { createHash } from 'node:crypto';
import serialize from 'canonicalize';
import type { Sha256 } from './publication';

/**
 * The one text that stands for a JSON value: RFC 8785 (JSON Canonicalization Scheme).
 *
 * @throws TypeError where the value has no JSON form (`undefined`, a function, a number that is not finite).
 */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined)
    throw new TypeError('This value has no JSON form, so it cannot be logged.');
  return text;
}

/** SHA-256 of a text (as UTF-8) or of bytes. */
export function sha256(data: string | Uint8Array): Sha256 {
  return createHash('sha256').update(data).digest('hex') as Sha256;
}
