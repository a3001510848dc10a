import { canonicalJson } from '../../../../publications/canonical';
import type { MediaStore } from '../../../../publications/media-store';
import type { Row } from '../record/content-model';
import type { Originals } from './original';
import type { PublishedCopies } from './published-copies';
import { libraryFile, publishPicture, type PublishedPicture } from './published-picture';
import { UnreadablePicture } from './unreadable';

/** A picture that has been made ready, or why it is not; `why` goes on from "The picture “x” …". */
export type Readiness =
  | { readonly ok: true; readonly picture: PublishedPicture }
  | {
      readonly ok: false;
      readonly why: string;
      /** Whether the same again may well succeed: nobody has looked at the file yet as it is now. */
      readonly isPassing: boolean;
    };

interface Known {
  /** The library's row when the bytes were read. */
  readonly row: string;
  readonly stamp: string;
  readonly readiness: Readiness;
}

const AT_ONCE = 4;
const CHANGED: Readiness = {
  ok: false,
  why: 'was changed in the Media Library a moment ago, and is being made ready. Try again.',
  isPassing: true,
};

/**
 * The pictures of the media library that have been copied to where published pictures live.
 *
 * Copying takes as long as disks and other people's hosts take, so that it must be over before a transaction is opened
 * and the log's lock taken: `prepare` is for before, `of` for within, where it only looks up what was prepared.
 */
export class ReadyPictures {
  /** By the row's id: one for each file of the library at most. */
  readonly #known = new Map<number, Known>();

  /** Files whose published copy stands in for an original that cannot be had. */
  readonly #standIns = new Set<number>();

  /**
   * @param copies what was published before.
   * @param onDefect is told what should not happen: a store that cannot be written, a row without a name.
   */
  constructor(
    private readonly originals: Originals,
    private readonly store: MediaStore,
    private readonly copies: PublishedCopies,
    private readonly onDefect: (error: unknown) => void,
  ) {}

  /** How many pictures were found whose original cannot be had, and whose published copy stands in for it. */
  get standIns(): number {
    return this.#standIns.size;
  }

  /** Makes the files of these rows ready, those that are not. What cannot be had is remembered with the reason. */
  async prepare(rows: Iterable<Row>): Promise<void> {
    const distinct = new Map([...rows].map((row) => [row.id, row]));
    const queue = distinct.values();
    // What does not answer for one file is not waited for again with the next.
    const batch = new AbortController();
    const work = async () => {
      for (const row of queue) {
        const known = await this.#prepared(row, batch);
        if (known !== null) this.#known.set(row.id, known);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /**
   * What `prepare` made of this row, as long as the row is the same. Otherwise it is prepared now, beside whatever is
   * going on, so that a second try finds it.
   */
  of(row: Row): Readiness {
    const known = this.#known.get(row.id);
    if (known?.row === signatureOf(row)) return known.readiness;
    void this.prepare([row]);
    return CHANGED;
  }

  /** What the file was published as, while it was as the library has it now. */
  async #copyOf({ id }: Row, signature: string): Promise<PublishedPicture | null> {
    try {
      const copy = await this.copies.find(id, signature);
      if (copy) this.#standIns.add(id);
      return copy;
    } catch (error) {
      this.onDefect(error);
      return null;
    }
  }

  /** Null where what is known still holds. */
  async #prepared(row: Row, batch: AbortController): Promise<Known | null> {
    const before = this.#known.get(row.id);
    const signature = signatureOf(row);
    let stamp = '';
    try {
      const file = libraryFile.parse(row);
      stamp = await this.originals.stampOf(file.url);
      const isSame = before?.row === signature && before.stamp === stamp;
      if (isSame && before.readiness.ok) return null;
      const picture = await publishPicture(file, this.originals, this.store, batch.signal);
      await this.copies.keep(row.id, signature, picture);
      return { row: signature, stamp, readiness: { ok: true, picture } };
    } catch (error) {
      if (error instanceof UnreadablePicture) {
        if (error.isHostDown) batch.abort(error);
      } else {
        this.onDefect(error);
      }
      const copy = await this.#copyOf(row, signature);
      if (copy) return { row: signature, stamp, readiness: { ok: true, picture: copy } };
      const why = error instanceof UnreadablePicture ? error.message : DEFECT;
      return { row: signature, stamp, readiness: { ok: false, why, isPassing: false } };
    }
  }
}

const DEFECT =
  'could not be made ready, and the program’s log says why. Tell whoever runs it, and try again.';

function signatureOf(row: Row): string {
  const { success, data } = libraryFile.safeParse(row);
  return success ? canonicalJson(data) : '';
}
