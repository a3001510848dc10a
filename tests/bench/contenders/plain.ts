import type { Places } from '../places';
import type { PracticeSize } from '../practice/practice';
import { contentApiContender } from './content-api';
import type { Contender } from './contender';
import { ServerProcess } from './server-process';

/** Apollo Server and type-graphql over objects in memory, with the part of our schema that the questions need. */
export async function startPlain(places: Places, size: PracticeSize): Promise<Contender> {
  const server = await ServerProcess.start({
    program: places.plainProgram,
    cwd: places.project,
    env: {},
    tellsWhenReady: true,
  });
  return contentApiContender('Apollo + type-graphql', server, size);
}
