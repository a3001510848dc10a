import { Navigation, type ContentClient } from 'kap-content-client';
import { html, type Html } from './html.js';
import type { Page } from './page.js';
import { words, type Locale } from './words.js';

/** Where a page is, in both languages. */
export interface Addresses {
  readonly here: string;
  readonly other: string;
}

/** A page with what is around each page: the practice's own menu, the other language, a way past both. */
export async function framed(
  client: ContentClient,
  locale: Locale,
  page: Page,
  { here, other }: Addresses,
): Promise<Html> {
  const own = words[locale];
  const otherLocale = locale === 'en' ? 'es' : 'en';
  const { data, source, ageSeconds } = await client.ask(Navigation, { locale });
  const name = data.practice?.name ?? '';
  const menu = (data.practice?.navigation ?? []).map(
    ({ label, path }) => html`<li><a href="${path}" ${isWithin(here, path)}>${label}</a></li>`,
  );
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title === name ? name : `${page.title} – ${name}`}</title>
        ${page.description != null && html`<meta name="description" content="${page.description}" />`}
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
        <link rel="alternate" hreflang="${locale}" href="${here}" />
        <link rel="alternate" hreflang="${otherLocale}" href="${other}" />
      </head>
      <body>
        <a class="skip" href="#text">${own.skip}</a>
        <header>
          <a class="name" href="/${locale}">${name}</a>
          <nav aria-label="${own.mainNavigation}">
            <ul>
              ${menu}
            </ul>
          </nav>
          <a class="language" lang="${otherLocale}" hreflang="${otherLocale}" href="${other}"
            >${own.otherLanguage}</a
          >
        </header>
        <main id="text" tabindex="-1">
          <h1>${page.title}</h1>
          ${source === 'store' && html`<p role="status">${own.kept(ageSeconds)}</p>`} ${page.body}
        </main>
        <footer><p>${own.fictional}</p></footer>
      </body>
    </html>`;
}

function isWithin(here: string, path: string): Html | false {
  if (here === path) return html`aria-current="page"`;
  return here.startsWith(`${path}/`) && html`aria-current="true"`;
}
