import type { Core } from '@strapi/strapi';
import type { Row } from '../record/content-model';

/** The media library's files. */
export const FILES = 'plugin::upload.file';

/**
 * The media library's own rows, by the name that picture blocks have for a file: Strapi's editor sends no id, and an
 * import of Strapi's gives other ids, while the name is drawn at random and stays when the file is replaced.
 */
export async function filesByHash(
  strapi: Core.Strapi,
  hashes: Iterable<unknown>,
): Promise<ReadonlyMap<unknown, Row>> {
  // PostgreSQL takes no NUL in a text.
  const isName = (hash: unknown) => typeof hash === 'string' && !hash.includes('\0');
  const named = new Set([...hashes].filter(isName));
  if (named.size === 0) return new Map();
  const rows = await findFiles(strapi, { hash: { $in: [...named] } });
  return new Map(rows.map((row) => [row.hash, row]));
}

export async function filesById(strapi: Core.Strapi, ids: readonly number[]): Promise<Row[]> {
  return ids.length === 0 ? [] : findFiles(strapi, { id: { $in: ids } });
}

/** The newest first, so that of two with one name, which only SQL can make, the map above keeps the oldest. */
async function findFiles(strapi: Core.Strapi, where: object): Promise<Row[]> {
  const orderBy = { id: 'desc' as const };
  return (await strapi.db.query(FILES).findMany({ where, orderBy })) as Row[];
}
