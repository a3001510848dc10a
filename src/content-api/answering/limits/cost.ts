/*
 * The published formula: an answer costs as many points as it can hold objects at most. A connection holds as many as
 * `first` or `last` says, 20 if neither does; any other list counts as five; what has no fields of its own is free.
 * A search, which looks at every text, costs as much as a full page besides.
 */

/** What a connection holds when nobody says how many. */
const DEFAULT_PAGE = 20;
/** Lists without pages are few by nature: a service's phases, the notices beside a text. */
const PLAIN_LIST = 5;
const SEARCH = 100;

/** How many objects a field can hold: a number, or the variable that gives it. */
export type Size = number | { readonly variable: string; readonly otherwise: number };

/** What a selection costs, ready to be reckoned for any variables. */
export interface CostPlan {
  /** Objects that are there once. */
  readonly once: number;
  readonly many: readonly { readonly size: Size; readonly each: CostPlan }[];
}

export const plainList = PLAIN_LIST;
export const searchCost = SEARCH;

/** What an argument of a connection says about its size. */
export function sizeFrom(first: unknown, last: unknown): Size {
  for (const each of [first, last]) {
    if (typeof each === 'number') return each;
    if (typeof each === 'string') return { variable: each, otherwise: DEFAULT_PAGE };
  }
  return DEFAULT_PAGE;
}

/** In points. A size that cannot be meant counts as none: it is refused later, for what it is. */
export function costOf(plan: CostPlan, variables: Readonly<Record<string, unknown>>): number {
  let cost = plan.once;
  for (const { size, each } of plan.many) {
    const items = typeof size === 'number' ? size : sizeIn(variables, size);
    cost += Math.max(0, items) * costOf(each, variables);
  }
  return cost;
}

function sizeIn(
  variables: Readonly<Record<string, unknown>>,
  { variable, otherwise }: { readonly variable: string; readonly otherwise: number },
): number {
  const value = variables[variable];
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
