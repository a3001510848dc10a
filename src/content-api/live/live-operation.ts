import {
  createSourceEventStream,
  execute,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/history';
import { WantedChanges } from '../graphql/change/change.resolver';
import { Change } from '../graphql/change/change.type';
import type { RequestContext } from '../graphql/context';
import { LIMITS } from '../answering/limits/limits';
import { refusalOfOperation } from '../answering/limits/refusal';
import type { Variables } from '../answering/variables';
import { changeCursor } from '../syndication/change-cursor';
import { isSelected, type ChangeSelection } from '../syndication/change-selection';

/** What a subscriber asks. */
export interface LiveQuestion {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

export interface LiveSchema {
  readonly schema: GraphQLSchema;
  /** As an answer may tell of it. */
  readonly formatError: (error: GraphQLError) => GraphQLFormattedError;
}

/** A subscription that has been found valid. All who ask the same share one, and the bytes of its events. */
export class LiveOperation {
  readonly #events = new Map<number, Buffer | null>();
  #eventsOf: Catalogue | null = null;

  private constructor(
    private readonly live: LiveSchema,
    private readonly document: DocumentNode,
    private readonly question: LiveQuestion,
    private readonly context: Omit<RequestContext, 'catalogue'>,
    private readonly selection: ChangeSelection,
  ) {}

  /** @returns why it cannot be answered, where it cannot. */
  static async read(
    live: LiveSchema,
    question: LiveQuestion,
    context: RequestContext,
  ): Promise<LiveOperation | readonly GraphQLError[]> {
    const { schema } = live;
    const { query, operationName, variables } = question;
    const document = parsed(query);
    if (document instanceof GraphQLError) return [document];
    const invalid = validate(schema, document);
    if (invalid.length > 0) {
      return invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    }
    const node = getOperationAST(document, operationName);
    if (node?.operation !== OperationTypeNode.SUBSCRIPTION) return [notLive()];
    const limit = context.caller.queryCostLimit;
    const refusal = refusalOfOperation(schema, document, node, variables, limit);
    if (refusal) return [coded(new GraphQLError(refusal.message), refusal.code)];

    const source = await createSourceEventStream({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
    if (!(source instanceof WantedChanges)) {
      const { errors = [] } = source as ExecutionResult;
      // What no resolver has thrown is a variable of a wrong type.
      return errors.map((error) => (error.path ? error : coded(error, 'BAD_USER_INPUT')));
    }
    const { readings, caller } = context;
    return new LiveOperation(live, document, question, { readings, caller }, source.selection);
  }

  /**
   * An entry of the log as an event, made once for all who listen.
   *
   * @returns null where nobody of them wants to hear of it.
   */
  event(entry: Entry, catalogue: Catalogue): Buffer | null {
    if (this.#eventsOf !== catalogue) {
      this.#events.clear();
      this.#eventsOf = catalogue;
    }
    let event = this.#events.get(entry.sequence);
    if (event === undefined) {
      event = isSelected(this.selection, entry) ? this.#made(entry, catalogue) : null;
      // Who resumes from long ago shares nothing with the others; what they had is not worth keeping.
      if (this.#events.size < MOST_EVENTS_KEPT) this.#events.set(entry.sequence, event);
    }
    return event;
  }

  #made(entry: Entry, catalogue: Catalogue): Buffer {
    const context: RequestContext = { ...this.context, catalogue };
    const result = execute({
      schema: this.live.schema,
      document: this.document,
      operationName: this.question.operationName,
      variableValues: this.question.variables,
      rootValue: new Change(entry, context),
      contextValue: context,
    });
    if (result instanceof Promise) throw new Error('A resolver has answered with a promise.');
    const { errors, data } = result;
    const answer = errors ? { errors: errors.map(this.live.formatError), data } : { data };
    return Buffer.from(
      `event: next\nid: ${changeCursor(entry)}\ndata: ${JSON.stringify(answer)}\n\n`,
    );
  }
}

const MOST_EVENTS_KEPT = 100;

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions } = error;
  const where = {
    ...(nodes && { nodes }),
    ...(source && { source }),
    ...(positions && { positions }),
  };
  return new GraphQLError(message, { ...where, extensions: { code } });
}

function notLive(): GraphQLError {
  return new GraphQLError(
    'Only subscriptions are answered here, one operation at a time. Queries are answered at /graphql.',
    { extensions: { code: 'BAD_REQUEST' } },
  );
}
