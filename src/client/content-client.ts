import { factsOf, goneFrom } from './answer-facts.js';
import { followChanges, type Change, type ChangesOptions } from './changes.js';
import { ContentError } from './content-error.js';
import type { LastKnownGood } from './last-known-good.js';
import { send, sleep, type Patience, type Reply, type Surroundings } from './transport.js';
import type { TypedDocument } from './typed-document.js';

/** How a client is set up. Only `endpoint` is needed. */
export interface ClientOptions extends Partial<Surroundings>, Partial<Patience> {
  /** The address of `/graphql`. */
  readonly endpoint: string;
  /** `kap_…`; without one the client is anonymous. */
  readonly key?: string;
  /** The language asked for where a question names none. */
  readonly locale?: string;
  /** Where answers are kept for when the server is down; without one there is no such copy. */
  readonly store?: LastKnownGood;
  /** How long a kept answer may be shown that names no shorter `refreshBy`; 7 days. */
  readonly keepMilliseconds?: number;
  /** How many answers are remembered to ask whether they still hold; 200. */
  readonly rememberedAnswers?: number;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** As of this instant (RFC 3339). Such an answer is never taken from the store. */
  readonly asOf?: string;
}

/** An answer, and where it comes from. */
export interface Answer<Data> {
  readonly data: Data;
  /** The edition that it was answered from, as the server names it. */
  readonly edition: string | null;
  /** `store`: the server could not answer, and this is what it last said. Tell your readers. */
  readonly source: 'server' | 'store';
  /** When the server last said that this is its answer. */
  readonly confirmedAt: Date;
  readonly ageSeconds: number;
  /** Why the server could not answer; null when it did. */
  readonly failure: ContentError | null;
}

interface Remembered {
  readonly etag: string;
  readonly body: string;
  readonly edition: string | null;
}

interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

const ACCEPT = 'application/graphql-response+json';
/** Longer than this, some proxies refuse an address. */
const LONGEST_ADDRESS = 7000;
const DAY = 24 * 3600 * 1000;
const UNANSWERED = new Set([429, 500, 502, 503, 504]);

