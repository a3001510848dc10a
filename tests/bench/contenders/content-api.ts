import { ask } from './ask';
import type { Contender } from './contender';
import { ServerProcess } from './server-process';
import { CURSORS, ours } from '../questions/ours';
import type { LogPlace } from '../practice/log';
import type { PracticeSize } from '../practice/practice';
import type { Places } from '../places';

/** The content API as `npm run content-api` starts it. Resolves once its catalogue is loaded. */
export async function startContentApi(places: Places, log: LogPlace): Promise<ServerProcess> {
  const server = await ServerProcess.start({
    program: places.contentApi,
    cwd: places.project,
    env: environmentOf(log),
    tellsWhenReady: false,
  });
  await server.answers('/readyz');
  return server;
}

/** The content API in Strapi's process, on the same log. */
export async function startStrapi(
  places: Places,
  log: LogPlace,
  publicFolder: string,
): Promise<ServerProcess> {
  const server = await ServerProcess.start({
    program: places.strapiProgram,
    cwd: places.project,
    env: { ...environmentOf(log), PUBLIC_FOLDER: publicFolder },
    tellsWhenReady: true,
  });
  await server.answers('/readyz');
  return server;
}

/** A content API, whichever its process, with the questions that it is asked. */
export async function contentApiContender(
  name: Contender['name'],
  server: ServerProcess,
  size: PracticeSize,
): Promise<Contender> {
  const headers = {};
  return {
    name,
    server,
    headers,
    questions: {
      LIST: ours.LIST(await cursors({ server, headers }, size.services)),
      ONE: ours.ONE(size.services),
    },
  };
}

/** The cursor of every service, in the order in which they are listed. */
export async function cursors(
  contender: Pick<Contender, 'server' | 'headers'>,
  services: number,
): Promise<string[]> {
  const found: string[] = [];
  while (found.length < services) {
    const { data } = await ask(contender, CURSORS, { after: found.at(-1) ?? null });
    const { edges } = data.services as { edges: { cursor: string }[] };
    if (edges.length === 0)
      throw new Error(`There are ${found.length} services, but ${services} were published.`);
    found.push(...edges.map((edge) => edge.cursor));
  }
  return found;
}

function environmentOf(log: LogPlace): Record<string, string> {
  return log.kind === 'PostgreSQL'
    ? { DATA_FOLDER: log.dataFolder, DATABASE_URL: log.url }
    : { DATA_FOLDER: log.dataFolder };
}
