import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumOnThisMachine, openOfflineChromium } from '../support/chromium';
import { runProgram } from '../support/command';
import { PUBLIC_URL, type TestContentApi } from '../support/content-api';
import { freePort } from '../support/free-port';
import { startWithSamplePractice } from '../support/sample-practice';
import { until } from '../support/until';

const BUILD = path.resolve(__dirname, '../site/build.mjs');
const AXE = require.resolve('axe-core/axe.min.js');
const FIND_WITH_AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`;
const chromium = chromiumOnThisMachine();

interface Seen {
  readonly status: number | undefined;
  readonly language: string;
  readonly links: readonly string[];
  readonly found: readonly string[];
}

(chromium ? describe : describe.skip)('a site made with the packed client', () => {
  let folder: string;
  let api: TestContentApi;
  let site: ChildProcess;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-site-'));
    const built = await runProgram(folder, process.execPath, BUILD, path.join(folder, 'site'));
    if (built.exitCode !== 0) throw new Error(built.errors);
    api = await startWithSamplePractice();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    site = spawn(process.execPath, [built.output.trim(), `${api.url}/graphql`], {
      env: { PATH: process.env.PATH, SITE_PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until(() =>
      fetch(`${origin}/en`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    browser = await openOfflineChromium(chromium ?? '');
    context = await browser.newContext({ bypassCSP: true });
    // The pictures' addresses are those under which the practice's readers reach the hub.
    await context.route(`${PUBLIC_URL}/**`, async (route) =>
      route.fulfill({
        response: await route.fetch({ url: route.request().url().replace(PUBLIC_URL, api.url) }),
      }),
    );
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    site.kill();
    await api.close();
    await rm(folder, { recursive: true });
  });

  async function look(url: string): Promise<Seen> {
    const response = await page.goto(url);
    await page.addScriptTag({ path: AXE });
    return {
      status: response?.status(),
      language: await page.evaluate<string>('document.documentElement.lang'),
      links: await page.evaluate<string[]>(
        '[...document.querySelectorAll("a[href], link[hreflang]")].map(({ href }) => href.replace(/#.*/, ""))',
      ),
      found: await page.evaluate<string[]>(FIND_WITH_AXE),
    };
  }

  // One language at a time: every page of the site in a browser is a long walk.
  it.each([
    ['en', 'es'],
    ['es', 'en'],
  ])(
    'shows the whole practice in "%s": every link leads somewhere, axe finds nothing',
    async (language, other) => {
      /** Every page that a link leads to, from the first page on. */
      const seen = new Map<string, Seen>();
      const waiting = new Set([`${origin}/${language}`]);
      const inTheOther = new Set<string>();
      for (const url of waiting) {
        const sight = await look(url);
        seen.set(url, sight);
        for (const link of sight.links.filter((each) => each.startsWith(origin))) {
          (link.startsWith(`${origin}/${other}`) ? inTheOther : waiting).add(link);
        }
      }
      const all = [...seen];
      expect(all.filter(([, { status }]) => status !== 200).map(([url]) => url)).toEqual([]);
      expect(all.flatMap(([url, { found }]) => found.map((one) => `${url} ${one}`))).toEqual([]);
      const pages = all.filter(([url]) => url.startsWith(`${origin}/${language}`));
      expect(pages.every(([, sight]) => sight.language === language)).toBe(true);
      for (const [place, count] of await counts()) {
        const its = pages.filter(([url]) => url.startsWith(`${origin}/${language}/${place}/`));
        expect([place, its.length]).toEqual([place, count]);
      }
      expect(inTheOther.size).toBeGreaterThan(0);
      for (const url of inTheOther) expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    },
  );

  it('shows safety notices beside a clinical text, and the same text in the other language', async () => {
    await page.goto(`${origin}/en/services/ketamine-assisted-psychotherapy`);
    expect(await page.locator('main .notice').count()).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Español' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Psicoterapia asistida con ketamina' })
      .waitFor();
    expect(page.url()).toBe(`${origin}/es/services/psicoterapia-asistida-con-ketamina`);
    await page.getByRole('link', { name: 'Ayuda en una crisis' }).click();
    expect(await page.locator('main a[href="tel:988"]').count()).toBeGreaterThan(0);
  });

  it('is walked by keyboard alone: past the menu, through a form, to a clinician', async () => {
    await page.goto(`${origin}/en/team`);
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the text');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top >= 0')).toBe(
      true,
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('state');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe(
      'solid',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/new=on/);
    expect(await page.getByRole('status').textContent()).toMatch(/^[1-4] clinicians?$/);
  });

  it('needs no script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(`${origin}/es/team?new=on`);
    await quiet.getByRole('heading', { level: 1, name: 'Nuestro equipo' }).waitFor();
    await plain.close();
  });

  it('says so where a page does not exist', async () => {
    const response = await page.goto(`${origin}/en/services/nothing`);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'This page does not exist' }).waitFor();
  });

  /** How many documents of each type there are, by the part of the site that shows them. */
  async function counts(): Promise<[place: string, count: number][]> {
    const data = await api.data<Record<string, { totalCount: number }>>(`{
      services { totalCount } phases: therapyPhases { totalCount } team: clinicians { totalCount }
      questions: faqs { totalCount } conditions { totalCount } visit: locations { totalCount }
    }`);
    return Object.entries(data).map(([place, { totalCount }]) => [place, totalCount]);
  }
});
