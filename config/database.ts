import type { Core } from '@strapi/strapi';
import type { Database } from 'better-sqlite3';
import type { Client } from 'pg';
import { currentEnvironment, type DatabaseSetting } from '../src/environment';
import { waitPatiently } from '../src/plugins/publishing/server/database/patient-connection';
import { clientOptions } from '../src/postgres/client-options';
import { keepInstantsInUtc } from '../src/postgres/instants';
import { driveKnex } from '../src/sqlite/driver';

const SECOND = 1000;

export default (): Core.Config.Database => {
  const { database } = currentEnvironment();
  return { connection: connectionTo(database) as Core.Config.Database['connection'] };
};

function connectionTo(database: DatabaseSetting) {
  if (database.kind === 'postgres') {
    keepInstantsInUtc();
    return {
      client: 'postgres',
      // By the schema's name Strapi finds its tables; ours are found by the search path among the options.
      connection: {
        ...clientOptions(database.setting),
        ...(database.setting.schema !== null && { schema: database.setting.schema }),
      },
      // Publishing holds one connection and asks for a second one now and then.
      pool: { min: 2, max: 10, afterCreate: tellDaysAsIso },
      acquireConnectionTimeout: 20 * SECOND,
    };
  }
  driveKnex();
  return {
    client: 'sqlite',
    connection: { filename: database.file },
    useNullAsDefault: true,
    pool: { afterCreate: prepare },
  };
}

/** Strapi takes a day as the server writes it, and a server or a role may be set to write 31/01/2026. */
function tellDaysAsIso(
  connection: Client,
  done: (error: Error | null, connection: Client) => void,
): void {
  connection.query('set datestyle to iso', (error: Error | null) => done(error, connection));
}

function prepare(
  connection: Database,
  done: (error: Error | null, connection: Database) => void,
): void {
  // Readers of the log go on while an editor's transaction writes.
  connection.pragma('journal_mode = WAL');
  // NORMAL may forget the last commits when the power fails. A publication that readers have seen must not be
  // forgotten: its number would be given to another text.
  connection.pragma('synchronous = FULL');
  waitPatiently(connection);
  done(null, connection);
}
