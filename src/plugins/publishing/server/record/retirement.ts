import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { retiredTypes } from '../../../../publications/content/versions';
import type { LogRow } from '../../../../publications/row';
import { withdrawnEntry } from './entry';
import type { Log } from './log';

/**
 * Withdraws what is public of content types that there are no more. No reader shows it any longer; this tells partners,
 * who keep copies, to take them down.
 *
 * @returns how many texts were withdrawn.
 */
export async function withdrawRetired(strapi: Core.Strapi, log: Log): Promise<number> {
  if (retiredTypes.length === 0) return 0;
  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    await log.lock(trx);
    const newest = trx('publications')
      .whereIn('type', retiredTypes)
      .max('sequence')
      .groupBy('type', 'document_id', 'locale');
    const rows = await trx<LogRow>('publications')
      .where({ kind: 'Published' })
      .whereIn('sequence', newest)
      .orderBy('sequence')
      .select('type', 'document_id', 'locale');
    await log.append(trx, rows.map(withdrawal));
    return rows.length;
  });
}

function withdrawal({
  type,
  document_id: documentId,
  locale,
}: Pick<LogRow, 'type' | 'document_id' | 'locale'>) {
  return withdrawnEntry({ type: type ?? '', documentId: documentId ?? '', locale }, 'deleted');
}
