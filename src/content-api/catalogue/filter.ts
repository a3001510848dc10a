import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import type { Condition, FieldCondition } from './condition';
import type { Document } from './document';
import { filterFields } from './filter-fields';
import type { FilterOf, Joined } from './filter-input';
import type { View } from './view';

/** What a filter may be at most, whoever asks. */
export const FILTER_LIMITS = {
  /** Of `and`, `or` and `not`. More than a form with groups of groups has; far from what a call stack holds. */
  depth: 8,
  /** A lookup of a page of ids fits; a filter made to be slow does not. */
  values: 500,
  /** Each is put to every document of a type, one after the other, where no index narrows the filter. */
  conditions: 20,
  /** Of the conditions those that look through a text. */
  texts: 5,
} as const;

/** A filter, ready to be put to documents. */
export interface CompiledFilter<Type extends ContentTypeName> {
  /** Null where every document passes. */
  readonly test: ((document: Document<Type>) => boolean) | null;
  /** All that can pass, and perhaps others, in no order; null where no index narrows the filter. */
  readonly candidates: readonly Document<Type>[] | null;
}

/** @returns the compiled filter, or `BAD_USER_INPUT` where it nests too deep or holds too much. */
export function compileFilter<Type extends ContentTypeName>(
  view: View,
  type: Type,
  filter: FilterOf<Type>,
): CompiledFilter<Type> | ApiError {
  const refusal = refusedSize(sizeOf(filter));
  if (refusal) return refusal;
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

interface Size {
  /** How deep `and`, `or` and `not` nest. */
  readonly depth: number;
  readonly values: number;
  /** Fields of a document that something is asked of. */
  readonly conditions: number;
  /** Of these, texts that are looked through. */
  readonly texts: number;
}

const JOINING = new Set(['and', 'or', 'not']);
/** What a condition says. */
const ASKING = new Set(['eq', 'in', 'contains']);

function sizeOf(filter: unknown, depth = 0): Size {
  const own = { depth, values: 1, conditions: 0, texts: 0 };
  if (typeof filter !== 'object' || filter === null) return own;
  // Counted no deeper than is allowed, so that counting cannot overflow the stack either.
  if (depth > 4 * FILTER_LIMITS.depth) return own;
  let size: Size = { ...own, values: 0 };
  for (const [key, value] of Object.entries(filter)) {
    // The same as absent.
    if (value == null) continue;
    const isJoining = JOINING.has(key);
    const inner = sizeOf(value, depth + (isJoining ? 1 : 0));
    // A branch is put to every document even where nothing stands in it.
    const isBranch = isJoining || (Array.isArray(filter) && typeof value === 'object');
    const least = isBranch ? 1 : 0;
    size = {
      depth: Math.max(size.depth, inner.depth),
      values: size.values + inner.values,
      conditions: size.conditions + Math.max(least, inner.conditions) + (ASKING.has(key) ? 1 : 0),
      texts: size.texts + inner.texts + (key === 'contains' ? 1 : 0),
    };
  }
  return size;
}

function refusedSize({ depth, values, conditions, texts }: Size): ApiError | null {
  if (depth > FILTER_LIMITS.depth) {
    return refused(
      `It nests and, or and not ${depth} deep.`,
      `Nest at most ${FILTER_LIMITS.depth} deep.`,
    );
  }
  if (values > FILTER_LIMITS.values) {
    return refused(
      `It lists ${values} values; ${FILTER_LIMITS.values} are the most.`,
      'Ask in several parts.',
    );
  }
  if (conditions > FILTER_LIMITS.conditions) {
    return refused(
      `It has ${conditions} conditions; ${FILTER_LIMITS.conditions} are the most.`,
      'Ask for several values by "in", or in several parts.',
    );
  }
  if (texts > FILTER_LIMITS.texts) {
    return refused(
      `It looks for words by ${texts} "contains"; ${FILTER_LIMITS.texts} are the most.`,
      'Ask in several parts, or by a search.',
    );
  }
  return null;
}

function refused(what: string, remedy: string): ApiError {
  return new ApiError('BAD_USER_INPUT', { where: 'Argument "filter"', what, remedy });
}
