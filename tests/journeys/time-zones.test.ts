import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumOnThisMachine, openOfflineChromium } from '../support/chromium';
import { runCommand } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { ADMINISTRATOR, registerAdministrator } from '../support/panel';
import { uploadPicture } from '../support/pictures';
import { until } from '../support/until';

const SERVICE = 'api::service.service';
const REFERENCE = 'api::reference.reference';
const DAY = '2026-01-31';
/** The first and the last places on earth where a day begins, and one between that is off by three quarters of an hour. */
const EAST = { TZ: 'Pacific/Kiritimati' };
const WEST = { TZ: 'Pacific/Pago_Pago' };
const BETWEEN = { TZ: 'Asia/Kathmandu' };

const QUESTION = `{
  services {
    nodes {
      heroImage { url } publishedAt firstPublishedAt revisions { nodes { publishedAt } } safety { id }
      references { slug accessedOn publishedAt contentHash }
    }
  }
  edition { id publishedAt }
}`;

const referenceDraft = (slug: string) => ({
  title: `Source ${slug}`,
  slug,
  kind: 'web-page',
  url: `https://sources.example/${slug}`,
  accessedOn: DAY,
});

describe.each(databaseKinds)(
  'On %s, a hub that moves from the first time zone to the last',
  (kind) => {
    let hub: Hub;
    let reference: string;
    let service: string;
    let east: object;

    beforeAll(async () => {
      hub = await Hub.start(kind, EAST);
      if (hub.database) {
        const database = new URL(hub.database.url).pathname.slice(1);
        await hub.strapi.sql(`alter database ${database} set timezone to '${BETWEEN.TZ}'`);
        await hub.strapi.sql(`alter database ${database} set datestyle to 'SQL, DMY'`);
      }
      const picture = await uploadPicture(hub, 'teal');
      ({ documentId: reference } = await hub.strapi.documents(REFERENCE, 'create', {
        data: referenceDraft('first'),
        status: 'published',
      }));
      const heroImage = { file: picture.id, alternativeText: 'A quiet room.' };
      ({ documentId: service } = await hub.strapi.documents(SERVICE, 'create', {
        data: serviceDraft('kap', { heroImage, references: [reference] }),
        status: 'published',
      }));
      east = await hub.strapi.documents(REFERENCE, 'findOne', { documentId: reference });
      await hub.strapi.stop();
      await hub.boot(WEST);
    });
    afterAll(() => hub.stop());

    it('keeps every day and every instant that was written', async () => {
      const west = await hub.strapi.documents(REFERENCE, 'findOne', { documentId: reference });
      expect(west).toEqual(east);
      expect(west).toMatchObject({ accessedOn: DAY });
    });

    it('finds no difference between what is public and what Strapi has, and publishes the same again as nothing new', async () => {
      expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);
      const head = await hub.head();
      const data = { accessedOn: DAY };
      await hub.strapi.documents(REFERENCE, 'update', { documentId: reference, data });
      await hub.strapi.documents(REFERENCE, 'publish', { documentId: reference });
      expect(await hub.head()).toBe(head);
    });

    it('is answered for by a process in a third zone with the same bytes', async () => {
      const api = await ContentApiProcess.start({
        ...BETWEEN,
        DATA_FOLDER: hub.folder.dataFolder,
        ...(hub.database && { DATABASE_URL: hub.database.url }),
      });
      try {
        await until(async () => (await api.readiness()).status === 200);
        const answer = await hub.bytes(QUESTION);
        expect(answer).toContain(`"accessedOn":"${DAY}"`);
        expect(await api.answer(QUESTION)).toBe(answer);
      } finally {
        await api.stop();
      }
    });

    it('imports a day as it is written, in whatever zone', async () => {
      for (const [place, env] of Object.entries({ east: EAST, west: WEST })) {
        const file = path.join(hub.folder.path, `${place}.yaml`);
        const fields = `{ slug: ${place}, kind: web-page, title: A source, url: 'https://${place}.example', accessedOn: ${DAY} }`;
        const text = `format: kap-content/1\ndefaultLocale: en\ndocuments:\n  reference:\n    - { key: ${place}, fields: ${fields} }\n`;
        await writeFile(file, text);
        const settings = { folder: hub.folder, databaseUrl: hub.database?.url, env };
        expect(await runCommand(settings, 'content-import', file)).toMatchObject({
          exitCode: 0,
          errors: '',
        });
      }
      const contents = (await hub.publicationsAfter(0)).flatMap((publication) =>
        publication.kind === 'Published' && publication.type === 'reference'
          ? [(publication.content as { accessedOn: string }).accessedOn]
          : [],
      );
      expect(contents).toEqual([DAY, DAY, DAY]);
    });

    if (kind === 'PostgreSQL') {
      it('reads what an older release kept in the zone of its process, as of when it was', async () => {
        const now = await hub.strapi.documents(REFERENCE, 'findOne', { documentId: reference });
        await hub.strapi.sql(
          `update "references" set created_at = created_at at time zone 'UTC' at time zone '${WEST.TZ}',
           updated_at = updated_at at time zone 'UTC' at time zone '${WEST.TZ}'`,
        );
        await hub.strapi.sql("delete from strapi_migrations where name like '%instants-in-utc%'");
        await hub.strapi.stop();
        await hub.boot(WEST);
        const after = await hub.strapi.documents(REFERENCE, 'findOne', { documentId: reference });
        expect(after).toEqual(now);
      });
    }

    it('knows the picture again that it published there, though the original is gone', async () => {
      await hub.strapi.stop();
      const uploads = path.join(hub.folder.publicFolder, 'uploads');
      await rm(uploads, { recursive: true });
      await mkdir(uploads);
      await hub.boot(BETWEEN);
      expect(hub.strapi.output.join('')).toContain('The originals of 1 published pictures');
      const data = { summary: 'Something that the practice offers, in other words than before.' };
      await hub.strapi.documents(SERVICE, 'update', {
        documentId: service,
        data,
        status: 'published',
      });
      expect(
        await hub.bytes('{ services { nodes { summary heroImage { url } safety { id } } } }'),
      ).toContain(data.summary);
    });
  },
);

