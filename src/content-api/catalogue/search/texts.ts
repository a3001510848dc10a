import type { ContentTypeName } from '../../../publications/content';
import type { ShownContent } from '../shown-content';
import type { FormattedText } from '../rich-text/formatted-text';

export const searchFields = ['title', 'summary', 'body', 'tags'] as const;
/** Where in a document something was found. */
export type SearchField = (typeof searchFields)[number];

export type Text = string | FormattedText;
export type FieldTexts = Readonly<Partial<Record<SearchField, readonly (Text | null)[]>>>;

/** How much more a word says about a document for where it stands. */
export const fieldWeights: Readonly<Record<SearchField, number>> = {
  title: 10,
  tags: 5,
  summary: 3,
  body: 1,
};

const tagsOf = (content: { readonly tags: readonly { readonly name: string }[] }) =>
  content.tags.map(({ name }) => name);

/** What search looks through, by content type and in the order in which it is shown. */
const texts: { readonly [Type in ContentTypeName]: (content: ShownContent<Type>) => FieldTexts } = {
  service: (service) => ({
    title: [service.name],
    summary: [service.summary],
    body: [
      service.body,
      service.whatToExpect,
      ...service.administrationRoutes.map(({ explanation }) => explanation),
      ...service.conditions.map(({ note }) => note),
      ...service.screeningItems.flatMap(({ name, explanation }) => [name, explanation]),
      ...service.fees.flatMap(({ name, note }) => [name, note]),
    ],
    tags: tagsOf(service),
  }),
  'therapy-phase': (phase) => ({
    title: [phase.title],
    summary: [phase.summary],
    body: [
      phase.body,
      ...phase.goals.map(({ text }) => text),
      ...phase.steps.flatMap(({ title, text }) => [title, text]),
      phase.clinicianRole,
      phase.whatPeopleReport,
      phase.aftercare,
    ],
    tags: tagsOf(phase),
  }),
  clinician: (clinician) => ({
    title: [clinician.name],
    summary: [clinician.role],
    body: [
      clinician.biography,
      ...clinician.credentials.flatMap(({ name, abbreviation }) => [name, abbreviation]),
    ],
    tags: tagsOf(clinician),
  }),
  faq: (faq) => ({ title: [faq.question], body: [faq.answer], tags: tagsOf(faq) }),
  condition: (condition) => ({
    title: [condition.name, ...condition.alsoKnownAs.map(({ text }) => text)],
    summary: [condition.summary],
    body: [condition.body],
    tags: tagsOf(condition),
  }),
  'safety-notice': (notice) => ({
    title: [notice.title],
    body: [notice.text, ...notice.crisisLines.map(({ name }) => name)],
  }),
  reference: (reference) => ({
    title: [reference.title],
    summary: [reference.authors, reference.publisher],
  }),
  location: (location) => ({
    title: [location.name],
    summary: [location.city, ...location.addressLines.map(({ text }) => text)],
    body: [location.publicTransport],
  }),
  practice: (practice) => ({
    title: [practice.name],
    summary: [practice.description],
    body: [practice.funding, practice.conflictsOfInterest, practice.publishingPrinciples],
  }),
};

/** The texts of a document that search looks through, by field. */
export function searchTexts<Type extends ContentTypeName>(
  type: Type,
  content: ShownContent<Type>,
): FieldTexts {
  return texts[type](content);
}
