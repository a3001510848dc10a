'use strict';

// Nobody signs in here, and the database is thrown away: the secrets keep nothing.
module.exports = ({ env }) => ({
  host: env('HOST'),
  port: env.int('PORT'),
  app: { keys: ['bench'] },
  dirs: { public: env('DATA_FOLDER') },
  logger: { config: { level: 'warn' } },
});
