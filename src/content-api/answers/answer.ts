import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Deprecation } from '../graphql/deprecation';
import { cacheTagsOf } from './cache-tags';
import type { Testimony } from './witness';

/** The ways in which an answer's bytes are sent. */
export type Coding = 'identity' | 'br' | 'gzip';

/** One answer's bytes in one coding, and what names exactly these bytes. */
export interface Representation {
  readonly coding: Coding;
  readonly bytes: Buffer;
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

/** An answer as it goes over the wire, made once and sent as often as it is asked for. */
export class Answer {
  readonly #identity: Representation;
  readonly #compressed = new Map<Coding, Representation | Promise<Representation>>();
  /** What it depends on. */
  readonly marks: Uint32Array;
  readonly cacheTags: string;

  constructor(
    json: string,
    testimony: Testimony,
    /** In points of the published formula. */
    readonly cost: number,
    /** What its operation uses that is to go; null for nothing. */
    readonly deprecation: Deprecation | null = null,
    tagSeparator = ',',
  ) {
    const bytes = Buffer.from(json);
    const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
    this.#identity = { coding: 'identity', bytes, tag: `"${digest}"` };
    this.marks = testimony.marks;
    this.cacheTags = cacheTagsOf(testimony.documents, testimony.dependencies, tagSeparator);
  }

  /** Bytes of memory, roughly, once it has been compressed too. */
  get size(): number {
    const bytes = COMPRESSED_TOO * this.#identity.bytes.length;
    return bytes + 4 * this.marks.length + this.cacheTags.length + OVERHEAD_BYTES;
  }

  /** The bytes in a coding; a promise while they are compressed, which happens once. */
  in(wanted: Coding): Representation | Promise<Representation> {
    if (wanted === 'identity' || this.#identity.bytes.length < WORTH_COMPRESSING_BYTES) {
      return this.#identity;
    }
    const made = this.#compressed.get(wanted) ?? this.#compress(wanted);
    this.#compressed.set(wanted, made);
    return made;
  }

  async #compress(coding: 'br' | 'gzip'): Promise<Representation> {
    const { bytes, tag } = this.#identity;
    const compressed = await compressors[coding](bytes);
    const made = { coding, bytes: compressed, tag: `${tag.slice(0, -1)}-${coding}"` };
    this.#compressed.set(coding, made);
    return made;
  }
}
