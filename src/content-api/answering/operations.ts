import type { GraphQLSchema } from 'graphql';
import type { ApiError } from '../errors';
import { Operation } from './operation';

/** A frontend has some dozens; each weighs some tens of kilobytes. */
const MOST_OPERATIONS = 1_000;

/** Operations by their text, so that each is parsed, checked and compiled once. */
export class Operations {
  /** In two halves, the older of which goes as a whole: to find one then moves nothing. */
  #new = new Map<string, Operation>();
  #old = new Map<string, Operation>();
  #made = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns what `Operation.read` gives; texts that are refused are not remembered. */
  find(text: string, name: string | null): Operation | ApiError | null {
    const key = `${name ?? ''}\n${text}`;
    const known = this.#new.get(key);
    if (known) return known;
    const made = this.#old.get(key) ?? Operation.read(this.schema, text, name, (this.#made += 1));
    if (!(made instanceof Operation)) return made;
    if (this.#new.size >= MOST_OPERATIONS / 2) {
      this.#old = this.#new;
      this.#new = new Map();
    }
    this.#new.set(key, made);
    return made;
  }
}
