import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import type {
  DocumentNode,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { GraphQLError } from 'graphql';
import type { Caller } from '../access/caller';
import type { Catalogue } from '../catalogue/catalogue';
import { EDITION_TAG, type TagStyle } from '../catalogue/reads/cache-tags';
import { EDITION } from '../catalogue/reads/mark';
import type { Testimony, Witness } from '../catalogue/reads/witness';
import { ApiError } from '../errors';
import type { Readings } from '../graphql/readings';
import { admit } from './admission';
import { Answer } from './answer';
import { Defects, type DefectLog } from './defects';
import { formatErrors } from './error-format';
import { exchangeOf, type AnsweringContext, type Exchange } from './exchange';
import { Execution } from './execution';
import { LIMITS, tooLong } from './limits/limits';
import { Operations } from './operations';
import { toldOf, type Answered, type Told } from './outcome';
import { PersistedQueries } from './persisted-queries';
import type { Question } from './question';
import { hashOf, unknownDocument, type RegisteredOperations } from './registered-operations';
import type { RememberedAnswers } from './remembered-answers';
import { failed, resultOf, type Result } from './result';
import { graphqlServer } from './server';
import { shelfOf } from './shelf';
import type { Variables } from './variables';
import { WrittenResult, textOf } from './written-result';

/** Who asks what, and of which edition. */
export interface Asked {
  readonly question: Question;
  readonly caller: Caller;
  readonly catalogue: Catalogue;
}

/** How an answer may be kept. */
export interface Keeping {
  /** Whether the edition was asked for as one of the past, which nothing changes any more. */
  readonly isPast: boolean;
  /** By what else than its operation the answer is found again: the request as it came; null for nothing. */
  readonly spelling: string | null;
}

/** A subscription that may be listened to, ready to be executed at each event. */
export interface Admitted {
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  /** As they were sent: whoever executes it reads them by the operation's definitions. */
  readonly variables: Variables;
}

export interface RoadOptions {
  readonly schema: GraphQLSchema;
  readonly readings: Readings;
  readonly witness: Witness;
  readonly answers: RememberedAnswers;
  readonly registered: Pick<RegisteredOperations, 'textOf' | 'refusalOf'>;
  readonly log: DefectLog;
  /** How cache tags are written. Default: for nobody in particular. */
  readonly tagStyle?: TagStyle;
  /** Somebody else's, of Apollo Server. */
  readonly plugins?: readonly ApolloServerPlugin<AnsweringContext>[];
}

/**
 * The one road from a question to its answer. Whoever wants one, over HTTP, in a stream or in a command, goes through
 * `answer` or `admit`, and so through the same server, limits and rights: a second way in would be a second set of limits.
 */
export class Road {
  readonly defects: Defects;
  readonly #server: ApolloServer<AnsweringContext>;
  readonly #execution: Execution;

  constructor(private readonly options: RoadOptions) {
    const { schema, registered, witness, answers, log, plugins = [] } = options;
    const operations = new Operations(schema);
    const defects = new Defects(log);
    const execution = new Execution({
      witness,
      answers,
      operations,
      formatError: (error) => this.formatError(error),
    });
    const listener = {
      // Of the hooks this one alone can refuse: what is thrown in another is a defect to the server.
      didResolveOperation(asked) {
        admit(operations, asked);
        return DONE;
      },
      responseForOperation: (asked) => execution.respond(asked),
    } satisfies Awaited<ReturnType<NonNullable<typeof own.requestDidStart>>>;
    const listening = Promise.resolve(listener);
    const own: ApolloServerPlugin<AnsweringContext> = {
      requestDidStart: () => listening,
      unexpectedErrorProcessingRequest({ error, requestContext: { contextValue } }) {
        // A rule of validation may throw what it finds, where it should have told it.
        if (error instanceof GraphQLError) contextValue.exchange.refused = error;
        else defects.note(error);
        return DONE;
      },
    };
    const persistedQueries = new PersistedQueries(registered);
    this.#server = graphqlServer({ schema, persistedQueries, defects, own, plugins });
    this.defects = defects;
    this.#execution = execution;
  }

  /** As an answer tells of an error of execution. */
  formatError(error: GraphQLError): GraphQLFormattedError {
    return formatErrors(this.defects)(error.toJSON(), error);
  }

  /** How many operations the server has executed by itself. */
  get executedByServer(): number {
    return this.#execution.executedByServer;
  }

  /** To be called once, before anything is asked. */
  start(): Promise<void> {
    return this.#server.start();
  }

  close(): Promise<void> {
    return this.#server.stop();
  }

  /** What a caller is answered. Rejects for nothing that a question can do. */
  async answer(asked: Asked, { isPast, spelling }: Keeping): Promise<Answered | Told> {
    const { caller, catalogue } = asked;
    const { readings } = this.options;
    const { site } = readings;
    const shelf = shelfOf(caller, catalogue, isPast);
    const exchange = exchangeOf({ caller, catalogue, wants: 'answer', shelf });
    const response = await this.#ask(asked.question, exchange);
    if ('isOfQuestion' in response) return response;
    const { http, result } = response;
    const { known, name, operation, cost } = exchange;
    if (!operation || name === null || cost === null) {
      throw new Error('What has no error is the result of an operation.');
    }
    const { headers } = http;
    const { answers, tagStyle } = this.options;
    // What a plugin adds belongs to this one answer, and is not kept; nor is what names an address that was given up.
    const isKept = shelf !== null && headers.size === 0 && site === readings.site;
    if (known && result instanceof WrittenResult && result.isUntouched) {
      if (isKept && spelling !== null) answers.alias(shelf, spelling, name);
      return { answer: known, wasKept: true, headers };
    }
    const testimony = exchange.testimony ?? OF_WHOLE_EDITION;
    const answer = new Answer(textOf(result), testimony, cost, operation.deprecation, tagStyle);
    const questions = spelling === null ? [name] : [name, spelling];
    if (isKept) answers.set({ catalogue, isPast }, shelf, questions, answer);
    return { answer, wasKept: false, headers };
  }

  /** A subscription, ready to be executed; or why its caller may not listen to it. */
  async admit({ question, caller, catalogue }: Asked): Promise<Admitted | Told> {
    const exchange = exchangeOf({ caller, catalogue, wants: 'stream', shelf: null });
    const response = await this.#ask(question, exchange);
    if ('isOfQuestion' in response) return response;
    const { document, node, variables } = exchange;
    if (!document || !node || !variables) {
      throw new Error('What has no error is an operation that was admitted.');
    }
    return { document, node, variables: question.variables };
  }

  /** @returns what the server gives where nothing is amiss. */
  async #ask(question: Question, exchange: Exchange): Promise<Result | Told> {
    const text = this.#textOf(question, exchange.caller);
    if (text instanceof ApiError) return toldOf(text, { isOfQuestion: true });
    const { operationName, variables, persistedHash, http } = question;
    const persistedQuery = persistedHash !== null && { version: 1, sha256Hash: persistedHash };
    const { defects } = this;
    try {
      const response = await this.#server.executeOperation(
        {
          query: text ?? undefined,
          operationName: operationName ?? undefined,
          extensions: persistedQuery ? { persistedQuery } : undefined,
          http: http ?? undefined,
          variables: { ...variables },
        },
        { contextValue: { edition: this.options.readings.of(exchange.catalogue), exchange } },
      );
      return resultOf(response, exchange, defects);
    } catch (error) {
      // The server has thrown away the cause, and told our plugin of it.
      if (!(error instanceof Error && error.message === 'Internal server error')) {
        defects.note(error);
      }
      const { cost, refused } = exchange;
      return toldOf(refused instanceof GraphQLError ? invalid(refused) : failed(), {
        cost,
        isOfQuestion: refused !== null,
      });
    }
  }

  /** What stands for the question; null where the server is to find the text by its hash. */
  #textOf(
    { query, documentId, persistedHash }: Question,
    { rights }: Caller,
  ): string | null | ApiError {
    const { registered } = this.options;
    if (documentId !== null && (query !== null || persistedHash !== null)) return askedTwice();
    // A hash that comes beside a text is a claim: what counts is the text.
    const hash = query === null ? (documentId ?? persistedHash ?? '') : () => hashOf(query);
    const refusal = registered.refusalOf(rights, hash);
    if (refusal) return refusal;
    if (query !== null && query.length > LIMITS.characters) return tooLong('characters');
    return documentId === null ? query : (registered.textOf(documentId) ?? unknownDocument());
  }
}

/** In Strapi's process each promise that is made is watched, and costs. */
const DONE = Promise.resolve();

/** Of what the server itself has executed no more is known than that it depends on the edition. */
const OF_WHOLE_EDITION: Testimony = {
  marks: [EDITION],
  documents: new Set(),
  dependencies: new Map([[EDITION_TAG, null]]),
};

function askedTwice(): ApiError {
  return new ApiError('BAD_REQUEST', {
    where: 'Request',
    what: 'It names its operation twice, by "documentId" and otherwise.',
    remedy: 'Send one of "documentId", "query" and "extensions.persistedQuery".',
  });
}

function invalid({ message }: GraphQLError): Pick<ApiError, 'status' | 'code' | 'message'> {
  return { status: 400, code: 'BAD_REQUEST', message };
}
