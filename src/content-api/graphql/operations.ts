import type { GraphQLSchema } from 'graphql';
import { Operation } from './operation';

/** Compiled operations weigh some hundred kilobytes; a frontend has some dozens. */
const MOST_OPERATIONS = 1_000;

/** Operations by their text, so that each is parsed, checked and compiled once. */
export class Operations {
  readonly #operations = new Map<string, Operation>();
  #made = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns null where the text is no valid query with one operation of that name; such texts are not remembered. */
  find(text: string, name: string | null): Operation | null {
    const key = `${name ?? ''}\n${text}`;
    const known = this.#operations.get(key);
    if (known) {
      this.#operations.delete(key);
      this.#operations.set(key, known);
      return known;
    }
    const made = Operation.read(this.schema, text, name, (this.#made += 1));
    if (!made) return null;
    this.#operations.set(key, made);
    const [oldest] = this.#operations.keys();
    if (this.#operations.size > MOST_OPERATIONS && oldest !== undefined) {
      this.#operations.delete(oldest);
    }
    return made;
  }
}
