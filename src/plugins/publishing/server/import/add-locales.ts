import type { Core } from '@strapi/strapi';
import type { ImportPlan } from './plan';

interface LocaleService {
  find(): Promise<{ code: string }[]>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

interface IsoLocaleService {
  getIsoLocales(): { code: string; name: string }[];
}

/**
 * Sets up in Strapi the languages of a plan that it lacks. For an empty database only: in a practice that exists, which
 * languages there are is not an import's to decide, and `loadImport` refuses.
 */
export async function addLocales(plan: ImportPlan, strapi: Core.Strapi): Promise<void> {
  const i18n = strapi.plugin('i18n');
  const locales = i18n.service<LocaleService>('locales');
  const named = i18n.service<IsoLocaleService>('iso-locales').getIsoLocales();
  const known = new Set((await locales.find()).map(({ code }) => code));
  for (const code of plan.locales.filter((locale) => !known.has(locale))) {
    await locales.create({
      code,
      name: named.find((locale) => locale.code === code)?.name ?? code,
    });
  }
}
