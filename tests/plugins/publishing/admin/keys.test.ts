import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { chromiumOnThisMachine, openOfflineChromium } from '../../../support/chromium';
import { Hub } from '../../../support/hub';
import { ADMINISTRATOR, registerAdministrator, registerColleague } from '../../../support/panel';
import { until } from '../../../support/until';

const executable = chromiumOnThisMachine();

(executable ? describe : describe.skip)('the page "Keys" of the panel', () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    hub = await Hub.start('SQLite', { SERVE_ADMIN_PANEL: 'true' });
    const administrator = await registerAdministrator(hub.strapi);
    await registerColleague(hub.strapi, 'strapi-editor', administrator);
    browser = await openOfflineChromium(executable ?? '');
    page = await signedIn(ADMINISTRATOR.email);
  });
  afterAll(async () => {
    await browser.close();
    await hub.stop();
  });

  async function signedIn(email: string): Promise<Page> {
    const context = await browser.newContext();
    const opened = await context.newPage();
    await opened.goto(`${hub.strapi.url}/admin/auth/login`);
    await opened.fill('input[name=email]', email);
    await opened.fill('input[name=password]', ADMINISTRATOR.password);
    await opened.click('button[type=submit]');
    await opened.waitForURL(/\/admin\/?$/);
    return opened;
  }

  async function statusWith(token: string): Promise<number> {
    const asked = request(hub.strapi.url).post('/graphql').set('Authorization', `Bearer ${token}`);
    return (await asked.send({ query: '{ edition { id } }' })).status;
  }

  /** What axe objects to; Strapi's own frame round the page is not ours to repair. */
  async function objections(where: string): Promise<string[]> {
    await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return page.evaluate(async (part) => {
      const { axe, document } = globalThis as unknown as {
        axe: {
          run(where: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
        document: { getAnimations(): { finished: Promise<unknown> }[] };
      };
      // What is still fading in has other colours than it will have.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      return (await axe.run(part)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    }, where);
  }

  it('is in the menu, and says that there is no key yet', async () => {
    await page.getByRole('link', { name: 'Keys' }).first().click();
    await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
    await page.getByText('No key has been made yet.').waitFor();
  });

  it('tells at its field what cannot be meant', async () => {
    await page.getByLabel('Requests a minute').fill('many');
    // Not by the mouse, whose hovering gives Strapi's button a colour that axe objects to.
    await page.getByRole('button', { name: 'Make the key' }).press('Enter');
    await page.getByText('Say what the key is for.').waitFor();
    await page.getByText('A limit is a whole number.').waitFor();
    expect(await objections('main')).toEqual([]);
  });

  it('makes a key by keyboard alone, shows it once, and revokes it', async () => {
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Practice site');
    // To the kinds, where the arrows choose, and on to the date and the limits.
    await page.keyboard.press('Tab');
    // Held down as a finger does: the choice is made a moment after the key goes down.
    await page.keyboard.press('ArrowDown', { delay: 100 });
    expect(await page.getByRole('radio', { name: 'Preview' }).isChecked()).toBe(true);
    await page.getByLabel('Requests a minute').fill('600');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'The key “Practice site” is made' });
    await heading.waitFor();
    expect(
      await heading.evaluate((element) => element === element.ownerDocument.activeElement),
    ).toBe(true);
    const token = await page.getByLabel('The key', { exact: true }).inputValue();
    expect(token).toMatch(/^kap_[\w-]{43}$/);
    await until(async () => (await statusWith(token)) === 200);
    const row = page.getByRole('row').nth(1);
    expect(await row.innerText()).toMatch(
      /Practice site\s+preview\s+kap_.{6}…\s+.* by editor@juniper\.example\s+Honoured\s+600 requests a minute/,
    );
    expect(await objections('main')).toEqual([]);

    await page.reload();
    await row.waitFor();
    expect(await page.content()).not.toContain(token);

    await page.getByRole('button', { name: 'Revoke Practice site' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog', { name: 'Revoke this key?' }).waitFor();
    expect(await objections('[role=alertdialog]')).toEqual([]);
    await page.getByRole('button', { name: 'Confirm' }).press('Enter');
    await page.getByText(/Revoked .* by editor@juniper\.example/).waitFor();
    await until(async () => (await statusWith(token)) === 401);
    expect(await objections('main')).toEqual([]);
  });

  it('is not for editors, who do not find it in the menu either', async () => {
    const editor = await signedIn('strapi-editor@juniper.example');
    await editor.getByRole('link', { name: 'Publication log' }).first().waitFor();
    expect(await editor.getByRole('link', { name: 'Keys' }).count()).toBe(0);
    await editor.goto(`${hub.strapi.url}/admin/plugins/publishing-keys`);
    await editor.getByText('permissions to access').waitFor();
    expect(await editor.getByRole('button', { name: 'Make the key' }).count()).toBe(0);
  });
});
