/** Where a field is in a document: names of fields, and places in repeated components counted from 0. */
export type FieldPath = readonly (string | number)[];

/** What is wrong with one field, told to the editor beside it. */
export interface FieldProblem {
  readonly path: FieldPath;
  /** Whole sentences: what is wrong, and what to do. */
  readonly message: string;
}

/** Saving keeps a draft, which may be unfinished but not wrong; publishing shows it to readers. */
export type Stage = 'save' | 'publish';
