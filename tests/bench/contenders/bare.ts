import { deepStrictEqual } from 'node:assert';
import type { Cell } from '../measurements/rates';
import type { Places } from '../places';
import type { Contender } from './contender';
import { record, type Recording } from './recording';
import { ServerProcess } from './server-process';

/** Node's own HTTP server, which sends what was recorded of another contender. */
export async function startBare(
  name: Contender['name'],
  places: Places,
  recordings: readonly Recording[],
): Promise<Contender> {
  const server = await ServerProcess.start({
    program: places.bareProgram,
    cwd: places.project,
    env: {},
    tellsWhenReady: true,
  });
  for (const recording of recordings) await server.ask(recording);
  return { name, server, headers: {}, questions: null };
}

/**
 * The model's hot and unchanged cells, asked of the bare server: requests are the same bytes but for the address.
 *
 * @throws AssertionError where it sends anything else than the recordings.
 */
export async function bareCells(
  bare: Contender,
  model: readonly Cell[],
  recordings: readonly Recording[],
): Promise<Cell[]> {
  const cells = model
    .filter(({ mode }) => mode !== 'cold')
    .map((cell): Cell => {
      const path = cell.target.path.replace('/graphql', `/${cell.question}`);
      const target = { ...cell.target, port: bare.server.port, path };
      return { ...cell, contender: bare, target };
    });
  deepStrictEqual(await record(cells), recordings, `${bare.name} sends another answer.`);
  return cells;
}
