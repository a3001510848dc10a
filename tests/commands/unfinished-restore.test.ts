import { spawn } from 'node:child_process';
import path from 'node:path';
import { runCommand, runScript } from '../support/command';
import { faqDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { headOf } from '../support/log-reader';
import { rounds } from '../support/share';

const PROJECT = path.resolve(__dirname, '../..');
const COMMAND = path.join(__dirname, '../support/compiled-command.cjs');
const ROUNDS = 20;
const SHARE = 2;

describe.each(databaseKinds)('A restoration on %s that is broken off', (kind) => {
  let hub: Hub;
  /** One backup with an FAQ, and one with two; and where the log of each ends. */
  const backups: { file: string; head: number }[] = [];
  let longest = 0;

  const place = () => ({ folder: hub.folder, databaseUrl: hub.database?.url });
  const run = (name: string, ...args: string[]) =>
    runScript(place(), COMMAND, PROJECT, name, ...args);

  beforeAll(async () => {
    hub = await Hub.start(kind);
    for (const slug of ['first', 'second']) {
      const data = faqDraft(slug);
      await hub.strapi.documents('api::faq.faq', 'create', { data, status: 'published' });
      const file = path.join(hub.folder.path, `${slug}.tar.gz`);
      await runCommand(place(), 'backup', file);
      backups.push({ file, head: await hub.head() });
    }
    await hub.strapi.stop();
    await hub.reader.close();
    const begun = performance.now();
    expect(await run('restore', backups[0]?.file ?? '', '--replace')).toMatchObject({
      exitCode: 0,
    });
    longest = performance.now() - begun;
  });
  afterAll(() => hub.stop());

  /** Ends a restoration as a power cut would, after a while. */
  async function breakOff(file: string, milliseconds: number): Promise<void> {
    const { folder, databaseUrl } = place();
    const child = spawn(process.execPath, [COMMAND, PROJECT, 'restore', file, '--replace'], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        DATA_FOLDER: folder.dataFolder,
        PUBLIC_FOLDER: folder.publicFolder,
        ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await ended;
    clearTimeout(timer);
  }

  it('is finished or undone before anything starts, and never taken for a new installation', async () => {
    const heads = backups.map(({ head }) => head);
    for (const round of rounds(ROUNDS, SHARE)) {
      const { file = '' } = backups[round % 2] ?? {};
      await breakOff(file, (longest * round) / ROUNDS);
      let verified = await run('log-verify');
      if (verified.errors.includes('RESTORE_UNFINISHED')) {
        const undone = await run('restore', '--undo');
        const mustFinish = undone.errors.includes('RESTORE_NOT_UNDOABLE');
        expect(undone.exitCode === 0 || mustFinish).toBe(true);
        if (mustFinish) {
          expect(await run('restore', file, '--replace')).toMatchObject({ exitCode: 0 });
        }
        verified = await run('log-verify');
      }
      expect({ round, ...verified }).toMatchObject({ round, exitCode: 0 });
      expect(heads).toContain(await headOf(place()));
    }
  });

  it('is finished by the same command', async () => {
    const { file = '', head } = backups[1] ?? {};
    await breakOff(file, longest * 0.7);
    expect(await run('restore', file, '--replace')).toMatchObject({ exitCode: 0 });
    expect(await run('log-verify')).toMatchObject({ exitCode: 0 });
    expect(await headOf(place())).toBe(head);
  });

  it('was not, where none was', async () => {
    expect(await run('restore', '--undo')).toMatchObject({
      exitCode: 0,
      output: 'No restoration was broken off.\n',
    });
  });
});
