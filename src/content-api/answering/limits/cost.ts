import type { Variables } from '../variables';

/*
 * The published formula: an answer costs as many points as it can hold objects at most. A connection holds as many as
 * `first` or `last` says, 20 if neither does; any other list counts as five; what has no fields of its own is free, but
 * for its second and each further name in one object, which cost ten: a long text can be asked for by fifty names. A search, which looks at every text, costs as much as a full page
 * besides. Introspection costs what it holds.
 */

/** What a connection holds when nobody says how many. */
const DEFAULT_PAGE = 20;
/** Lists without pages are few by nature: a service's phases, the notices beside a text. */
export const PLAIN_LIST = 5;
export const SEARCH_COST = 100;
export const NAME_COST = 10;

/** In points, once it is known what the variables are: as the operation defines them, defaults filled in. */
export type Cost = (variables: Variables) => number;

/** How many objects a list can hold. */
export type Size = (variables: Variables) => number;

export const fixed =
  (points: number): Cost =>
  () =>
    points;

/** Of everything together. */
export function sum(costs: readonly Cost[]): Cost {
  return (variables) => {
    let points = 0;
    for (const cost of costs) points += cost(variables);
    return points;
  };
}

/** Of whichever it will be. */
export function dearest(costs: readonly Cost[]): Cost {
  const [only] = costs;
  if (only && costs.length === 1) return only;
  return (variables) => {
    let most = 0;
    for (const cost of costs) most = Math.max(most, cost(variables));
    return most;
  };
}

/** Of a list of what costs so much each. A size that cannot be meant counts as none: it is refused for what it is. */
export function times(size: Size, each: Cost): Cost {
  return (variables) => Math.max(0, size(variables)) * each(variables);
}

/**
 * How many a connection can hold: the most that `first` and `last` say.
 *
 * @param given what they are: numbers, or the names of variables.
 */
export function pageSize(given: readonly (number | string)[]): Size {
  return (variables) => {
    let most: number | null = null;
    for (const each of given) {
      const value = typeof each === 'string' ? variables[each] : each;
      if (typeof value === 'number') most = Math.max(most ?? value, value);
    }
    return most ?? DEFAULT_PAGE;
  };
}

/** How many a list by ids holds that a variable gives. */
export function lengthOf(variable: string): Size {
  return (variables) => {
    const value = variables[variable];
    return Array.isArray(value) ? value.length : PLAIN_LIST;
  };
}
