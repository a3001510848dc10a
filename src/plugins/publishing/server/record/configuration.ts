import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { canonicalJson } from '../../../../publications/canonical';
import type { LocaleSettings } from '../../../../publications/publication';
import type { LogRow } from '../../../../publications/row';
import { configuredEntry } from './entry';
import type { Log } from './log';

/** For each locale, the others that stand in for a text it lacks, in order. */
export type Fallbacks = Readonly<Record<string, readonly string[]>>;

/**
 * Appends a Configured entry where the practice's languages are no longer those that the log knows.
 *
 * A locale that was deleted in the panel stays for as long as the log has public text in it: deleting a locale goes
 * round the recorder, so it is drift, and drift does not become public by itself.
 */
export async function recordConfiguration(
  strapi: Core.Strapi,
  log: Log,
  fallbacks: Fallbacks,
): Promise<void> {
  await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    await log.lock(trx);
    const settings = await currentSettings(strapi, trx, fallbacks);
    const last = await trx<LogRow>('publications')
      .where({ kind: 'Configured' })
      .orderBy('sequence', 'desc')
      .first('detail');
    if (last?.detail !== canonicalJson(settings))
      await log.append(trx, [configuredEntry(settings)]);
  });
}

/** What Strapi's i18n plugin knows of languages, as far as it is asked here. */
interface LocaleService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

async function currentSettings(
  strapi: Core.Strapi,
  trx: Knex,
  fallbacks: Fallbacks,
): Promise<LocaleSettings> {
  const service: LocaleService = strapi.plugin('i18n').service('locales');
  const defaultLocale = await service.getDefaultLocale();
  const known = (await service.find()).map((locale) => locale.code);
  const locales = [...new Set([...known, defaultLocale, ...(await publicLocales(trx))])].sort();
  return {
    defaultLocale,
    locales,
    fallbacks: Object.fromEntries(
      locales.flatMap((locale) => {
        const chain = (fallbacks[locale] ?? []).filter(
          (other) => other !== locale && locales.includes(other),
        );
        return chain.length > 0 ? [[locale, chain]] : [];
      }),
    ),
  };
}

/** The locales in which the log has public text. */
async function publicLocales(trx: Knex): Promise<string[]> {
  const newest = trx('publications')
    .whereNotNull('locale')
    .max('sequence')
    .groupBy('type', 'document_id', 'locale');
  const rows = await trx<LogRow>('publications')
    .where({ kind: 'Published' })
    .whereIn('sequence', newest)
    .distinct('locale');
  return rows.flatMap((row) => row.locale ?? []);
}
