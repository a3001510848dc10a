import { buffer } from 'node:stream/consumers';
import { sha256 } from '../../publications/canonical';
import type { MediaStore } from '../../publications/media-store';
import type { Sha256 } from '../../publications/publication';
import { smallerCopy } from './smaller-copy';
import type { RenditionFormat } from './rendition';

/** Another one makes all copies anew. */
const RECIPE = 2;
/** Waiting for one another, each for a second at most; who comes later is asked to come again. */
const MOST_WAITING = 32;
/** Of as many pictures is remembered that no copy can be made; then all are forgotten, and tried again. */
const MOST_UNUSABLE = 10_000;

/** What came of asking for a copy: its bytes, none that could be had, or too much to do just now. */
export type Made = Buffer | 'none' | 'busy';

/**
 * Smaller copies of published pictures, each made when it is first asked for and then kept. Not at publication: making
 * all copies of one picture takes seconds, in which the log's lock would be held.
 *
 * What strangers can make of it is bounded: ten copies of each picture that there is, on disk, and one at a time.
 *
 * @param store the pictures. @param kept what was made: a place of this machine's own, which may be emptied at any time.
 */
export class Renditions {
  readonly #making = new Map<string, Promise<Made>>();
  /** Pictures that were tried in vain: nobody can have this process try again and again. */
  readonly #unusable = new Set<Sha256>();
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
    // Before it waits for others: names of pictures that never were must not keep those waiting that are.
    if (this.#unusable.has(picture) || !(await this.store.has(picture))) return 'none';
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
    // It may have been found so while this one waited.
    if (this.#unusable.has(picture)) return 'none';
    const original = await this.store.open(picture);
    if (!original) return 'none';
    const made = await smallerCopy(await buffer(original.stream), width, format);
    if (made === 'unusable') {
      if (this.#unusable.size >= MOST_UNUSABLE) this.#unusable.clear();
      this.#unusable.add(picture);
    }
    if (typeof made === 'string') return 'none';
    await this.kept.put(key, made);
    return made;
  }
}
