// First: type-graphql's decorators run as their files are loaded, and want it.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anonymous, type Caller } from '../content-api/access/caller';
import { rightsOf } from '../content-api/access/rights';
import { ownQuestion } from '../content-api/answering/question';
import { RememberedAnswers } from '../content-api/answering/remembered-answers';
import { Road } from '../content-api/answering/road';
import type { Catalogue } from '../content-api/catalogue/catalogue';
import { stepBetween } from '../content-api/catalogue/reads/step-between';
import { Witness } from '../content-api/catalogue/reads/witness';
import { richTextRenderer } from '../content-api/catalogue/rich-text/renderer';
import { Readings } from '../content-api/graphql/readings';
import { contentSchema } from '../content-api/graphql/schema';
import { tableReader } from '../content-api/table-reader';
import { follow } from '../content-api/log/log-follower';
import { systemScheduler } from '../content-api/log/log-reader';
import { whole } from '../content-api/wire-pieces';
import { jsonOf } from '../content-api/wire-text';
import { readEnvironment, STRAPI_PORT, type Environment } from '../environment';
import { installationReader } from '../installation/reader';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';
import { exportedLists, wholeDocument } from './export-selection';
import { withLogReader } from './log-reader';

const USAGE = 'npm run export -- FOLDER';
const FORMAT = 'kap-export/1';
const MANIFEST = 'manifest.json';

interface Connection {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * `npm run export -- FOLDER`: writes the newest edition for static builds, as the schema answers it: a folder for each
 * language with a file of JSON lines for each type, and a manifest with the edition and the counts.
 *
 * @throws CommandFailure `FOLDER_IN_USE` where the folder has other things in it than an export.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { files } = readArguments(args, USAGE);
  const [folder] = files;
  if (folder === undefined || files.length > 1) {
    throw new CommandFailure('BAD_USAGE', 'One folder is wanted.', `Usage: ${USAGE}`);
  }
  await checkFolder(folder);
  const environment = readEnvironment(process.env, root, {
    port: STRAPI_PORT,
    isToldPublicUrl: true,
  });
  const { name, texts } = await withLogReader(environment.database, async (reader) => {
    const quiet = () => undefined;
    const log = { info: quiet, warn: quiet, error: quiet };
    const follower = follow({ reader, log, scheduler: systemScheduler });
    try {
      const catalogue = await follower.ready();
      return await textsOf(catalogue, await publicUrlOf(environment));
    } finally {
      await follower.close();
    }
  });
  await replaceFolder(folder, texts);
  console.log(`${folder} has edition ${name}.`);
  return 0;
}

/** What content APIs answer with: what this command was given, else what the authoring process has told. */
async function publicUrlOf({
  database,
  publicUrl,
  publicUrlIsGiven,
  isLoopback,
}: Environment): Promise<string> {
  if (publicUrlIsGiven) return publicUrl;
  const reader = installationReader(tableReader(database));
  try {
    const told = await reader.readPublicUrl();
    if (told !== null) return told;
  } finally {
    await reader.close();
  }
  if (isLoopback) return publicUrl;
  throw new CommandFailure(
    'PUBLIC_URL_UNKNOWN',
    'The authoring process has not told its PUBLIC_URL yet, under which pictures are named.',
    'Start it once (npm start), or give PUBLIC_URL to this command.',
  );
}

/** Who exports sees what the public sees, however much it is. */
const exporter: Caller = {
  ...anonymous,
  rights: rightsOf({ ...anonymous.rights, queryCostLimit: Infinity }),
};

