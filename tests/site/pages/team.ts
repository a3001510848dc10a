import {
  ClinicianPage,
  Clinicians,
  type ClinicianFilter,
  type ClinicianPageQuery,
} from 'kap-content-client';
import { formatted, html, list, section, type Html } from '../html.js';
import type { MakePage, Visit } from '../page.js';
import { colophon, link, links, notices, picture, written } from '../parts.js';

type Clinician = NonNullable<ClinicianPageQuery['clinician']>;

/** Who works here, narrowed by a form that needs no script; and each clinician. */
export const team: MakePage = async (visit, slug) => {
  const { client, locale, words, search } = visit;
  if (slug !== undefined) {
    const { clinician } = (await client.ask(ClinicianPage, { locale, slug })).data;
    return (
      clinician && {
        title: clinician.name,
        description: clinician.role,
        documentId: clinician.id,
        body: written(visit, clinician, bodyOf(visit, clinician)),
      }
    );
  }
  const everyone = (await client.ask(Clinicians, { locale, first: 100 })).data.clinicians.nodes;
  const states = everyone.flatMap((one) => one.practiceStates.map(({ state }) => state));
  const state = search.get('state') ?? '';
  const filter: ClinicianFilter = {
    ...(state !== '' && { state: { eq: state } }),
    ...(search.has('new') && { accepting: { eq: 'NEW' } }),
  };
  const { nodes } = (await client.ask(Clinicians, { locale, filter, first: 100 })).data.clinicians;
  return {
    title: words.team,
    body: html`
      <form>
        <label
          >${words.state}
          <select name="state">
            <option value="">${words.allStates}</option>
            ${[...new Set(states)].sort().map((one) => html`<option ${one === state && 'selected'}>${one}</option>`)}
          </select>
        </label>
        <label
          ><input type="checkbox" name="new" ${search.has('new') && 'checked'} />
          ${words.onlyAccepting}</label
        >
        <button>${words.show}</button>
      </form>
      <p role="status">${words.found(nodes.length)}</p>
      <ul class="cards">
        ${nodes.map(
          (one) => html`
            <li>
              ${picture(one.photo && { ...one.photo, alternativeText: '' })}
              <h2>${link(visit.path('team', one.slug), one.name)}</h2>
              <p>${one.role}<br />${words.accepting[one.accepting]}</p>
            </li>
          `,
        )}
      </ul>
    `,
  };
};

function bodyOf(visit: Visit, clinician: Clinician): Html {
  const { words, locale } = visit;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return html`
    <p class="lead">
      ${clinician.role}${clinician.pronouns !== null && html` (${clinician.pronouns})`}
    </p>
    ${picture(clinician.photo)}
    <p>${words.accepting[clinician.accepting]}</p>
    <div>${formatted(clinician.biography)}</div>
    ${section(words.languages, list(clinician.languages.map((one) => html`${names.of(one) ?? one}`)))}
    ${section(
      words.credentials,
      list(
        clinician.credentials.map(
          ({ name, abbreviation, issuer, state }) =>
            html`${name}${abbreviation !== null && html` (${abbreviation})`}${[issuer, state].some(Boolean) && `, ${[issuer, state].filter(Boolean).join(', ')}`}`,
        ),
      ),
    )}
    ${section(words.licensedIn, list(clinician.practiceStates.map(({ state }) => html`${state}`)))}
    ${section(
      words.services,
      links(
        visit,
        'services',
        clinician.services.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${notices(visit, clinician.safety)}
    ${clinician.verifiedOn !== null && html`<p><time datetime="${clinician.verifiedOn}">${words.verified(visit.date(clinician.verifiedOn))}</time></p>`}
    ${colophon(visit, clinician)}
  `;
}
