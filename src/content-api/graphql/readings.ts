import { Witness } from '../catalogue/reads/witness';
import type { Catalogue } from '../catalogue/catalogue';
import { ObservedEdition } from './observed-edition';
import type { Site } from './reading';

/** Keeps what was made to read an edition for as long as the edition itself is kept. */
export class Readings {
  readonly #made = new WeakMap<Catalogue, ObservedEdition>();

  constructor(
    private readonly site: Site,
    private readonly witness: Witness = new Witness(),
  ) {}

  of(catalogue: Catalogue): ObservedEdition {
    let edition = this.#made.get(catalogue);
    if (!edition) {
      edition = new ObservedEdition(catalogue, this.site, this.witness);
      this.#made.set(catalogue, edition);
    }
    return edition;
  }
}
