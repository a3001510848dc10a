import { contentApiContender, startContentApi } from '../contenders/content-api';
import type { Load } from '../load/load';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog } from '../practice/log';
import { STANDARD_SIZE } from '../practice/practice';
import type { Question } from '../questions/question';
import type { Workshop } from '../workshop';
import { questionCells } from './rates';
import { slopeOf } from './spread';

/** What the content API alone takes in memory as it is asked more and more. */
export interface Memory {
  readonly readings: readonly { readonly questions: number; readonly resident: number }[];
  /** Megabytes for each 10,000 questions, over the second half of the readings. */
  readonly slope: number;
}

/** In each batch, so many times, the text of the query is one that was never sent before. */
const TEXTS_PER_BATCH = 400;
/** What is asked once is not kept. */
const TIMES = 2;

/**
 * Asks only what is new, questions as well as texts of queries, and each twice, so that everything that remembers
 * something has been filled several times over by the half of the readings from which the slope is taken.
 *
 * @returns null where the system does not tell a process's memory.
 */
export async function measureMemory(
  workshop: Workshop,
  places: Places,
  load: Load,
  plan: Plan,
  tell: (message: string) => void,
): Promise<Memory | null> {
  const log = await workshop.logPlace('SQLite');
  if (!log) throw new Error('SQLite is always there.');
  await writeLog(log, STANDARD_SIZE, places.migrations);
  const server = workshop.keep(await startContentApi(places, log));
  const contender = await contentApiContender('content API alone', server, STANDARD_SIZE);
  const cell = questionCells(contender).find(
    ({ mode, question }) => mode === 'cold' && question === 'ONE',
  );
  if (cell?.asking.kind !== 'cold') throw new Error('The content API answers cold questions.');

  tell(`Asking ${plan.memory.batches * plan.memory.questions} new questions, reading memory …`);
  const readings: { questions: number; resident: number }[] = [];
  const { target, asking } = cell;
  let n = asking.n;
  for (let text = 0; text < plan.memory.batches * TEXTS_PER_BATCH; text += 1) {
    const result = await load.run({
      target,
      asking: { ...asking, n, times: TIMES, question: renamed(asking.question, text) },
      connections: plan.connections,
      until: { requests: (TIMES * plan.memory.questions) / TEXTS_PER_BATCH },
    });
    n = result.nextQuestion;
    if ((text + 1) % TEXTS_PER_BATCH > 0) continue;
    const resident = server.memory()?.now;
    if (resident !== undefined) readings.push({ questions: n - asking.n, resident });
  }
  await workshop.stopServers();
  if (readings.length < 2) return null;
  const settled = readings.slice(Math.floor(readings.length / 2));
  const slope = slopeOf(
    settled.map(({ questions, resident }) => ({ x: questions / 10_000, y: resident })),
  );
  return { readings, slope };
}

/** The same question in a text of its own: another name for the operation. */
function renamed(question: Question, nth: number): Question {
  return { ...question, query: question.query.replace(/query \w+/, `query One${nth}`) };
}
