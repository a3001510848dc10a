import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLEnumType,
  type GraphQLLeafType,
} from 'graphql';
import { wireString, wireText, type WireText } from '../../wire-text';

/** Writes a value that is not null. @throws Error where the type has no such value. */
export type WriteLeaf = (value: unknown) => WireText;

/** Half of what 32 bits hold: GraphQL's Int. */
const MOST_INT = 2 ** 31 - 1;

/** How values of a type without fields are written: the usual ones at once, the others as the type itself has it. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return enumWriter(type);
  const usual = USUAL.get(type);
  const serialized: WriteLeaf = (value) => {
    const json = JSON.stringify(type.serialize(value)) as string | undefined;
    if (json === undefined) throw new TypeError(`${type.name} has no such value.`);
    return wireText(json);
  };
  return usual ? (value) => usual(value) ?? serialized(value) : serialized;
}

const writeString = (value: unknown) => (typeof value === 'string' ? wireString(value) : null);

/** By type, what writes most of its values; null for one that is left to the type. */
const USUAL = new Map<GraphQLLeafType, (value: unknown) => WireText | null>([
  [GraphQLString, writeString],
  [GraphQLID, writeString],
  [
    GraphQLInt,
    (value) =>
      Number.isInteger(value) && Math.abs(value as number) <= MOST_INT
        ? (String(value) as WireText)
        : null,
  ],
  [GraphQLFloat, (value) => (Number.isFinite(value) ? (String(value) as WireText) : null)],
  [GraphQLBoolean, (value) => (typeof value === 'boolean' ? (String(value) as WireText) : null)],
]);

function enumWriter(type: GraphQLEnumType): WriteLeaf {
  const names = new Map<unknown, WireText>(
    type.getValues().map(({ name, value }) => [value, wireString(name)]),
  );
  return (value) => {
    const name = names.get(value);
    if (name === undefined) throw new TypeError(`${type.name} has no such value.`);
    return name;
  };
}
