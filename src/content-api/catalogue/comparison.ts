import type { ContentTypeName } from '../../publications/content';
import type { Document } from './document';
import { orders, type OrderName, type OrderOf, type SortPart, type SortValue } from './order';
import type { Compare, Sorting } from './sorted-list';

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

  sorting<Type extends ContentTypeName>(type: Type, order: OrderOf<Type>): Sorting<Document<Type>> {
    const parts = partsOf(type, order.by);
    const sign = order.descending ? -1 : 1;
    const compareKeys = this.#keys(type, order);
    const compare: Compare<Document<Type>> = (a, b) => {
      for (const part of parts) {
        const difference = this.#compare(part.words, part.value(a), part.value(b));
        if (difference !== 0) return sign * difference;
      }
      return sign * compareCodeUnits(a.id, b.id);
    };
    return {
      compare,
      sorted: (documents) => {
        if (isInOrder(documents, compare)) return documents;
        // Keys are taken out first: a sort looks at each some sixteen times, and content lies far apart in memory.
        return documents
          .map((document) => ({ document, key: sortKeyOf(document, order) }))
          .sort((a, b) => compareKeys(a.key, b.key))
          .map(({ document }) => document);
      },
    };
  }

  /** Compares a document with the key of another, which need not be there any more. */
  withKey<Type extends ContentTypeName>(
    type: Type,
    order: OrderOf<Type>,
    key: SortKey,
  ): (document: Document<Type>) => number {
    const compare = this.#keys(type, order);
    return (document) => compare(sortKeyOf(document, order), key);
  }

  #keys<Type extends ContentTypeName>(type: Type, order: OrderOf<Type>): Compare<SortKey> {
    const parts = partsOf(type, order.by);
    const sign = order.descending ? -1 : 1;
    return (a, b) => {
      for (let index = 0; index < parts.length; index += 1) {
        const words = parts[index]?.words ?? false;
        const difference = this.#compare(words, a.values[index] ?? null, b.values[index] ?? null);
        if (difference !== 0) return sign * difference;
      }
      return sign * compareCodeUnits(a.id, b.id);
    };
  }

  #compare(words: boolean, a: SortValue, b: SortValue): number {
    if (a === b) return 0;
    if (a === null) return -1;
    if (b === null) return 1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return words
      ? this.#compareWords(String(a), String(b))
      : compareCodeUnits(String(a), String(b));
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

function isInOrder<Item>(items: readonly Item[], compare: Compare<Item>): boolean {
  return items.every((item, index) => {
    const before = items[index - 1];
    return before === undefined || compare(before, item) < 0;
  });
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function collatorOf(locale: string): Intl.Collator {
  try {
    // With any option set, numeric order for one, comparing plain words takes many times as long.
    return new Intl.Collator(locale);
  } catch {
    // A locale that an editor named freely is no language tag; its words are still compared as words.
    return new Intl.Collator('en');
  }
}
