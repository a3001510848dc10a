import { basename, dirname } from 'node:path';
import { contentSchemas, unlocalizedTypes, type ContentOf } from '../../../../publications/content';
import { judgeContacts } from './contacts';
import { EntryIndex, judgeSlugs } from './entry-index';
import { validate } from '../validation/validate';
import { describeIssue } from './issue';
import { readPicture, type PictureResult } from './picture';
import type { ParseResult, Picture, PlannedDocument, PlannedVersion } from './plan';
import { inOrder, type ImportProblem } from './problem';
import { importShape, type ShapeContext } from './shape';
import { readSources, type DocumentEntry } from './sources';
import { loadOrder } from './target-types';
import { readText } from './text-file';
import { judgeLocales, originOf, writtenVersions, type WrittenVersion } from './written-version';

/** A main file that has been read. */
export interface ImportText {
  /** As problems shall name it. */
  readonly name: string;
  readonly text: string;
  /** Where the files and pictures that it names are. */
  readonly folder: string;
}

/**
 * Reads a practice's content in the import format, `kap-content/1`, as YAML or JSON, with the files that it includes and
 * the pictures that it shows. Relative days count from `now`.
 *
 * @returns a plan that can be loaded, or every problem that was found, in the order of the files.
 */
export async function parseImport(main: ImportText, now: Date): Promise<ParseResult> {
  const sources = await readSources(main);
  if (sources.defaultLocale === null) return { ok: false, problems: sources.problems };

  const { defaultLocale, entries } = sources;
  const index = new EntryIndex(entries);
  const problems = [...sources.problems, ...index.problems];
  const pictures = new Map<string, Promise<PictureResult>>();
  const readOnce = (name: string): Promise<PictureResult> => {
    const reading = pictures.get(name) ?? readPicture(main.folder, name);
    pictures.set(name, reading);
    return reading;
  };

  const documents: PlannedDocument[] = [];
  const allWritten: WrittenVersion[] = [];
  for (const entry of [...entries].sort(
    (one, other) => loadOrder.indexOf(one.type) - loadOrder.indexOf(other.type),
  )) {
    const localized = !unlocalizedTypes.has(entry.type);
    const written = writtenVersions(entry, defaultLocale, localized);
    allWritten.push(...written);
    problems.push(...judgeLocales(entry, defaultLocale, localized));

    const versions: PlannedVersion[] = [];
    for (const version of written) {
      const judgeTarget: ShapeContext['judgeTarget'] = (key, type) =>
        index.judgeTarget(key, type, version.locale);
      const parsed = await parseVersion(version, { now, readPicture: readOnce, judgeTarget });
      problems.push(...parsed.problems);
      if (parsed.planned !== null) versions.push(parsed.planned);
    }
    documents.push(plannedDocument(entry, versions));
  }
  problems.push(...judgeSlugs(allWritten), ...judgeContacts(allWritten));
  if (problems.length > 0) return { ok: false, problems: inOrder(problems, main.name) };

  const locales = new Set([defaultLocale, ...allWritten.flatMap(({ locale }) => locale ?? [])]);
  return {
    ok: true,
    plan: {
      defaultLocale,
      defaultLocalePlace: sources.defaultLocalePlace,
      locales: [...locales],
      documents,
      pictures: await distinctPictures([...pictures.values()]),
    },
  };
}

/** Reads the main file from disk and parses it; a file that cannot be read is a problem like any other. */
export async function parseImportFile(file: string, now: Date): Promise<ParseResult> {
  const name = basename(file);
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    const message = `"${file}" cannot be read: ${(error as Error).message}`;
    return {
      ok: false,
      problems: [{ code: 'UNREADABLE_FILE', message, path: '', file: name, line: 1, column: 1 }],
    };
  }
  return parseImport({ name, text, folder: dirname(file) }, now);
}

/** Planned is null where the fields do not have their types' shape. */
async function parseVersion(
  version: WrittenVersion,
  context: ShapeContext,
): Promise<{ planned: PlannedVersion | null; problems: ImportProblem[] }> {
  const { entry, locale, fields, pathInFile } = version;
  const shape = importShape(contentSchemas[entry.type], context);
  const result = await shape.safeParseAsync(fields, { reportInput: true });
  if (!result.success) {
    const { issues } = result.error;
    const problems = issues.flatMap((issue) => describeIssue(issue, entry.source, pathInFile));
    return { planned: null, problems };
  }
  const content = contentSchemas[entry.type].parse(result.data) as ContentOf<typeof entry.type>;
  const stage = entry.publish ? 'publish' : 'save';
  const problems = validate(entry.type, content, stage).map(({ path, message }) =>
    entry.source.problem('INVALID_VALUE', message, pathInFile(path)),
  );
  return { planned: { locale, content, origin: originOf(version) }, problems };
}

const plannedDocument = (
  entry: DocumentEntry,
  versions: readonly PlannedVersion[],
): PlannedDocument => ({
  type: entry.type,
  key: entry.key,
  publish: entry.publish,
  versions,
  place: entry.source.place(entry.path),
});

/** Two files with the same bytes are one picture. */
async function distinctPictures(readings: readonly Promise<PictureResult>[]): Promise<Picture[]> {
  const pictures = new Map<string, Picture>();
  for (const result of await Promise.all(readings)) {
    if (result.ok) pictures.set(result.picture.sha256, result.picture);
  }
  return [...pictures.values()];
}
