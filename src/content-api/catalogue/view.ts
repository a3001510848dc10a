import type { ContentTypeName } from '../../publications/content';
import type { Document } from './document';
import type { OrderOf } from './order';
import type { RelationInto, SourceOf } from './relation';

/** A catalogue as the readers of one locale see it, with the indexes that make each question a look-up. */
export interface View {
  readonly locale: string;
  /** The document, by its id; null where it is not public or its text can be shown in no locale. */
  get<Type extends ContentTypeName>(type: Type, id: string): Document<Type> | null;
  /** The document with this id, whatever its type. */
  node(id: string): Document | null;
  /** By slug: in this locale, else in the default one, else by a former slug. */
  bySlug<Type extends ContentTypeName>(type: Type, slug: string): Document<Type> | null;
  /** Those targets that are public, in the order in which the editor put them. */
  targets<Type extends ContentTypeName>(type: Type, ids: readonly string[]): readonly Document<Type>[];
  /** The public documents that name this one in a relation field of theirs, in their type's own order. */
  sources<Relation extends RelationInto>(relation: Relation, targetId: string): readonly Document<SourceOf<Relation>>[];
  /** Every document of a type, in one of its orders; ties by id. */
  ordered<Type extends ContentTypeName>(type: Type, order: OrderOf<Type>): readonly Document<Type>[];
  /** The value of a contact of the practice, which texts name as `{{contact.KEY}}`. */
  contact(key: string): string | null;
}
