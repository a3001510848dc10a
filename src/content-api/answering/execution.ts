import {
  HeaderMap,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { Watched, Witness } from '../catalogue/reads/witness';
import { ApiError } from '../errors';
import type { WirePieces } from '../wire-pieces';
import type { WireText } from '../wire-text';
import { graphqlErrorOf, isRefusal } from './error-format';
import type { AnsweringContext, Exchange } from './exchange';
import type { CompiledQuery } from './execution/compiled-query';
import type { Operations } from './operations';
import type { RememberedAnswers } from './remembered-answers';
import { Preparation } from './preparation';
import { WrittenResult } from './written-result';

export interface ExecutionParts {
  readonly witness: Witness;
  readonly answers: RememberedAnswers;
  readonly operations: Operations;
  /** As an answer tells of an error. */
  readonly formatError: (error: GraphQLError) => GraphQLFormattedError;
}

/** Answers operations by compiled queries; what they leave alone, the server executes. */
export class Execution {
  readonly #searching = new Preparation(({ searching }) => searching);
  readonly #filtering = new Preparation(({ filtering }) => filtering);
  #executedByServer = 0;

  constructor(private readonly parts: ExecutionParts) {}

  /** How many operations the server had to execute, because a plugin watches. */
  get executedByServer(): number {
    return this.#executedByServer;
  }

  /**
   * @returns null where the server executes: what does not fit it tells of best, and plugins may want to see each field.
   * @throws whatever a compiled query throws besides refusals: a defect.
   */
  async respond(
    asked: GraphQLRequestContextResponseForOperation<AnsweringContext>,
  ): Promise<GraphQLResponse | null> {
    const { contextValue } = asked;
    const { exchange } = contextValue;
    const { operation, variables, name, shelf, catalogue } = exchange;
    if (!operation || !variables || name === null) return null;
    if (exchange.wants === 'stream') return responseOf(new WrittenResult(nothing));
    const { witness, answers } = this.parts;
    if (operation.searches) await this.#searching.for(catalogue);
    if (operation.filters) await this.#filtering.for(catalogue);
    const isKnown = shelf !== null && !exchange.isWatched;
    const known = isKnown ? answers.find(catalogue, shelf, name) : null;
    if (known) {
      exchange.known = known;
      return responseOf(new WrittenResult(() => known.pieces));
    }
    const query = exchange.isWatched ? null : this.#queryOf(exchange);
    if (!query) {
      this.#executedByServer += 1;
      return null;
    }
    try {
      const watched = witness.begin();
      const turns = inTurns(query.answer(variables, contextValue), watched);
      const result = turns instanceof Promise ? await turns : turns;
      exchange.testimony = watched.testimony();
      return responseOf(new WrittenResult(() => result));
    } catch (thrown) {
      const error = thrown instanceof ApiError ? graphqlErrorOf(thrown) : thrown;
      if (!(error instanceof GraphQLError)) throw error;
      const formatted = this.parts.formatError(error);
      if (isRefusal(formatted)) return this.#refuse(asked, error, formatted);
      exchange.refused = error;
      return null;
    }
  }

  #queryOf({ operation, document, node, variables }: Exchange): CompiledQuery | null {
    if (operation?.query) return operation.query;
    if (!document || !node || !variables) return null;
    return this.parts.operations.compiledFor(document, node, variables);
  }

  /** As the server does with an error that it finds: to let it find this one would take as long once more. */
  async #refuse(
    asked: GraphQLRequestContextResponseForOperation<AnsweringContext>,
    error: GraphQLError,
    formatted: GraphQLFormattedError,
  ): Promise<GraphQLResponse> {
    const told = Object.assign(asked, { errors: [error] });
    for (const listener of asked.contextValue.exchange.listeners) {
      await listener.didEncounterErrors?.(told);
    }
    return responseOf({ errors: [formatted] });
  }
}

/** Milliseconds for which an operation may keep others waiting, where it need not. */
const LONGEST_TURN = 10;

/**
 * Runs what can be interrupted, and interrupts it where it takes long. What it gives does not depend on that.
 *
 * @returns a promise only where it was interrupted.
 */
function inTurns<Result>(
  slices: Generator<void, Result, void>,
  watched: Watched,
): Result | Promise<Result> {
  const since = performance.now();
  for (;;) {
    const slice = watched.run(() => slices.next());
    if (slice.done) return slice.value;
    if (performance.now() - since >= LONGEST_TURN) break;
  }
  return new Promise<void>((resolve) => setImmediate(resolve)).then(() => inTurns(slices, watched));
}

function responseOf(singleResult: FormattedExecutionResult): GraphQLResponse {
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult },
  };
}

function nothing(): WirePieces {
  return ['{"data":null}' as WireText];
}
