import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print, stripIgnoredCharacters } from 'graphql';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { exitWith, failure } from './failure.mjs';
import { root } from './prepare.mjs';

/*
 * npm run client:generate [-- --check]: writes the client's typed documents from the schema and its operations. With
 * --check nothing is written, and a file that is another fails.
 */

const FILE = 'src/client/generated/operations.ts';
const OPERATIONS = path.join(root, 'src/client/operations');

/** Every fragment that a definition needs, its fragments' own included, once. */
function fragmentsOf(definition, fragments, found = new Map()) {
  for (const [, name] of print(definition).matchAll(/\.\.\.\s?(?!on\b)(\w+)/g)) {
    if (found.has(name)) continue;
    found.set(name, fragments.get(name));
    fragmentsOf(fragments.get(name), fragments, found);
  }
  return [...found.values()];
}

function documentOf(definition, fragments) {
  const name = definition.name.value;
  const text = [definition, ...fragmentsOf(definition, fragments)].map(print).join('\n');
  const variables = definition.variableDefinitions.map(({ variable }) => variable.name.value);
  const suffix = definition.operation === 'subscription' ? 'Subscription' : 'Query';
  return [
    `export const ${name}: TypedDocument<${name}${suffix}, ${name}${suffix}Variables> = {`,
    `  name: ${JSON.stringify(name)},`,
    `  takesLocale: ${variables.includes('locale')},`,
    `  text: ${JSON.stringify(stripIgnoredCharacters(text))},`,
    `};`,
  ].join('\n');
}

async function generate() {
  const sdl = await readFile(path.join(root, 'src/content-api/graphql/schema.graphql'), 'utf8');
  const files = (await readdir(OPERATIONS)).filter((file) => file.endsWith('.graphql')).sort();
  const documents = await Promise.all(
    files.map(async (file) => {
      const location = path.join(OPERATIONS, file);
      return { location, document: parse(await readFile(location, 'utf8')) };
    }),
  );
  const types = await codegen({
    filename: FILE,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
    config: {
      scalars: { DateTime: 'string', Date: 'string', ISO8601Duration: 'string' },
      strictScalars: true,
      immutableTypes: true,
      enumsAsTypes: true,
      skipTypename: false,
      namingConvention: 'keep',
    },
  });
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const written = definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((definition) => documentOf(definition, fragments));
  const source = [
    '// Written by npm run client:generate from the schema and src/client/operations: change those.',
    "import type { TypedDocument } from '../typed-document.js';",
    types,
    ...written,
  ].join('\n\n');
  const options = await resolveConfig(path.join(root, FILE));
  return format(source, { ...options, parser: 'typescript' });
}

async function main() {
  const source = await generate();
  const file = path.join(root, FILE);
  if (!process.argv.includes('--check')) return writeFile(file, source);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept === source) return undefined;
  throw failure(
    'CLIENT_STALE',
    `${FILE} is not what the schema and the client's operations give.`,
    'Run "npm run client:generate", and see in the difference what consumers will notice.',
  );
}

main().catch(exitWith);
