import type { LocaleSettings } from '../../publications/publication';
import { Comparison } from './comparison';

/** The key under which text of a content type that is not localised is kept. */
export const NO_LOCALE = '';

/** Settings of a log that has not been configured yet. */
export const unconfigured: LocaleSettings = { defaultLocale: 'en', locales: ['en'], fallbacks: {} };

/** The practice's locales, with what belongs to each. Made once for each change of settings. */
export interface Locales {
  readonly settings: LocaleSettings;
  readonly chains: LocaleChains;
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

/** For each locale of the practice, the locales whose text its readers are shown, the first that there is deciding. */
export type LocaleChains = ReadonlyMap<string, readonly string[]>;

export function localesOf(settings: LocaleSettings): Locales {
  const comparisons = settings.locales.map((locale) => [locale, new Comparison(locale)] as const);
  return { settings, chains: localeChains(settings), comparisons: new Map(comparisons) };
}

/**
 * The locale itself, its fallbacks, the default one, and last what has no locale. A fallback that the practice no
 * longer has is passed over, as is its text.
 */
function localeChains(settings: LocaleSettings): LocaleChains {
  const known = new Set(settings.locales);
  return new Map(
    settings.locales.map((locale) => {
      const fallbacks = (settings.fallbacks[locale] ?? []).filter((fallback) =>
        known.has(fallback),
      );
      return [locale, [...new Set([locale, ...fallbacks, settings.defaultLocale, NO_LOCALE])]];
    }),
  );
}
