import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { WireText } from '../wire-text';

const READY = 'ready';

/** Marks a field whose objects keep its JSON ready, so that it is not made at every answer. */
export function Ready<Source>(textOf: (source: Source) => WireText): PropertyDecorator {
  return Extensions({ [READY]: textOf });
}

/** @returns what gives the JSON of a field that is marked so; null for any other. */
export function readyText(
  field: GraphQLField<unknown, never>,
): ((source: unknown) => WireText) | null {
  const textOf = field.extensions[READY];
  // Put there by `Ready`, for a field of the type that it knows to read.
  return typeof textOf === 'function' ? (textOf as (source: unknown) => WireText) : null;
}
