/** Less than 0 where `a` comes before `b`. Total: 0 for the same item only. */
export type Compare<Item> = (a: Item, b: Item) => number;

/** Up to so many changes, moving the rest of the list for each is cheaper than sorting the list again. */
const FEW = 64;

/** The first place whose item does not come before the one looked for, which `compare` knows; the list's length where none. */
export function firstNotBefore<Item>(
  list: readonly Item[],
  compare: (item: Item) => number,
): number {
  let from = 0;
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
 */
export function withChanges<Item>(
  list: readonly Item[],
  gone: readonly Item[],
  come: readonly Item[],
  compare: Compare<Item>,
): readonly Item[] {
  if (list.length === 0) return come.toSorted(compare);
  if (gone.length + come.length > FEW) {
    const leaving = new Set(gone);
    return [...list.filter((item) => !leaving.has(item)), ...come].sort(compare);
  }
  const next = list.slice();
  for (const item of gone) {
    const place = firstNotBefore(next, (other) => compare(other, item));
    if (next[place] !== item) throw new Error('A list of the catalogue is not in its order.');
    next.splice(place, 1);
  }
  for (const item of come)
    next.splice(
      firstNotBefore(next, (other) => compare(other, item)),
      0,
      item,
    );
  return next;
}
