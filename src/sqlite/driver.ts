import newest from 'better-sqlite3';
import lastForNode20 from 'better-sqlite3-12';
import Dialect from 'knex/lib/dialects/better-sqlite3';

/** From here on the newest driver runs. Its binaries come with it, one for all these Nodes: there is nothing to compile. */
const FIRST_NODE_OF_NEWEST = 22;

/**
 * The driver of SQLite that is made for this Node. No one version is made for all that we run on: 13 asks for a
 * Node-API that no Node 20 has, and 12, compiled with the headers of Node 24.19 or later, ends the process as soon as a
 * statement is collected as garbage (nodejs/node 65446). Neither loads its binary before a database is opened.
 */
export const Sqlite: typeof newest =
  Number.parseInt(process.versions.node, 10) >= FIRST_NODE_OF_NEWEST ? newest : lastForNode20;

/** Has Knex, and so Strapi, open SQLite with this driver. Knex itself takes the package that is called as its dialect. */
export function driveKnex(): void {
  Dialect.prototype._driver = () => Sqlite;
}
