import { newerThanThisRelease, releaseNeeded, type Origin } from './newer';

/** Entries that are alike in what tells which release can read them. */
export interface OriginRange extends Origin {
  /** The first and the last sequence; others may lie between. */
  readonly first: number;
  readonly last: number;
}

/**
 * The statement that finds which kinds of entries a log holds; for both databases.
 *
 * @param columns of the log's table, which may be an older release's.
 * @returns null where there is no such table.
 */
export function originsStatement(columns: readonly string[]): string | null {
  if (columns.length === 0) return null;
  const form = columns.includes('form') ? 'form' : '1';
  const release = columns.includes('release') ? 'max(release)' : 'null';
  return `select ${form} as form, kind, type, schema_version, ${release} as release,
      min(sequence) as first, max(sequence) as last
    from publications group by 1, kind, type, schema_version order by min(sequence)`;
}

export function originOf(row: Readonly<Record<string, unknown>>): OriginRange {
  return {
    form: Number(row.form),
    kind: row.kind as string,
    type: row.type as string | null,
    schema_version: row.schema_version as number | null,
    release: row.release as string | null,
    first: Number(row.first),
    last: Number(row.last),
  };
}

/** A sentence for each kind of entries that this release cannot read. */
export function newerEntries(origins: readonly OriginRange[]): string[] {
  return origins.flatMap((range) => {
    const unknown = newerThanThisRelease(range);
    if (unknown === null) return [];
    const entries =
      range.first === range.last
        ? `Entry ${range.first}`
        : `Entries ${range.first} to ${range.last}`;
    return [`${entries}: ${unknown}. It takes ${releaseNeeded(range)} to read them.`];
  });
}
