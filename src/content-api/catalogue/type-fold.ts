import type { ContentTypeName } from '../../publications/content';
import {
  GENESIS,
  type Configured,
  type Published,
  type Sha256,
  type Withdrawn,
} from '../../publications/publication';
import type { Comparison } from './comparison';
import type { Document } from './document';
import type { Draft } from './draft';
import {
  serve,
  textShown,
  withDraft,
  withoutText,
  withText,
  type DocumentRecord,
} from './document-record';
import { NO_LOCALE, type Locales } from './locales';
import { ShardedMap } from './sharded-map';
import { SlugFold, type SlugIndex } from './slug-index';
import { TypeLists } from './type-lists';

/** Everything that a catalogue knows of one content type. */
export interface TypeState<Type extends ContentTypeName> {
  /** By document id. */
  readonly records: ShardedMap<DocumentRecord<Type>>;
  readonly slugs: SlugIndex;
  /** By locale of the practice. */
  readonly lists: ReadonlyMap<string, TypeLists<Type>>;
  /** Documents that some locale's readers are shown. */
  readonly count: number;
  /** Names the edition in which something of this type, or the practice's locales, last changed. */
  readonly lastChange: Sha256;
}

/**
 * Folds entries of the log into what is known of one type. Records are folded entry by entry; the lists are brought up
 * to date once, when it is sealed, so that loading a long log sorts each list once.
 */
export class TypeFold<Type extends ContentTypeName> {
  readonly #changed = new Map<string, DocumentRecord<Type>>();
  readonly #slugs: SlugFold;
  #lastChange: Sha256;

  constructor(
    private readonly type: Type,
    private readonly base: TypeState<Type>,
  ) {
    this.#slugs = new SlugFold(base.slugs);
    this.#lastChange = base.lastChange;
  }

  static empty<Type extends ContentTypeName>(): TypeState<Type> {
    return {
      records: ShardedMap.empty(),
      slugs: new Map(),
      lists: new Map(),
      count: 0,
      lastChange: GENESIS,
    };
  }

  publish(publication: Published<Type>): void {
    const { documentId, content } = publication;
    this.#lastChange = publication.chainHash;
    const record = this.#record(documentId);
    this.#changed.set(documentId, withText(record, publication));
    this.#takeSlug(record, publication.locale, content, documentId);
  }

  /** Shows a draft in place of what is public. No edition changes with it, and so neither does the last change. */
  show(draft: Draft<Type>): void {
    const { documentId, locale, content } = draft;
    const record = this.#record(documentId);
    this.#changed.set(documentId, withDraft(record, draft));
    this.#takeSlug(record, locale, content, documentId);
  }

  withdraw({ documentId, locale, chainHash }: Withdrawn): void {
    this.#lastChange = chainHash;
    const record = this.#record(documentId);
    if (!record) return;
    this.#changed.set(documentId, withoutText(record, locale));
    const slug = slugShown(record, locale ?? NO_LOCALE);
    if (slug !== null) this.#slugs.leave(locale ?? NO_LOCALE, slug);
  }

  /** The practice's locales changed, and with them what every reader is shown. */
  reconfigure({ chainHash }: Configured): void {
    this.#lastChange = chainHash;
  }

  /** @param reconfigured whether the locales differ from those of the state before. */
  seal(locales: Locales, reconfigured: boolean): TypeState<Type> {
    const { base } = this;
    // Other locales are other readers: every document is shown anew.
    const changed = reconfigured
      ? new Map([...base.records.entries(), ...this.#changed])
      : this.#changed;
    let count = reconfigured ? 0 : base.count;
    const gone = new ChangesByLocale<Type>();
    const come = new ChangesByLocale<Type>();

    for (const [id, record] of changed) {
      const after = serve(record, locales);
      changed.set(id, after);
      count += isShown(after.served) ? 1 : 0;
      come.add(after.served);
      const before = reconfigured ? undefined : base.records.get(id);
      if (!before) continue;
      count -= isShown(before.served) ? 1 : 0;
      gone.add(before.served);
    }

    const lists = [...locales.comparisons].map(([locale, comparison]) => {
      const before = this.#listsBefore(locale, comparison, reconfigured);
      return [locale, before.with(gone.of(locale), come.of(locale))] as const;
    });
    const records = base.records.with(changed);
    const slugs = this.#slugs.seal();
    return { records, slugs, lists: new Map(lists), count, lastChange: this.#lastChange };
  }

  #takeSlug(
    record: DocumentRecord<Type> | undefined,
    locale: string | null,
    content: object,
    id: string,
  ): void {
    const slug = slugIn(content);
    const place = locale ?? NO_LOCALE;
    if (slug !== null) this.#slugs.take(place, slug, id, slugShown(record, place));
  }

  #record(id: string): DocumentRecord<Type> | undefined {
    return this.#changed.get(id) ?? this.base.records.get(id);
  }

  #listsBefore(locale: string, comparison: Comparison, reconfigured: boolean): TypeLists<Type> {
    const before = reconfigured ? undefined : this.base.lists.get(locale);
    return before ?? TypeLists.empty(this.type, comparison);
  }
}

class ChangesByLocale<Type extends ContentTypeName> {
  readonly #documents = new Map<string, Document<Type>[]>();

  add(served: DocumentRecord<Type>['served']): void {
    for (const [locale, document] of Object.entries<Document<Type>>(served)) {
      const list = this.#documents.get(locale);
      if (list) list.push(document);
      else this.#documents.set(locale, [document]);
    }
  }

  of(locale: string): readonly Document<Type>[] {
    return this.#documents.get(locale) ?? [];
  }
}

function slugShown<Type extends ContentTypeName>(
  record: DocumentRecord<Type> | undefined,
  locale: string,
): string | null {
  const text = textShown(record, locale);
  return text ? slugIn(text.content) : null;
}

function slugIn(content: object): string | null {
  return 'slug' in content && typeof content.slug === 'string' ? content.slug : null;
}

function isShown(served: object): boolean {
  return Object.keys(served).length > 0;
}
