import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import type { Condition, FieldCondition } from './condition';
import type { Document } from './document';
import { filterFields } from './filter-fields';
import type { FilterOf, Joined } from './filter-input';
import type { View } from './view';

/** Deeper than a form with groups of groups; far from what a call stack holds. */
const MAXIMUM_DEPTH = 8;
/** A lookup of a page of ids fits; a filter made to be slow does not. */
const MAXIMUM_VALUES = 500;

/** A filter, ready to be put to documents. */
export interface CompiledFilter<Type extends ContentTypeName> {
  /** Null where every document passes. */
  readonly test: ((document: Document<Type>) => boolean) | null;
  /** All that can pass, and perhaps others, in no order; null where no index narrows the filter. */
  readonly candidates: readonly Document<Type>[] | null;
}

/** @returns the compiled filter, or `BAD_USER_INPUT` where it nests too deep or lists too many values. */
export function compileFilter<Type extends ContentTypeName>(
  view: View,
  type: Type,
  filter: FilterOf<Type>,
): CompiledFilter<Type> | ApiError {
  const size = sizeOf(filter);
  if (size.depth > MAXIMUM_DEPTH || size.values > MAXIMUM_VALUES) return tooLarge(size);
  return allOf(conditionsOf(view, type, filter)) ?? { test: null, candidates: null };
}

function conditionsOf<Type extends ContentTypeName>(
  view: View,
  type: Type,
  filter: FilterOf<Type>,
): Condition<Type>[] {
  const conditions: (Condition<Type> | null)[] = [];
  // Field by field, table and filter have the same keys: the table's type says so where it is written.
  const fields = filterFields[type] as Record<string, FieldCondition<Type, unknown>>;
  const inputs = filter as Record<string, unknown>;
  for (const [name, condition] of Object.entries(fields)) {
    if (inputs[name] != null) conditions.push(condition(inputs[name], view));
  }

  const { and, or, not } = filter as Joined<FilterOf<Type>>;
  for (const each of and ?? []) conditions.push(...conditionsOf(view, type, each));
  if (or) conditions.push(anyOf(or.map((each) => allOf(conditionsOf(view, type, each)))));
  if (not) conditions.push(noneOf(allOf(conditionsOf(view, type, not))));
  return conditions.filter((condition) => condition !== null);
}

/** Null where there is no condition: it holds of everything. */
function allOf<Type extends ContentTypeName>(
  conditions: Condition<Type>[],
): Condition<Type> | null {
  const [only, ...others] = conditions;
  if (!only || others.length === 0) return only ?? null;
  const known = conditions.flatMap(({ candidates }) => (candidates ? [candidates] : []));
  return {
    test: (document) => conditions.every(({ test }) => test(document)),
    candidates: known.toSorted((a, b) => a.length - b.length)[0] ?? null,
  };
}

function anyOf<Type extends ContentTypeName>(
  branches: (Condition<Type> | null)[],
): Condition<Type> | null {
  const conditions = branches.filter((branch) => branch !== null);
  if (conditions.length < branches.length) return null;
  const known = conditions.flatMap(({ candidates }) => (candidates ? [candidates] : []));
  return {
    test: (document) => conditions.some(({ test }) => test(document)),
    candidates: known.length === conditions.length ? [...new Set(known.flat())] : null,
  };
}

function noneOf<Type extends ContentTypeName>(condition: Condition<Type> | null): Condition<Type> {
  const test = condition?.test ?? (() => true);
  return { test: (document) => !test(document), candidates: condition ? null : [] };
}

/** How deep a filter nests, and how many values and groups it lists. */
function sizeOf(filter: unknown, depth = 0): { depth: number; values: number } {
  if (typeof filter !== 'object' || filter === null) return { depth, values: 1 };
  // Counted no deeper than is allowed, so that counting cannot overflow the stack either.
  if (depth > 4 * MAXIMUM_DEPTH) return { depth, values: 1 };
  const joined = new Set(['and', 'or', 'not']);
  let size = { depth, values: 0 };
  for (const [key, value] of Object.entries(filter)) {
    const inner = sizeOf(value, depth + (joined.has(key) ? 1 : 0));
    size = { depth: Math.max(size.depth, inner.depth), values: size.values + inner.values };
  }
  return size;
}

function tooLarge({ depth, values }: { depth: number; values: number }): ApiError {
  const isDeep = depth > MAXIMUM_DEPTH;
  return new ApiError('BAD_USER_INPUT', {
    where: 'Argument "filter"',
    what: isDeep
      ? `It nests and, or and not ${depth} deep.`
      : `It lists ${values} values; ${MAXIMUM_VALUES} are the most.`,
    remedy: isDeep ? `Nest at most ${MAXIMUM_DEPTH} deep.` : 'Ask in several parts.',
  });
}
