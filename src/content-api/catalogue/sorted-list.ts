/** Less than 0 where `a` comes before `b`. Total: 0 for the same item only. */
export type Compare<Item> = (a: Item, b: Item) => number;

/** An order of items: how two compare, and how many are sorted. */
export interface Sorting<Item> {
  readonly compare: Compare<Item>;
  /** The same items, in order. */
  readonly sorted: (items: readonly Item[]) => readonly Item[];
}

/** Up to so many changes, moving the rest of the list for each is cheaper than merging two lists. */
const FEW = 64;

/** The first place, from `start` on, whose item `compare` does not put before what is looked for; the list's length where none. */
export function firstNotBefore<Item>(
  list: readonly Item[],
  compare: (item: Item) => number,
  start = 0,
): number {
  let from = start;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(list[middle] as Item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * A new sorted list in which some items are gone and others have come.
 *
 * @param gone items of the list.
 * @param come in order, like the list.
 */
export function withChanges<Item>(
  list: readonly Item[],
  gone: readonly Item[],
  come: readonly Item[],
  compare: Compare<Item>,
): readonly Item[] {
  if (list.length === 0) return come;
  if (gone.length + come.length > FEW) {
    const leaving = new Set(gone);
    const staying = list.filter((item) => !leaving.has(item));
    return merged(staying, come, compare);
  }
  const next = list.slice();
  for (const item of gone) {
    const place = firstNotBefore(next, (other) => compare(other, item));
    if (next[place] !== item) throw new Error('A list of the catalogue is not in its order.');
    next.splice(place, 1);
  }
  for (const item of come) {
    next.splice(
      firstNotBefore(next, (other) => compare(other, item)),
      0,
      item,
    );
  }
  return next;
}

function merged<Item>(a: readonly Item[], b: readonly Item[], compare: Compare<Item>): Item[] {
  const all: Item[] = [];
  let from = 0;
  for (const item of b) {
    const place = firstNotBefore(a, (other) => compare(other, item), from);
    for (; from < place; from += 1) all.push(a[from] as Item);
    all.push(item);
  }
  for (; from < a.length; from += 1) all.push(a[from] as Item);
  return all;
}
