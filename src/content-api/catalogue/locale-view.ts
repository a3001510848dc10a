import { contentTypeNames, type ContentTypeName } from '../../publications/content';
import { Comparison, type SortKey } from './comparison';
import type { Document } from './document';
import { textShown } from './document-record';
import type { IndexName } from './index-fields';
import { NO_LOCALE, type Locales } from './locales';
import type { OrderOf } from './order';
import { relations, type RelationName, type SourceOf } from './relation';
import type { Found } from './search/ranking';
import type { SearchIndex } from './search/search-index';
import type { TypeState } from './type-fold';
import type { FormerSlug, View } from './view';
import type { Words } from './words';

/** What a catalogue knows, by content type. */
export type TypeStates = { readonly [Type in ContentTypeName]: TypeState<Type> };

/** Answers one locale's readers out of what the catalogue knows. */
export class LocaleView implements View {
  readonly #chain: readonly string[];
  readonly #comparison: Comparison;
  /** Undefined before it is looked for: whatever is shown looks for it. */
  #practice: Document<'practice'> | null | undefined;

  constructor(
    readonly locale: string,
    locales: Locales,
    private readonly types: TypeStates,
    readonly words: Words,
    private readonly searchIndex: SearchIndex,
  ) {
    this.#chain = locales.chains.get(locale) ?? [locale];
    this.#comparison = locales.comparisons.get(locale) ?? new Comparison(locale);
  }

  get<Type extends ContentTypeName>(type: Type, id: string): Document<Type> | null {
    return this.types[type].records.get(id)?.served[this.locale] ?? null;
  }

  node(id: string): Document | null {
    for (const type of contentTypeNames) {
      const document = this.get(type, id);
      if (document) return document;
    }
    return null;
  }

  bySlug<Type extends ContentTypeName>(type: Type, slug: string): Document<Type> | null {
    const { records, slugs } = this.types[type];
    for (const locale of this.#chain) {
      const holder = slugs
        .get(locale)
        ?.holders.get(slug)
        ?.findLast((id) => {
          const content = textShown(records.get(id), locale)?.content;
          return content && 'slug' in content && content.slug === slug && this.get(type, id);
        });
      if (holder !== undefined) return this.get(type, holder);
    }
    for (const id of this.everHolding(type, slug)) {
      const document = this.get(type, id);
      if (document) return document;
    }
    return null;
  }

  isWithdrawn(type: ContentTypeName, slug: string): boolean {
    const holders = this.everHolding(type, slug);
    return holders.length > 0 && holders.every((id) => this.get(type, id) === null);
  }

  get practice(): Document<'practice'> | null {
    if (this.#practice === undefined) {
      this.#practice = this.ordered('practice', { by: 'name', descending: false })[0] ?? null;
    }
    return this.#practice;
  }

  targets<Type extends ContentTypeName>(
    type: Type,
    ids: readonly string[],
  ): readonly Document<Type>[] {
    const found: Document<Type>[] = [];
    for (const id of ids) {
      const document = this.get(type, id);
      if (document) found.push(document);
    }
    return found;
  }

  sources<Name extends RelationName>(
    relation: Name,
    targetId: string,
  ): readonly Document<SourceOf<Name>>[] {
    const type: SourceOf<Name> = relations[relation].source;
    // A relation is an index of its source's type; the compiler cannot see that for a relation it does not know.
    return this.indexed(type, relation as unknown as IndexName<SourceOf<Name>>, targetId);
  }

  ordered<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
  ): readonly Document<Type>[] {
    return this.types[type].lists.get(this.locale)?.ordered(order) ?? [];
  }

  indexed<Type extends ContentTypeName>(
    type: Type,
    index: IndexName<Type>,
    key: string,
  ): readonly Document<Type>[] {
    return this.types[type].lists.get(this.locale)?.indexed(index, key) ?? [];
  }

  sorted<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    documents: readonly Document<Type>[],
  ): readonly Document<Type>[] {
    return this.#comparison.sorting(type, order).sorted(documents);
  }

  keyComparator<Type extends ContentTypeName>(type: Type, order: OrderOf<Type>, key: SortKey) {
    return this.#comparison.withKey(type, order, key);
  }

  search(query: string, types: ReadonlySet<ContentTypeName>): Found {
    return this.searchIndex.search(this, query, types);
  }

  /** The last to take it first. */
  everHolding(type: ContentTypeName, slug: string): readonly string[] {
    const { slugs } = this.types[type];
    return this.#chain.flatMap(
      (locale) => slugs.get(locale)?.holders.get(slug)?.toReversed() ?? [],
    );
  }

  formerSlugs<Type extends ContentTypeName>(type: Type): readonly FormerSlug<Type>[] {
    const { slugs } = this.types[type];
    const found: FormerSlug<Type>[] = [];
    for (const locale of [this.locale, NO_LOCALE]) {
      for (const [slug] of slugs.get(locale)?.left.entries() ?? []) {
        const document = this.bySlug(type, slug);
        if (!document || document.isFallback) continue;
        const { content } = document as Document;
        if ('slug' in content && content.slug !== slug) found.push({ slug, document });
      }
    }
    return found;
  }

  lastChange(type: ContentTypeName): string {
    return this.types[type].lastChange;
  }
}
