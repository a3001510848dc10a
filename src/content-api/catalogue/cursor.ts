import { z } from 'zod';
import type { ContentTypeName } from '../../publications/content';
import { sortKeyOf, type SortKey } from './comparison';
import type { Document } from './document';
import { orders, type OrderOf, type SortPart } from './order';

/** Enough of an edition's name to tell it from another. */
const EDITION_CHARACTERS = 12;
/** Above any cursor that we make: the longest text that lists are sorted by is a question. */
const MAXIMUM_LENGTH = 4_000;

const payload = z.tuple([
  /** Edition, content type, order and direction: what the place is a place in. */
  z.string().regex(/^[0-9a-f]{12}$/),
  z.string(),
  z.string(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.null()])),
  z.string().min(1),
]);

/**
 * Names a place in a list: base64url of JSON, opaque to callers. It carries what the document was sorted by, so that
 * the place is still known when the document, or its edition, is gone.
 */
export function cursorOf<Type extends ContentTypeName>(
  document: Document<Type>,
  order: OrderOf<Type>,
  edition: string,
): string {
  const { values, id } = sortKeyOf(document, order);
  const name = edition.slice(0, EDITION_CHARACTERS);
  const place: z.infer<typeof payload> = [
    name,
    document.type,
    order.by,
    order.descending,
    [...values],
    id,
  ];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor names; null where it is not a cursor of ours for lists of this type in this order. */
export function parseCursor<Type extends ContentTypeName>(
  cursor: string,
  type: Type,
  order: OrderOf<Type>,
): SortKey | null {
  if (cursor.length > MAXIMUM_LENGTH) return null;
  const read = payload.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!read.success) return null;
  const [, cursorType, by, descending, values, id] = read.data;
  if (cursorType !== type || by !== order.by || descending !== order.descending) return null;
  const parts = (orders[type] as Record<string, readonly SortPart<Type>[]>)[order.by];
  return parts?.length === values.length ? { values, id } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