/** Every file's text, by its place in the folder. */
async function textsOf(
  catalogue: Catalogue,
  publicUrl: string,
): Promise<{ name: string; texts: Map<string, string> }> {
  const schema = contentSchema();
  const road = roadTo(schema, publicUrl);
  await road.start();
  const ask = async (query: string, variables: Record<string, unknown>) => {
    const question = ownQuestion(query, variables);
    const keeping = { isPast: true, spelling: null };
    const outcome = await road.answer({ question, caller: exporter, catalogue }, keeping);
    if (!('answer' in outcome)) throw new Error(`The export was refused: ${jsonOf(outcome.body)}`);
    return (JSON.parse(jsonOf(whole(outcome.answer.pieces))) as { data: Record<string, unknown> })
      .data;
  };
  const { edition, settings } = catalogue;
  const texts = new Map<string, string>();
  const counts: Record<string, Record<string, number>> = {};
  for (const locale of settings.locales) {
    const ofLocale: Record<string, number> = {};
    const put = (type: string, documents: readonly object[]) => {
      const lines = documents.map((document) => `${JSON.stringify(document)}\n`);
      texts.set(path.join(locale, `${type}.jsonl`), lines.join(''));
      ofLocale[type] = documents.length;
    };
    for (const [list, type] of exportedLists(schema)) {
      const query = `query ($locale: String, $after: String) { ${list}(locale: $locale, first: 100, after: $after) {
        nodes ${wholeDocument(type)} pageInfo { hasNextPage endCursor } } }`;
      const documents: object[] = [];
      for (let after: string | null = null, isMore = true; isMore;) {
        const { nodes, pageInfo } = (await ask(query, { locale, after }))[list] as Connection;
        documents.push(...nodes);
        after = pageInfo.endCursor;
        isMore = pageInfo.hasNextPage;
      }
      put(list, documents);
    }
    const practiceType = schema.getType('Practice');
    const query = `query ($locale: String) { practice(locale: $locale) ${wholeDocument(practiceType)} }`;
    const { practice } = await ask(query, { locale });
    put('practice', practice ? [practice] : []);
    counts[locale] = ofLocale;
  }
  const { id, publishedAt } = edition;
  const manifest = { format: FORMAT, edition: { id, publishedAt }, counts };
  texts.set(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  await road.close();
  return { name: id, texts };
}

function roadTo(schema: GraphQLSchema, publicUrl: string): Road {
  const witness = new Witness();
  return new Road({
    schema,
    witness,
    readings: new Readings({ publicUrl, richText: richTextRenderer(publicUrl) }, witness),
    answers: new RememberedAnswers(stepBetween),
    registered: { textOf: () => null, refusalOf: () => null },
    log: console,
  });
}

async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  const manifest = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => '');
  const isExport = manifest.includes(`"format": "${FORMAT}"`);
  const known = new Set([MANIFEST, ...(isExport ? localesIn(manifest) : [])]);
  const other = names.find((name) => !known.has(name));
  if (isExport && other === undefined) return;
  throw new CommandFailure(
    'FOLDER_IN_USE',
    `${folder} has other things in it${other === undefined ? '' : `, such as ${other}`}.`,
    'Name a folder that is empty, that does not exist, or that has an earlier export.',
  );
}

function localesIn(manifest: string): string[] {
  return Object.keys((JSON.parse(manifest) as { counts: object }).counts);
}

/** Written beside it first, so that whoever reads the folder finds one edition and never half of one. */
async function replaceFolder(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const next = `${folder}.part`;
  await rm(next, { recursive: true, force: true });
  for (const [place, text] of texts) {
    const file = path.join(next, place);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  try {
    await rm(folder, { recursive: true, force: true });
    await rename(next, folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
    // A mounted folder is neither removed nor replaced: what is in it is. Without its manifest it is no export.
    await rm(path.join(folder, MANIFEST), { force: true });
    for (const name of await readdir(folder)) {
      await rm(path.join(folder, name), { recursive: true });
    }
    const isManifest = (place: string) => path.basename(place) === MANIFEST;
    await cp(next, folder, { recursive: true, filter: (place) => !isManifest(place) });
    await cp(path.join(next, MANIFEST), path.join(folder, MANIFEST));
    await rm(next, { recursive: true });
  }
}
