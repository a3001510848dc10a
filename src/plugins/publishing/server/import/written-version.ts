import type { PlannedVersion } from './plan';
import type { ImportProblem, Path } from './problem';
import type { DocumentEntry } from './sources';

/** A document in one locale as it was written: the fields of every language and those of this one. */
export interface WrittenVersion {
  readonly entry: DocumentEntry;
  readonly locale: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Turns a path in `fields` into one from the root of the file. */
  readonly pathInFile: (path: Path) => Path;
}

/** The versions that an entry writes, the default locale's first. */
export function writtenVersions(
  entry: DocumentEntry,
  defaultLocale: string,
  localized: boolean,
): WrittenVersion[] {
  if (!localized) {
    const pathInFile = (path: Path): Path => [...entry.path, 'fields', ...path];
    return [{ entry, locale: null, fields: entry.fields, pathInFile }];
  }
  const locales = Object.keys(entry.locales).sort(
    (one, other) => Number(other === defaultLocale) - Number(one === defaultLocale),
  );
  return locales.map((locale) => ({
    entry,
    locale,
    fields: { ...entry.fields, ...entry.locales[locale] },
    pathInFile: ([field, ...rest]) => {
      if (field === undefined) return [...entry.path, 'locales', locale];
      const shared = field in entry.fields && !(field in (entry.locales[locale] ?? {}));
      return [...entry.path, ...(shared ? ['fields'] : ['locales', locale]), field, ...rest];
    },
  }));
}

/** The way back from a version's content to its source. */
export function originOf({ entry, pathInFile }: WrittenVersion): PlannedVersion['origin'] {
  return (path) => {
    const inFile = pathInFile(path);
    return { place: entry.source.place(inFile), path: inFile };
  };
}

/** What is wrong with an entry's languages, whatever its fields hold. */
export function judgeLocales(
  entry: DocumentEntry,
  defaultLocale: string,
  localized: boolean,
): ImportProblem[] {
  const { source, path, type, key } = entry;
  const written = Object.keys(entry.locales);
  if (!localized) {
    if (written.length === 0) return [];
    const message = `A ${type} is the same in every language. Write "fields" instead of "locales".`;
    return [
      source.problem(
        'LOCALES_NOT_ALLOWED',
        message,
        [...path, 'locales'],
        source.placeOfKey(path, 'locales'),
      ),
    ];
  }
  const problems: ImportProblem[] = [];
  if (!written.includes(defaultLocale)) {
    const message = `"${key}" has no text in the default language, "${defaultLocale}".`;
    problems.push(source.problem('DEFAULT_LOCALE_MISSING', message, path));
  }
  for (const locale of written) {
    for (const field of Object.keys(entry.locales[locale] ?? {}).filter(
      (name) => name in entry.fields,
    )) {
      const message = `"${field}" stands in "fields" as well, where it holds for every language. Keep one of the two.`;
      const localePath = [...path, 'locales', locale];
      const place = source.placeOfKey(localePath, field);
      problems.push(source.problem('FIELD_TWICE', message, [...localePath, field], place));
    }
  }
  return problems;
}
