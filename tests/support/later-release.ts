import { transform, type Options } from '@swc/core';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RELEASE } from '../../src/release';
import { copyOfProgram } from './project';

const PROJECT = path.resolve(__dirname, '../..');

/** As `npm start` compiles, but without checking types: the test that uses the release shows whether it works. */
const COMPILER: Options = {
  configFile: false,
  swcrc: false,
  sourceMaps: false,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** How a developer changes one file of the project, a new one included. */
export type Change =
  | { readonly file: string; readonly replace: readonly (readonly [string, string])[] }
  | { readonly file: string; readonly text: string };

/** In a file that is there, each text for its replacement. Every text must be there. */
export function edit(file: string, ...replace: (readonly [string, string])[]): Change {
  return { file, replace };
}

/** A file that was not there. */
export function create(file: string, text: string): Change {
  return { file, text };
}

/**
 * Makes a release that might come after this one: this program with some of its sources changed, compiled.
 *
 * @param folder where it is made; must not exist.
 * @param version its version in package.json.
 */
export async function laterRelease(
  folder: string,
  version: string,
  changes: readonly Change[],
): Promise<string> {
  await copyOfProgram(folder);
  for (const entry of ['package.json', 'database']) {
    await rm(path.join(folder, entry));
    await cp(path.join(PROJECT, entry), path.join(folder, entry), { recursive: true });
  }
  const bumped = edit('package.json', [`"version": "${RELEASE}"`, `"version": "${version}"`]);
  const sources = new Map<string, string>();
  for (const change of [bumped, ...changes]) {
    sources.set(
      change.file,
      changed(change, sources.get(change.file) ?? (await source(change.file))),
    );
  }
  for (const [file, text] of sources) {
    const isTypeScript = file.endsWith('.ts');
    const place = path.join(folder, isTypeScript ? file.replace(/\.ts$/, '.js') : file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, isTypeScript ? (await transform(text, COMPILER)).code : text);
  }
  return folder;
}

function source(file: string): Promise<string> {
  return readFile(path.join(PROJECT, file), 'utf8').catch(() => '');
}

function changed(change: Change, text: string): string {
  if ('text' in change) return change.text;
  return change.replace.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${change.file} has no ${JSON.stringify(from)}.`);
    return before.replace(from, () => to);
  }, text);
}
