import { ContentError, DocumentAddress, MemoryStore, ContentClient } from 'kap-content-client';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { framed } from './frame.js';
import { html, type Html } from './html.js';
import { Visit, type MakePage } from './page.js';
import { conditions } from './pages/conditions.js';
import { crisis } from './pages/crisis.js';
import { home } from './pages/home.js';
import { phases } from './pages/phases.js';
import { places } from './pages/places.js';
import { questions } from './pages/questions.js';
import { services } from './pages/services.js';
import { team } from './pages/team.js';
import { words, type Locale } from './words.js';

const pages: Readonly<Record<string, MakePage>> = {
  services,
  phases,
  team,
  questions,
  conditions,
  visit: places,
  crisis,
};

/** The sample practice's site. It knows the content hub by its client alone, and needs no script in the browser. */
export async function createSite(endpoint: string): Promise<Server> {
  const client = new ContentClient({ endpoint, store: new MemoryStore() });
  const style = await readFile(new URL('style.css', import.meta.url));
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site.invalid');
    if (url.pathname === '/style.css') {
      response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
      return;
    }
    const [, locale, place, slug, ...more] = url.pathname.split('/').map(unescaped);
    if (url.pathname === '/') {
      response.writeHead(302, { Location: '/en' }).end();
      return;
    }
    const isKnown = locale === 'en' || locale === 'es';
    const visit = new Visit(client, isKnown ? locale : 'en', url.searchParams);
    answer(
      visit,
      isKnown && more.length === 0 ? { place, slug } : { place: '' },
      url.pathname,
    ).then(
      ({ status, page }) => send(response, status, page),
      (error: unknown) => {
        if (error instanceof ContentError) send(response, 503, apology(visit.locale));
        else response.destroy(error as Error);
      },
    );
  });
}

interface Address {
  readonly place?: string | undefined;
  readonly slug?: string | undefined;
}

async function answer(
  visit: Visit,
  { place, slug }: Address,
  here: string,
): Promise<{ status: number; page: Html }> {
  const { client, locale } = visit;
  const make = place === undefined ? home : pages[place];
  const page = await make?.(visit, slug);
  if (!page) {
    const { missing: title, missingText } = words[locale];
    const addresses = { here, other: `/${otherThan(locale)}` };
    const missing = { title, body: html`<p>${missingText}</p>` };
    return { status: 404, page: await framed(client, locale, missing, addresses) };
  }
  const otherSlug =
    page.documentId === undefined ? slug : await slugIn(client, otherThan(locale), page.documentId);
  const parts = [otherThan(locale), place, otherSlug].filter((part) => part !== undefined);
  const other = `/${parts.map(encodeURIComponent).join('/')}`;
  return { status: 200, page: await framed(client, locale, page, { here, other }) };
}

async function slugIn(
  client: ContentClient,
  locale: Locale,
  id: string,
): Promise<string | undefined> {
  const [document] = (await client.ask(DocumentAddress, { id, locale })).data.nodes;
  return document && 'slug' in document ? document.slug : undefined;
}

const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'es' : 'en');

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What is shown where nothing is known: it tells at least who to call. */
function apology(locale: Locale): Html {
  const { down, downText } = words[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${down}</title>
      </head>
      <body>
        <main>
          <h1>${down}</h1>
          <p>${downText}</p>
        </main>
      </body>
    </html>`;
}

function send(response: ServerResponse, status: number, page: Html): void {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src *; form-action 'self'",
  };
  response.writeHead(status, headers).end(page.text);
}
