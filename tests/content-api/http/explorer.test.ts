import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import request from 'supertest';
import { chromiumOnThisMachine, openOfflineChromium } from '../../support/chromium';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const executable = chromiumOnThisMachine();

describe('the explorer', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  const open = () => request(api.url).get('/graphql').set('Accept', HTML);

  it('is what a browser gets, as one page that names no other host', async () => {
    const { status, type, headers, text } = await open();
    expect([status, type]).toEqual([200, 'text/html']);
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|https?:/);
    expect(text).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await open();
    const again = await open().set('If-None-Match', headers.etag ?? '');
    expect(again.status).toBe(304);
  });

  (executable ? describe : describe.skip)('in Chromium without a network', () => {
    let browser: Browser;
    let page: Page;
    const problems: string[] = [];
    const elsewhere: string[] = [];

    beforeAll(async () => {
      browser = await openOfflineChromium(executable ?? '');
      page = await browser.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('request', (asked) => {
        if (!/^(?:http:\/\/127\.0\.0\.1|data:|blob:)/.test(asked.url()))
          elsewhere.push(asked.url());
      });
      await page.goto(`${api.url}/graphql`);
    });
    afterAll(() => browser.close());

    it('runs its first query, which shows the main service whole', async () => {
      const answered = page.waitForResponse(
        (response) =>
          response.request().method() === 'POST' &&
          (response.request().postData() ?? '').includes('KetamineAssistedPsychotherapy'),
      );
      await page.getByRole('button', { name: /execute query/i }).click();
      const { data } = (await (await answered).json()) as { data: { service: object } };
      expect(data.service).toMatchObject({
        name: 'Ketamine-assisted psychotherapy',
        phases: [{ kind: 'PREPARATION' }, { kind: 'SESSION' }, { kind: 'INTEGRATION' }],
        faqs: { totalCount: 3 },
        safety: [{ severity: 'EMERGENCY' }, {}, {}],
      });
      await page.getByText('"Ketamine-assisted psychotherapy"').first().waitFor();
    });

    it('is still the explorer when it is loaded again', async () => {
      await page.reload();
      await page.getByRole('button', { name: /execute query/i }).waitFor();
    });

    it('knows the schema', async () => {
      await page.getByRole('button', { name: /documentation explorer/i }).click();
      await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
      await page.getByText('Everything that is public, read-only.').first().waitFor();
    });

    it('asked nothing of another host, and broke no rule of its own', () => {
      expect(elsewhere).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});
