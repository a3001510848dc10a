import type { ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import type { Follower, Scheduler } from '../log/follower';
import { toldOf, type Told } from '../answering/outcome';
import type { Asked } from '../answering/road';
import { changeCursor } from '../syndication/change-cursor';
import { EventStream } from './event-stream';
import { LiveOperation, type LiveSchema } from './live-operation';

/** How many streams one process keeps open. */
export interface StreamLimits {
  readonly most: number;
  /** By one key, or from one address where there is none. */
  readonly mostPerClient: number;
}

export const defaultStreamLimits: StreamLimits = { most: 10_000, mostPerClient: 100 };

/** Below the half minute after which the impatient among proxies close a silent connection. */
const HEARTBEAT_MILLISECONDS = 15_000;

export interface LiveStreamsOptions extends LiveSchema {
  readonly follower: Follower;
  readonly scheduler: Scheduler;
  readonly limits: StreamLimits;
}

/** Who wants to listen, and from where on. */
export interface Subscriber extends Asked {
  /** Whose streams are counted together. */
  readonly client: string;
  /** The last entry that the reader knows. */
  readonly sequence: number;
}

interface SharedOperation {
  readonly operation: Promise<LiveOperation | Told>;
  readers: number;
}

/**
 * Every open stream of a process. One listener hears of new editions for all of them, and one timer beats for all; a
 * stream that nothing happens on costs its socket.
 */
export class LiveStreams {
  readonly #streams = new Set<EventStream>();
  readonly #clients = new Map<string, number>();
  readonly #operations = new Map<string, SharedOperation>();
  readonly #stopFollowing: () => void;
  #catalogue: Catalogue | null;
  #cancelBeat: (() => void) | null = null;
  #open = 0;

  constructor(private readonly options: LiveStreamsOptions) {
    this.#catalogue = options.follower.catalogue;
    this.#stopFollowing = options.follower.onEdition((catalogue) => this.#follow(catalogue));
  }

  /** Streams open now. */
  get size(): number {
    return this.#open;
  }

  /**
   * Counts a reader in, and finds what it asks.
   *
   * @returns what opens the stream on a response; or why it is refused.
   */
  async admit(subscriber: Subscriber): Promise<((response: ServerResponse) => void) | Told> {
    const { client, question, caller, catalogue, sequence } = subscriber;
    const refused = this.#refusal(client);
    if (refused) return toldOf(refused);
    // Counted before anything is waited for, so that a rush cannot go past the bound.
    const key = JSON.stringify([caller.rights.name, question]);
    const { operation: reading, leave } = this.#enter(client, key, subscriber);
    const operation = await reading.catch((error: unknown) => {
      leave();
      throw error;
    });
    if (!(operation instanceof LiveOperation)) {
      leave();
      return operation;
    }
    return (response) => {
      // It went away meanwhile, and will not say so again.
      if (response.destroyed) {
        leave();
        return;
      }
      const stream = new EventStream(response, operation, sequence, () => this.#catalogue);
      this.#streams.add(stream);
      response.on('close', () => {
        this.#streams.delete(stream);
        leave();
        if (this.#streams.size === 0) this.#stopBeating();
      });
      // A reader that is cut off before anything happens knows from where to resume.
      const known = sequence === 0 ? null : catalogue.history.at(sequence);
      response.write(known ? `id: ${changeCursor(known)}\n\n` : ':\n\n');
      stream.advance();
      this.#beatLater();
    };
  }

  /** Ends every stream; their readers will resume elsewhere, or later. */
  close(): void {
    this.#stopFollowing();
    this.#stopBeating();
    for (const stream of this.#streams) stream.end();
  }

  #refusal(client: string): ApiError | null {
    const { most, mostPerClient } = this.options.limits;
    if (this.#open >= most) return full(most);
    return (this.#clients.get(client) ?? 0) >= mostPerClient ? tooMany(mostPerClient) : null;
  }

  /** @returns what the reader shares with others, and what counts it out again. */
  #enter(
    client: string,
    key: string,
    asked: Asked,
  ): Pick<SharedOperation, 'operation'> & { readonly leave: () => void } {
    const shared = this.#operations.get(key) ?? {
      operation: LiveOperation.read(this.options, asked),
      readers: 0,
    };
    shared.readers += 1;
    this.#operations.set(key, shared);
    this.#clients.set(client, (this.#clients.get(client) ?? 0) + 1);
    this.#open += 1;
    const leave = () => {
      this.#open -= 1;
      shared.readers -= 1;
      if (shared.readers === 0) this.#operations.delete(key);
      const others = (this.#clients.get(client) ?? 1) - 1;
      if (others === 0) this.#clients.delete(client);
      else this.#clients.set(client, others);
    };
    return { operation: shared.operation, leave };
  }

  #follow(catalogue: Catalogue): void {
    const before = this.#catalogue?.edition;
    this.#catalogue = catalogue;
    const isSameLog =
      !before ||
      before.sequence === 0 ||
      catalogue.history.at(before.sequence)?.chainHash === before.id;
    for (const stream of this.#streams) {
      // After a restored backup, a place in the old log is none in this one; resuming tells the reader so.
      if (isSameLog) stream.advance();
      else stream.end();
    }
  }

  #beatLater(): void {
    this.#cancelBeat ??= this.options.scheduler.after(HEARTBEAT_MILLISECONDS, () => {
      this.#cancelBeat = null;
      for (const stream of this.#streams) stream.beat();
      if (this.#streams.size > 0) this.#beatLater();
    });
  }

  #stopBeating(): void {
    this.#cancelBeat?.();
    this.#cancelBeat = null;
  }
}

function full(most: number): ApiError {
  return new ApiError('NOT_READY', {
    where: 'This process',
    what: `It has ${most} streams open, which is as many as it keeps.`,
    remedy: 'Try again later; "changes" tells meanwhile what changed.',
  });
}

function tooMany(mostPerClient: number): ApiError {
  return new ApiError('RATE_LIMITED', {
    where: 'Streams',
    what: `You have ${mostPerClient} open, which is as many as one client may.`,
    remedy: 'Close some, or share one among your own listeners.',
  });
}
