import { z } from 'zod';
import { contentTypeNames } from '../../../../publications/content';
import { fileInside } from '../../../../file-inside';
import type { ImportProblem, Place } from './problem';
import { describeIssue, parseAround } from './issue';
import { SourceFile } from './source-file';
import { readText } from './text-file';

/** The format's name and version, which every file of an import begins with. */
export const IMPORT_FORMAT = 'kap-content/1';

const localeCode = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'A language is written as "en" or "es-MX".');

const documentsByType = z.strictObject(
  Object.fromEntries(contentTypeNames.map((type) => [type, z.array(z.unknown()).default([])])),
);

const includedFile = z.strictObject({
  format: z.literal(IMPORT_FORMAT),
  documents: documentsByType,
});

const mainFile = z.strictObject({
  format: z.literal(IMPORT_FORMAT),
  defaultLocale: localeCode,
  include: z.array(z.string()).default([]),
  documents: documentsByType.default({}),
});

const documentEntry = z.strictObject({
  key: z
    .string()
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'A key consists of lower-case letters, digits and single hyphens.',
    ),
  publish: z.boolean().default(true),
  fields: z.record(z.string(), z.unknown()).default({}),
  locales: z.record(localeCode, z.record(z.string(), z.unknown())).default({}),
});

/** A document as it was written, its fields not yet looked at. */
export type DocumentEntry = z.infer<typeof documentEntry> & {
  readonly type: (typeof contentTypeNames)[number];
  readonly source: SourceFile;
  /** From the root of `source`. */
  readonly path: readonly (string | number)[];
};

/** What the files of an import hold, in the order in which they hold it. */
export interface Sources {
  /** Null where the main file makes no sense. */
  readonly defaultLocale: string | null;
  readonly defaultLocalePlace: Place;
  readonly entries: readonly DocumentEntry[];
  readonly problems: readonly ImportProblem[];
}

/** Reads the main file's text and the files that it includes, from its folder. */
export async function readSources(main: {
  name: string;
  text: string;
  folder: string;
}): Promise<Sources> {
  const file = new SourceFile(main.name, main.text);
  const header = check(file, mainFile);
  const defaultLocalePlace = file.place(['defaultLocale']);
  if (header.data === null) {
    return { defaultLocale: null, defaultLocalePlace, entries: [], problems: header.problems };
  }

  const problems: ImportProblem[] = [...header.problems];
  const entries: DocumentEntry[] = [];
  const collect = (from: SourceFile, documents: z.infer<typeof documentsByType>): void => {
    const found = entriesOf(from, documents);
    problems.push(...found.problems);
    entries.push(...found.entries);
  };

  collect(file, header.data.documents);
  for (const [index, name] of header.data.include.entries()) {
    const included = await readIncluded(main.folder, name);
    if (typeof included === 'string') {
      problems.push(file.problem('UNREADABLE_FILE', included, ['include', index]));
      continue;
    }
    const checked = check(included, includedFile);
    problems.push(...checked.problems);
    if (checked.data !== null) collect(included, checked.data.documents);
  }
  return { defaultLocale: header.data.defaultLocale, defaultLocalePlace, entries, problems };
}

async function readIncluded(folder: string, name: string): Promise<SourceFile | string> {
  try {
    const filePath = await fileInside(folder, name);
    if (filePath === null) return `"${name}" is outside the main file's folder.`;
    return new SourceFile(name, await readText(filePath));
  } catch (error) {
    return `"${name}" cannot be read: ${(error as Error).message}`;
  }
}

function entriesOf(source: SourceFile, documents: z.infer<typeof documentsByType>) {
  const entries: DocumentEntry[] = [];
  const problems: ImportProblem[] = [];
  for (const type of contentTypeNames) {
    for (const [index, written] of (documents[type] ?? []).entries()) {
      const path = ['documents', type, index];
      const { data, issues } = parseAround(documentEntry, written);
      if (data !== null) entries.push({ ...data, type, source, path });
      for (const issue of issues)
        problems.push(...describeIssue(issue, source, (steps) => [...path, ...steps]));
    }
  }
  const lineOf = (entry: DocumentEntry): number => source.place(entry.path).line;
  return { entries: entries.sort((one, other) => lineOf(one) - lineOf(other)), problems };
}

/** Data is null where the file makes so little sense that what it holds cannot be told. */
function check<Schema extends z.ZodType>(file: SourceFile, schema: Schema) {
  if (file.syntaxProblems.length > 0) return { data: null, problems: file.syntaxProblems };
  const format = formatOf(file.data);
  if (format === undefined) {
    const message = `The file does not begin with "format: ${IMPORT_FORMAT}".`;
    return { data: null, problems: [file.problem('UNKNOWN_FORMAT', message, [])] };
  }
  if (format !== IMPORT_FORMAT) {
    const message = `The format is ${JSON.stringify(format)}, but this program reads ${IMPORT_FORMAT}.`;
    return { data: null, problems: [file.problem('UNKNOWN_FORMAT', message, ['format'])] };
  }
  const { data, issues } = parseAround(schema, file.data);
  return { data, problems: issues.flatMap((issue) => describeIssue(issue, file, (path) => path)) };
}

const formatOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
