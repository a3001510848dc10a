import { PostgresSession } from '../postgres/session';
import type { PostgresSetting } from '../postgres/setting';
import { GENESIS, type Sequence, type Sha256 } from './publication';
import { originOf, originsStatement } from './origins';
import type { LogReader } from './reader';
import { logRowOf } from './row';

/** PostgreSQL channel on which a committed append is told (`pg_notify` inside the appending transaction). */
export const CHANNEL = 'publications';

/** Far above what a batch takes. */
const LONGEST_READ_MILLISECONDS = 20_000;

/**
 * Reads the log on PostgreSQL, over one connection that listens as well. A connection that breaks is opened again by
 * the next read, and listens again. Where it cannot listen, the follower polls.
 *
 * @param onListenFailure told of each connection that cannot listen.
 */
export function postgresReader(
  setting: PostgresSetting,
  onListenFailure: (cause: unknown) => void,
): LogReader {
  let onChange: (() => void) | null = null;
  const session = new PostgresSession({
    setting,
    longestReadMilliseconds: LONGEST_READ_MILLISECONDS,
    listening: {
      channel: CHANNEL,
      onChange: () => onChange?.(),
      onRefused: onListenFailure,
    },
  });

  return {
    async head() {
      const [row] = await session.query<{ sequence: Sequence; chain_hash: Sha256 }>(
        `select sequence::float8 as sequence, chain_hash from publications
         order by publications.sequence desc limit 1`,
      );
      return { sequence: row?.sequence ?? (0 as Sequence), chainHash: row?.chain_hash ?? GENESIS };
    },

    async chainHashAt(sequence) {
      const [row] = await session.query<{ chain_hash: Sha256 }>(
        'select chain_hash from publications where sequence = $1',
        [sequence],
      );
      return row?.chain_hash ?? null;
    },

    async readAfter(sequence, limit) {
      // Every column: the table of an older release has fewer, that of a newer one has more.
      const rows = await session.query(
        'select * from publications where sequence > $1 order by sequence limit $2',
        [sequence, limit],
      );
      return rows.map(logRowOf);
    },

    async origins() {
      const columns = await session.query<{ column_name: string }>(
        `select column_name from information_schema.columns
         where table_schema = any (current_schemas(false)) and table_name = 'publications'`,
      );
      const statement = originsStatement(columns.map(({ column_name: name }) => name));
      const rows = statement === null ? [] : await session.query(statement);
      return rows.map(originOf);
    },

    listen(callback) {
      onChange = callback;
      return Promise.resolve(() => {
        onChange = null;
        return Promise.resolve();
      });
    },

    async close() {
      onChange = null;
      await session.close();
    },
  };
}
