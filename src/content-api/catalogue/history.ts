import type { ContentTypeName } from '../../publications/content';
import type { LoggedTypeName } from '../../publications/content/versions';
import type {
  Instant,
  Publication,
  Retired,
  Sequence,
  Sha256,
  WithdrawalReason,
} from '../../publications/publication';

/** One entry of the log, less its content. */
export interface Entry {
  readonly sequence: Sequence;
  readonly time: Instant;
  /** Names the edition that ends with this entry. */
  readonly chainHash: Sha256;
  readonly kind: Exclude<Publication, Retired>['kind'];
  /** Null where the entry is about no document. */
  readonly type: LoggedTypeName | null;
  readonly documentId: string | null;
  readonly locale: string | null;
  /** Of Published. */
  readonly revision: number | null;
  readonly contentHash: Sha256 | null;
  /** Of Withdrawn. */
  readonly reason: WithdrawalReason | null;
}

/**
 * What the log says, entry by entry, up to one edition. All editions share one list that only grows, and each sees its
 * own beginning of it, so that a catalogue's history costs nothing to hand on.
 */
export class History {
  private constructor(
    private readonly entries: Entry[],
    readonly length: number,
    private readonly subjects: SubjectIndex,
  ) {}

  static empty(): History {
    return new History([], 0, new SubjectIndex());
  }

  /** The history with one more entry; its sequence must be the next one. */
  with(entry: Entry): History {
    const there = this.entries[this.length];
    if (there === undefined) {
      this.entries.push(entry);
    } else if (there.chainHash !== entry.chainHash) {
      // The log was replaced by another from here on; those who see the old one keep it.
      const entries = [...this.entries.slice(0, this.length), entry];
      return new History(entries, this.length + 1, new SubjectIndex());
    }
    return new History(this.entries, this.length + 1, this.subjects);
  }

  /** Its own beginning. */
  upTo(sequence: number): History {
    return new History(this.entries, Math.min(sequence, this.length), this.subjects);
  }

  /** @returns null where the edition is before that entry, or there is none. */
  at(sequence: number): Entry | null {
    return sequence <= this.length ? (this.entries[sequence - 1] ?? null) : null;
  }

  /** The last entry at or before an instant; 0 where the log begins later. */
  sequenceAt(instant: string): Sequence {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.entries[middle - 1]?.time ?? '') <= instant) low = middle;
      else high = middle - 1;
    }
    return low as Sequence;
  }

  /** Where an edition stands; null for one that is not in this history. */
  sequenceOf(editionId: string): Sequence | null {
    // From the end: what is asked for is mostly recent, and an index of all would take more than it saves.
    for (let index = this.length; index > 0; index -= 1) {
      if (this.entries[index - 1]?.chainHash === editionId) return index as Sequence;
    }
    return null;
  }

  /** The entries about one document in one locale, in order. */
  of(type: ContentTypeName, documentId: string, locale: string | null): readonly Entry[] {
    const found: Entry[] = [];
    for (const sequence of this.subjects.of(this.entries, type, documentId, locale)) {
      const entry = this.at(sequence);
      if (entry) found.push(entry);
    }
    return found;
  }

  /** The entries behind a sequence, in order. */
  *after(sequence: number): IterableIterator<Entry> {
    for (let index = Math.max(0, sequence); index < this.length; index += 1) {
      const entry = this.entries[index];
      if (entry) yield entry;
    }
  }
}

/** Where the entries about each document stand. Made when it is first asked for: most processes never are. */
class SubjectIndex {
  readonly #sequences = new Map<string, number[]>();
  #indexed = 0;

  /** The sequences of the entries about a document in a locale, later editions' among them. */
  of(
    entries: readonly Entry[],
    type: ContentTypeName,
    documentId: string,
    locale: string | null,
  ): readonly number[] {
    for (; this.#indexed < entries.length; this.#indexed += 1) {
      const entry = entries[this.#indexed];
      if (entry?.type == null || entry.documentId === null) continue;
      const subject = subjectOf(entry.type, entry.documentId, entry.locale);
      const known = this.#sequences.get(subject);
      if (known) known.push(entry.sequence);
      else this.#sequences.set(subject, [entry.sequence]);
    }
    return this.#sequences.get(subjectOf(type, documentId, locale)) ?? [];
  }
}

function subjectOf(type: ContentTypeName, documentId: string, locale: string | null): string {
  return `${type} ${documentId} ${locale ?? ''}`;
}

/** What history keeps of a publication. */
export function entryOf(publication: Publication): Entry {
  const { sequence, time, chainHash, kind } = publication;
  if (kind === 'Retired') {
    const { was, type, documentId, locale, revision, contentHash, reason } = publication;
    const document = { type, documentId, locale, revision, contentHash, reason };
    return { sequence, time, chainHash, kind: was, ...document };
  }
  const isDocument = kind !== 'Configured';
  return {
    sequence,
    time,
    chainHash,
    kind,
    type: isDocument ? publication.type : null,
    documentId: isDocument ? publication.documentId : null,
    locale: isDocument ? publication.locale : null,
    revision: kind === 'Published' ? publication.revision : null,
    contentHash: kind === 'Published' ? publication.contentHash : null,
    reason: kind === 'Withdrawn' ? publication.reason : null,
  };
}
