import { contentTypeNames, type ContentTypeName } from '../../publications/content';
import type { Document } from './document';
import { defaultOrders } from './order';
import type { View } from './view';

/** Everything that a view's readers can find. */
export function* documentsOf(view: View): Generator<Document> {
  for (const type of contentTypeNames) yield* listOf(view, type);
}

function listOf<Type extends ContentTypeName>(view: View, type: Type): readonly Document<Type>[] {
  return view.ordered(type, defaultOrders[type]);
}
