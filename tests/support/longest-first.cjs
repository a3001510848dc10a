'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/*
 * Begins with the files that take longest, so that the workers end together. Jest goes by how long each file took the
 * last time, and in a fresh clone by its size, which says little: the shortest files boot Strapi the most often.
 */
const LONGEST = [
  'record/kill-postgresql',
  'record/kill-sqlite',
  'bench/bench',
  'import/load',
  'commands/content-import',
  'commands/backup',
  'client/packed',
  'journeys/live-sites',
  'journeys/demonstration-site',
  'journeys/many-publishers',
  'record/bypass',
  'commands/start',
  'record/changed-schema',
  'commands/log-reconcile',
  'journeys/random-actions',
].map((name) => `/${name}.test.ts`);

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONGEST.findIndex((name) => path.endsWith(name));
      return index === -1 ? LONGEST.length : index;
    };
    // The sort is stable: all others stay in the order that jest gave them.
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
