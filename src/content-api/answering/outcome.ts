import type { GraphQLFormattedError } from 'graphql';
import type { ApiError } from '../errors';
import { wireText, type WireText } from '../wire-text';
import type { Answer } from './answer';

/** The answer, without an error. */
export interface Answered {
  readonly answer: Answer;
  /** Whether it had been made before. */
  readonly wasKept: boolean;
  /** What plugins of the server add to this one. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Why there is no answer, or none without an error. */
export interface Told {
  /** HTTP status. */
  readonly status: number;
  readonly body: WireText;
  readonly headers: ReadonlyMap<string, string>;
  /** In points; null where it is not known. */
  readonly cost: number | null;
  /** Whether a question could be read, and is what cannot be answered. */
  readonly isOfQuestion: boolean;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** A refusal, or a defect, in GraphQL's form. */
export function toldOf(
  { status, code, message }: Pick<ApiError, 'status' | 'code' | 'message'>,
  { isOfQuestion = false, cost = null }: Partial<Pick<Told, 'isOfQuestion' | 'cost'>> = {},
): Told {
  const body = errorsOnly([{ message, extensions: { code } }]);
  return { status, body, headers: NONE, cost, isOfQuestion };
}

/** A result that has no data, not even null: none of the operation was answered. */
export function errorsOnly(errors: readonly GraphQLFormattedError[]): WireText {
  return wireText(JSON.stringify({ errors }));
}
