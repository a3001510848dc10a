import type { FactsFragment, NoticeFragment, PictureFragment } from 'kap-content-client';
import { formatted, html, list, section, type Html } from './html.js';
import type { Visit } from './page.js';

export const link = (href: string, label: string): Html => html`<a href="${href}">${label}</a>`;

/** Links to documents of one part of the site. */
export const links = (
  visit: Visit,
  place: string,
  documents: readonly { readonly slug: string; readonly label: string }[],
): Html => list(documents.map(({ slug, label }) => link(visit.path(place, slug), label)));

/** What stands beside clinical text, always: each notice in the language that it is written in. */
export function notices(visit: Visit, safety: readonly NoticeFragment[]): Html {
  const each = safety.map(
    ({ title, text, severity, locale, crisisLines }) => html`
      <div class="notice ${severity.toLowerCase()}" lang="${locale ?? visit.locale}">
        <h3>${title}</h3>
        ${formatted(text)} ${helpLines(crisisLines)}
      </div>
    `,
  );
  return section(visit.words.safety, html`${each}`);
}

/** Who to call, with numbers that a telephone dials. */
export function helpLines(lines: NoticeFragment['crisisLines']): Html {
  return list(
    lines.map(
      ({ name, phone, textMessage, url, hours, languages }) => html`
        <strong>${name}</strong>
        ${phone !== null && html`<a class="phone" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`}
        ${textMessage !== null && html`<span>${textMessage}</span>`}
        ${url !== null && link(url, new URL(url).hostname)}
        ${(hours !== null || languages !== null) && html`<small>${[hours, languages].filter(Boolean).join(' · ')}</small>`}
      `,
    ),
  );
}

export function picture(image: PictureFragment | null): Html {
  if (!image) return html``;
  const { url, width, height, alternativeText, renditions } = image;
  // Every browser of these years shows WebP.
  const sizes = renditions
    .filter(({ mime }) => mime === 'image/webp')
    .map((one) => `${one.url} ${one.width}w`)
    .join(', ');
  return html`<img
    src="${url}"
    alt="${alternativeText}"
    ${width !== null && html`width="${width}"`}
    ${height !== null && html`height="${height}"`}
    ${sizes !== '' && html`srcset="${sizes}" sizes="(max-width: 48rem) 100vw, 46rem"`}
  />`;
}

/** Who wrote a text, from what sources, and since when it stands so. */
export function colophon(visit: Visit, facts: FactsFragment): Html {
  const { authors, references, publishedAt, attribution } = facts;
  const { words } = visit;
  const sources = references.map(({ title, authorNames, publisher, year, url, doi }) => {
    const address = url ?? (doi === null ? null : `https://doi.org/${doi}`);
    const from = [authorNames, publisher, year].filter(Boolean).join(', ');
    return html`${address === null ? html`<cite>${title}</cite>` : html`<cite>${link(address, title)}</cite>`}
    ${from !== '' && html` (${from})`}`;
  });
  return html`
    ${section(words.sources, list(sources))}
    <footer>
      ${authors.length > 0 && html`<p>${words.by(authors.map(({ name }) => name).join(', '))}</p>`}
      ${publishedAt !== null && html`<p><time datetime="${publishedAt}">${words.published(visit.date(publishedAt))}</time></p>`}
      ${attribution && html`<p>${attribution.text}${attribution.licence !== null && html` (${attribution.licence})`}</p>`}
    </footer>
  `;
}

/** A document's own text, in the language that it is written in. */
export function written(
  visit: Visit,
  { locale, isFallback }: { readonly locale: string | null; readonly isFallback: boolean },
  body: Html,
): Html {
  if (!isFallback || locale === null) return body;
  return html`<p role="note">${visit.words.onlyIn}</p>
    <div lang="${locale}">${body}</div>`;
}
