import type { Cell } from './rates';
import { fewest, HOT_QUESTION } from './rates';
import { questionNames, variablesOf, type Question } from '../questions/question';
import type { Contender } from '../contenders/contender';

/** A GET with variables counts as a plain request in a browser, so Apollo wants a header that forms cannot send. */
const PREFLIGHT = { 'apollo-require-preflight': 'true' };

/**
 * The cells that ask "has it changed?" of a contender.
 *
 * @throws Error where it gives its answers no ETag, or sends them again all the same.
 */
export async function unchangedCells(contender: Contender): Promise<Cell[]> {
  const { questions } = contender;
  if (!questions) return [];
  const cells: Cell[] = [];
  for (const name of questionNames) {
    const question = questions[name];
    const path = getPath('/graphql', question);
    const accept = 'application/graphql-response+json';
    const headers = { ...contender.headers, ...PREFLIGHT };
    const address = `http://127.0.0.1:${contender.server.port}${path}`;
    const first = await fetch(address, {
      headers: { ...headers, accept, 'accept-encoding': 'identity' },
    });
    const tag = first.headers.get('etag');
    if (first.status !== 200 || tag === null)
      throw new Error(`${contender.name} gives its answer to ${name} no ETag (${first.status}).`);
    const conditional = { ...headers, 'if-none-match': tag };
    const second = await fetch(address, {
      headers: { ...conditional, accept, 'accept-encoding': 'identity' },
    });
    if (second.status !== 304)
      throw new Error(`${contender.name} sends an unchanged ${name} again (${second.status}).`);
    cells.push({
      mode: 'unchanged',
      question: name,
      contender,
      target: { port: contender.server.port, path, headers: conditional },
      asking: { kind: 'get', status: 304 },
    });
  }
  return cells;
}

/** The address of a question that is asked by GET. */
export function getPath(path: string, question: Question): string {
  const parameters = new URLSearchParams({
    query: question.query,
    variables: JSON.stringify(variablesOf(question, fewest, HOT_QUESTION)),
  });
  return `${path}?${parameters.toString()}`;
}
