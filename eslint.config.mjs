import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const strapi = { group: ['@strapi/*'], message: 'This side runs without Strapi.' };
const plugins = {
  group: ['**/plugins/**'],
  message: 'The publication log is all that this side shares with plugins.',
};
const contentApi = {
  group: ['**/content-api/**'],
  message: 'The log is read by the content API; it knows no reader.',
};

/** Inside the content API data flows one way: catalogue, graphql, answering, http. What each room must not know. */
const unknownRooms = {
  catalogue: ['access', 'graphql', 'answering', 'http'],
  log: ['access', 'graphql', 'answering', 'http'],
  access: ['graphql', 'answering', 'http'],
  graphql: ['answering', 'http'],
  answering: ['http'],
};
const roomsUnknown = (rooms) => ({
  group: rooms.map((room) => `../**/${room}/**`),
  message: 'Data flows one way: catalogue, graphql, answering, http.',
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist.next/',
      'panel.next.*/',
      'build/',
      'node_modules/',
      '.cache/',
      '.strapi/',
      'types/generated/',
      '.data/',
      'public/',
      'tests/bench/peers/',
      'src/client/generated/',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/admin/tsconfig.json',
          './src/client/tsconfig.json',
          './tests/tsconfig.json',
          './tests/site/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description' },
      ],
      // null and undefined differ here: null is "absent" as the API tells it.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: [
      'src/publications/**/*.ts',
      'src/keys/**/*.ts',
      'src/drafts/**/*.ts',
      'src/operations/**/*.ts',
      'src/tables/**/*.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [strapi, plugins, contentApi] }] },
  },
  {
    files: ['src/content-api/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [strapi, plugins] }] },
  },
  ...Object.entries(unknownRooms).map(([room, unknown]) => ({
    files: [`src/content-api/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [strapi, plugins, roomsUnknown(unknown)] }],
    },
  })),
  {
    files: ['src/plugins/**/*.{ts,tsx}', 'src/api/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [contentApi] }] },
  },
  // A command's output is for the person who typed it.
  { files: ['src/commands/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'require',
          'module',
          'process',
          'console',
          '__dirname',
          'URL',
          'AbortController',
          'fetch',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'clearTimeout',
          'Buffer',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
