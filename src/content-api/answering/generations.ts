/**
 * What was made once, for as long as it is asked for: bounded by weight, in two generations, the older of which goes as
 * a whole. To find what is in the younger one moves nothing.
 */
export class Generations<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #weight = 0;

  /** @param most of what is kept, in the units in which `weightOf` weighs. */
  constructor(
    private readonly most: number,
    private readonly weightOf: (value: Value) => number,
  ) {}

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    const weight = this.weightOf(value);
    if (this.#weight + weight > this.most / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(key, value);
    this.#weight += weight;
  }

  delete(key: Key): boolean {
    const wasYoung = this.#young.delete(key);
    return this.#old.delete(key) || wasYoung;
  }
}
