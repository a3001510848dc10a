import type { FieldPath, FieldProblem } from './field-problem';

type ItemOf<Shape> = Shape extends readonly (infer Item)[] ? NonNullable<Item> : never;

/**
 * One field of an unfinished document, with its place in it. `Shape` is what the field must be in the end; until then
 * anything may be missing, so that every way of reading it has an answer for "not there" and for "not that".
 */
export class Field<Shape> {
  private constructor(
    readonly value: unknown,
    readonly path: FieldPath,
  ) {}

  static document<Shape>(data: unknown): Field<Shape> {
    return new Field(data, []);
  }

  at<Name extends keyof Shape & string>(name: Name): Field<NonNullable<Shape[Name]>> {
    const owner = this.value;
    const isRecord = typeof owner === 'object' && owner !== null;
    return new Field(isRecord ? (owner as Record<string, unknown>)[name] : undefined, [
      ...this.path,
      name,
    ]);
  }

  /** The components or values of a repeated field, in the editor's order. */
  items(): Field<ItemOf<Shape>>[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item: unknown, index) => new Field(item, [...this.path, index]));
  }

  /** What is written in a text field, without spaces round it; null where nothing is. */
  get text(): string | null {
    if (typeof this.value !== 'string') return null;
    return this.value.trim() || null;
  }

  get number(): number | null {
    return typeof this.value === 'number' ? this.value : null;
  }

  /** True where the editor has not added the component, chosen the file or named the target. */
  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  problem(message: string): FieldProblem {
    return { path: this.path, message };
  }
}
