'use strict';

/*
 * A Strapi in a process of its own, so that a test can kill it, and so that one test file's Strapi leaves nothing
 * behind in another's. Started and spoken to by strapi.ts; plain JavaScript because Node runs it as it is.
 */

const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

async function endSession(processId) {
  const { Client } = require('pg');
  const other = new Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [processId]);
  await other.end();
}

/** What a test may ask of Strapi, by name. Arguments and results must be plain data. */
function operations(strapi) {
  const call = ({ uid, action, params }) => strapi.documents(uid)[action](params);
  return {
    documents: call,
    /** Several document actions at once in one transaction, as the panel's bulk actions do; `fail` throws behind them. */
    transaction: ({ calls, fail, swallow }) =>
      strapi.db.transaction(async () => {
        const work = calls.map((one) =>
          swallow ? call(one).catch((error) => String(error)) : call(one),
        );
        const results = await Promise.all(work);
        if (fail) throw new Error(fail);
        return results;
      }),
    /** One statement on Strapi's own connection, outside every transaction. */
    sql: async ({ statement, bindings }) => {
      const result = await strapi.db.connection.raw(statement, bindings ?? []);
      return Array.isArray(result) ? result : (result.rows ?? []);
    },
    query: ({ uid, method, params }) => strapi.db.query(uid)[method](params),
    record: ({ method }) => strapi.plugin('publishing').service('record')[method](),
    locales: ({ method, args }) =>
      strapi
        .plugin('i18n')
        .service('locales')
        [method](...args),
    upload: async ({ file, name, type, size }) => {
      const [stored] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: {},
          files: { filepath: file, originalFilename: name, mimetype: type, size },
        });
      return stored;
    },
    replace: ({ id, file, name, type, size }) =>
      strapi
        .plugin('upload')
        .service('upload')
        .replace(id, {
          data: {},
          file: { filepath: file, originalFilename: name, mimetype: type, size },
        }),
    /** Whether what waits for the commit ran, and why the transaction was refused. */
    onCommit: async ({ uid, data }) => {
      let ran = false;
      const refused = await strapi.db
        .transaction(async ({ onCommit }) => {
          onCommit(() => {
            ran = true;
          });
          await strapi.documents(uid).create({ data });
        })
        .then(
          () => null,
          (error) => error.message,
        );
      return { ran, refused };
    },
    /**
     * Ends a session of PostgreSQL as a server or a network does that goes away: that of the n-th statement from now on,
     * before it is sent or after it was answered.
     */
    loseSession: ({ at, isAnswered }) => {
      const { client } = strapi.db.connection;
      const prototype = Object.getPrototypeOf(client);
      const send = prototype._query;
      let left = at;
      prototype._query = async function (connection, query) {
        left -= 1;
        if (left !== 0) return send.call(this, connection, query);
        prototype._query = send;
        const answered = isAnswered ? await send.call(this, connection, query) : null;
        await endSession(connection.processID);
        return answered ?? send.call(this, connection, query);
      };
    },
    /** Runs document actions as a scheduled task does. */
    cron: ({ calls }) =>
      new Promise((resolve, reject) => {
        strapi.cron.add({
          task: {
            task: async () => {
              strapi.cron.remove('task');
              try {
                resolve(await Promise.all(calls.map(call)));
              } catch (error) {
                reject(error);
              }
            },
            // A date that has passed by the time that it is read would never come.
            options: new Date(Date.now() + 500),
          },
        });
      }),
    /** Kills this process as the SQL statement of this number, counted from now on, is about to be sent. */
    killAtStatement: ({ number }) => {
      let sent = 0;
      strapi.db.connection.on('query', () => {
        sent += 1;
        if (sent === number) process.kill(process.pid, 'SIGKILL');
      });
    },
    stop: async () => {
      await strapi.destroy();
      process.disconnect();
    },
  };
}

async function main([appDir]) {
  process.chdir(appDir);
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    serveAdminPanel: process.env.SERVE_ADMIN_PANEL === 'true',
  });
  await strapi.load();
  await strapi.start();
  const known = operations(strapi);
  process.on('message', async ({ id, operation, input }) => {
    try {
      const result = await known[operation](input ?? {});
      if (process.connected)
        process.send({
          id,
          result: result === undefined ? null : JSON.parse(JSON.stringify(result)),
        });
    } catch (error) {
      process.send({
        id,
        error: { name: error.name, message: error.message, details: error.details ?? null },
      });
    }
  });
  process.send({ ready: true });
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
