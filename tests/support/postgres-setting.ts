import { isProblem, parsePostgresUrl, type PostgresSetting } from '../../src/postgres/setting';

/** What a `postgres://…` means. */
export function postgresSetting(url: string): PostgresSetting {
  const parsed = parsePostgresUrl(url);
  if (isProblem(parsed)) throw new Error(parsed.what);
  return parsed;
}
