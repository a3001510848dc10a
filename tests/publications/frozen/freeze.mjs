import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/*
 * Freezes what this release writes: node tests/publications/frozen/freeze.mjs. The server must have been compiled
 * (npm run build). The backup of PostgreSQL is made where DATABASE_URL names an empty database.
 */

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const compiled = (name) => require(path.join(root, 'dist/src', name));
const { RELEASE } = compiled('release.js');
const target = path.join(here, RELEASE);
const PORT = 54_998;

const work = await mkdtemp(path.join(tmpdir(), 'kap-freeze-'));
const databaseUrl = process.env.DATABASE_URL;
try {
  await mkdir(target);
  await freeze('sqlite', {});
  if (databaseUrl) await freeze('postgresql', { DATABASE_URL: databaseUrl });
} finally {
  await rm(work, { recursive: true });
}
process.exit(0);

/** Fills a database, and keeps a backup of it; of SQLite, its log and what is answered from it, too. */
async function freeze(kind, settings) {
  const folders = {
    DATA_FOLDER: path.join(work, kind, 'data'),
    PUBLIC_FOLDER: path.join(work, kind, 'public'),
  };
  await mkdir(path.join(folders.PUBLIC_FOLDER, 'uploads'), { recursive: true });
  delete process.env.DATABASE_URL;
  Object.assign(process.env, folders, settings, { NODE_ENV: 'production', LOG_LEVEL: 'error' });
  await command('content-import', path.join(here, 'practice/practice.yaml'));
  await compiled('commands/boot.js').withStrapi(root, makeHistory);
  await command('backup', path.join(target, `${kind}.tar.gz`));
  if (kind !== 'sqlite') return;
  const { sqliteReader } = compiled('publications/sqlite-reader.js');
  const reader = sqliteReader(path.join(folders.DATA_FOLDER, 'database.sqlite'));
  const rows = await reader.readAfter(0, 10_000);
  await reader.close();
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  await writeFile(path.join(target, 'log.jsonl'), lines.join(''));
  await writeFile(path.join(target, 'answers.json'), await answers());
}

async function command(name, ...args) {
  if ((await compiled(`commands/${name}.js`).main(args, root)) !== 0)
    throw new Error(`${name} failed.`);
}

/** A second revision, a text withdrawn, one published again, and a draft that nobody published. */
async function makeHistory(strapi) {
  const english = { locale: 'en' };
  const faqs = strapi.documents('api::faq.faq');
  const faq = await faqs.findFirst({ filters: { slug: 'what-does-treatment-cost' }, ...english });
  const { documentId } = faq;
  const data = { question: 'What does a treatment cost?' };
  await faqs.update({ documentId, ...english, data, status: 'published' });
  await faqs.unpublish({ documentId, locale: 'es' });
  const conditions = strapi.documents('api::condition.condition');
  const condition = await conditions.findFirst(english);
  await conditions.unpublish({ documentId: condition.documentId, ...english });
  await conditions.publish({ documentId: condition.documentId, ...english });
  const clinicians = strapi.documents('api::clinician.clinician');
  const clinician = await clinicians.findFirst(english);
  const role = 'Psychiatrist, and head of the house';
  await clinicians.update({ documentId: clinician.documentId, ...english, data: { role } });
}

/** What this release answers to the questions that the first release was asked. */
async function answers() {
  const first = JSON.parse(await readFile(path.join(here, '0.1.0/answers.json'), 'utf8'));
  const api = spawn(process.execPath, [path.join(root, 'dist/src/content-api/main.js')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(PORT),
      PUBLIC_URL: 'https://hub.example',
      CONTENT_API_QUERY_COST_LIMIT: '1000000',
    },
  });
  const url = `http://127.0.0.1:${PORT}`;
  try {
    const isReady = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isReady())) await pause(100);
    const given = {};
    for (const [name, { query }] of Object.entries(first)) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/graphql-response+json',
        },
        body: JSON.stringify({ query }),
      });
      given[name] = { query, data: (await response.json()).data };
    }
    return `${JSON.stringify(given, null, 1)}\n`;
  } finally {
    api.kill();
    await once(api, 'exit');
  }
}
