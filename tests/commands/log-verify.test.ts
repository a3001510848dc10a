import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../support/command';
import { faqDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { appFolder } from '../support/strapi';

const FAQ = 'api::faq.faq';

interface Verdict {
  readonly head: { sequence: number; chainHash: string };
  readonly faults: { sequence: number; message: string }[];
  readonly drift: { kind: string; type: string }[];
}

describe.each(databaseKinds)('Verifying the log on %s', (kind) => {
  let hub: Hub;
  const settings = () => ({ folder: hub.folder, databaseUrl: hub.database?.url });
  const anchors = () => path.join(hub.folder.path, 'anchors.jsonl');

  beforeAll(async () => {
    hub = await Hub.start(kind);
    for (const slug of ['one', 'two', 'three']) {
      const data = faqDraft(slug);
      await hub.strapi.documents(FAQ, 'create', { data, locale: 'en', status: 'published' });
    }
  });

  afterAll(() => hub.stop());

  it('passes a log that nobody has touched, while the server runs', async () => {
    const { sequence, chainHash } = await hub.reader.head();
    const anchored = await runCommand(settings(), 'log-anchor');
    expect(JSON.parse(anchored.output)).toEqual({ sequence, chainHash });
    await writeFile(anchors(), `> npm prints this\n${anchored.output}`);
    const verified = await runCommand(settings(), 'log-verify', '--anchor', 'anchors.jsonl');
    expect(verified.exitCode).toBe(0);
    expect(verified.output).toBe(
      `${sequence} entries, chain hash ${chainHash}: 0 faults, 0 differences to Strapi's published rows.\n`,
    );
  });

  it('tells what differs from Strapi’s published rows', async () => {
    const change = (question: string) =>
      hub.strapi.ask('query', {
        uid: FAQ,
        method: 'updateMany',
        params: { where: { slug: 'three' }, data: { question } },
      });
    await change('Changed behind the log?');
    const verified = await runCommand(settings(), 'log-verify');
    expect(verified.exitCode).toBe(1);
    expect(verified.output).toMatch(/^differs {2}faq \w+ \(en\): question$/m);
    await change('What should I know about three?');
  });

  it('holds the log against where it ended once', async () => {
    const verify = () => runCommand(settings(), 'log-verify', '--anchor', 'anchors.jsonl');
    const head = await hub.reader.head();
    const other = JSON.stringify({ sequence: 2, chainHash: 'a'.repeat(64) });
    const gone = JSON.stringify({ sequence: head.sequence + 1, chainHash: 'a'.repeat(64) });
    await writeFile(anchors(), `${JSON.stringify(head)}\n${other}\n${gone}\n`);
    const verified = await verify();
    expect(verified.exitCode).toBe(1);
    expect(verified.output).toMatch(/^entry 2: .*was written anew/m);
    expect(verified.output).toMatch(/^entry \d+: .*is gone\.$/m);

    await writeFile(anchors(), '{"sequence":');
    const refused = await verify();
    expect(refused).toMatchObject({ exitCode: 1, output: '' });
    expect(refused.errors).toContain('ANCHOR_UNREADABLE');
  });

  it('tells each entry that is not what was appended, as JSON too', async () => {
    // The database refuses this, until somebody with power over it makes it stop.
    const [trigger, drop] =
      kind === 'SQLite'
        ? ['publications_no_update', 'drop trigger publications_no_update']
        : ['publications_immutable', 'alter table publications disable trigger user'];
    const tamper = 'update publications set content = ? where sequence = ?';
    await expect(hub.strapi.sql(tamper, ['{}', 3])).rejects.toThrow('never changed');
    await hub.strapi.sql(drop);
    await hub.strapi.sql(tamper, ['{}', 3]);

    const verified = await runCommand(settings(), 'log-verify', '--json');
    const verdict = JSON.parse(verified.output) as Verdict;
    expect(verified.exitCode).toBe(1);
    expect(trigger).toBeDefined();
    expect(verdict.faults[0]).toEqual({
      sequence: 3,
      message: 'Its content does not match its content hash.',
    });
  });
});

it('Verifying the log says so where there is none', async () => {
  const folder = await appFolder();
  const refused = await runCommand({ folder }, 'log-verify');
  expect(refused).toMatchObject({ exitCode: 1, output: '' });
  expect(refused.errors).toContain('NO_LOG');
  await folder.remove();
});
