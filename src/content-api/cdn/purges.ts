import { everyTag, touchedTags, type CacheTag } from '../catalogue/reads/cache-tags';
import { stepBetween } from '../catalogue/reads/step-between';
import type { Catalogue } from '../catalogue/catalogue';
import type { Follower, FollowerLog, Scheduler } from '../log/follower';
import type { Purge } from './http-purge';

/** What the strictest of the CDNs takes in one call. */
const MOST_TAGS_A_CALL = 30;
/** With more waiting (an import), everything is dropped instead: that is one call. */
const MOST_TAGS_WAITING = 300;
/**
 * Dropped once more after this: a process that had not heard of the publication yet, or an answer that was on its way,
 * may have put the old text back.
 */
const AGAIN_MILLISECONDS = 5_000;
const MOST_ATTEMPTS = 8;
const FIRST_RETRY_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 60_000;

export interface PurgesOptions {
  readonly follower: Pick<Follower, 'catalogue' | 'onEdition'>;
  readonly purge: Purge;
  readonly scheduler: Scheduler;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: FollowerLog;
  /** Counts a call. */
  readonly called: (outcome: 'succeeded' | 'failed') => void;
}

/**
 * Has a CDN drop, after each publication that this process answers with, what the publication touched, and no more.
 * Nothing waits for it. One process of an installation runs this. At its start everything is dropped, since nobody
 * knows what was left undone when it stopped.
 */
export class Purges {
  #told: Catalogue | null = null;
  /** Each with whether it is to be dropped once more afterwards. */
  #waiting = new Map<CacheTag, boolean>();
  #failures = 0;
  #isCalling = false;
  #isStopped = false;
  #cancelRetry: () => void = () => undefined;
  readonly #cancelAgain = new Set<() => void>();
  readonly #stopFollowing: () => void;

  constructor(private readonly options: PurgesOptions) {
    const { follower } = options;
    if (follower.catalogue) this.#publish(follower.catalogue);
    this.#stopFollowing = follower.onEdition((catalogue) => this.#publish(catalogue));
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopFollowing();
    this.#cancelRetry();
    for (const cancel of this.#cancelAgain) cancel();
  }

  #publish(catalogue: Catalogue): void {
    const told = this.#told;
    this.#told = catalogue;
    const step = told && stepBetween(told, catalogue);
    this.#failures = 0;
    this.#add(told && step ? touchedTags(told, catalogue, step) : everyTag(), true);
  }

  #add(tags: Iterable<CacheTag>, isOnceMore: boolean): void {
    for (const tag of tags) this.#waiting.set(tag, isOnceMore || this.#waiting.get(tag) === true);
    if (this.#waiting.size > MOST_TAGS_WAITING) {
      this.#waiting = new Map([...everyTag()].map((tag) => [tag, true]));
    }
    this.#call().catch((error: unknown) => {
      this.options.log.error({ err: error }, 'Purging the CDN failed unexpectedly');
    });
  }

  async #call(): Promise<void> {
    if (this.#isCalling || this.#isStopped) return;
    this.#cancelRetry();
    this.#isCalling = true;
    let failure: string | null = null;
    while (this.#waiting.size > 0 && failure === null && !this.#isStopped) {
      const batch = [...this.#waiting].slice(0, MOST_TAGS_A_CALL);
      for (const [tag] of batch) this.#waiting.delete(tag);
      failure = await this.#send(batch.map(([tag]) => tag));
      if (failure === null) {
        this.#failures = 0;
        this.#againLater(batch.flatMap(([tag, isOnceMore]) => (isOnceMore ? [tag] : [])));
      } else {
        for (const [tag, isOnceMore] of batch) {
          this.#waiting.set(tag, isOnceMore || this.#waiting.get(tag) === true);
        }
      }
    }
    this.#isCalling = false;
    if (failure !== null && !this.#isStopped) this.#retryLater(failure);
  }

  async #send(tags: readonly CacheTag[]): Promise<string | null> {
    const failure = await this.options.purge(tags).then(
      (status) => (status >= 200 && status < 300 ? null : `It answered ${status}.`),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    this.options.called(failure === null ? 'succeeded' : 'failed');
    return failure;
  }

  #againLater(tags: readonly CacheTag[]): void {
    if (tags.length === 0 || this.#isStopped) return;
    const cancel = this.options.scheduler.after(AGAIN_MILLISECONDS, () => {
      this.#cancelAgain.delete(cancel);
      this.#add(tags, false);
    });
    this.#cancelAgain.add(cancel);
  }

  #retryLater(failure: string): void {
    const { log, random, scheduler } = this.options;
    this.#failures += 1;
    if (this.#failures >= MOST_ATTEMPTS) {
      log.error({ failure }, 'The CDN cannot be purged; the next publication tries again');
      return;
    }
    log.warn({ failure }, 'The CDN could not be purged; it will be tried again');
    const pause = Math.min(
      LONGEST_RETRY_MILLISECONDS,
      FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1),
    );
    this.#cancelRetry = scheduler.after(pause * (0.5 + random() / 2), () => this.#add([], false));
  }
}
