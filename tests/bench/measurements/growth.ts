import { contentApiContender, startContentApi } from '../contenders/content-api';
import type { Load } from '../load/load';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog } from '../practice/log';
import { sizeOf } from '../practice/practice';
import type { Workshop } from '../workshop';
import { measureRates, questionCells, type Cell, type Sample } from './rates';

/** How fast a cold ONE is answered out of a small and out of a large catalogue, in rounds that take turns. */
export interface Growth {
  /** Answers a second out of the large one while each service is asked about for the first time. */
  readonly firstTime: number;
  readonly few: { readonly documents: number; readonly samples: readonly Sample[] };
  readonly many: { readonly documents: number; readonly samples: readonly Sample[] };
}

export async function measureGrowth(
  workshop: Workshop,
  places: Places,
  load: Load,
  plan: Plan,
  tell: (message: string) => void,
): Promise<Growth> {
  const coldOne = async (documents: number) => {
    const log = await workshop.logPlace('SQLite');
    if (!log) throw new Error('SQLite is always there.');
    const size = sizeOf(documents);
    await writeLog(log, size, places.migrations);
    const server = workshop.keep(await startContentApi(places, log));
    const contender = await contentApiContender('content API alone', server, size);
    const cell = questionCells(contender).find(
      ({ mode, question }) => mode === 'cold' && question === 'ONE',
    );
    if (!cell) throw new Error('The content API answers cold questions.');
    return cell;
  };
  tell(
    `Starting the content API with ${plan.documents.few} and with ${plan.documents.many} documents …`,
  );
  const small = await askOfEach(load, await coldOne(plan.documents.few), plan);
  const large = await askOfEach(load, await coldOne(plan.documents.many), plan);
  const [few, many] = await measureRates(load, [small.cell, large.cell], plan, tell);
  await workshop.stopServers();
  return {
    firstTime: large.perSecond,
    few: { documents: plan.documents.few, samples: few?.samples ?? [] },
    many: { documents: plan.documents.many, samples: many?.samples ?? [] },
  };
}

/**
 * Asks a new question about every service once. What is made when a text is first read is made once for each, however
 * many there are; in rounds of a few seconds it would fall on the large catalogue alone.
 */
async function askOfEach(
  load: Load,
  cell: Cell,
  plan: Plan,
): Promise<{ cell: Cell; perSecond: number }> {
  const { target, asking, contender } = cell;
  const requests = contender.questions?.ONE.subject.values.length ?? 0;
  const result = await load.run({
    target,
    asking,
    connections: plan.connections,
    until: { requests },
  });
  return {
    cell:
      asking.kind === 'cold' ? { ...cell, asking: { ...asking, n: result.nextQuestion } } : cell,
    perSecond: (result.answers / result.milliseconds) * 1_000,
  };
}
