import { Witness } from '../catalogue/reads/witness';
import type { Catalogue } from '../catalogue/catalogue';
import { ObservedEdition } from './observed-edition';
import type { Site } from './reading';

/** Keeps what was made to read an edition for as long as the edition itself is kept. */
export class Readings {
  #made = new WeakMap<Catalogue, ObservedEdition>();
  #site: Site;

  constructor(
    site: Site,
    private readonly witness: Witness = new Witness(),
  ) {
    this.#site = site;
  }

  /** What is read from now on. Who has begun to read an edition goes on with the site that was. */
  get site(): Site {
    return this.#site;
  }

  moveTo(site: Site): void {
    this.#site = site;
    this.#made = new WeakMap();
  }

  of(catalogue: Catalogue): ObservedEdition {
    let edition = this.#made.get(catalogue);
    if (!edition) {
      edition = new ObservedEdition(catalogue, this.#site, this.witness);
      this.#made.set(catalogue, edition);
    }
    return edition;
  }
}
