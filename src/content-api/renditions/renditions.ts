import { buffer } from 'node:stream/consumers';
import { sha256 } from '../../publications/canonical';
import type { MediaStore } from '../../publications/media-store';
import type { Sha256 } from '../../publications/publication';
import type { RenditionFormat } from './rendition';

/** Another one makes all copies anew. */
const RECIPE = 1;
/** Waiting for one another, each for a second at most; who comes later is asked to come again. */
const MOST_WAITING = 32;

const QUALITY = { avif: { quality: 55, effort: 3 }, webp: { quality: 78 } } as const;

/** What came of asking for a copy: its bytes, none, or too much to do just now. */
export type Made = Buffer | 'unknown' | 'busy';

/**
 * Smaller copies of published pictures, each made when it is first asked for and then kept. Not at publication: making
 * all copies of one picture takes seconds, in which the log's lock would be held.
 *
 * @param store the pictures. @param kept what was made: a place of this machine's own, which may be emptied at any time.
 */
export class Renditions {
  readonly #making = new Map<string, Promise<Made>>();
  /** One at a time: answers come first, and a picture more or less at once makes no difference to them. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: MediaStore,
    private readonly kept: MediaStore,
  ) {}

  /** Names a copy. It is no hash of its bytes: those may differ with another release of the encoder. */
  keyOf(picture: Sha256, width: number, format: RenditionFormat): Sha256 {
    return sha256(`rendition ${RECIPE} ${picture} ${width} ${format}`);
  }

  async get(picture: Sha256, width: number, format: RenditionFormat): Promise<Made> {
    const key = this.keyOf(picture, width, format);
    const there = await this.kept.open(key);
    if (there) return buffer(there.stream);
    const under = this.#making.get(key);
    if (under) return under;
    if (this.#making.size >= MOST_WAITING) return 'busy';
    const making = this.#last
      .then(() => this.#make(key, picture, width, format))
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    this.#last = making.catch(() => undefined);
    return making;
  }

  async #make(key: Sha256, picture: Sha256, width: number, format: RenditionFormat): Promise<Made> {
    const original = await this.store.open(picture);
    if (!original) return 'unknown';
    // Loaded with the first picture: a process that makes none does without its memory.
    const { default: sharp } = await import('sharp');
    const made = await sharp(await buffer(original.stream))
      // As a camera was held; what else it wrote into the picture (where it was taken) is left out.
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .toFormat(format, QUALITY[format])
      .toBuffer();
    await this.kept.put(key, made);
    return made;
  }
}
