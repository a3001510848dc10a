import { Webhook } from 'standardwebhooks';
import type { Catalogue } from '../catalogue/catalogue';
import type { Follower, FollowerLog, Scheduler } from '../log/follower';
import { constantCase } from '../graphql/constant-enum';
import { changeCursor, endCursor } from '../syndication/change-cursor';
import { entriesAfter } from '../syndication/change-selection';

/** Nothing published for so long, and the sites are told: an editor who publishes ten texts makes one build. */
const QUIET_MILLISECONDS = 10_000;
/** Told at the latest, however busy the editors are. */
const LONGEST_WAIT_MILLISECONDS = 60_000;
const MOST_CHANGES = 100;
const MOST_ATTEMPTS = 8;
const FIRST_RETRY_MILLISECONDS = 5_000;
const LONGEST_RETRY_MILLISECONDS = 300_000;

/** Sends a POST. @returns the answer's HTTP status; rejects where there is none. */
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<number>;

export interface BuildHooksOptions {
  readonly follower: Follower;
  readonly urls: readonly string[];
  /** As Standard Webhooks writes it: `whsec_` and base64. */
  readonly secret: string;
  readonly post: Post;
  readonly scheduler: Scheduler;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: FollowerLog;
}

/**
 * Calls the practice's own sites after publications, so that they build themselves anew. What fails is tried again and
 * told to the log; publishing never waits for it. Only one process of an installation may run this.
 *
 * @returns what stops it.
 */
export function startBuildHooks(options: BuildHooksOptions): () => void {
  const hooks = options.urls.map((url) => new BuildHook(url, options));
  const known = options.follower.catalogue;
  if (known) for (const hook of hooks) hook.publish(known);
  const stopFollowing = options.follower.onEdition((catalogue) => {
    for (const hook of hooks) hook.publish(catalogue);
  });
  return () => {
    stopFollowing();
    for (const hook of hooks) hook.stop();
  };
}

class BuildHook {
  readonly #webhook: Webhook;
  /** What the site knows of; null before the catalogue is loaded, whose publications are no news. */
  #told: Catalogue | null = null;
  #newest: Catalogue | null = null;
  #waitingSince: number | null = null;
  #failures = 0;
  #isCalling = false;
  #isStopped = false;
  #cancelTimer: () => void = () => undefined;

  constructor(
    private readonly url: string,
    private readonly options: BuildHooksOptions,
  ) {
    this.#webhook = new Webhook(options.secret);
  }

  publish(catalogue: Catalogue): void {
    this.#newest = catalogue;
    if (!this.#told) {
      this.#told = catalogue;
      return;
    }
    this.#failures = 0;
    if (this.#isCalling) return;
    const now = this.options.scheduler.now();
    this.#waitingSince ??= now;
    const rest = this.#waitingSince + LONGEST_WAIT_MILLISECONDS - now;
    this.#callAfter(Math.max(0, Math.min(QUIET_MILLISECONDS, rest)));
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
  }

  #callAfter(milliseconds: number): void {
    if (this.#isStopped) return;
    this.#cancelTimer();
    this.#cancelTimer = this.options.scheduler.after(milliseconds, () => void this.#call());
  }

  async #call(): Promise<void> {
    const { log, post, random, scheduler } = this.options;
    const newest = this.#newest;
    if (!newest || !this.#told) return;
    this.#waitingSince = null;
    this.#isCalling = true;
    const body = bodyOf(this.#told, newest);
    const id = `msg_${newest.edition.id}`;
    const at = new Date(scheduler.now());
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': this.#webhook.sign(id, at, body),
    };
    const failure = await post(this.url, headers, body).then(
      (status) => (status >= 200 && status < 300 ? null : `It answered ${status}.`),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    this.#isCalling = false;
    if (failure === null) {
      this.#told = newest;
      this.#failures = 0;
      if (this.#newest !== newest) this.#callAfter(QUIET_MILLISECONDS);
      return;
    }
    this.#failures += 1;
    // The path may be a secret of the site's builder; its host tells enough.
    const site = new URL(this.url).host;
    if (this.#failures >= MOST_ATTEMPTS) {
      log.error({ site, failure }, 'A build hook keeps failing; the next publication tries again');
      return;
    }
    log.warn({ site, failure }, 'A build hook failed and will be tried again');
    const pause = Math.min(
      LONGEST_RETRY_MILLISECONDS,
      FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1),
    );
    this.#callAfter(pause * (0.5 + random() / 2));
  }
}

/** What changed between two editions, less the texts: those are asked for. */
function bodyOf(told: Catalogue, newest: Catalogue): string {
  const { id, sequence } = told.edition;
  const isSameLog = sequence === 0 || newest.history.at(sequence)?.chainHash === id;
  const page = entriesAfter(
    newest,
    isSameLog ? sequence : 0,
    { types: null, locales: null },
    MOST_CHANGES,
  );
  return JSON.stringify({
    edition: { id: newest.edition.id, publishedAt: newest.edition.publishedAt },
    since: isSameLog ? endCursor(told) : null,
    changes: page.entries.map(({ time, chainHash, sequence: place, ...entry }) => ({
      ...entry,
      cursor: changeCursor({ sequence: place, chainHash }),
      // By the names that they have in GraphQL, where their receiver asks on.
      kind: constantCase(entry.kind),
      type: entry.type && constantCase(entry.type),
      reason: entry.reason && constantCase(entry.reason),
      at: time,
    })),
    hasMore: page.hasMore,
  });
}
