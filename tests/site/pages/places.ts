import { LocationPage, Locations } from 'kap-content-client';
import { html, list, section } from '../html.js';
import type { MakePage } from '../page.js';
import { colophon, link, links, notices } from '../parts.js';

/** Where the practice is. */
export const places: MakePage = async (visit, slug) => {
  const { client, locale, words } = visit;
  if (slug === undefined) {
    const { nodes } = (await client.ask(Locations, { locale, first: 100 })).data.locations;
    const each = nodes.map(
      (one) => html`${link(visit.path('visit', one.slug), one.name)}, ${one.city}`,
    );
    return { title: words.places, body: list(each) };
  }
  const { location } = (await client.ask(LocationPage, { locale, slug })).data;
  if (!location) return null;
  const { addressLines, postalCode, city, state, phone, hours, publicTransport } = location;
  const body = html`
    <address>
      ${[...addressLines, `${city}, ${state ?? ''} ${postalCode}`].map((line) => html`${line}<br />`)}
      ${phone !== null && html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`}
    </address>
    ${hours !== null && html`<p>${hours}</p>`}
    ${publicTransport !== null && html`<p>${publicTransport}</p>`}
    ${notices(visit, location.safety)}
    ${section(
      words.services,
      links(
        visit,
        'services',
        location.services.nodes.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${section(
      words.team,
      links(
        visit,
        'team',
        location.clinicians.nodes.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${colophon(visit, location)}
  `;
  return { title: location.name, documentId: location.id, body };
};
