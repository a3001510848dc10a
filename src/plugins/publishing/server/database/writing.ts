import { AsyncLocalStorage } from 'node:async_hooks';
import { databaseFailureOf, type DatabaseFailure } from './failure';
import type { ConnectionListener } from './watched-connection';
import {
  LONGEST_WAIT_MILLISECONDS,
  LONGEST_WAIT_OF_PROGRAMS,
  type Applicant,
} from './writer-queue';

/** Why the database does not take what is written. */
export interface RefusedWriting {
  readonly failure: DatabaseFailure;
  /** RFC 3339. */
  readonly since: string;
}

interface Request {
  readonly who: () => string;
  isWriter: boolean;
  readonly patienceMilliseconds: number;
  failure: DatabaseFailure | null;
}

/**
 * What the database could not do: for the whole process, and for each request by itself. On the way out of Strapi errors
 * are swallowed and told as something else ("This locale doesn't exist", for a database that is away).
 */
export class Writing implements ConnectionListener {
  #refused: RefusedWriting | null = null;
  readonly #requests = new AsyncLocalStorage<Request>();

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
    // That somebody else is writing is no fault of the database.
    if (failure.code === 'DATABASE_BUSY') return;
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

  writer(): Applicant | null {
    const request = this.#requests.getStore();
    if (!request?.isWriter) return null;
    return { name: request.who(), patienceMilliseconds: request.patienceMilliseconds };
  }

  /** How long who asks at this moment waits for others who write. */
  get patienceMilliseconds(): number {
    return this.#requests.getStore()?.patienceMilliseconds ?? LONGEST_WAIT_OF_PROGRAMS;
  }

  /** Does what will write to the log, where no request is known to. */
  asWriter<Result>(work: () => Result): Result {
    const request = this.#requests.getStore();
    if (request) {
      request.isWriter = true;
      return work();
    }
    const patienceMilliseconds = LONGEST_WAIT_OF_PROGRAMS;
    const who = () => 'The program itself';
    return this.#requests.run({ who, isWriter: true, patienceMilliseconds, failure: null }, work);
  }

  /**
   * Does some work for somebody, and tells what the database could not do in it, whether or not the work failed.
   *
   * @param who asks, once that is known; for a person to read.
   * @param isWriter whether they will write to the log.
   */
  async during(
    who: () => string,
    isWriter: boolean,
    work: () => Promise<void>,
  ): Promise<DatabaseFailure | null> {
    const patienceMilliseconds = LONGEST_WAIT_MILLISECONDS;
    const request: Request = { who, isWriter, patienceMilliseconds, failure: null };
    await this.#requests.run(request, work);
    return request.failure;
  }
}
