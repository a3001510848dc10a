import type { Witness } from '../catalogue/reads/witness';

/**
 * Makes what an operation needs at many places once for it. Not once for all operations: each has to note for itself
 * what it read.
 */
export class OnceAnOperation<Value> {
  readonly #made = new Map<string, Value>();
  #operation: object | null = null;

  constructor(private readonly witness: Pick<Witness, 'operation'>) {}

  /** @param make gives the same for the same key, as long as the edition is the same. */
  get(key: string, make: () => Value): Value {
    const { operation } = this.witness;
    if (operation === null) return make();
    if (operation !== this.#operation) this.#made.clear();
    this.#operation = operation;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}
