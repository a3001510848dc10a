/** What can be wrong with an import. The codes are stable: tools may match on them. */
export const importProblemCodes = [
  /** The file or a file that it includes cannot be read, or lies outside the main file's folder. */
  'UNREADABLE_FILE',
  'YAML_SYNTAX',
  'UNKNOWN_FORMAT',
  'UNKNOWN_TYPE',
  'UNKNOWN_FIELD',
  'MISSING_FIELD',
  'INVALID_VALUE',
  /** A field stands both in `fields` and in a locale. */
  'FIELD_TWICE',
  'LOCALES_NOT_ALLOWED',
  'DEFAULT_LOCALE_MISSING',
  'DUPLICATE_KEY',
  'DUPLICATE_SLUG',
  'SECOND_PRACTICE',
  'UNKNOWN_TARGET',
  'WRONG_TARGET_TYPE',
  'DUPLICATE_TARGET',
  /** A localised text names a document that does not exist in its language. */
  'TARGET_LACKS_LOCALE',
  'UNKNOWN_CONTACT',
  'UNSUPPORTED_MARKDOWN',
  'PICTURE_MISSING',
  'NOT_A_PICTURE',
  /** Strapi has another default locale than the file, or lacks one of its locales. */
  'LOCALE_NOT_SET_UP',
  'SLUG_TAKEN',
  'PRACTICE_EXISTS',
  /** Strapi itself, or something that watches over it, turned a document down. */
  'REFUSED',
] as const;

export type ImportProblemCode = (typeof importProblemCodes)[number];

/** A place in a source file; lines and columns count from 1. */
export interface Place {
  /** As the main file names it, relative to the main file's folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that keeps an import from being loaded. */
export interface ImportProblem extends Place {
  readonly code: ImportProblemCode;
  /** What is wrong and what to do about it, for the person who wrote the file. */
  readonly message: string;
  /** Where in the data: `documents.service[0].locales.en.phases[1]`; empty for the file as a whole. */
  readonly path: string;
}

/** The steps from the root of a file to a value in it. */
export type Path = readonly (string | number)[];

/** `documents.service[0].locales.en` for `['documents', 'service', 0, 'locales', 'en']`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

/** One line for a terminal: place, code, message and path, in the order in which compilers put them. */
export function formatProblem(problem: ImportProblem): string {
  const where = problem.path === '' ? '' : ` (${problem.path})`;
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.code}: ${problem.message}${where}`;
}

/** By place, the main file first. What is written once for several languages is told once. */
export function inOrder(problems: readonly ImportProblem[], mainFile: string): ImportProblem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (one, other) =>
      Number(other.file === mainFile) - Number(one.file === mainFile) ||
      one.file.localeCompare(other.file, 'en') ||
      one.line - other.line ||
      one.column - other.column,
  );
}
