import type { Document } from '../document';
import { documentsOf } from '../documents-of';
import type { View } from '../view';
import { languageOf } from './language';

/** What one view's readers are shown, by the numbers that an index has given to its texts. */
export class Shown {
  readonly #documents: (Document | undefined)[] = [];
  readonly #languages: Set<string>;
  #count = 0;

  constructor(view: View, numberOf: (document: Document) => number) {
    this.#languages = new Set([languageOf(view.locale)]);
    for (const document of documentsOf(view)) {
      this.#documents[numberOf(document)] = document;
      this.#count += 1;
      if (document.locale !== null) this.#languages.add(languageOf(document.locale));
    }
  }

  readonly has = (number: number): boolean => this.#documents[number] !== undefined;

  get(number: number): Document | undefined {
    return this.#documents[number];
  }

  /** More than any of its numbers. */
  get end(): number {
    return this.#documents.length;
  }

  get count(): number {
    return this.#count;
  }

  /** In alphabetical order. */
  get languages(): readonly string[] {
    return [...this.#languages].sort();
  }

  numbers(): number[] {
    return Object.keys(this.#documents).map(Number);
  }
}
