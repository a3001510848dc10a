import { registerEnumType } from 'type-graphql';

/** `off-label` as GraphQL names it: `OFF_LABEL`; `publishedAt`: `PUBLISHED_AT`. */
export function constantCase(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
}

/**
 * Makes a GraphQL enum of the values that content knows: `off-label` is `OFF_LABEL` outside and stays `off-label`
 * inside, so that nothing is translated when an answer is made or a filter read.
 *
 * @param values each value with its description.
 * @returns what `@Field(() => …)` takes.
 */
export function constantEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> {
  const entries = Object.keys(values).map(
    (value) => [constantCase(value), value as Value] as const,
  );
  const enumeration = Object.fromEntries(entries);
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      entries.map(([key, value]) => [key, { description: values[value] }]),
    ),
  });
  return enumeration;
}
