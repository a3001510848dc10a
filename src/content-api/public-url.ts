import type { InstallationReader } from '../installation/reader';
import type { FollowerLog, Scheduler } from './log/follower';
import { Polling } from './polling';

/** Between two looks at what the authoring process says: as long as a new one may go unknown. */
const POLL_MILLISECONDS = 1_000;

/** The origin under which answers name what is served here: scheme, host and port, no slash at the end. */
export interface PublicUrl {
  /** Null until it is known. Nothing is answered before. */
  readonly current: string | null;
  /** Why it is not known, for who runs the process; null where it is. */
  readonly problem: string | null;
  /** Calls `listener` with what it is from now on, at once where it becomes known or changes. */
  onChange(listener: (publicUrl: string) => void): void;
  close(): Promise<void>;
}

/** One that somebody has decided, for as long as this process runs. */
export function fixedPublicUrl(publicUrl: string): PublicUrl {
  return {
    current: publicUrl,
    problem: null,
    onChange: () => undefined,
    close: () => Promise.resolve(),
  };
}

export interface ToldPublicUrlOptions {
  readonly reader: InstallationReader;
  readonly scheduler: Scheduler;
  readonly log: FollowerLog;
  /** What this process was given, which then holds; null where it takes the authoring process's. */
  readonly given: string | null;
  /** What holds for as long as the authoring process has told none; null where that would lead readers astray. */
  readonly guess: string | null;
}

/**
 * That of the authoring process, so that answers elsewhere are the same bytes as its own. It is read again and again:
 * started with another one, the authoring process answers with that.
 */
export class ToldPublicUrl implements PublicUrl {
  #current: string | null;
  #problem: string | null = null;
  /** What the authoring process said last. */
  #told: string | null = null;
  readonly #listeners: ((publicUrl: string) => void)[] = [];
  readonly #polling: Polling;

  /** Starts to follow it. */
  constructor(private readonly options: ToldPublicUrlOptions) {
    this.#current = options.given;
    const { reader, scheduler } = options;
    const read = async () => this.#take(await reader.readPublicUrl());
    const failed = (error: unknown) =>
      this.#miss(error instanceof Error ? error.message || error.name : String(error), error);
    const close = () => reader.close();
    const pauseMilliseconds = POLL_MILLISECONDS;
    this.#polling = new Polling({ pauseMilliseconds, read, failed, close }, scheduler);
  }

  get current(): string | null {
    return this.#current;
  }

  get problem(): string | null {
    return this.#current === null ? (this.#problem ?? 'It was not read yet.') : null;
  }

  onChange(listener: (publicUrl: string) => void): void {
    this.#listeners.push(listener);
  }

  /** Stops following. */
  close(): Promise<void> {
    return this.#polling.close();
  }

  #take(told: string | null): void {
    const { given, guess } = this.options;
    const before = this.#told;
    // A restored database may have lost it, until its authoring process starts.
    this.#told = told ?? before;
    if (given !== null) {
      if (told !== null && told !== before && told !== given) this.#warn(given, told);
      return;
    }
    const next = this.#told ?? guess;
    if (next === null) this.#miss('The authoring process has not told it yet.');
    else if (next !== this.#current) this.#follow(next);
  }

  #follow(next: string): void {
    const before = this.#current;
    this.#current = next;
    this.#problem = null;
    if (before !== null) {
      this.options.log.warn({ before, publicUrl: next }, 'Answers name another PUBLIC_URL now');
    }
    for (const listener of this.#listeners) listener(next);
  }

  #warn(given: string, told: string): void {
    this.options.log.warn(
      { code: 'PUBLIC_URL_DIFFERS', given, authoring: told },
      `Answers of this process name ${given}, those of the authoring process ${told}: the same question has two ` +
        'answers. Leave PUBLIC_URL out here, or write the same one for both.',
    );
  }

  #miss(problem: string, error?: unknown): void {
    const isNews = problem !== this.#problem;
    this.#problem = problem;
    if (!isNews || this.#current !== null) return;
    this.options.log.warn(
      { code: 'PUBLIC_URL_UNKNOWN', problem, ...(error !== undefined && { err: error }) },
      'Nothing is answered before PUBLIC_URL is known. Start the authoring process in this release, let this database ' +
        'role read the table "installation", or give PUBLIC_URL.',
    );
  }
}
