import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { chromiumOnThisMachine, openOfflineChromium } from '../../../support/chromium';
import { faqDraft } from '../../../support/drafts';
import { Hub } from '../../../support/hub';
import { ADMINISTRATOR, panelOf } from '../../../support/panel';

const executable = chromiumOnThisMachine();
const FAQ = 'api::faq.faq';

/** A frontend as small as one can be: asks with the token that it was opened with, and shows what it gets. */
function frontend(contentApi: () => string): Server {
  return createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const query = 'query ($id: ID!) { faq(id: $id) { status question } }';
    void fetch(`${contentApi()}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${searchParams.get('token')}`,
      },
      body: JSON.stringify({ query, variables: { id: searchParams.get('id') } }),
    })
      .then((answer) => answer.json())
      .then((answer) => {
        const { faq } = (answer as { data: { faq: { status: string; question: string } } }).data;
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(
          `<!doctype html><title>FAQ</title><h1>${faq.question}</h1><p>${faq.status}</p>`,
        );
      });
  });
}

(executable ? describe : describe.skip)('the preview in the panel', () => {
  let hub: Hub;
  let browser: Browser;
  const site = frontend(() => hub.strapi.url);

  beforeAll(async () => {
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const { port } = site.address() as AddressInfo;
    hub = await Hub.start('SQLite', {
      SERVE_ADMIN_PANEL: 'true',
      PREVIEW_URL: `http://127.0.0.1:${port}/preview`,
    });
    browser = await openOfflineChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await hub.stop();
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  });

  it('shows on the practice’s own site what an editor has saved and nobody has published', async () => {
    const panel = await panelOf(hub.strapi);
    const saved = await panel.send('post', `/collection-types/${FAQ}`, faqDraft('previewed'));
    const { documentId } = (saved.body as { data: { documentId: string } }).data;

    const page = await (await browser.newContext()).newPage();
    await page.goto(`${hub.strapi.url}/admin/auth/login`);
    await page.fill('input[name=email]', ADMINISTRATOR.email);
    await page.fill('input[name=password]', ADMINISTRATOR.password);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/admin\/?$/);
    await page.goto(
      `${hub.strapi.url}/admin/content-manager/collection-types/${FAQ}/${documentId}`,
    );
    await page.getByRole('link', { name: 'Open preview' }).click();
    const shown = page.frameLocator('iframe');
    await shown.getByRole('heading', { name: 'What should I know about previewed?' }).waitFor();
    await shown.getByText('DRAFT', { exact: true }).waitFor();
  });
});
