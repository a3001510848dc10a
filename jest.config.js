'use strict';

// Packages that ship ES modules only, which jest loads as CommonJS: they are compiled like our own files.
const ES_MODULES = [
  'mdast-util-.*',
  'micromark.*',
  'unist-util-.*',
  'ccount',
  'character-entities.*',
  'decode-named-character-reference',
  'devlop',
  'escape-string-regexp',
  'longest-streak',
  'zwitch',
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // Jest would leave one of two cores idle, while its tests wait for Strapi and PostgreSQL.
  maxWorkers: 2,
  // No test takes a minute on a fast machine: whatever takes longer than this hangs. What a test promises by the clock
  // is measured by the test itself (tests/support/pace.ts).
  testTimeout: 10 * 60_000,
  // A worker keeps something of every file that it has run.
  workerIdleMemoryLimit: '1GB',
  // One that has just been begun anew cannot end before it has started; jest would take that for a leak.
  workerGracefulExitTimeout: 30_000,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/bench/peers/'],
  // The peers that we measure against are packages of their own, with other versions of the same libraries.
  modulePathIgnorePatterns: [
    '<rootDir>/tests/bench/peers/',
    '<rootDir>/dist/',
    '<rootDir>/dist.next/',
    '<rootDir>/build/',
  ],
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  resolver: '<rootDir>/tests/support/resolver.cjs',
  watchman: false,
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          // type-graphql reads what the compiler writes about decorated members.
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|') || '-'})/)`],
};