const executable = chromiumOnThisMachine();

(executable ? describe : describe.skip)(
  'An editor whose browser is in another zone than the hub',
  () => {
    let hub: Hub;
    let browser: Browser;

    beforeAll(async () => {
      hub = await Hub.start('SQLite', { ...BETWEEN, SERVE_ADMIN_PANEL: 'true' });
      await registerAdministrator(hub.strapi);
      browser = await openOfflineChromium(executable ?? '');
    });
    afterAll(async () => {
      await browser.close();
      await hub.stop();
    });

    it.each([EAST.TZ, WEST.TZ])(
      'sees the day that was written, and writes the day that they see, in %s',
      async (timezoneId) => {
        const data = referenceDraft(timezoneId.replace(/[\W_]/g, '-').toLowerCase());
        const { documentId } = await hub.strapi.documents(REFERENCE, 'create', { data });
        const context = await browser.newContext({ timezoneId, locale: 'en-US' });
        const page = await context.newPage();
        await page.goto(`${hub.strapi.url}/admin/auth/login`);
        await page.fill('input[name=email]', ADMINISTRATOR.email);
        await page.fill('input[name=password]', ADMINISTRATOR.password);
        await page.click('button[type=submit]');
        await page.waitForURL(/\/admin\/?$/);
        await page.goto(
          `${hub.strapi.url}/admin/content-manager/collection-types/${REFERENCE}/${documentId}`,
        );
        const day = page.locator('input[name=accessedOn]');
        await until(async () => (await day.inputValue()) === '01/31/2026');
        await day.click();
        await day.press('ArrowRight');
        await day.press('Enter');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Saved document').first().waitFor();
        expect(await hub.strapi.documents(REFERENCE, 'findOne', { documentId })).toMatchObject({
          accessedOn: '2026-02-01',
        });
        expect(await day.inputValue()).toBe('02/01/2026');
        await context.close();
      },
    );
  },
);
