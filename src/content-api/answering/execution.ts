import {
  HeaderMap,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Witness } from '../catalogue/reads/witness';
import { ApiError } from '../errors';
import type { WireText } from '../wire-text';
import { nameOf, type AnsweringContext } from './exchange';
import type { RememberedAnswers } from './remembered-answers';
import type { SearchPreparation } from './search-preparation';
import { WrittenResult } from './written-result';

export interface ExecutionParts {
  readonly witness: Witness;
  readonly answers: RememberedAnswers;
  readonly searchPreparation: SearchPreparation;
}

/** Answers operations by compiled queries; what they leave alone, the server executes. */
export class Execution {
  #executedByServer = 0;

  constructor(private readonly parts: ExecutionParts) {}

  /** How many operations the server had to execute because they do not compile, or because a plugin watches. */
  get executedByServer(): number {
    return this.#executedByServer;
  }

  /**
   * @returns null where the server executes: what does not fit, or is refused, it tells of best.
   * @throws whatever a compiled query throws besides refusals: a defect.
   */
  async respond({
    contextValue,
  }: GraphQLRequestContextResponseForOperation<AnsweringContext>): Promise<GraphQLResponse | null> {
    const { exchange } = contextValue;
    const { operation, variables, shelf, catalogue } = exchange;
    if (!operation || !variables) return null;
    if (exchange.wants === 'stream') return responseOf(new WrittenResult(nothing));
    const { witness, answers, searchPreparation } = this.parts;
    if (operation.searches) await searchPreparation.of(catalogue);
    const { query } = operation;
    if (!query || exchange.isWatched) {
      this.#executedByServer += 1;
      return null;
    }
    const known =
      shelf === null ? null : answers.find(catalogue, shelf, nameOf(operation, variables));
    if (known) {
      exchange.known = known;
      return responseOf(new WrittenResult(() => known.text));
    }
    try {
      const { result, testimony } = witness.watch(() => query.answer(variables, contextValue));
      exchange.testimony = testimony;
      return responseOf(new WrittenResult(() => result));
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof GraphQLError)) throw error;
      exchange.refused = error;
      return null;
    }
  }
}

function responseOf(singleResult: WrittenResult): GraphQLResponse {
  return {
    http: { headers: new HeaderMap() },
    // The server's type has an index signature, which no class has.
    body: { kind: 'single', singleResult: singleResult as typeof singleResult & object },
  };
}

function nothing(): WireText {
  return '{"data":null}' as WireText;
}
