import { Connection, type Answer } from '../load/connection';
import { bodies, getRequest, postRequest } from '../load/request';
import type { Cell } from '../measurements/rates';
import { questionNames, type QuestionName } from '../questions/question';

/** An answer without what Node's HTTP server writes by itself. Plain data: it crosses to the bare server. */
export interface RecordedAnswer {
  readonly status: number;
  /** Names and values in turn, in the order and the spelling in which they were sent. */
  readonly head: readonly string[];
  readonly body: string;
}

/** What a contender answers to one question. */
export interface Recording {
  readonly question: QuestionName;
  readonly whole: RecordedAnswer;
  /** The `If-None-Match` that is answered with `unchanged`. */
  readonly tag: string;
  readonly unchanged: RecordedAnswer;
}

const WRITTEN_BY_NODE: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive']);
/** What is asked over and over is recorded, not what is asked for the first time. */
const TIMES_ASKED_BEFORE = 2;

/** Records what a contender answers, by its hot and unchanged cells: to the very bytes that it is measured with. */
export async function record(cells: readonly Cell[]): Promise<Recording[]> {
  return Promise.all(
    questionNames.map(async (question): Promise<Recording> => {
      const cellOf = (wanted: Cell['mode']) => {
        const found = cells.find((cell) => cell.mode === wanted && cell.question === question);
        if (!found) throw new Error(`There is no cell for ${wanted} ${question} to record.`);
        return found;
      };
      const unchanged = cellOf('unchanged');
      return {
        question,
        whole: await answerTo(cellOf('hot')),
        tag: unchanged.target.headers['if-none-match'] ?? '',
        unchanged: await answerTo(unchanged),
      };
    }),
  );
}

/** The same answers with the fewest headers that can be sent with them. */
export function withFewHeaders(recording: Recording): Recording {
  const { whole, tag, unchanged } = recording;
  const length = String(Buffer.byteLength(whole.body));
  return {
    ...recording,
    whole: { ...whole, head: ['content-type', 'application/json', 'content-length', length] },
    unchanged: { ...unchanged, head: ['etag', tag] },
  };
}

async function answerTo({ target, asking }: Cell): Promise<RecordedAnswer> {
  const request =
    asking.kind === 'get'
      ? getRequest(target)
      : postRequest(target, bodies(asking.question, asking.fewest)(asking.n));
  const connection = await Connection.open(target.port);
  try {
    for (let nth = 0; nth < TIMES_ASKED_BEFORE; nth += 1) await connection.ask(request);
    return recorded(await connection.ask(request));
  } finally {
    connection.close();
  }
}

function recorded({ status, head, body }: Answer): RecordedAnswer {
  const [, ...lines] = (head ?? '').split('\r\n');
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([^:]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Not a line of a head: ${line}`);
    return WRITTEN_BY_NODE.has(name.toLowerCase()) ? [] : [name, value];
  });
  return { status, head: headers, body: body?.toString() ?? '' };
}