/** Asks a content API, and follows its changes. */
export class ContentClient {
  readonly #options: ClientOptions;
  readonly #surroundings: Surroundings;
  readonly #patience: Patience;
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#surroundings = {
      // Called as a function of its own: a browser's fetch refuses another `this`.
      fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
      now: options.now ?? Date.now,
      random: options.random ?? Math.random,
      sleep: options.sleep ?? sleep,
    };
    this.#patience = {
      timeoutMilliseconds: options.timeoutMilliseconds ?? 10_000,
      retries: options.retries ?? 3,
      longestPauseMilliseconds: options.longestPauseMilliseconds ?? 10_000,
    };
  }

  /**
   * Asks the server. Where it cannot answer and a store keeps what it last said, that is given back instead, and says
   * so; never one that is older than the shortest `refreshBy` in it.
   *
   * @throws ContentError
   */
  async ask<Data, Variables extends object>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options: AskOptions = {},
  ): Promise<Answer<Data>> {
    const { locale } = this.#options;
    const asked =
      document.takesLocale && locale !== undefined ? { locale, ...variables } : { ...variables };
    const url = this.#address(document, asked, options.asOf);
    const key = await this.#keyOf(url);
    const store = options.asOf === undefined ? this.#options.store : undefined;
    try {
      const { body, edition } = await this.#fetched(url, key, options.signal);
      const data = dataOf<Data>(body);
      if (store) await this.#keep(store, key, body, edition, data);
      return this.#answer(data, edition, 'server', this.#surroundings.now(), null);
    } catch (failure) {
      if (!(failure instanceof ContentError) || !isServerDown(failure) || !store) throw failure;
      return this.#lastKnown<Data>(store, key, failure);
    }
  }

  /**
   * Every change of the content, as it happens. Each withdrawal first removes what the client's store keeps of the
   * document.
   */
  async *changes(options: ChangesOptions = {}): AsyncGenerator<Change> {
    const source = {
      ask: this.ask.bind(this),
      streamAddress: `${this.#options.endpoint.replace(/\/$/, '')}/stream`,
      headers: this.#headers(),
      surroundings: this.#surroundings,
    };
    for await (const change of followChanges(source, options)) {
      if (change.kind === 'WITHDRAWN' && change.documentId !== null) {
        await this.#options.store?.deleteWith(new Set([change.documentId]));
      }
      yield change;
    }
  }

  async #fetched(url: string, key: string, signal: AbortSignal | undefined) {
    const known = this.#remembered.get(key);
    const headers = this.#headers();
    if (known) headers['If-None-Match'] = known.etag;
    const reply = await this.#send(url, headers, signal);
    if (reply.status === 304 && known) {
      return { body: known.body, edition: reply.headers.get('content-edition') ?? known.edition };
    }
    refuse(reply);
    const edition = reply.headers.get('content-edition');
    const etag = reply.headers.get('etag');
    this.#remembered.delete(key);
    if (etag !== null) this.#remember(key, { etag, body: reply.text, edition });
    return { body: reply.text, edition };
  }

  #send(
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Reply> {
    if (url.length <= LONGEST_ADDRESS) {
      return send(url, { headers }, signal, this.#patience, this.#surroundings);
    }
    const { origin, pathname, searchParams } = new URL(url);
    const asOf = searchParams.get('asOf');
    const address = asOf === null ? '' : `?asOf=${encodeURIComponent(asOf)}`;
    const init = {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: searchParams.get('query'),
        operationName: searchParams.get('operationName'),
        variables: JSON.parse(searchParams.get('variables') ?? '{}') as unknown,
      }),
    };
    const to = `${origin}${pathname}${address}`;
    return send(to, init, signal, this.#patience, this.#surroundings);
  }

  #remember(key: string, answer: Remembered): void {
    this.#remembered.set(key, answer);
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size > (this.#options.rememberedAnswers ?? 200)) {
      this.#remembered.delete(oldest);
    }
  }

  async #keep(
    store: LastKnownGood,
    key: string,
    body: string,
    edition: string | null,
    data: unknown,
  ): Promise<void> {
    const { documentIds } = factsOf(data);
    const earlier = await store.get(key);
    const gone = earlier ? goneFrom(dataOf(earlier.body), new Set(documentIds)) : new Set<string>();
    // What is no longer in this answer may have been withdrawn: no other kept answer goes on telling it.
    if (gone.size > 0) await store.deleteWith(gone);
    const confirmedAt = new Date(this.#surroundings.now()).toISOString();
    await store.set(key, { body, edition, confirmedAt, documentIds });
  }

  async #lastKnown<Data>(
    store: LastKnownGood,
    key: string,
    failure: ContentError,
  ): Promise<Answer<Data>> {
    const kept = await store.get(key);
    if (!kept) throw failure;
    const data = dataOf<Data>(kept.body);
    const confirmedAt = Date.parse(kept.confirmedAt);
    const keep = this.#options.keepMilliseconds ?? 7 * DAY;
    const longest = Math.min(factsOf(data).refreshWithin ?? keep, keep);
    const age = this.#surroundings.now() - confirmedAt;
    // A clock that was set back says nothing about the age, so the copy cannot be trusted either.
    if (!(age >= 0 && age <= longest)) {
      await store.delete(key);
      throw failure;
    }
    return this.#answer(data, kept.edition, 'store', confirmedAt, failure);
  }

  #answer<Data>(
    data: Data,
    edition: string | null,
    source: 'server' | 'store',
    confirmedAt: number,
    failure: ContentError | null,
  ): Answer<Data> {
    const ageSeconds = Math.floor((this.#surroundings.now() - confirmedAt) / 1000);
    return { data, edition, source, confirmedAt: new Date(confirmedAt), ageSeconds, failure };
  }

  #headers(): Record<string, string> {
    const { key } = this.#options;
    return { Accept: ACCEPT, ...(key !== undefined && { Authorization: `Bearer ${key}` }) };
  }

  #address<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: object,
    asOf: string | undefined,
  ): string {
    const url = new URL(this.#options.endpoint);
    url.searchParams.set('query', document.text);
    url.searchParams.set('operationName', document.name);
    url.searchParams.set('variables', JSON.stringify(variables));
    if (asOf !== undefined) url.searchParams.set('asOf', asOf);
    return url.href;
  }

  /** An answer is kept for the key that it was asked with: another's rights are not its own. The key itself is not kept. */
  async #keyOf(url: string): Promise<string> {
    const { key } = this.#options;
    if (key === undefined) return url;
    const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
    return `${hex.join('')} ${url}`;
  }
}

function isServerDown({ status, code }: ContentError): boolean {
  return status === null || UNANSWERED.has(status) || code === 'NOT_AN_ANSWER';
}

/** @throws ContentError where a reply is no answer. */
function refuse({ status, text }: Reply): void {
  const error = bodyOf(text)?.errors?.[0];
  if (error) {
    const code = error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
    throw new ContentError(code, error.message, status, error.path ?? null);
  }
  if (status !== 200 || bodyOf(text)?.data === undefined) {
    throw new ContentError('NOT_AN_ANSWER', `Status ${status}, and no answer.`, status);
  }
}

function bodyOf(text: string): GraphqlBody | null {
  try {
    return JSON.parse(text) as GraphqlBody | null;
  } catch {
    return null;
  }
}

/** The types are the schema's, which the server keeps to. */
function dataOf<Data>(body: string): Data {
  return (JSON.parse(body) as { data: Data }).data;
}
