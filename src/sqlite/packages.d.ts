// Packages that describe no types of their own, as far as we use them.

declare module 'better-sqlite3-12' {
  import Sqlite from 'better-sqlite3';
  export default Sqlite;
}

declare module 'knex/lib/dialects/better-sqlite3' {
  export default class Dialect {
    /** What Knex opens databases with: the extension point that it names for drivers. */
    _driver(): unknown;
  }
}
