import { Practice, Services } from 'kap-content-client';
import { formatted, html, section } from '../html.js';
import type { MakePage } from '../page.js';
import { colophon, link, notices, picture } from '../parts.js';

/** What the practice is, what it offers, and how it writes. */
export const home: MakePage = async (visit) => {
  const { client, locale, words } = visit;
  const [{ data }, { data: offered }] = await Promise.all([
    client.ask(Practice, { locale }),
    client.ask(Services, { locale, first: 100 }),
  ]);
  const { practice } = data;
  if (!practice) return null;
  const cards = offered.services.nodes.map(
    ({ slug, name, summary, heroImage }) => html`
      <li>
        ${picture(heroImage && { ...heroImage, alternativeText: '' })}
        <h3>${link(visit.path('services', slug), name)}</h3>
        <p>${summary}</p>
      </li>
    `,
  );
  return {
    title: practice.name,
    description: practice.description,
    body: html`
      <p class="lead">${practice.description}</p>
      ${notices(visit, practice.safety)}
      ${section(
        words.services,
        html`<ul class="cards">
          ${cards}
        </ul>`,
      )}
      <p>${link(visit.path('conditions'), words.conditions)}</p>
      ${section(words.principles, formatted(practice.publishingPrinciples))}
      ${section(words.funding, formatted(practice.funding))}
      ${section(words.conflicts, formatted(practice.conflictsOfInterest))}
      ${colophon(visit, practice)}
    `,
  };
};
