import { startStrapi } from '../contenders/content-api';
import type { ServerProcess } from '../contenders/server-process';
import type { Publishing } from '../contenders/strapi-program';
import { Connection } from '../load/connection';
import { postRequest } from '../load/request';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog, type LogPlace } from '../practice/log';
import { sizeOf } from '../practice/practice';
import type { Workshop } from '../workshop';

/** What publishing costs as a practice grows, and what it costs who reads meanwhile. */
export interface Writing {
  readonly database: LogPlace['kind'];
  readonly few: Publications;
  readonly many: Publications;
  /** Texts published together, with the few documents. */
  readonly together: {
    readonly texts: number;
    readonly milliseconds: number;
    /** How long each answer took that was asked for meanwhile, ten a second, milliseconds. */
    readonly reads: readonly number[];
  };
}

interface Publications {
  readonly documents: number;
  /** Each publication by itself, with nobody else at work. */
  readonly milliseconds: readonly number[];
}

const READ_EVERY_MILLISECONDS = 100;

/**
 * Publishes in a small practice and in a large one, turn by turn, and then many texts together in the small one.
 *
 * @returns null where the machine lacks the database.
 */
export async function measureWriting(
  database: LogPlace['kind'],
  workshop: Workshop,
  places: Places,
  plan: Plan,
  tell: (message: string) => void,
): Promise<Writing | null> {
  const { few, many, texts } = plan.writing;
  tell(`Publishing among ${few} and ${many} documents on ${database} …`);
  const small = await practiceOf(few, database, workshop, places);
  const large = await practiceOf(many, database, workshop, places);
  if (!small || !large) return null;

  const seen = { few: [] as number[], many: [] as number[] };
  for (let nth = 0; nth < plan.publications; nth += 1) {
    seen.few.push(await small.publish(nth));
    seen.many.push(await large.publish(nth));
  }
  const together = await publishTogether(small.strapi, texts);
  await workshop.stopServers();
  return {
    database,
    few: { documents: few, milliseconds: seen.few },
    many: { documents: many, milliseconds: seen.many },
    together,
  };
}

/** A practice with so many documents, in the log and in Strapi's own tables, and one more that is published again and again. */
async function practiceOf(
  documents: number,
  database: LogPlace['kind'],
  workshop: Workshop,
  places: Places,
) {
  const log = await workshop.logPlace(database);
  if (!log) return null;
  await writeLog(log, sizeOf(documents), places.migrations);
  const strapi = workshop.keep(await startStrapi(places, log, await workshop.folder()));
  await ask(strapi, { fill: { type: 'faq', documents } });
  const create = { type: 'faq', data: question('one') };
  const documentId = await ask<string>(strapi, { create });
  const publish = async (nth: number): Promise<number> => {
    const data = { question: `Is this text number ${nth}?` };
    const publication = { publish: { type: 'faq', documentId, data } };
    return (await ask<Publishing>(strapi, publication)).milliseconds;
  };
  return { strapi, publish };
}

async function publishTogether(strapi: ServerProcess, texts: number): Promise<Writing['together']> {
  const drafts = Array.from({ length: texts }, (_, nth) => question(`together-${nth}`));
  const ids = await ask<readonly string[]>(strapi, { makeDrafts: { type: 'faq', drafts } });

  const connection = await Connection.open(strapi.port);
  const reads: number[] = [];
  let isOver = false;
  const reading = (async () => {
    for (let nth = 0; !isOver; nth += 1) {
      // No answer that was kept: each is worked out, as after every publication.
      const query = `{ faqs(first: 10, filter: { slug: { ne: "never-${nth}" } }) { nodes { question } } }`;
      const target = { port: strapi.port, path: '/graphql', headers: {} };
      const start = process.hrtime.bigint();
      await connection.ask(postRequest(target, JSON.stringify({ query })));
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      reads.push(milliseconds);
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, READ_EVERY_MILLISECONDS - milliseconds)),
      );
    }
  })();
  const together = { publishTogether: { type: 'faq', ids } };
  const milliseconds = await ask<number>(strapi, together);
  isOver = true;
  await reading;
  connection.close();
  return { texts, milliseconds, reads };
}

function question(slug: string) {
  return {
    question: `What of ${slug}?`,
    slug,
    answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'Soon.' }] }],
    topic: 'basics',
    audience: 'patient',
    position: 1,
  };
}

async function ask<Result>(strapi: ServerProcess, message: object): Promise<Result> {
  const { result, error } = (await strapi.ask(message)) as { result: Result; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
}
