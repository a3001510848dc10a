import type { ContentTypeName } from '../../publications/content';
import type { SortKey } from './comparison';
import type { Document } from './document';
import type { IndexName } from './index-fields';
import type { OrderOf } from './order';
import type { RelationName, SourceOf } from './relation';
import type { Found } from './search/ranking';
import type { Words } from './words';

/** A slug that a document had. */
export interface FormerSlug<Type extends ContentTypeName> {
  readonly slug: string;
  readonly document: Document<Type>;
}

/** A catalogue as the readers of one locale see it, with the indexes that make each question a look-up. */
export interface View {
  readonly locale: string;
  /** The document, by its id; null where it is not public or its text can be shown in no locale. */
  get<Type extends ContentTypeName>(type: Type, id: string): Document<Type> | null;
  /** The document with this id, whatever its type. */
  node(id: string): Document | null;
  /** By slug: in this locale, else in those that stand in for it, the default one last; else by a former slug. */
  bySlug<Type extends ContentTypeName>(type: Type, slug: string): Document<Type> | null;
  /** The ids of those that have or had this slug, in the locale or in those that stand in for it. */
  everHolding(type: ContentTypeName, slug: string): readonly string[];
  /**
   * The slugs that documents with a text in this locale had in it and have no longer, each once and nobody's now, in no
   * particular order.
   */
  formerSlugs<Type extends ContentTypeName>(type: Type): readonly FormerSlug<Type>[];
  /** True where no public document has or had this slug, but one that was withdrawn had it. */
  isWithdrawn(type: ContentTypeName, slug: string): boolean;
  /** The practice; null before it is published. */
  readonly practice: Document<'practice'> | null;
  /** Those targets that are public, in the order in which the editor put them. */
  targets<Type extends ContentTypeName>(
    type: Type,
    ids: readonly string[],
  ): readonly Document<Type>[];
  /** The public documents that name this one in a relation field of theirs, in their type's default order. */
  sources<Name extends RelationName>(
    relation: Name,
    targetId: string,
  ): readonly Document<SourceOf<Name>>[];
  /** Every document of a type, in one of its orders; ties by id. */
  ordered<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
  ): readonly Document<Type>[];
  /** The documents with a value in an index, in their type's default order. */
  indexed<Type extends ContentTypeName>(
    type: Type,
    index: IndexName<Type>,
    key: string,
  ): readonly Document<Type>[];
  /** The same documents, in this order. */
  sorted<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    documents: readonly Document<Type>[],
  ): readonly Document<Type>[];
  /** Tells of a document whether it comes before a place in an order (less than 0) or after it (more). */
  keyComparator<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    key: SortKey,
  ): (document: Document<Type>) => number;
  /**
   * Full text, over the documents of these types as this locale's readers see them. Whatever changes one of the types'
   * lists may change what is found.
   */
  search(query: string, types: ReadonlySet<ContentTypeName>): Found;
  /** Names the edition in which something of this type last changed, in any locale. */
  lastChange(type: ContentTypeName): string;
  /** What readers of a document read, for "text contains". */
  readonly words: Words;
}
