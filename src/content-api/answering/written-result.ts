import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { jsonOf, wireText, type WireText } from '../wire-text';

type Data = NonNullable<FormattedExecutionResult['data']>;

/**
 * A result that is written already. Who looks into it, as a plugin may, is given its data, and may change them; only
 * then is it written anew.
 */
export class WrittenResult implements FormattedExecutionResult {
  extensions?: Record<string, unknown>;
  errors?: readonly GraphQLFormattedError[];
  #data: Data | null | undefined;

  /** @param written the whole result, `{"data":…}`. */
  constructor(readonly written: () => WireText) {}

  get data(): Data | null {
    this.#data ??= (JSON.parse(jsonOf(this.written())) as { data: Data }).data;
    return this.#data;
  }

  set data(data: Data | null) {
    this.#data = data;
  }

  get isUntouched(): boolean {
    return this.#data === undefined && !this.extensions && !this.errors;
  }
}

/** A result as it is sent: errors first, as the specification asks (GraphQL, 7.1), so that nobody overlooks them. */
export function textOf(result: FormattedExecutionResult): WireText {
  if (result instanceof WrittenResult && result.isUntouched) return result.written();
  const { errors, data, extensions } = result;
  return wireText(JSON.stringify({ errors, data, extensions }));
}
