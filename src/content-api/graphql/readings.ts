import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import { Reading, type Site } from './reading';

/** Keeps the readings of an edition for as long as the edition itself is kept. */
export class Readings {
  readonly #made = new WeakMap<Catalogue, Map<string, Reading>>();

  constructor(private readonly site: Site) {}

  /**
   * @param locale as the caller named it; null or absent for the default one.
   * @throws ApiError `UNKNOWN_LOCALE`.
   */
  of(catalogue: Catalogue, locale: string | null | undefined): Reading {
    const name = locale ?? catalogue.settings.defaultLocale;
    let readings = this.#made.get(catalogue);
    if (!readings) {
      readings = new Map();
      this.#made.set(catalogue, readings);
    }
    let reading = readings.get(name);
    if (!reading) {
      const view = catalogue.view(name);
      if (!view) throw unknownLocale(name, catalogue.settings.locales);
      reading = new Reading(catalogue, view, this.site);
      readings.set(name, reading);
    }
    return reading;
  }
}

function unknownLocale(name: string, locales: readonly string[]): ApiError {
  return new ApiError('UNKNOWN_LOCALE', {
    where: 'Argument "locale"',
    what: `There is no locale ${JSON.stringify(name)}.`,
    remedy: `Ask for one of: ${locales.join(', ')}.`,
  });
}
