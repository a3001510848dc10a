import { contentTypeNames, type ContentTypeName } from '../../../publications/content';
import type { SortKey } from '../comparison';
import type { Document } from '../document';
import type { IndexName } from '../index-fields';
import type { OrderOf } from '../order';
import { relations, type RelationName, type SourceOf } from '../relation';
import type { Found } from '../search/ranking';
import type { FormerSlug, View } from '../view';
import type { Words } from '../words';
import { anyTag, documentTag, nodeTag, slugTag, sourcesTag } from './cache-tags';
import { anyLocale, anySlug, documentIn, listIn, slugIn, sourcesIn, typeEdition } from './mark';
import type { Witness } from './witness';

/** A view that tells a witness what is read of it. What must be noted for each question is what `touchedMarks` touches. */
export class ObservedView implements View {
  constructor(
    private readonly view: View,
    private readonly witness: Witness,
  ) {}

  get locale(): string {
    return this.view.locale;
  }

  get words(): Words {
    return this.view.words;
  }

  get practice(): Document<'practice'> | null {
    this.#noteList('practice');
    return this.view.practice;
  }

  get<Type extends ContentTypeName>(type: Type, id: string): Document<Type> | null {
    const document = this.view.get(type, id);
    this.#noteDocument(id);
    this.#tell(document, type);
    return document;
  }

  node(id: string): Document | null {
    const document = this.view.node(id);
    this.#noteDocument(id);
    this.#tell(document, ...contentTypeNames);
    if (document) this.witness.depend(nodeTag(document.id), document.type);
    return document;
  }

  bySlug<Type extends ContentTypeName>(type: Type, slug: string): Document<Type> | null {
    const document = this.view.bySlug(type, slug);
    if (!this.witness.isWatching) return document;
    const { locale } = this.view;
    const content = document?.content;
    this.witness.note(slugIn(locale, type, slug));
    if (document?.locale === locale && content && 'slug' in content && content.slug === slug) {
      this.#noteDocument(document.id);
      this.witness.depend(slugTag(type, slug), type);
      this.witness.show(document);
    } else {
      // Another locale's slug, a former one, or none: whoever comes to hold it, or held it, may change that.
      this.witness.note(anySlug(type, slug));
      this.witness.depend(anyTag(type), type);
      this.#tell(document, type);
      if (document) this.#noteDocument(document.id);
      for (const id of this.view.everHolding(type, slug)) this.witness.note(anyLocale(id));
    }
    return document;
  }

  everHolding(type: ContentTypeName, slug: string): readonly string[] {
    this.witness.note(anySlug(type, slug));
    this.witness.depend(anyTag(type), type);
    return this.view.everHolding(type, slug);
  }

  formerSlugs<Type extends ContentTypeName>(type: Type): readonly FormerSlug<Type>[] {
    this.#noteType(type);
    return this.view.formerSlugs(type);
  }

  isWithdrawn(type: ContentTypeName, slug: string): boolean {
    this.witness.note(anySlug(type, slug));
    this.witness.depend(anyTag(type), type);
    for (const id of this.view.everHolding(type, slug)) this.witness.note(anyLocale(id));
    return this.view.isWithdrawn(type, slug);
  }

  targets<Type extends ContentTypeName>(
    type: Type,
    ids: readonly string[],
  ): readonly Document<Type>[] {
    const documents = this.view.targets(type, ids);
    if (!this.witness.isWatching) return documents;
    for (const id of ids) this.#noteDocument(id);
    for (const document of documents) this.witness.show(document);
    if (documents.length < ids.length) {
      // Those that are not public now appear here when they are.
      for (const id of ids) this.witness.depend(documentTag(type, id), type);
    }
    return documents;
  }

  sources<Name extends RelationName>(
    relation: Name,
    targetId: string,
  ): readonly Document<SourceOf<Name>>[] {
    if (this.witness.isWatching) {
      this.witness.note(sourcesIn(this.view.locale, relation, targetId));
      this.witness.depend(sourcesTag(relation, targetId), relations[relation].source);
    }
    return this.view.sources(relation, targetId);
  }

  ordered<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
  ): readonly Document<Type>[] {
    this.#noteList(type);
    return this.view.ordered(type, order);
  }

  indexed<Type extends ContentTypeName>(
    type: Type,
    index: IndexName<Type>,
    key: string,
  ): readonly Document<Type>[] {
    this.#noteList(type);
    return this.view.indexed(type, index, key);
  }

  search(query: string, types: ReadonlySet<ContentTypeName>): Found {
    // How rare a word is, and how readily typing errors are forgiven, depends on everything that could be found.
    for (const type of contentTypeNames) this.#noteList(type);
    return this.view.search(query, types);
  }

  lastChange(type: ContentTypeName): string {
    this.#noteType(type);
    return this.view.lastChange(type);
  }

  sorted<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    documents: readonly Document<Type>[],
  ): readonly Document<Type>[] {
    return this.view.sorted(type, order, documents);
  }

  keyComparator<Type extends ContentTypeName>(type: Type, order: OrderOf<Type>, key: SortKey) {
    return this.view.keyComparator(type, order, key);
  }

  #noteDocument(id: string): void {
    if (this.witness.isWatching) this.witness.note(documentIn(this.view.locale, id));
  }

  #noteType(type: ContentTypeName): void {
    this.witness.note(typeEdition(type));
    this.witness.depend(anyTag(type), type);
  }

  #noteList(type: ContentTypeName): void {
    if (!this.witness.isWatching) return;
    this.witness.note(listIn(this.view.locale, type));
    this.witness.depend(anyTag(type), type);
  }

  /** @param types of which a document could come to be where there is none. */
  #tell(document: Document | null, ...types: readonly ContentTypeName[]): void {
    if (document) this.witness.show(document);
    else for (const type of types) this.witness.depend(anyTag(type), type);
  }
}
