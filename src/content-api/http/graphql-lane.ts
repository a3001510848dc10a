import type { IncomingMessage, ServerResponse } from 'node:http';
import { Answer } from '../answering/answer';
import { tagSeparatorOf } from '../catalogue/reads/cache-tags';
import type { RememberedAnswers } from '../answering/remembered-answers';
import type { Witness } from '../catalogue/reads/witness';
import type { Caller } from '../access/caller';
import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import type { DraftOverlay } from '../drafts/draft-overlay';
import type { Follower } from '../log/follower';
import type { Deprecation } from '../answering/deprecation';
import { tooCostly } from '../answering/limits/limits';
import type { Operation } from '../answering/operation';
import { isHashOf, type PersistedQueries } from '../answering/persisted-queries';
import { unknownDocument, type RegisteredOperations } from '../answering/registered-operations';
import type { Operations } from '../answering/operations';
import type { Readings } from '../graphql/readings';
import type { Rate, Rates } from '../access/rates';
import { draftsAreAway, pastIsAway } from './away';
import { Acceptance } from './accept';
import { answerHeaders, cacheControlFor, isHeld } from './answer-headers';
import { wantsExplorer } from './explorer';
import { addressAt, askedSequence } from './as-of';
import { notReady } from './health';
import { SEARCH_WORD, type SearchPreparation } from './search-preparation';
import { questionInAddress, questionInBody, type Question } from './question';

/** What a request has shown itself to be before it is known what it asks. */
export interface Asked {
  readonly caller: Caller;
  readonly catalogue: Catalogue;
  /** Whether the catalogue is that of an edition which the request names, by itself or by a time. */
  readonly isAsOf: boolean;
  /** Whether drafts lie over it. */
  readonly hasDrafts: boolean;
  /** How the request stands to what its sender may ask. */
  readonly rate: Rate | null;
  /** Of a POST. */
  readonly body: Buffer | null;
  /** The question as it came: finding out what it says costs more than sending the answer. */
  readonly spelling: string;
  /** The answer, where it is kept: then nothing else need be known of the question. */
  readonly known: Answer | null;
}

/** Why a question is not answered, and what the refusal says besides. */
export interface Refused {
  readonly error: ApiError;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

export interface GraphqlLaneParts {
  readonly follower: Pick<Follower, 'catalogue' | 'at'>;
  readonly drafts: Pick<DraftOverlay, 'over'>;
  /** Milliseconds since the epoch. */
  now(): number;
  callerOf(authorization: string | undefined): Caller | ApiError;
  readonly rates: Rates;
  readonly answers: RememberedAnswers;
  readonly operations: Operations;
  readonly persistedQueries: PersistedQueries;
  readonly registered: RegisteredOperations;
  readonly readings: Readings;
  readonly searchPreparation: SearchPreparation;
  readonly witness: Witness;
  readonly cacheTagHeader: string;
  /** Counts an answer that was sent. */
  sent(status: number, seconds: number): void;
  /** Counts an answer that somebody will not get for ever. */
  usedDeprecated(caller: Caller, deprecation: Deprecation): void;
}

/**
 * The short way to an answer: from Node's own request to its own response, all at once, for questions that are read,
 * known or valid, and answered without an error. Whatever wants explaining is left to the long way, which has the
 * framework's and the GraphQL server's care for every case; it is some hundred microseconds longer.
 */
export class GraphqlLane {
  readonly #acceptance = new Acceptance();
  readonly #rights = new WeakMap<Caller, string>();

  readonly #tagSeparator: string;

  constructor(private readonly parts: GraphqlLaneParts) {
    this.#tagSeparator = tagSeparatorOf(parts.cacheTagHeader);
  }

  /** Who asks, and of what; null for a person who wants to look around; a refusal; a promise where it takes time. */
  enter(
    request: IncomingMessage,
    body: Buffer | null,
  ): Asked | null | ApiError | Promise<Asked | ApiError> {
    const { method = 'GET', headers } = request;
    if (wantsExplorer(method, headers.accept)) return null;
    const caller = this.parts.callerOf(headers.authorization);
    if (caller instanceof ApiError) return caller;
    const rate = this.parts.rates.take(request, caller);
    const entered = this.#enter(request, caller, rate, body);
    // Kept for the long way, and not on the short one: a weak map costs as much as finding the answer.
    if (rate && (entered instanceof ApiError || entered instanceof Promise)) {
      this.parts.rates.keep(request, rate);
    }
    return entered;
  }

