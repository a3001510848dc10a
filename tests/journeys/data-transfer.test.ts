import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Drift } from '../../src/plugins/publishing/server/record/drift';
import { verifyLog } from '../../src/publications/verify';
import { faqDraft, paragraph } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { copyOfProgram } from '../support/project';

const FAQ = 'api::faq.faq';
const FIRST_PAGE = '{ faqs(first: 1) { pageInfo { endCursor } } }';
const NEXT_PAGE =
  'query ($after: String) { faqs(first: 5, after: $after) { nodes { slug answer { text } safety { title } } } }';

const run = promisify(execFile);

describe.each(databaseKinds)("Strapi's own export and import, on %s", (kind) => {
  let hub: Hub;
  let program: string;

  beforeAll(async () => {
    hub = await Hub.start(kind);
    program = await copyOfProgram(path.join(hub.folder.path, 'program'));
  });
  afterAll(() => hub.stop());

  function strapiCommand(...args: string[]) {
    return run(path.join(program, 'node_modules/.bin/strapi'), args, {
      cwd: program,
      env: {
        PATH: process.env.PATH,
        HOME: hub.folder.path,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        DATA_FOLDER: hub.folder.dataFolder,
        PUBLIC_FOLDER: hub.folder.publicFolder,
        ...(hub.database ? { DATABASE_URL: hub.database.url } : {}),
      },
    });
  }

  const drift = () => hub.strapi.ask<Drift[]>('record', { method: 'findDrift' });

  it('leave the log whole and cursors valid, and what an older export brings back is drift', async () => {
    const ids: string[] = [];
    for (const slug of ['alpha', 'beta', 'gamma']) {
      const { documentId } = await hub.strapi.documents(FAQ, 'create', {
        data: faqDraft(slug),
        status: 'published',
      });
      ids.push(documentId);
    }
    const { faqs } = await hub.answer<{ faqs: { pageInfo: { endCursor: string } } }>(FIRST_PAGE);
    const next = { after: faqs.pageInfo.endCursor };
    const before = await hub.bytes(NEXT_PAGE, next);
    const head = await hub.reader.head();
    await hub.strapi.stop();

    const file = path.join(hub.folder.path, 'export');
    await strapiCommand('export', '--no-encrypt', '--file', file);
    const [name] = (await readdir(hub.folder.path)).filter((entry) => entry.startsWith('export'));
    const dump = path.join(hub.folder.path, name ?? '');
    await strapiCommand('import', '--force', '--file', dump);

    await hub.boot();
    expect(await hub.reader.head()).toEqual(head);
    expect(await verifyLog(hub.reader, () => undefined)).toEqual({ faults: [], newer: [] });
    expect(await drift()).toEqual([]);
    expect(await hub.bytes(NEXT_PAGE, next)).toBe(before);

    await hub.strapi.documents(FAQ, 'update', {
      documentId: ids[1],
      data: { answer: paragraph('Newer than the export.') },
      status: 'published',
    });
    const newer = await hub.bytes(NEXT_PAGE, next);
    expect(newer).toContain('Newer than the export.');
    await hub.strapi.stop();
    await strapiCommand('import', '--force', '--file', dump);

    await hub.boot();
    expect(await drift()).toEqual([
      { type: 'faq', documentId: ids[1], locale: 'en', kind: 'differs', fields: ['answer'] },
    ]);
    expect(await hub.bytes(NEXT_PAGE, next)).toBe(newer);
  });
});
