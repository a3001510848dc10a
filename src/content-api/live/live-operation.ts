import { createSourceEventStream, execute, type GraphQLSchema } from 'graphql';
import { errorsOnly, type Told } from '../answering/outcome';
import type { Admitted, Asked, Road } from '../answering/road';
import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/history';
import { WantedChanges } from '../graphql/change/change.resolver';
import { Change } from '../graphql/change/change.type';
import type { RequestContext } from '../graphql/context';
import type { ObservedEdition } from '../graphql/observed-edition';
import type { Readings } from '../graphql/readings';
import { changeCursor } from '../syndication/change-cursor';
import { isSelected, type ChangeSelection } from '../syndication/change-selection';

export interface LiveSchema {
  readonly schema: GraphQLSchema;
  readonly readings: Readings;
  readonly road: Pick<Road, 'admit' | 'formatError'>;
}

/** A subscription that was admitted. All who ask the same with the same rights share one, and the bytes of its events. */
export class LiveOperation {
  readonly #events = new Map<number, Buffer | null>();
  #eventsOf: ObservedEdition | null = null;

  private constructor(
    private readonly live: LiveSchema,
    private readonly admitted: Admitted,
    private readonly selection: ChangeSelection,
  ) {}

  /** @returns why it cannot be listened to, where it cannot. */
  static async read(live: LiveSchema, asked: Asked): Promise<LiveOperation | Told> {
    const { schema, road, readings } = live;
    const admitted = await road.admit(asked);
    if ('isOfQuestion' in admitted) return admitted;
    const { document, node, variables } = admitted;
    const source = await createSourceEventStream({
      schema,
      document,
      operationName: node.name?.value ?? null,
      variableValues: variables,
      contextValue: { edition: readings.of(asked.catalogue) } satisfies RequestContext,
    });
    if (source instanceof WantedChanges) {
      return new LiveOperation(live, admitted, source.selection);
    }
    const errors = 'errors' in source ? (source.errors ?? []) : [];
    return {
      status: 400,
      body: errorsOnly(errors.map((error) => road.formatError(error))),
      headers: new Map(),
      cost: null,
      isOfQuestion: true,
    };
  }

  /**
   * An entry of the log as an event, made once for all who listen.
   *
   * @returns null where nobody of them wants to hear of it.
   */
  event(entry: Entry, catalogue: Catalogue): Buffer | null {
    const edition = this.live.readings.of(catalogue);
    if (this.#eventsOf !== edition) {
      this.#events.clear();
      this.#eventsOf = edition;
    }
    let event = this.#events.get(entry.sequence);
    if (event === undefined) {
      event = isSelected(this.selection, entry) ? this.#made(entry, edition) : null;
      // Who resumes from long ago shares nothing with the others; what they had is not worth keeping.
      if (this.#events.size < MOST_EVENTS_KEPT) this.#events.set(entry.sequence, event);
    }
    return event;
  }

  #made(entry: Entry, edition: ObservedEdition): Buffer {
    const { schema, road } = this.live;
    const { document, node, variables } = this.admitted;
    const result = execute({
      schema,
      document,
      operationName: node.name?.value ?? null,
      variableValues: variables,
      rootValue: new Change(entry, edition),
      contextValue: { edition } satisfies RequestContext,
    });
    if (result instanceof Promise) throw new Error('A resolver has answered with a promise.');
    const { errors, data } = result;
    const answer = errors
      ? { errors: errors.map((error) => road.formatError(error)), data }
      : { data };
    return Buffer.from(
      `event: next\nid: ${changeCursor(entry)}\ndata: ${JSON.stringify(answer)}\n\n`,
    );
  }
}

const MOST_EVENTS_KEPT = 100;
