import { performance } from 'node:perf_hooks';
import { contentApiContender, startContentApi } from '../contenders/content-api';
import type { Load } from '../load/load';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog, type LogPlace } from '../practice/log';
import { sizeOf } from '../practice/practice';
import type { Workshop } from '../workshop';
import { questionCells } from './rates';

/** Starts of the content API alone with a large log. */
export interface Starts {
  readonly database: LogPlace['kind'];
  readonly documents: number;
  readonly starts: readonly Start[];
}

interface Start {
  /** From starting the program to the first 200 from `/readyz`. */
  readonly readySeconds: number;
  /** Megabytes, when ready; null where the system does not tell. */
  readonly residentWhenReady: number | null;
  /** Megabytes, at its highest, after it was asked some. */
  readonly residentAtMost: number | null;
}

/** @returns null where the machine lacks the database. */
export async function measureStarts(
  database: LogPlace['kind'],
  workshop: Workshop,
  places: Places,
  load: Load,
  plan: Plan,
  tell: (message: string) => void,
): Promise<Starts | null> {
  const log = await workshop.logPlace(database);
  if (!log) return null;
  const documents = plan.documents.many;
  tell(`Starting the content API alone with ${documents} documents on ${database} …`);
  const size = sizeOf(documents);
  await writeLog(log, size, places.migrations);

  const starts: Start[] = [];
  for (let nth = 0; nth < plan.starts.times; nth += 1) {
    const startedAt = performance.now();
    const server = workshop.keep(await startContentApi(places, log));
    const readySeconds = (performance.now() - startedAt) / 1_000;
    const residentWhenReady = server.memory()?.now ?? null;
    const contender = await contentApiContender('content API alone', server, size);
    for (const cell of questionCells(contender)) {
      const { target, asking } = cell;
      await load.run({
        target,
        asking,
        connections: plan.connections,
        until: { requests: plan.starts.questions },
      });
    }
    const residentAtMost = server.memory()?.peak ?? null;
    starts.push({ readySeconds, residentWhenReady, residentAtMost });
    await workshop.stopServers();
  }
  return { database, documents, starts };
}
