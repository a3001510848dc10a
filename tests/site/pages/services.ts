import { ServicePage, Services, type ServicePageQuery } from 'kap-content-client';
import { formatted, html, list, section, type Html } from '../html.js';
import type { MakePage, Visit } from '../page.js';
import { colophon, link, links, notices, picture, written } from '../parts.js';

type Service = NonNullable<ServicePageQuery['service']>;

/** What the practice offers, and each service with all that belongs to it. */
export const services: MakePage = async (visit, slug) => {
  const { client, locale, words } = visit;
  if (slug !== undefined) {
    const { service } = (await client.ask(ServicePage, { locale, slug })).data;
    return (
      service && {
        title: service.name,
        description: service.searchEngine?.description ?? service.summary,
        documentId: service.id,
        body: written(visit, service, bodyOf(visit, service)),
      }
    );
  }
  const { nodes } = (await client.ask(Services, { locale, first: 100 })).data.services;
  const offered = nodes.map(
    (one) =>
      html`<h2>${link(visit.path('services', one.slug), one.name)}</h2>
        <p>${one.summary}</p>`,
  );
  return { title: words.services, body: html`${offered}` };
};

function bodyOf(visit: Visit, service: Service): Html {
  const { words } = visit;
  return html`
    <p class="lead">${service.summary}</p>
    ${picture(service.heroImage)} ${notices(visit, service.safety)}
    <div>${formatted(service.body)}</div>
    ${section(words.expectations, formatted(service.whatToExpect))}
    ${section(
      words.phases,
      list(
        service.phases.map(
          (one) => html`${link(visit.path('phases', one.slug), one.title)}: ${one.summary}`,
        ),
      ),
    )}
    ${section(
      words.conditions,
      list(
        service.conditions.map(
          ({ condition, evidenceLevel, note }) =>
            html`${link(visit.path('conditions', condition.slug), condition.name)}:
            ${words.evidence[evidenceLevel]}. ${note}`,
        ),
      ),
    )}
    ${section(
      words.routes,
      list(
        service.administrationRoutes.map(
          ({ route, regulatoryStatus, explanation }) =>
            html`<strong>${words.route[route]}</strong> (${words.regulatory[regulatoryStatus]}):
              ${explanation}`,
        ),
      ),
    )}
    ${section(
      words.screening,
      list(
        service.screeningItems.map(
          ({ kind, name, explanation }) =>
            html`<strong>${name}</strong> (${words.screeningKind[kind]}): ${explanation}`,
        ),
      ),
    )}
    ${section(
      words.fees,
      list(
        service.fees.map(
          ({ name, amount, currency, unit, note }) =>
            html`${name}${amount !== null && `: ${visit.money(amount, currency)} ${words.unit[unit]}`}.
            ${note}`,
        ),
      ),
    )}
    ${section(
      words.team,
      list(
        service.clinicians.nodes.map(
          (one) => html`${link(visit.path('team', one.slug), one.name)}, ${one.role}`,
        ),
      ),
    )}
    ${section(
      words.places,
      list(
        service.locations.map(
          (one) => html`${link(visit.path('visit', one.slug), one.name)}, ${one.city}`,
        ),
      ),
    )}
    ${section(
      words.questions,
      links(
        visit,
        'questions',
        service.faqs.nodes.map((one) => ({ slug: one.slug, label: one.question })),
      ),
    )}
    ${colophon(visit, service)}
  `;
}
