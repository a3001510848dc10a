import { createHash, hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Deprecation } from './deprecation';
import { bytesOf, lengthOf, type WirePieces } from '../wire-pieces';
import type { WireText } from '../wire-text';
import { cacheTagsOf, tagStyleOf } from '../catalogue/reads/cache-tags';
import type { Mark } from '../catalogue/reads/mark';
import type { Testimony } from '../catalogue/reads/witness';

/** The ways in which an answer's bytes are sent. */
export type Coding = 'identity' | 'br' | 'gzip';

/** One answer's bytes in one coding, and what names exactly these bytes. */
export interface Representation {
  readonly coding: Coding;
  /** The bytes, or a text that has one character for each. */
  readonly body: Buffer | WirePieces;
  /** Bytes. */
  readonly length: number;
  /** A strong ETag, in quotes. */
  readonly tag: string;
}

/** Less than this fits into a packet or two anyhow. */
const WORTH_COMPRESSING_BYTES = 1_024;
/** Near the best that brotli does, for a twentieth of the time. */
const BROTLI_QUALITY = 5;

/** Text takes a quarter of its length in brotli, a little more in gzip. */
const COMPRESSED_TOO = 1.6;
/** What is kept besides bytes: objects, map entries, headers. */
const OVERHEAD_BYTES = 1_000;

const compressors = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

/** What sets the bytes apart from all others, in base64url; of each character as it is, since that is nearer at hand. */
function digestOf(pieces: WirePieces): string {
  const [only, ...others] = pieces;
  // An object for each hash is one more that V8 has to look after.
  if (only !== undefined && others.length === 0) return hash('sha256', only, 'base64url');
  const digest = createHash('sha256');
  for (const piece of pieces) digest.update(piece);
  return digest.digest('base64url');
}

/** An answer as it goes over the wire, made once and sent as often as it is asked for. */
export class Answer {
  /**
   * A text until it is asked for again, bytes from then on: most questions are never asked again, and V8 begins to mark
   * its whole heap after some thousand buffers, which with a large catalogue halves what a process can answer.
   */
  #identity: Representation;
  #wasSent = false;
  readonly #compressed = new Map<Coding, Representation | Promise<Representation>>();
  /** What it depends on. */
  readonly marks: readonly Mark[];
  readonly cacheTags: string;

  constructor(
    json: WirePieces,
    testimony: Testimony,
    /** In points of the published formula. */
    readonly cost: number,
    /** What its operation uses that is to go; null for nothing. */
    readonly deprecation: Deprecation | null = null,
    tagStyle = tagStyleOf('Cache-Tag', false),
  ) {
    const tag = `"${digestOf(json).slice(0, 27)}"`;
    this.#identity = { coding: 'identity', body: json, length: lengthOf(json), tag };
    this.marks = testimony.marks;
    this.cacheTags = cacheTagsOf(testimony.documents, testimony.dependencies, tagStyle);
  }

  /** Bytes of memory, roughly, once it has been compressed too. */
  get size(): number {
    const bytes = COMPRESSED_TOO * this.#identity.length;
    return bytes + 8 * this.marks.length + this.cacheTags.length + OVERHEAD_BYTES;
  }

  /** The bytes in a coding; a promise while they are compressed, which happens once. */
  in(wanted: Coding): Representation | Promise<Representation> {
    if (wanted === 'identity' || this.#identity.length < WORTH_COMPRESSING_BYTES) {
      if (this.#wasSent) this.#bytes();
      this.#wasSent = true;
      return this.#identity;
    }
    const made = this.#compressed.get(wanted) ?? this.#compress(wanted);
    this.#compressed.set(wanted, made);
    return made;
  }

  /** The result that it is, as JSON. */
  get pieces(): WirePieces {
    const { body } = this.#identity;
    return Buffer.isBuffer(body) ? [body.toString('latin1') as WireText] : body;
  }

  #bytes(): Buffer {
    const { body } = this.#identity;
    if (Buffer.isBuffer(body)) return body;
    const bytes = bytesOf(body);
    this.#identity = { ...this.#identity, body: bytes };
    return bytes;
  }

  async #compress(coding: 'br' | 'gzip'): Promise<Representation> {
    const { tag } = this.#identity;
    const body = await compressors[coding](this.#bytes());
    const made = { coding, body, length: body.length, tag: `${tag.slice(0, -1)}-${coding}"` };
    this.#compressed.set(coding, made);
    return made;
  }
}