  #enter(
    request: IncomingMessage,
    caller: Caller,
    rate: Rate | null,
    body: Buffer | null,
  ): Asked | ApiError | Promise<Asked | ApiError> {
    if (rate?.refusal) return rate.refusal;
    const { method = 'GET', url = '', headers } = request;
    const { answers, follower } = this.parts;
    const { catalogue } = follower;
    if (!catalogue) return notReady();
    const acceptDatetime = headers['accept-datetime'] as string | undefined;
    const spelling = body ? body.toString('latin1') : url;
    const now = { caller, catalogue, isAsOf: false, hasDrafts: false, rate, body, spelling };
    if (caller.kind !== 'preview' && acceptDatetime === undefined) {
      // What is remembered is in step with what is public, and with nothing else: a question about the past is spelled
      // otherwise, and is kept elsewhere.
      answers.moveTo(catalogue);
      const known = answers.get(this.#rightsOf(caller), spelling);
      if (known) return { ...now, known };
    }
    const asked = { ...now, known: null };
    const sequence = askedSequence(
      { url, method, acceptDatetime },
      catalogue.history,
      this.parts.now(),
    );
    if (sequence instanceof ApiError) return sequence;
    if (sequence !== null) {
      return this.parts.follower.at(sequence).then(
        (past) => this.#prepared(request, { ...asked, catalogue: past, isAsOf: true }),
        (cause: unknown) => pastIsAway(cause),
      );
    }
    if (caller.kind !== 'preview') return this.#prepared(request, asked);
    return this.parts.drafts.over(catalogue).then(
      (overlaid) => this.#prepared(request, { ...asked, catalogue: overlaid, hasDrafts: true }),
      (cause: unknown) => draftsAreAway(cause),
    );
  }

  /** One that searches by a hash, without the word, is not seen here and is answered all the same, at once. */
  #prepared({ url = '' }: IncomingMessage, asked: Asked): Asked | Promise<Asked> {
    if (asked.catalogue.isSearchReady || !(asked.body ?? url).includes(SEARCH_WORD)) return asked;
    return this.parts.searchPreparation.of(asked.catalogue)?.then(() => asked) ?? asked;
  }

  /** Answers. @returns false where it cannot, or why it must not; then it has sent nothing. */
  answer(request: IncomingMessage, response: ServerResponse, asked: Asked): boolean | Refused {
    const { answers } = this.parts;
    const { caller, catalogue, isAsOf, hasDrafts, rate, known } = asked;
    const startedAt = performance.now();
    // Again, as it may have waited since.
    if (!isAsOf && !hasDrafts) answers.moveTo(catalogue);
    const made = known ? { answer: known, wasRemembered: true } : this.#make(request, asked);
    if (!made || 'error' in made) return made ?? false;
    const mediaType = this.#acceptance.mediaType(request.headers.accept);
    if (mediaType === null) return false;
    const { answer, wasRemembered } = made;

    const send = (representation: Awaited<ReturnType<Answer['in']>>) => {
      const isUnchanged =
        request.method !== 'POST' && isHeld(request.headers['if-none-match'], representation.tag);
      const headers = answerHeaders(
        representation,
        {
          mediaType,
          editionId: catalogue.edition.id,
          cacheControl: cacheControlFor(caller, isAsOf),
          // Nobody may keep a preview, so that there is nothing to evict.
          cacheTags: caller.kind === 'preview' ? '' : answer.cacheTags,
          cacheTagHeader: this.parts.cacheTagHeader,
          wasRemembered,
          cost: answer.cost,
          costLimit: caller.queryCostLimit,
          rate: rate?.headers ?? NONE,
          deprecation: answer.deprecation?.headers ?? NONE,
          memento: isAsOf ? mementoHeaders(request, catalogue) : NONE,
        },
        isUnchanged,
      );
      const status = isUnchanged ? 304 : 200;
      response.writeHead(status, headers);
      if (isUnchanged || request.method === 'HEAD') {
        response.end();
      } else {
        // Node would join a text to the headers, which copies it; sent by itself it goes out with them all the same.
        response.cork();
        response.flushHeaders();
        response.end(representation.body, 'latin1');
      }
      this.parts.sent(status, (performance.now() - startedAt) / 1_000);
      if (answer.deprecation) this.parts.usedDeprecated(caller, answer.deprecation);
    };
    const representation = answer.in(this.#acceptance.coding(request.headers['accept-encoding']));
    if (representation instanceof Promise) {
      representation.then(send, (error: unknown) => response.destroy(error as Error));
    } else {
      send(representation);
    }
    return true;
  }

  /** @returns null for a hash that is not known, or is another text's. */
  #textOf({ query, sha256 }: Question): string | null {
    if (sha256 === null) return query;
    const { persistedQueries, registered } = this.parts;
    const known = persistedQueries.get(sha256) ?? registered.textOf(sha256);
    if (query === null || known === query) return known;
    return isHashOf(sha256, query) ? query : null;
  }

