import { EDITION_TAG } from '../catalogue/reads/cache-tags';
import { EDITION } from '../catalogue/reads/mark';
import { ObservedView } from '../catalogue/reads/observed-view';
import { Witness } from '../catalogue/reads/witness';
import type { Catalogue, Edition } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import { Reading, type Site } from './reading';

/** Keeps the readings of an edition for as long as the edition itself is kept. */
export class Readings {
  readonly #made = new WeakMap<Catalogue, Map<string, Reading>>();

  constructor(
    private readonly site: Site,
    private readonly witness: Witness = new Witness(),
  ) {}

  /** Which edition answers. Whoever tells of it is answered anew after every publication. */
  edition(catalogue: Catalogue): Edition {
    this.whole(catalogue);
    return catalogue.edition;
  }

  /** The catalogue with the log behind it. Whoever tells of the log is answered anew after every publication. */
  whole(catalogue: Catalogue): Catalogue {
    this.witness.note(EDITION);
    this.witness.depend(EDITION_TAG, null);
    return catalogue;
  }

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
      const observed = new ObservedView(view, this.witness);
      reading = new Reading(catalogue, observed, this.site, this.witness);
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
