import {
  getOperationAST,
  Kind,
  parse,
  validate,
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { walk } from './answer-walk';
import { headersNamed, type Asked } from './asked';
import type { Asker } from './askers';
import { askedTime, type AskedTime } from './asked-time';
import type { DatedLog } from './dated-log';
import { meaningsOf, type KnownTexts, type Meaning } from './meaning';
import { digestOf, type PlainRoad } from './plain-road';
import { aliasesIn, depthOf, tokensIn, type PublishedLimits } from './published-limits';
import { brokenByRefusal, isRefusal } from './refusal-rules';
import type { Reply } from './reply';

/** In every text of every draft, and in nothing that is public. */
export const DRAFT_WORD = 'heliotrope';
/** More than what anybody may ask for holds, with texts as short as the clinic's. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

export interface AnswerRulesParts {
  readonly schema: GraphQLSchema;
  readonly limits: PublishedLimits;
  readonly dated: DatedLog;
  readonly known: KnownTexts;
  readonly plainRoad: PlainRoad;
  /** What is registered under a frontend's name. */
  readonly registered: Readonly<Record<string, ReadonlySet<string>>>;
  /** How many objects of introspection the query holds that tools send. */
  readonly mostIntrospected: number;
}

/** A valid operation, ready to be held against the data. */
interface Operation {
  readonly document: DocumentNode;
  readonly tokens: number;
}

/** What must be true of every reply, found out from the reply itself and from nothing that the server says it did. */
export class AnswerRules {
  readonly #operations = new Map<string, Operation | null>();

  constructor(private readonly parts: AnswerRulesParts) {}

  /** @returns a sentence for each rule that is broken. */
  async broken(asked: Asked, reply: Reply): Promise<string[]> {
    if (reply.status === 0) return [`it is no HTTP (${reply.text})`];
    const time = askedTime(asked, this.parts.dated);
    const broken = brokenAnyway(reply);
    // What a script of another site may send is told without asking anything.
    if (asked.method === 'OPTIONS' && reply.status < 400) return broken;
    if (isRefusal(asked, reply)) return [...broken, ...brokenByRefusal(asked, reply)];
    if (String(reply.headers['content-type']).startsWith('text/html')) {
      return asksNothing(asked) ? broken : [...broken, 'a page answers a question'];
    }
    return [
      ...broken,
      ...this.#brokenByHead(asked, reply, time),
      ...(await (reply.text === ''
        ? this.#brokenByTag(asked, reply, time)
        : this.#brokenByData(asked, reply, time))),
    ];
  }

  /** What the status and the headers of an answer must say. */
  #brokenByHead({ method, asker, ...asked }: Asked, { headers }: Reply, time: AskedTime): string[] {
    const { dated } = this.parts;
    const broken: string[] = [];
    const must = (isTrue: boolean, rule: string) => void (isTrue || broken.push(rule));
    must(['GET', 'HEAD', 'POST'].includes(method), 'another method is answered');
    must(asker.costLimit !== null, 'who has no key of ours is answered');
    must(time.sequence !== null, 'a time that cannot be meant is answered');
    if (time.sequence !== null) {
      const isThen = headers['content-edition'] === dated.editionAt(time.sequence);
      must(isThen, 'the edition is of another time than asked');
    }
    must(headers['query-cost'] !== undefined, 'the cost is not told');
    must(Number(headers['query-cost'] ?? 0) <= (asker.costLimit ?? 0), 'it costs more than it may');
    const isOwnLimit = headers['query-cost-limit'] === String(asker.costLimit);
    must(isOwnLimit, 'the cost limit is another’s, or not told');
    const mayKeep = String(headers['cache-control']);
    const isByHeader = time.isByHeader && asker.mayKeep === 'public';
    if (isByHeader) must(!mayKeep.includes('public'), 'what a header chose may be kept by anybody');
    else must(mayKeep.startsWith(asker.mayKeep), 'it may be kept by others than it should');
    must(String(headers.vary).includes('Authorization'), 'caches do not keep rights apart');
    must(isAcceptable({ method, asker, ...asked }, headers), 'the media type is not accepted');
    return broken;
  }

  /** Without a body, the tag tells which answer it stands for. */
  async #brokenByTag(asked: Asked, { headers }: Reply, time: AskedTime): Promise<string[]> {
    if (asked.asker.costLimit === null || time.sequence === null) return [];
    if (headersNamed(asked, 'accept-encoding').length > 0) return [];
    for (const meaning of meaningsOf(asked, this.parts.known)) {
      if (!this.#isAllowed(meaning, asked.asker)) continue;
      const plain = await this.#plain(meaning, asked.asker, time);
      if (plain.status === 200 && plain.tag === headers.etag) return [];
    }
    return ['its tag is of nothing that was asked and may be answered'];
  }

  async #brokenByData(asked: Asked, reply: Reply, time: AskedTime): Promise<string[]> {
    const { dated } = this.parts;
    const broken: string[] = [];
    const body = parsed(reply.text);
    if (!isObject(body) || !isObject(body.data)) return ['it is no answer'];
    if (reply.text.length > MOST_CHARACTERS) broken.push('it is longer than anything may be');
    const isPreview = asked.asker.mayKeep === 'no-store' && !time.isSaid;
    if (!isPreview && reply.text.includes(DRAFT_WORD)) broken.push('it shows a draft');
    if (time.sequence !== null) {
      const strangers = dated.strangersIn(reply.text, time.sequence);
      if (strangers.length > 0) broken.push('its words are of another time than asked');
    }
    const judged = await Promise.all(
      meaningsOf(asked, this.parts.known).map((meaning) =>
        this.#brokenAs(meaning, body.data as Record<string, unknown>, asked, reply, time),
      ),
    );
    const fitting = judged.filter((each) => each !== null);
    const [best] = fitting.toSorted((one, other) => one.length - other.length);
    return [...broken, ...(best ?? ['it answers nothing that was asked'])];
  }

