import type { ContentTypeName } from '../../publications/content';
import type { Document } from './document';
import { orders, type OrderName, type OrderOf, type SortPart, type SortValue } from './order';
import type { Compare } from './sorted-list';

/** Where a document stands in an order: what it is sorted by, then its id. */
export interface SortKey {
  readonly values: readonly SortValue[];
  readonly id: string;
}

/** Compares documents as the readers of one locale expect. One is kept per locale: collators are dear to make. */
export class Comparison {
  readonly #compareWords: (a: string, b: string) => number;

  constructor(locale: string) {
    this.#compareWords = collatorOf(locale).compare;
  }

  documents<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
  ): Compare<Document<Type>> {
    const parts = partsOf(type, order.by);
    const sign = order.descending ? -1 : 1;
    return (a, b) => {
      for (const part of parts) {
        const difference = this.#compare(part, part.value(a), part.value(b));
        if (difference !== 0) return sign * difference;
      }
      return sign * compareCodeUnits(a.id, b.id);
    };
  }

  /** Compares a document with the key of another, which need not be there any more. */
  withKey<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    key: SortKey,
  ): (document: Document<Type>) => number {
    const parts = partsOf(type, order.by);
    const sign = order.descending ? -1 : 1;
    return (document) => {
      for (const [index, part] of parts.entries()) {
        const difference = this.#compare(part, part.value(document), key.values[index] ?? null);
        if (difference !== 0) return sign * difference;
      }
      return sign * compareCodeUnits(document.id, key.id);
    };
  }

  #compare(part: { readonly words: boolean }, a: SortValue, b: SortValue): number {
    if (a === b) return 0;
    if (a === null) return -1;
    if (b === null) return 1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    const [left, right] = [String(a), String(b)];
    return part.words ? this.#compareWords(left, right) : compareCodeUnits(left, right);
  }
}

/** Where a document stands in an order. */
export function sortKeyOf<Type extends ContentTypeName>(
  document: Document<Type>,
  order: OrderOf<Type>,
): SortKey {
  return {
    values: partsOf(document.type, order.by).map((part) => part.value(document)),
    id: document.id,
  };
}

function partsOf<Type extends ContentTypeName>(
  type: Type,
  by: OrderName<Type>,
): readonly SortPart<Type>[] {
  // The table's own type has checked each order against its content type; a type parameter cannot be looked up in it.
  const ofType = orders[type] as Record<string, readonly SortPart<Type>[]>;
  const parts = ofType[by];
  if (!parts) throw new Error(`A ${type} has no order "${by}".`);
  return parts;
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function collatorOf(locale: string): Intl.Collator {
  const options = { numeric: true };
  try {
    return new Intl.Collator(locale, options);
  } catch {
    // A locale that an editor named freely is no language tag; its words are still compared as words.
    return new Intl.Collator('en', options);
  }
}
