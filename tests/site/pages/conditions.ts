import { ConditionPage, Conditions } from 'kap-content-client';
import { formatted, html, section } from '../html.js';
import type { MakePage } from '../page.js';
import { colophon, link, links, notices, written } from '../parts.js';

/** What people come for. */
export const conditions: MakePage = async (visit, slug) => {
  const { client, locale, words } = visit;
  if (slug === undefined) {
    const { nodes } = (await client.ask(Conditions, { locale, first: 100 })).data.conditions;
    const each = nodes.map(
      (one) =>
        html`<h2>${link(visit.path('conditions', one.slug), one.name)}</h2>
          <p>${one.summary}</p>`,
    );
    return { title: words.conditions, body: html`${each}` };
  }
  const { condition } = (await client.ask(ConditionPage, { locale, slug })).data;
  if (!condition) return null;
  const body = html`
    <p class="lead">${condition.summary}</p>
    ${condition.body && html`<div>${formatted(condition.body)}</div>`}
    ${notices(visit, condition.safety)}
    ${section(
      words.services,
      links(
        visit,
        'services',
        condition.services.nodes.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${colophon(visit, condition)}
  `;
  return {
    title: condition.name,
    description: condition.summary,
    documentId: condition.id,
    body: written(visit, condition, body),
  };
};