  /** Callers with the same rights are answered the same. */
  #rightsOf(caller: Caller): string {
    let rights = this.#rights.get(caller);
    if (rights === undefined) {
      const { kind, queryCostLimit, registeredOnly, keyId, name } = caller;
      // What is registered for one name is not for another.
      const registry = registeredOnly && keyId !== null ? name : '';
      rights = `${kind} ${queryCostLimit} ${registeredOnly} ${registry}`;
      this.#rights.set(caller, rights);
    }
    return rights;
  }

  #make(
    request: IncomingMessage,
    { caller, catalogue, isAsOf, body, spelling }: Asked,
  ): { answer: Answer; wasRemembered: boolean } | Refused | null {
    const { answers, operations, readings, witness } = this.parts;
    const rights = this.#rightsOf(caller) + (isAsOf ? ` ${catalogue.edition.id}` : '');
    const question = body ? questionInBody(body) : questionInAddress(request.url ?? '');
    if (!question) return null;
    const notRegistered = this.parts.registered.refusalOf(caller, question);
    if (notRegistered) return { error: notRegistered, headers: [] };
    const text = this.#textOf(question);
    if (!text) return question.isDocumentId ? { error: unknownDocument(), headers: [] } : null;
    const operation = operations.find(text, question.operationName);
    if (!operation) return null;
    if (operation instanceof ApiError) return { error: operation, headers: [] };
    const cost = operation.cost(question.variables);
    if (cost > caller.queryCostLimit) {
      const error = tooCostly(cost, caller.queryCostLimit);
      return { error, headers: costHeaders(cost, caller) };
    }
    if (question.sha256 !== null) this.parts.persistedQueries.add(question.sha256, text);
    const isRemembered = caller.kind !== 'preview';
    const name = nameOf(operation, question);
    const known = isRemembered ? answers.find(rights, name) : null;
    if (known) {
      answers.alias(rights, spelling, name);
      return { answer: known, wasRemembered: true };
    }
    const { result: json, testimony } = witness.watch(() =>
      operation.answer(question.variables, { catalogue, readings, caller }),
    );
    if (json === null) return null;
    const answer = new Answer(json, testimony, cost, operation.deprecation, this.#tagSeparator);
    if (isRemembered) answers.set(rights, [name, spelling], answer, isAsOf);
    return { answer, wasRemembered: false };
  }
}

const NONE: readonly string[] = [];

function costHeaders(cost: number, { queryCostLimit }: Caller): string[] {
  return ['Query-Cost', String(cost), 'Query-Cost-Limit', String(queryCostLimit)];
}

/** RFC 7089, 2.1.1 and 4.2: the time of what is shown, and where just this is found again. */
function mementoHeaders({ url = '' }: IncomingMessage, { edition }: Catalogue): string[] {
  const headers = ['Content-Location', addressAt(url, edition.id)];
  if (edition.publishedAt !== null) {
    headers.push('Memento-Datetime', new Date(edition.publishedAt).toUTCString());
  }
  return headers;
}

/**
 * An operation with its variables, whatever else was sent and in whatever order. It begins with a sign that no request
 * can send, as these are read byte by byte.
 */
function nameOf(operation: Operation, { variables }: Question): string {
  // One that is absent may have a default; one that is null has none.
  const used = operation.variableNames
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => [name, variables[name]]);
  return `→${operation.id} ${JSON.stringify(used)}`;
}
