import type { DraftReader } from '../../drafts/reader';
import type { DraftRow } from '../../drafts/row';
import type { Subject } from '../../publications/publication';
import type { Rights } from '../access/rights';
import type { Catalogue } from '../catalogue/catalogue';
import type { Draft } from '../catalogue/draft';
import type { FollowerLog } from '../log/follower';
import { draftOf } from './parse-draft';

/**
 * The catalogue as who may see drafts sees it: with all of them, or with one and all else as the public sees it. Drafts
 * are read when somebody asks, and then only what was saved since the last time: a preview shows what was saved a moment
 * ago, and where nobody previews nothing is read.
 */
export class DraftOverlay {
  /** By type, document and locale. */
  #drafts = new Map<string, Draft>();
  #last: DraftRow | null = null;
  #reading: Promise<void> | null = null;
  /** Made of the newest drafts; by the catalogue that they lie over, and by which of them do. */
  #overlaid = new WeakMap<Catalogue, Map<string, Catalogue>>();

  constructor(
    private readonly reader: DraftReader,
    private readonly log: FollowerLog,
  ) {}

  /**
   * The catalogue with whatever had been saved when this was called, as far as these rights let see it.
   *
   * @throws what reading the drafts throws.
   */
  async over(catalogue: Catalogue, { drafts }: Pick<Rights, 'drafts'>): Promise<Catalogue> {
    if (drafts === 'none') return catalogue;
    await this.#current();
    const overlaid = this.#overlaid.get(catalogue) ?? new Map<string, Catalogue>();
    this.#overlaid.set(catalogue, overlaid);
    const shown = drafts === 'all' ? ALL : nameOf(drafts);
    let seen = overlaid.get(shown);
    if (!seen) {
      seen = catalogue.withDrafts(this.#shown(shown));
      overlaid.set(shown, seen);
    }
    return seen;
  }

  close(): Promise<void> {
    return this.reader.close();
  }

  #shown(shown: string): Iterable<Draft> {
    if (shown === ALL) return this.#drafts.values();
    const draft = this.#drafts.get(shown);
    return draft ? [draft] : [];
  }

  async #current(): Promise<void> {
    // A read that is under way may have begun before the save that the caller knows of.
    await this.#reading?.catch(() => undefined);
    this.#reading ??= this.#catchUp()
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'The drafts cannot be read; previews are refused');
        throw error;
      })
      .finally(() => {
        this.#reading = null;
      });
    await this.#reading;
  }

  async #catchUp(): Promise<void> {
    // From our own last row on, so that the same read tells whether this is still the table that was read before.
    const [own, ...news] = await this.reader.readFrom(this.#last?.version ?? 0);
    if (this.#last === null) {
      this.#take(own ? [own, ...news] : []);
    } else if (own && JSON.stringify(own) === JSON.stringify(this.#last)) {
      this.#take(news);
    } else {
      // The row was saved again since, or the database is another one, as after restoring a backup.
      const rows = await this.reader.readFrom(0);
      this.#drafts = new Map();
      this.#last = null;
      this.#overlaid = new WeakMap();
      this.#take(rows);
    }
  }

  #take(rows: readonly DraftRow[]): void {
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) {
      const { type, document_id: documentId, locale } = row;
      const subject = nameOf({ type, documentId, locale });
      const draft = this.#parsed(row);
      if (draft) this.#drafts.set(subject, draft);
      else this.#drafts.delete(subject);
    }
    this.#last = last;
    this.#overlaid = new WeakMap();
  }

  #parsed(row: DraftRow): Draft | null {
    try {
      return draftOf(row);
    } catch (error) {
      // One draft that a newer release wrote must not keep all others from being shown.
      const { type, document_id: documentId } = row;
      this.log.warn({ err: error, type, documentId }, 'A draft cannot be read, and is not shown');
      return null;
    }
  }
}

/** No subject has this name. */
const ALL = 'all';

function nameOf(subject: Pick<Subject, 'documentId' | 'locale'> & { type: string }): string {
  return `${subject.type} ${subject.documentId} ${subject.locale ?? ''}`;
}
