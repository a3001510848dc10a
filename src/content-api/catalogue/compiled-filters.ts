import type { ContentTypeName } from '../../publications/content';
import type { ApiError } from '../errors';
import { compileFilter, type CompiledFilter } from './filter';
import type { FilterOf } from './filter-input';
import type { View } from './view';

/**
 * The filters of one view, each made ready once. The same one, as a variable has it, may be put to a list beside each of
 * a hundred documents. It is known by being the same object, which no two operations share: so each notes for itself
 * what it read to make it ready.
 */
export class CompiledFilters {
  readonly #compiled = new WeakMap<object, unknown>();

  readonly compile = <Type extends ContentTypeName>(
    view: View,
    type: Type,
    filter: FilterOf<Type>,
  ): CompiledFilter<Type> | ApiError => {
    // What is known by a filter was made of it, and a filter is of one type.
    const known = this.#compiled.get(filter) as CompiledFilter<Type> | ApiError | undefined;
    if (known) return known;
    const compiled = compileFilter(view, type, filter);
    this.#compiled.set(filter, compiled);
    return compiled;
  };
}
