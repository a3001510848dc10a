import { startContentApi, startStrapi } from '../contenders/content-api';
import type { ServerProcess } from '../contenders/server-process';
import type { Publishing } from '../contenders/strapi-program';
import { Connection } from '../load/connection';
import { postRequest } from '../load/request';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog, type LogPlace } from '../practice/log';
import { STANDARD_SIZE } from '../practice/practice';
import type { Workshop } from '../workshop';

/** How soon after its commit a publication is in the answers. */
export interface Visibility {
  readonly database: LogPlace['kind'];
  /** Strapi's own process, and a content API alone that follows the same log. */
  readonly reader: "Strapi's process" | 'another process';
  /** Milliseconds from the commit to an answer at the new edition, a publication each. */
  readonly milliseconds: readonly number[];
}

/** What was seen on one database. */
export interface VisibilityRun {
  readonly readers: readonly Visibility[];
  /** Milliseconds that the publications took whoever published. */
  readonly publishing: readonly number[];
}

const PAUSE_MILLISECONDS = 1;
const DEADLINE_MILLISECONDS = 15_000;

/**
 * Publishes FAQs through Strapi's document service, one after the other, while the edition is asked for again and
 * again of both processes. The next one is published when both have answered with the one before.
 *
 * @returns null where the machine lacks the database.
 */
export async function measureVisibility(
  database: LogPlace['kind'],
  workshop: Workshop,
  places: Places,
  plan: Plan,
  tell: (message: string) => void,
): Promise<VisibilityRun | null> {
  const log = await workshop.logPlace(database);
  if (!log) return null;
  tell(`Publishing ${plan.publications} times on ${database} …`);
  await writeLog(log, STANDARD_SIZE, places.migrations);
  const strapi = workshop.keep(await startStrapi(places, log, await workshop.folder()));
  const alone = workshop.keep(await startContentApi(places, log));
  const inside = await Watch.begin(strapi);
  const outside = await Watch.begin(alone);

  const documentId = await created(strapi);
  const seen = { inside: [] as number[], outside: [] as number[], publishing: [] as number[] };
  for (let nth = 0; nth < plan.publications; nth += 1) {
    const published = await publish(strapi, documentId, nth);
    const committedAt = BigInt(published.committedAt);
    const since = (instant: bigint) => Math.max(0, Number(instant - committedAt) / 1e6);
    seen.inside.push(since(await inside.saw(published.edition)));
    seen.outside.push(since(await outside.saw(published.edition)));
    seen.publishing.push(published.milliseconds);
  }
  await Promise.all([inside.end(), outside.end()]);
  await workshop.stopServers();
  return {
    readers: [
      { database, reader: "Strapi's process", milliseconds: seen.inside },
      { database, reader: 'another process', milliseconds: seen.outside },
    ],
    publishing: seen.publishing,
  };
}

async function created(strapi: ServerProcess): Promise<string> {
  const data = {
    question: 'When is this visible?',
    slug: 'when-is-this-visible',
    answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'Soon.' }] }],
    topic: 'basics',
    audience: 'patient',
    position: 1,
  };
  return resultOf<string>(await strapi.ask({ create: { type: 'faq', data } }));
}

async function publish(
  strapi: ServerProcess,
  documentId: string,
  nth: number,
): Promise<Publishing> {
  const data = { question: `When is publication ${nth} visible?` };
  return resultOf<Publishing>(await strapi.ask({ publish: { type: 'faq', documentId, data } }));
}

function resultOf<Result>(answer: unknown): Result {
  const { result, error } = answer as { result: Result; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
}

/** Asks a server for its edition again and again, and notes when each was first answered. */
class Watch {
  readonly #seen = new Map<string, bigint>();
  #isOver = false;
  #ended: Promise<void> = Promise.resolve();
  #failure: unknown = null;

  static async begin(server: ServerProcess): Promise<Watch> {
    const watch = new Watch();
    const connection = await Connection.open(server.port);
    const target = { port: server.port, path: '/graphql', headers: {} };
    const request = postRequest(target, JSON.stringify({ query: '{ edition { id } }' }));
    watch.#ended = watch.#watch(connection, request).catch((error: unknown) => {
      watch.#failure = error;
    });
    return watch;
  }

  /** When the edition was first answered, on the machine's monotonic clock, in nanoseconds. */
  async saw(edition: string): Promise<bigint> {
    const deadline = Date.now() + DEADLINE_MILLISECONDS;
    for (;;) {
      const seenAt = this.#seen.get(edition);
      if (seenAt !== undefined) return seenAt;
      if (this.#failure !== null)
        throw new Error('An edition could not be read.', { cause: this.#failure });
      if (Date.now() > deadline) throw new Error(`Edition ${edition} was never answered.`);
      await pause();
    }
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#ended;
  }

  async #watch(connection: Connection, request: Buffer): Promise<void> {
    while (!this.#isOver) {
      const { body } = await connection.ask(request);
      const now = process.hrtime.bigint();
      const { data } = JSON.parse(String(body)) as { data: { edition: { id: string } } };
      if (!this.#seen.has(data.edition.id)) this.#seen.set(data.edition.id, now);
      await pause();
    }
    connection.close();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
}
