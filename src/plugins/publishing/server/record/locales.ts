import type { Core } from '@strapi/strapi';

/** A language of the practice. */
export interface PracticeLocale {
  /** BCP 47. */
  readonly code: string;
  /** As the panel shows it. */
  readonly name: string;
}

/** Strapi's setting that names the default locale. */
const DEFAULT_LOCALE_KEY = 'plugin_i18n_default_locale';

/**
 * Gives a new database the languages of the practice. A database with text in it is left alone: there, adding and
 * removing languages is an administrator's decision.
 */
export async function ensureLocales(
  strapi: Core.Strapi,
  locales: readonly PracticeLocale[],
): Promise<void> {
  const isNew = !(await strapi.db.connection('publications').first('sequence'));
  if (!isNew) return;
  const query = strapi.db.query('plugin::i18n.locale');
  for (const locale of locales) {
    if (!(await query.findOne({ where: { code: locale.code } })))
      await query.create({ data: locale });
  }
}

/** Calls back after a language was added, renamed or removed, or another became the default one. */
export function onLocaleChange(strapi: Core.Strapi, callback: () => Promise<void>): void {
  strapi.db.lifecycles.subscribe({
    models: ['plugin::i18n.locale'],
    afterCreate: callback,
    afterUpdate: callback,
    afterDelete: callback,
  });
  strapi.db.lifecycles.subscribe({
    models: ['strapi::core-store'],
    async afterUpdate(event) {
      if ((event as { result?: { key?: string } }).result?.key === DEFAULT_LOCALE_KEY)
        await callback();
    },
  });
}
