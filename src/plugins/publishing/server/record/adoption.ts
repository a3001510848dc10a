import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { contentTypeNames } from '../../../../publications/content';
import { parseSnapshot } from './parse-snapshot';
import { uidOf, type Model } from './content-model';
import { publishedEntry } from './entry';
import type { Log, NewEntry } from './log';
import { localeOf, publishedRows } from './published-rows';
import { takeSnapshot } from './snapshot';
import type { DocumentPictures } from '../pictures/document-pictures';
import type { ReadyPictures } from '../pictures/ready-pictures';

/**
 * Brings a Strapi database that already had public rows under the log: an empty log takes down what is published,
 * each entry marked as adopted. A draft is never read here: it may hold what nobody has published.
 *
 * @returns how many rows were adopted, and those that could not be because they break what must hold of public text.
 */
export async function adoptPublished(
  strapi: Core.Strapi,
  log: Log,
  pictures: DocumentPictures,
  ready: ReadyPictures,
): Promise<{ adopted: number; refused: string[] }> {
  if (!(await isEmpty(strapi.db.connection))) return { adopted: 0, refused: [] };
  for (const type of contentTypeNames) {
    await pictures.prepareRows(type, await publishedRows(strapi, type));
  }
  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    await log.lock(trx);
    if (!(await isEmpty(trx))) return { adopted: 0, refused: [] };

    const entries: NewEntry[] = [];
    const refused: string[] = [];
    for (const type of contentTypeNames) {
      const adopted = new Set<string>();
      const model = strapi.getModel(uidOf(type)) as Model;
      for (const row of await publishedRows(strapi, type)) {
        const subject = { type, documentId: String(row.documentId), locale: localeOf(row) };
        const refuse = (reason: string) =>
          refused.push(
            `${type} ${subject.documentId} (${subject.locale ?? 'every locale'}): ${reason}`,
          );
        // Strapi itself never makes two published rows of one text; SQL and old migrations have.
        const key = `${subject.documentId} ${subject.locale}`;
        if (adopted.has(key)) {
          refuse('Strapi has a second published row of this text.');
          continue;
        }
        // A picture that cannot be read keeps one text from being adopted, not all of them.
        const snapshot = await takeSnapshot(strapi, ready, model, row, null);
        const parsed = parseSnapshot(type, snapshot);
        if (parsed.ok) {
          adopted.add(key);
          entries.push(publishedEntry(subject, 1, parsed.content, snapshot.media, true));
        } else {
          const reasons = parsed.problems.map(
            (problem) => `${problem.path.join('.')}: ${problem.message}`,
          );
          refuse(reasons.join('; '));
        }
      }
    }
    await log.append(trx, entries);
    return { adopted: entries.length, refused };
  });
}

async function isEmpty(connection: Knex): Promise<boolean> {
  const settings = { kind: 'Configured' };
  return !(await connection('publications').whereNot(settings).first('sequence'));
}