  /** @returns null where the data is no answer to this. */
  async #brokenAs(
    meaning: Meaning,
    data: Record<string, unknown>,
    { asker }: Asked,
    { headers, text }: Reply,
    time: AskedTime,
  ): Promise<string[] | null> {
    const { schema, limits } = this.parts;
    const found = this.#find(meaning);
    if (!found) return null;
    const { document, tokens, operation, fragments, variables } = found;
    const walked = walk(schema, operation, fragments, variables, data);
    if (!walked.fits) return null;
    const broken: string[] = [];
    const must = (isTrue: boolean, rule: string) => void (isTrue || broken.push(rule));
    must(walked.unsafe.length === 0, 'clinical text stands without its safety notices');
    must(tokens <= limits.tokens, 'it has more words and signs than may be');
    must(aliasesIn(document) <= limits.aliases, 'it has more aliases than may be');
    must(depthOf(document) <= limits.depth, 'it is deeper than may be');
    const cost = Number(headers['query-cost'] ?? asker.costLimit ?? 0);
    must(walked.objects <= cost, 'it holds more than it costs');
    const mayIntrospect = Math.max(cost, this.parts.mostIntrospected);
    must(walked.introspected <= mayIntrospect, 'it tells the schema more often than it costs');
    must(this.#isAllowed(meaning, asker), 'it answers what is not registered');
    if (asker.costLimit !== null && time.sequence !== null) {
      const plain = await this.#plain(meaning, asker, time);
      if (plain.status !== 200) broken.push('the plainest way to ask it is refused');
      else
        must(plain.digest === digestOf(text), 'it is another than the plainest way to ask gives');
    }
    return broken;
  }

  #isAllowed({ text }: Meaning, { registeredFor }: Asker): boolean {
    return registeredFor === null || this.parts.registered[registeredFor]?.has(text) === true;
  }

  #plain(meaning: Meaning, asker: Asker, { isSaid, sequence }: AskedTime) {
    const { dated, plainRoad } = this.parts;
    const hasDrafts = asker.mayKeep === 'no-store' && !isSaid;
    return plainRoad.answer(meaning, asker, dated.editionAt(sequence ?? 0), hasDrafts);
  }

  /** @returns null where it is no operation that could be answered. */
  #find({ text, operationName, variables }: Meaning) {
    const { schema } = this.parts;
    let read = this.#operations.get(text);
    if (read === undefined) {
      read = readOperation(schema, text);
      this.#operations.set(text, read);
    }
    const operation = read && getOperationAST(read.document, operationName);
    if (!read || !operation) return null;
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced.coerced) return null;
    const fragments = new Map(
      read.document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION
          ? [[definition.name.value, definition] as const]
          : [],
      ),
    );
    return { ...read, operation, fragments, variables: coerced.coerced };
  }
}

function readOperation(schema: GraphQLSchema, text: string): Operation | null {
  try {
    const document = parse(text);
    return validate(schema, document).length === 0 ? { document, tokens: tokensIn(text) } : null;
  } catch {
    return null;
  }
}

const TELLTALE = /node_modules|\.[tj]s:\d+:\d+|SQLITE_|ECONN|\/(tmp|home|root|work)\//;

function brokenAnyway({ status, headers, text }: Reply): string[] {
  const broken: string[] = [];
  if (headers['x-content-type-options'] !== 'nosniff') broken.push('it may be sniffed at');
  if (status >= 500) broken.push('it is a failure of the server');
  // Of the explorer's page, megabytes of other people's code.
  const isPage = String(headers['content-type']).startsWith('text/html');
  if (!isPage && TELLTALE.test(text)) broken.push('it tells of the machine');
  return broken;
}

/** The explorer is for who opened the address and asked nothing by it. */
function asksNothing({ method, parameters }: Asked): boolean {
  const questions = new Set(['query', 'documentId', 'extensions']);
  // What a GET brings along as a body asks nothing.
  const isAsked = parameters.some(([name]) => questions.has(name));
  return (method === 'GET' || method === 'HEAD') && !isAsked;
}

/** RFC 9110, 12.5.1, for the two media types of GraphQL. */
function isAcceptable(asked: Asked, headers: Reply['headers']): boolean {
  const sent = headers['content-type']?.split(';')[0];
  const ranges = headersNamed(asked, 'accept').join(',').split(',').filter(Boolean).map(rangeOf);
  if (sent === undefined || ranges.length === 0) return true;
  const weight = (type: string) => {
    const fitting = [type, 'application/*', '*/*'].map((name) =>
      ranges.find((range) => range.name === name),
    );
    return fitting.find((range) => range !== undefined)?.weight ?? 0;
  };
  const own = ['application/json', 'application/graphql-response+json'];
  // Who takes neither may be answered in either, or refused.
  return own.includes(sent) && (weight(sent) > 0 || own.every((type) => weight(type) === 0));
}

function rangeOf(text: string): { name: string; weight: number } {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { name, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
