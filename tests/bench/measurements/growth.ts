import { contentApiContender, startContentApi } from '../contenders/content-api';
import type { Load } from '../load/load';
import type { Places } from '../places';
import type { Plan } from '../plan';
import { writeLog } from '../practice/log';
import { sizeOf } from '../practice/practice';
import type { Workshop } from '../workshop';
import { measureRates, questionCells, type Sample } from './rates';

/** How fast a cold ONE is answered out of a small and out of a large catalogue, in rounds that take turns. */
export interface Growth {
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
    return questionCells(contender).filter(
      (cell) => cell.mode === 'cold' && cell.question === 'ONE',
    );
  };
  tell(
    `Starting the content API with ${plan.documents.few} and with ${plan.documents.many} documents …`,
  );
  const cells = [...(await coldOne(plan.documents.few)), ...(await coldOne(plan.documents.many))];
  const [few, many] = await measureRates(load, cells, plan, tell);
  await workshop.stopServers();
  return {
    few: { documents: plan.documents.few, samples: few?.samples ?? [] },
    many: { documents: plan.documents.many, samples: many?.samples ?? [] },
  };
}
