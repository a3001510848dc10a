import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { whole, type WirePieces } from '../wire-pieces';
import { jsonOf, wireText } from '../wire-text';

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
  constructor(readonly written: () => WirePieces) {}

  get data(): Data | null {
    this.#data ??= (JSON.parse(jsonOf(whole(this.written()))) as { data: Data }).data;
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
export function textOf(result: FormattedExecutionResult): WirePieces {
  if (result instanceof WrittenResult && result.isUntouched) return result.written();
  const { errors, data, extensions } = result;
  return [wireText(JSON.stringify({ errors, data, extensions }))];
}
