import type { ShapeContext } from './shape';
import type { ImportProblem } from './problem';
import type { DocumentEntry } from './sources';
import type { WrittenVersion } from './written-version';

/** The documents of an import by key, to judge what refers to them. */
export class EntryIndex {
  readonly problems: readonly ImportProblem[];
  private readonly byKey = new Map<string, DocumentEntry>();

  constructor(entries: readonly DocumentEntry[]) {
    const problems: ImportProblem[] = [];
    for (const entry of entries) {
      const first = this.byKey.get(entry.key);
      if (first === undefined) {
        this.byKey.set(entry.key, entry);
        continue;
      }
      const { file, line } = first.source.place(first.path);
      const message = `The key "${entry.key}" is taken by the ${first.type} at ${file}:${line}.`;
      problems.push(entry.source.problem('DUPLICATE_KEY', message, [...entry.path, 'key']));
    }
    for (const second of entries.filter(({ type }) => type === 'practice').slice(1)) {
      problems.push(
        second.source.problem('SECOND_PRACTICE', 'There is one practice only.', second.path),
      );
    }
    this.problems = problems;
  }

  /** Whether a text in `locale` may name `key` where a document of `type` is wanted. */
  judgeTarget(
    key: string,
    type: string,
    locale: string | null,
  ): ReturnType<ShapeContext['judgeTarget']> {
    const entry = this.byKey.get(key);
    if (entry === undefined)
      return { code: 'UNKNOWN_TARGET', message: `No document has the key "${key}".` };
    if (entry.type !== type) {
      return {
        code: 'WRONG_TARGET_TYPE',
        message: `"${key}" is a ${entry.type}, but a ${type} is wanted here.`,
      };
    }
    const written = Object.keys(entry.locales);
    if (locale !== null && written.length > 0 && !written.includes(locale)) {
      return {
        code: 'TARGET_LACKS_LOCALE',
        message: `"${key}" has no text in "${locale}", so Strapi cannot name it here.`,
      };
    }
    return null;
  }
}

/** Slugs that two documents of a type share in a language. */
export function judgeSlugs(versions: readonly WrittenVersion[]): ImportProblem[] {
  const taken = new Map<string, WrittenVersion>();
  return versions.flatMap((version) => {
    const { entry, locale, fields } = version;
    const slug = fields.slug;
    if (typeof slug !== 'string') return [];
    const path = version.pathInFile(['slug']);
    const handle = JSON.stringify([entry.type, locale, slug]);
    const first = taken.get(handle);
    if (first === undefined) {
      taken.set(handle, version);
      return [];
    }
    const message = `The slug "${slug}" is taken by "${first.entry.key}" in the same language.`;
    return [entry.source.problem('DUPLICATE_SLUG', message, path)];
  });
}
