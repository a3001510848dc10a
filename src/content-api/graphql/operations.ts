import type { GraphQLSchema } from 'graphql';
import type { ApiError } from '../errors';
import { Operation } from './operation';

/** Compiled operations weigh some hundred kilobytes; a frontend has some dozens. */
const MOST_OPERATIONS = 1_000;

/** Operations by their text, so that each is parsed, checked and compiled once. */
export class Operations {
  readonly #operations = new Map<string, Operation>();
  #made = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns what `Operation.read` gives; texts that are refused are not remembered. */
  find(text: string, name: string | null): Operation | ApiError | null {
    const key = `${name ?? ''}\n${text}`;
    const known = this.#operations.get(key);
    if (known) {
      this.#operations.delete(key);
      this.#operations.set(key, known);
      return known;
    }
    const made = Operation.read(this.schema, text, name, (this.#made += 1));
    if (!(made instanceof Operation)) return made;
    this.#operations.set(key, made);
    const [oldest] = this.#operations.keys();
    if (this.#operations.size > MOST_OPERATIONS && oldest !== undefined) {
      this.#operations.delete(oldest);
    }
    return made;
  }
}
