import type { Catalogue, Edition } from '../catalogue/catalogue';
import { EDITION_TAG } from '../catalogue/reads/cache-tags';
import { EDITION } from '../catalogue/reads/mark';
import { ObservedView } from '../catalogue/reads/observed-view';
import type { Witness } from '../catalogue/reads/witness';
import { ApiError } from '../errors';
import { Reading, type Site } from './reading';

/**
 * One edition, as resolvers read it. There is no way to its catalogue that is not noted: an answer that depended on more
 * than was noted would be kept when it is wrong.
 */
export class ObservedEdition {
  readonly #catalogue: Catalogue;
  readonly #readings = new Map<string, Reading>();

  constructor(
    catalogue: Catalogue,
    private readonly site: Site,
    private readonly witness: Witness,
  ) {
    this.#catalogue = catalogue;
  }

  /** Which edition this is. Whoever tells of it is answered anew after every publication. */
  get edition(): Edition {
    return this.whole.edition;
  }

  /** The catalogue with the log behind it. Whoever tells of the log is answered anew after every publication. */
  get whole(): Catalogue {
    this.dependOnAll();
    return this.#catalogue;
  }

  /** Notes that an answer depends on everything. */
  dependOnAll(): void {
    this.witness.note(EDITION);
    this.witness.depend(EDITION_TAG, null);
  }

  /** Whether the practice has this language. Need not be noted: a change of languages drops every answer. */
  hasLocale(locale: string): boolean {
    return this.#catalogue.settings.locales.includes(locale);
  }

  /**
   * @param locale as the caller named it; null or absent for the default one.
   * @throws ApiError `UNKNOWN_LOCALE`.
   */
  in(locale: string | null | undefined): Reading {
    const { settings } = this.#catalogue;
    const name = locale ?? settings.defaultLocale;
    let reading = this.#readings.get(name);
    if (!reading) {
      const view = this.#catalogue.view(name);
      if (!view) throw unknownLocale(name, settings.locales);
      const observed = new ObservedView(view, this.witness);
      reading = new Reading(this.#catalogue, observed, this.site, this.witness);
      this.#readings.set(name, reading);
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
