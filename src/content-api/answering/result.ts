import type { GraphQLResponse } from '@apollo/server';
import { ApiError } from '../errors';
import { whole } from '../wire-pieces';
import type { Defects } from './defects';
import { isRefusal } from './error-format';
import type { Exchange } from './exchange';
import { errorsOnly, toldOf, type Told } from './outcome';
import { textOf } from './written-result';

type Single = Extract<GraphQLResponse['body'], { kind: 'single' }>;

/** What the server gives where nothing is amiss. */
export interface Result {
  readonly http: GraphQLResponse['http'];
  readonly result: Single['singleResult'];
}

/** What the server has given; or, where something is amiss, what is told of that. */
export function resultOf(
  { http, body }: GraphQLResponse,
  { cost, refused }: Exchange,
  defects: Defects,
): Result | Told {
  if (body.kind !== 'single') throw new Error('Answers come whole: nothing here is deferred.');
  const { singleResult: result } = body;
  const { errors = [] } = result;
  const { headers } = http;
  const refusals = errors.filter(isRefusal);
  if (refusals.length > 0) {
    // And no part of the data, which a client could take for the whole: an argument that is refused makes a request
    // error wherever it stands, as if it had been found before anything was executed.
    const status = http.status === undefined || http.status < 400 ? 400 : http.status;
    return { status, body: errorsOnly(refusals), headers, cost, isOfQuestion: true };
  }
  if (errors.length > 0) {
    const status = http.status ?? (result.data == null ? 500 : 200);
    return { status, body: whole(textOf(result)), headers, cost, isOfQuestion: false };
  }
  if (refused) {
    // The server finds nothing wrong with what the compiled query refused, and one of them errs.
    defects.note(refused);
    return toldOf(failed(), { cost });
  }
  return { http, result };
}

/** A defect, as it is told: without detail. */
export function failed(): ApiError {
  return new ApiError('INTERNAL_SERVER_ERROR', {
    where: 'This process',
    what: 'Something went wrong on our side.',
    remedy: 'It has been logged; try again later.',
  });
}
