import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { chromiumOnThisMachine, openOfflineChromium } from '../../../support/chromium';
import { faqDraft } from '../../../support/drafts';
import { Hub } from '../../../support/hub';
import { ADMINISTRATOR, panelOf } from '../../../support/panel';

const FAQ = 'api::faq.faq';
const executable = chromiumOnThisMachine();

(executable ? describe : describe.skip)('the page "Publication log" of the panel', () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    hub = await Hub.start('SQLite', { SERVE_ADMIN_PANEL: 'true' });
    await panelOf(hub.strapi);
    browser = await openOfflineChromium(executable ?? '');
    page = await browser.newPage();
    await page.goto(`${hub.strapi.url}/admin/auth/login`);
    await page.fill('input[name=email]', ADMINISTRATOR.email);
    await page.fill('input[name=password]', ADMINISTRATOR.password);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/admin\/?$/);
  });
  afterAll(async () => {
    await browser.close();
    await hub.stop();
  });

  async function open(): Promise<void> {
    await page.goto(`${hub.strapi.url}/admin/plugins/publishing`);
    await page.getByRole('heading', { name: 'Publication log' }).waitFor();
  }

  it('is in the menu', async () => {
    await page.getByRole('link', { name: 'Publication log' }).first().waitFor();
  });

  it('lists what became public and what stopped being so, newest first', async () => {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft('walking', { question: 'May I walk home alone afterwards?' }),
      status: 'published',
    });
    await open();
    const rows = page.getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.nth(1).innerText()).toMatch(
      /Published\s+May I walk home alone afterwards\?\s+faq\s+en/,
    );

    await hub.strapi.documents(FAQ, 'unpublish', { documentId });
    await open();
    expect(await rows.nth(1).innerText()).toContain('Withdrawn');
    await page.getByText('What is published here is what the public sees.').waitFor();
  });

  it('warns where a published row says something else than the log', async () => {
    await hub.strapi.documents(FAQ, 'create', { data: faqDraft('drifting'), status: 'published' });
    await hub.strapi.sql(
      "update faqs set position = 4 where slug = 'drifting' and published_at is not null",
    );
    await open();
    await page.getByText('differ from what the public sees').waitFor();
    await page.getByText('Fields: position.').waitFor();
  });

  it('has nothing that axe objects to', async () => {
    await open();
    await page.getByText('differ from what the public sees').waitFor();
    await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    // Strapi's own frame round the page is not ours to repair.
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(where: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      return (await axe.run('main')).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
  });
});
