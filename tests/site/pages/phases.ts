import { TherapyPhasePage, TherapyPhases, type TherapyPhasePageQuery } from 'kap-content-client';
import { formatted, html, list, section, type Html } from '../html.js';
import type { MakePage, Visit } from '../page.js';
import { colophon, link, links, notices, written } from '../parts.js';

type Phase = NonNullable<TherapyPhasePageQuery['therapyPhase']>;

/** How the therapy goes: its phases in order, and each by itself. */
export const phases: MakePage = async (visit, slug) => {
  const { client, locale, words } = visit;
  if (slug !== undefined) {
    const { therapyPhase } = (await client.ask(TherapyPhasePage, { locale, slug })).data;
    return (
      therapyPhase && {
        title: therapyPhase.title,
        description: therapyPhase.searchEngine?.description ?? therapyPhase.summary,
        documentId: therapyPhase.id,
        body: written(visit, therapyPhase, bodyOf(visit, therapyPhase)),
      }
    );
  }
  const { nodes } = (await client.ask(TherapyPhases, { locale })).data.therapyPhases;
  const order = ['PREPARATION', 'SESSION', 'INTEGRATION'];
  const inOrder = [...nodes].sort((one, two) => order.indexOf(one.kind) - order.indexOf(two.kind));
  const each = inOrder.map(
    (one) =>
      html`<h2>${link(visit.path('phases', one.slug), one.title)}</h2>
        <p>${one.summary}</p>`,
  );
  return { title: words.phases, body: html`${each}` };
};

function bodyOf(visit: Visit, phase: Phase): Html {
  const { words } = visit;
  return html`
    <p class="lead">${phase.summary}</p>
    ${notices(visit, phase.safety)}
    <div>${formatted(phase.body)}</div>
    ${section(words.goals, list(phase.goals.map((goal) => html`${goal}`)))}
    ${section(
      words.steps,
      list(phase.steps.map(({ title, text }) => html`<strong>${title}</strong> ${text}`)),
    )}
    ${section(words.clinicianRole, formatted(phase.clinicianRole))}
    ${section(words.reports, formatted(phase.whatPeopleReport))}
    ${section(words.aftercare, formatted(phase.aftercare))}
    ${section(
      words.services,
      links(
        visit,
        'services',
        phase.services.nodes.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${section(
      words.questions,
      links(
        visit,
        'questions',
        phase.faqs.nodes.map((one) => ({ slug: one.slug, label: one.question })),
      ),
    )}
    ${colophon(visit, phase)}
  `;
}
