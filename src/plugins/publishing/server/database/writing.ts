import { AsyncLocalStorage } from 'node:async_hooks';
import { databaseFailureOf, type DatabaseFailure } from './failure';
import type { ConnectionListener } from './watched-connection';

/** Why the database does not take what is written. */
export interface RefusedWriting {
  readonly failure: DatabaseFailure;
  /** RFC 3339. */
  readonly since: string;
}

/**
 * What the database could not do: for the whole process, and for each request by itself. On the way out of Strapi errors
 * are swallowed and told as something else ("This locale doesn't exist", for a database that is away).
 */
export class Writing implements ConnectionListener {
  #refused: RefusedWriting | null = null;
  readonly #requests = new AsyncLocalStorage<{ failure: DatabaseFailure | null }>();

  constructor(private readonly clock: () => Date) {}

  /** Null while the database does what it is asked, as far as is known. */
  get refused(): RefusedWriting | null {
    return this.#refused;
  }

  failed(error: unknown): void {
    const failure = databaseFailureOf(error);
    if (!failure) return;
    const request = this.#requests.getStore();
    // A COMMIT that failed tells more than what then happens to the rest.
    if (request) request.failure ??= failure;
    const since = this.#refused?.since ?? this.clock().toISOString();
    this.#refused = { failure, since };
  }

  committed(): void {
    this.#refused = null;
  }

  answered(): void {
    // That it is there again shows in any answer; that there is room on its disk does not.
    if (this.#refused?.failure.status === 503) this.#refused = null;
  }

  /** Does some work, and tells what the database could not do in it, whether or not the work failed. */
  async during(work: () => Promise<void>): Promise<DatabaseFailure | null> {
    const request: { failure: DatabaseFailure | null } = { failure: null };
    await this.#requests.run(request, work);
    return request.failure;
  }
}
