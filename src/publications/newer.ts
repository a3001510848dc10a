import { isContentType } from './content';
import { isRetiredType, versionOf } from './content/versions';
import { entryForms } from './entry-form';
import type { LogRow } from './row';

/** What of a row tells which release can read it. */
export type Origin = Pick<LogRow, 'form' | 'kind' | 'type' | 'schema_version' | 'release'>;

/**
 * What an entry has that this release does not know; null where it can be read. Such an entry is newer, and not damaged:
 * a later release wrote it. Whether it was tampered with shows in its chain hash, where its form is known.
 */
export function newerThanThisRelease(row: Origin): string | null {
  const form = entryForms[row.form];
  if (!form) return `form ${row.form} of entries`;
  if (!form.kinds.includes(row.kind)) return `the kind ${row.kind}`;
  if (row.type === null) return null;
  if (!isContentType(row.type)) {
    return isRetiredType(row.type) ? null : `the content type ${row.type}`;
  }
  const isLater = row.schema_version !== null && row.schema_version > versionOf(row.type);
  return isLater ? `version ${row.schema_version} of ${row.type}` : null;
}

/** Which release must be run to read an entry that is newer than this one, for a person to read. */
export function releaseNeeded({ release }: Pick<Origin, 'release'>): string {
  return release === null ? 'the release that wrote it' : `release ${release} or a later one`;
}
