import type { ContentTypeName } from '../../publications/content';
import { anyText, namedBy, names, text, value, word, type FieldCondition } from './condition';
import { deliveryModes, type DeliveryMode, type FilterOf } from './filter-input';

/** How each field of a type's filter is put to its documents. */
type FilterFields<Type extends ContentTypeName> = {
  readonly [Field in Exclude<keyof FilterOf<Type>, 'and' | 'or' | 'not'>]-?: FieldCondition<
    Type,
    NonNullable<FilterOf<Type>[Field]>
  >;
};

interface Delivery {
  readonly inPerson: boolean;
  readonly video: boolean;
  readonly phone: boolean;
}

const deliveryFlags = {
  'in-person': 'inPerson',
  video: 'video',
  phone: 'phone',
} as const satisfies Record<DeliveryMode, keyof Delivery>;

function modesOf(delivery: Delivery | null): DeliveryMode[] {
  return deliveryModes.filter((mode) => delivery?.[deliveryFlags[mode]]);
}

function tagsOf({ tags }: { readonly tags: readonly { readonly name: string }[] }): string[] {
  return tags.map(({ name }) => name);
}

/** Every field that lists can be narrowed by. */
export const filterFields: { readonly [Type in ContentTypeName]: FilterFields<Type> } = {
  service: {
    id: value('service', (_, { id }) => [id]),
    slug: value('service', ({ slug }) => [slug]),
    text: anyText('service'),
    name: text(({ name }) => name),
    tag: word(tagsOf),
    condition: names('service.conditions'),
    evidenceLevel: value('service', ({ conditions }) =>
      conditions.map(({ evidenceLevel }) => evidenceLevel),
    ),
    phase: names('service.phases'),
    location: names('service.locations'),
    clinician: namedBy('clinician.services'),
    route: value('service', ({ administrationRoutes }) =>
      administrationRoutes.map(({ route }) => route),
    ),
    regulatoryStatus: value('service', ({ administrationRoutes }) =>
      administrationRoutes.map(({ regulatoryStatus }) => regulatoryStatus),
    ),
    delivery: value('service', ({ delivery }) => modesOf(delivery)),
    region: value('service', ({ regions }) => regions.map(({ code }) => code)),
    safetyNotice: names('service.safetyNotices'),
    reference: names('service.references'),
  },
  'therapy-phase': {
    id: value('therapy-phase', (_, { id }) => [id]),
    slug: value('therapy-phase', ({ slug }) => [slug]),
    text: anyText('therapy-phase'),
    title: text(({ title }) => title),
    kind: value('therapy-phase', ({ kind }) => [kind], 'kind'),
    tag: word(tagsOf),
    service: namedBy('service.phases'),
    clinician: namedBy('clinician.phases'),
    safetyNotice: names('therapy-phase.safetyNotices'),
    reference: names('therapy-phase.references'),
  },
  clinician: {
    id: value('clinician', (_, { id }) => [id]),
    slug: value('clinician', ({ slug }) => [slug]),
    text: anyText('clinician'),
    name: text(({ name }) => name),
    tag: word(tagsOf),
    state: value(
      'clinician',
      ({ practiceStates }) => practiceStates.map(({ state }) => state),
      'state',
    ),
    practiceBasis: value('clinician', ({ practiceStates }) =>
      practiceStates.map(({ basis }) => basis),
    ),
    language: value('clinician', ({ languages }) => languages.map(({ code }) => code), 'language'),
    accepting: value('clinician', ({ accepting }) => [accepting], 'accepting'),
    delivery: value('clinician', ({ delivery }) => modesOf(delivery)),
    service: names('clinician.services'),
    phase: names('clinician.phases'),
    location: names('clinician.locations'),
    taxonomyCode: value('clinician', ({ taxonomyCode }) =>
      taxonomyCode === null ? [] : [taxonomyCode],
    ),
  },
  faq: {
    id: value('faq', (_, { id }) => [id]),
    slug: value('faq', ({ slug }) => [slug]),
    text: anyText('faq'),
    question: text(({ question }) => question),
    topic: value('faq', ({ topic }) => [topic], 'topic'),
    audience: value('faq', ({ audience }) => [audience], 'audience'),
    tag: word(tagsOf),
    service: names('faq.services'),
    phase: names('faq.phases'),
    safetyNotice: names('faq.safetyNotices'),
    reference: names('faq.references'),
  },
  condition: {
    id: value('condition', (_, { id }) => [id]),
    slug: value('condition', ({ slug }) => [slug]),
    text: anyText('condition'),
    name: text(({ name }) => name),
    tag: word(tagsOf),
    service: namedBy('service.conditions'),
    safetyNotice: names('condition.safetyNotices'),
    reference: names('condition.references'),
  },
  'safety-notice': {
    id: value('safety-notice', (_, { id }) => [id]),
    slug: value('safety-notice', ({ slug }) => [slug]),
    text: anyText('safety-notice'),
    title: text(({ title }) => title),
    kind: value('safety-notice', ({ kind }) => [kind], 'kind'),
    severity: value('safety-notice', ({ severity }) => [severity]),
    jurisdiction: value('safety-notice', ({ jurisdiction }) =>
      jurisdiction ? [jurisdiction.code] : [],
    ),
    reference: names('safety-notice.references'),
  },
  reference: {
    id: value('reference', (_, { id }) => [id]),
    slug: value('reference', ({ slug }) => [slug]),
    text: anyText('reference'),
    title: text(({ title }) => title),
    kind: value('reference', ({ kind }) => [kind]),
    year: value('reference', ({ year }) => (year === null ? [] : [year])),
    doi: value('reference', ({ doi }) => (doi === null ? [] : [doi])),
  },
  location: {
    id: value('location', (_, { id }) => [id]),
    slug: value('location', ({ slug }) => [slug]),
    text: anyText('location'),
    name: text(({ name }) => name),
    city: text(({ city }) => city),
    state: value('location', ({ state }) => [state], 'state'),
    country: value('location', ({ country }) => [country]),
    wheelchairAccessible: value('location', ({ wheelchairAccessible }) => [wheelchairAccessible]),
    service: namedBy('service.locations'),
    clinician: namedBy('clinician.locations'),
  },
  practice: {
    id: value('practice', (_, { id }) => [id]),
    slug: value<'practice', string>('practice', () => []),
    text: anyText('practice'),
  },
};
