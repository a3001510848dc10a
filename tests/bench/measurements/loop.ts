import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { startContentApi } from '../contenders/content-api';
import type { ServerProcess } from '../contenders/server-process';
import { Connection, type Answer } from '../load/connection';
import { postRequest, type Target } from '../load/request';
import { Watcher } from '../load/watcher';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog } from '../practice/log';
import { practice, STANDARD_SIZE, sizeOf } from '../practice/practice';
import { newText, randomQuestions, worstQuestions, type WorstQuestion } from '../questions/worst';
import type { Workshop } from '../workshop';

/** For how long the content API alone lets a reader wait while somebody else asks what takes longest. */
export interface Loop {
  readonly documents: number;
  /** The same reader while nobody else asks: what the machine itself keeps it waiting. Milliseconds, one a round. */
  readonly alone: readonly number[];
  readonly asked: readonly Held[];
}

export interface Held {
  readonly question: string;
  /** Points; null where it was refused before it was reckoned, and of several questions. */
  readonly cost: number | null;
  /** Of the answers together. */
  readonly bytes: number;
  /** Milliseconds from the question to the end of its answer, one a round. */
  readonly answered: readonly number[];
  /** The longest that the reader waited from one answer to the next meanwhile; milliseconds, one a round. */
  readonly held: readonly number[];
  /** The most processor time that the loop took from one answer to the next, one a round; empty where nobody tells. */
  readonly taken: readonly number[];
}

/** Kept after it was asked twice, and so small that answering it takes next to nothing. */
const READERS_QUESTION = JSON.stringify({ query: '{ practice { name } }' });
const WARM_UP_MILLISECONDS = 500;
const ALONE_MILLISECONDS = 500;

export async function measureLoop(
  workshop: Workshop,
  places: Places,
  plan: Plan,
  tell: (message: string) => void,
): Promise<Loop[]> {
  const loops: Loop[] = [];
  for (const size of [STANDARD_SIZE, sizeOf(plan.documents.many)]) {
    const log = await workshop.logPlace('SQLite');
    if (!log) throw new Error('SQLite is always there.');
    const documents = [...practice(size)].length;
    tell(`Asking the content API what takes longest, with ${documents} documents …`);
    await writeLog(log, size, places.migrations);
    const server = workshop.keep(await startContentApi(places, log));
    loops.push({ documents, ...(await holdings(server, plan)) });
    await workshop.stopServers();
  }
  return loops;
}

/** Puts every question once a round, one after the other, each time in a text that was never sent before. */
async function holdings(
  server: ServerProcess,
  { loop }: Plan,
): Promise<Pick<Loop, 'alone' | 'asked'>> {
  const { port } = server;
  const target: Target = { port, path: '/graphql', headers: {} };
  const now = () => performance.now();
  const clocks = { now, taken: () => server.loopMilliseconds() };
  const watcher = await Watcher.open(port, postRequest(target, READERS_QUESTION), clocks);
  const asker = await Connection.open(port);
  const alone: number[] = [];
  const groups = [
    ...worstQuestions().map((question) => [question]),
    randomQuestions(await schemaOf(port), loop.randomQuestions),
  ];
  const rounds: Round[][] = groups.map(() => []);
  let texts = 0;
  try {
    await watcher.during(() => pause(WARM_UP_MILLISECONDS));
    for (let round = 0; round < loop.rounds; round += 1) {
      alone.push((await watcher.during(() => pause(ALONE_MILLISECONDS))).longestGap);
      for (const [index, group] of groups.entries()) {
        const requests = group.map((question) => {
          const query = newText(question, (texts += 1));
          const { variables } = question;
          return { question, request: postRequest(target, JSON.stringify({ query, variables })) };
        });
        const { result, ...watched } = await watcher.during(async () => {
          const start = now();
          const answers: Answer[] = [];
          for (const { question, request } of requests)
            answers.push(await asked(asker, question, request));
          return { answers, milliseconds: now() - start };
        });
        rounds[index]?.push({ ...result, ...watched });
      }
    }
  } finally {
    watcher.close();
    asker.close();
  }
  return { alone, asked: groups.map((group, index) => heldBy(group, rounds[index] ?? [])) };
}

interface Round {
  readonly answers: readonly Answer[];
  readonly milliseconds: number;
  readonly longestGap: number;
  readonly mostTaken: number | null;
}

function heldBy(questions: readonly WorstQuestion[], rounds: readonly Round[]): Held {
  const answers = rounds[0]?.answers ?? [];
  const costs = answers.map(({ head }) => /\r\nquery-cost: *(\d+)/i.exec(head)?.[1]);
  return {
    question: questions.length === 1 ? (questions[0]?.name ?? '') : `${questions.length} by chance`,
    cost: questions.length === 1 && costs[0] !== undefined ? Number(costs[0]) : null,
    bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    answered: rounds.map(({ milliseconds }) => milliseconds),
    held: rounds.map(({ longestGap }) => longestGap),
    taken: rounds.flatMap(({ mostTaken }) => mostTaken ?? []),
  };
}

/** @throws Error where a limit refuses what it is to let through, or the other way round: then another is the worst. */
async function asked(
  connection: Connection,
  { name, isAnswered }: WorstQuestion,
  request: Buffer,
): Promise<Answer> {
  const answer = await new Promise<Answer>((resolve, reject) =>
    connection.send(request, false, { resolve, reject }),
  );
  const { status } = answer;
  if (status < 500 && (isAnswered ?? status === 200) === (status === 200)) return answer;
  const { body } = await connection.ask(request);
  throw new Error(`"${name}" has the status ${status}: ${body?.toString().slice(0, 500)}`);
}

async function schemaOf(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/schema.graphql`)).text();
}
