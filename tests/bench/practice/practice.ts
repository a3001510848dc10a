import { createHash } from 'node:crypto';
import type { ContentOf, ContentTypeName } from '../../../src/publications/content';
import { faqTopics } from '../../../src/publications/content/faq';
import { phaseKinds } from '../../../src/publications/content/therapy-phase';
import { dice, type Dice } from './dice';
import { prose, richText } from './prose';

/** One document, as it is published. */
export type BenchDocument = {
  [Type in ContentTypeName]: {
    readonly type: Type;
    readonly documentId: string;
    readonly content: ContentOf<Type>;
  };
}[ContentTypeName];

/** How large a practice is. Each service has its own phases, clinicians and FAQs. */
export interface PracticeSize {
  readonly services: number;
  readonly references: number;
}

export const PHASES_PER_SERVICE = phaseKinds.length;
export const CLINICIANS_PER_SERVICE = 5;
export const FAQS_PER_SERVICE = 8;
const DOCUMENTS_PER_SERVICE = 1 + PHASES_PER_SERVICE + CLINICIANS_PER_SERVICE + FAQS_PER_SERVICE;

const CONDITIONS = 8;
const LOCATIONS = 4;
const REFERENCES = 12;

/** The practice that questions are put to: 50 services × 3 phases × 5 clinicians × 8 FAQs. */
export const STANDARD_SIZE: PracticeSize = { services: 50, references: REFERENCES };

/** A practice of exactly so many documents; what services cannot fill up is filled with references. */
export function sizeOf(documents: number): PracticeSize {
  const others = 1 + notices.length + CONDITIONS + LOCATIONS + REFERENCES;
  const services = Math.floor((documents - others) / DOCUMENTS_PER_SERVICE);
  if (services < 1)
    throw new RangeError(`A practice has at least ${others + DOCUMENTS_PER_SERVICE} documents.`);
  return {
    services,
    references: REFERENCES + documents - others - services * DOCUMENTS_PER_SERVICE,
  };
}

/** The slug of the n-th service, from 0. */
export const serviceSlug = (index: number) => `service-${String(index).padStart(5, '0')}`;

/** Every document of a practice, what is named before what names it. The same size gives the same documents. */
export function* practice(size: PracticeSize): Generator<BenchDocument> {
  const shared = dice(1);
  for (const [index, notice] of notices.entries()) {
    yield {
      type: 'safety-notice',
      documentId: id('safety-notice', index),
      content: {
        ...notice,
        slug: `notice-${index}`,
        text: [{ type: 'paragraph', children: [{ type: 'text', text: prose(shared, 280) }] }],
        jurisdiction: null,
        crisisLines: [],
        factExpiresOn: null,
        references: [id('reference', index)],
      },
    };
  }
  for (let index = 0; index < size.references; index += 1) {
    yield {
      type: 'reference',
      documentId: id('reference', index),
      content: reference(shared, index),
    };
  }
  for (let index = 0; index < CONDITIONS; index += 1) {
    yield {
      type: 'condition',
      documentId: id('condition', index),
      content: {
        name: `Condition ${index}`,
        slug: `condition-${index}`,
        summary: prose(shared, 160),
        body: richText(shared),
        alsoKnownAs: [{ text: `Also condition ${index}` }],
        ...editorial(shared, []),
      },
    };
  }
  for (let index = 0; index < LOCATIONS; index += 1) {
    yield { type: 'location', documentId: id('location', index), content: location(index) };
  }
  yield { type: 'practice', documentId: id('practice', 0), content: organisation(shared) };
  for (let index = 0; index < size.services; index += 1) yield* serviceWithItsOwn(index);
}

function* serviceWithItsOwn(index: number): Generator<BenchDocument> {
  const throws = dice(1_000 + index);
  const serviceId = id('service', index);
  const phaseIds = phaseKinds.map((_, phase) =>
    id('therapy-phase', index * PHASES_PER_SERVICE + phase),
  );

  for (const [phase, kind] of phaseKinds.entries()) {
    yield {
      type: 'therapy-phase',
      documentId: id('therapy-phase', index * PHASES_PER_SERVICE + phase),
      content: {
        title: `Part ${phase + 1} of service ${index}`,
        slug: `${serviceSlug(index)}-${kind}`,
        kind,
        summary: prose(throws, 160),
        body: richText(throws),
        goals: [1, 2, 3].map(() => ({ text: prose(throws, 60) })),
        steps: [1, 2].map((step) => ({ title: `Step ${step}`, text: prose(throws, 120) })),
        clinicianRole: null,
        visits: { minimum: 1, maximum: 3, minutesMinimum: 50, minutesMaximum: 90, note: null },
        whatPeopleReport: null,
        aftercare: null,
        ...editorial(throws, ['monitoring', 'driving']),
      },
    };
  }
  yield {
    type: 'service',
    documentId: serviceId,
    content: {
      name: `Service ${String(index).padStart(5, '0')}`,
      slug: serviceSlug(index),
      summary: prose(throws, 160),
      body: richText(throws),
      heroImage: null,
      administrationRoutes: [
        { route: 'lozenge', regulatoryStatus: 'compounded', explanation: prose(throws, 120) },
        { route: 'nasal-spray', regulatoryStatus: 'approved', explanation: prose(throws, 120) },
      ],
      conditions: [0, 1].map((nth) => ({
        condition: id('condition', (index + nth) % CONDITIONS),
        evidenceLevel: 'limited',
        note: prose(throws, 120),
      })),
      screeningItems: [1, 2, 3].map((nth) => ({
        kind: 'precaution',
        name: `Point ${nth}`,
        explanation: prose(throws, 120),
      })),
      phases: phaseIds,
      whatToExpect: null,
      delivery: { inPerson: true, video: true, phone: false },
      course: {
        sessionsMinimum: 3,
        sessionsMaximum: 6,
        weeksMinimum: 4,
        weeksMaximum: 10,
        note: null,
      },
      fees: [{ name: 'A visit', amount: 25_000, currency: 'USD', unit: 'visit', note: null }],
      locations: [id('location', index % LOCATIONS)],
      regions: [{ code: 'US-CO' }],
      ...editorial(throws, ['off-label', 'monitoring']),
    },
  };
  for (let nth = 0; nth < CLINICIANS_PER_SERVICE; nth += 1) {
    const clinician = index * CLINICIANS_PER_SERVICE + nth;
    yield {
      type: 'clinician',
      documentId: id('clinician', clinician),
      content: {
        name: `${throws.pick(givenNames)} Example-${clinician}`,
        slug: `clinician-${clinician}`,
        pronouns: throws.pick(['she/her', 'he/him', 'they/them', null]),
        role: throws.pick(['Psychotherapist', 'Physician', 'Nurse practitioner']),
        credentials: [],
        taxonomyCode: null,
        npi: null,
        biography: richText(throws),
        photo: null,
        languages: [{ code: 'en' }, { code: 'es' }],
        accepting: throws.pick(['new', 'none']),
        delivery: { inPerson: true, video: nth % 2 === 0, phone: false },
        practiceStates: [
          {
            state: 'CO',
            basis: 'licence',
            identifier: null,
            expiresOn: null,
            verifiedOn: '2026-01-15',
          },
        ],
        locations: [id('location', clinician % LOCATIONS)],
        services: [serviceId],
        phases: phaseIds,
        verifiedOn: '2026-01-15',
        bookingUrl: null,
        tags: [],
        sharing: null,
      },
    };
  }
  for (let nth = 0; nth < FAQS_PER_SERVICE; nth += 1) {
    const faq = index * FAQS_PER_SERVICE + nth;
    yield {
      type: 'faq',
      documentId: id('faq', faq),
      content: {
        question: `Question ${nth + 1} about service ${index}?`,
        slug: `faq-${faq}`,
        answer: richText(throws),
        topic: faqTopics[nth % faqTopics.length] ?? 'basics',
        audience: 'patient',
        services: [serviceId],
        phases: phaseIds.slice(nth % PHASES_PER_SERVICE, (nth % PHASES_PER_SERVICE) + 1),
        position: nth,
        ...editorial(throws, [nth % 2 === 0 ? 'off-label' : 'driving']),
      },
    };
  }
}

const notices = [
  { title: 'If you need help now', kind: 'crisis-line', severity: 'emergency' },
  { title: 'Off-label use', kind: 'off-label', severity: 'caution' },
  { title: 'Compounded medicine', kind: 'compounded', severity: 'caution' },
  { title: 'You are watched over', kind: 'monitoring', severity: 'warning' },
  { title: 'Do not drive', kind: 'driving', severity: 'warning' },
] as const satisfies readonly Pick<ContentOf<'safety-notice'>, 'title' | 'kind' | 'severity'>[];

type NoticeKind = (typeof notices)[number]['kind'];

function noticeId(kind: NoticeKind): string {
  return id(
    'safety-notice',
    notices.findIndex((notice) => notice.kind === kind),
  );
}

function editorial(throws: Dice, kinds: readonly NoticeKind[]) {
  return {
    references: [id('reference', throws.integer(0, REFERENCES - 1))],
    safetyNotices: kinds.map(noticeId),
    authors: [{ name: 'The editors', role: null, url: null }],
    tags: [{ name: throws.pick(['basics', 'safety', 'cost']) }],
    searchEngine: null,
    sharing: null,
  };
}

function reference(throws: Dice, index: number): ContentOf<'reference'> {
  return {
    title: `Source ${index}: ${prose(throws, 60)}`,
    slug: `reference-${index}`,
    kind: 'article',
    authors: 'A. Example, B. Example',
    year: throws.integer(2000, 2025),
    publisher: 'Example Press',
    doi: null,
    url: `https://example.org/sources/${index}`,
    accessedOn: null,
  };
}

function location(index: number): ContentOf<'location'> {
  return {
    name: `Location ${index}`,
    slug: `location-${index}`,
    addressLines: [{ text: `${100 + index} Example Street` }],
    city: 'Exampleton',
    state: 'CO',
    postalCode: '80000',
    country: 'US',
    latitude: null,
    longitude: null,
    phone: null,
    email: null,
    hours: null,
    wheelchairAccessible: true,
    publicTransport: null,
  };
}

function organisation(throws: Dice): ContentOf<'practice'> {
  return {
    name: 'The Bench Practice',
    description: prose(throws, 160),
    contacts: [{ key: 'office', label: 'Office', kind: 'phone', value: '555-0100' }],
    funding: richText(throws, 300),
    conflictsOfInterest: richText(throws, 300),
    publishingPrinciples: richText(throws, 300),
    navigation: [{ label: 'Services', path: '/services' }],
    crisisHelp: null,
    safetyNotices: [noticeId('crisis-line')],
    pages: [{ type: 'service', pattern: 'https://example.org/{locale}/services/{slug}' }],
    sharing: null,
  };
}

const givenNames = ['Alma', 'Bo', 'Chi', 'Dana', 'Eli', 'Farah', 'Gus', 'Hana', 'Ines', 'Jo'];

/** Looks like the ids that Strapi makes: 24 lower-case letters and digits, a letter first. */
function id(type: ContentTypeName, index: number): string {
  const digest = createHash('sha256').update(`${type} ${index}`).digest();
  const digits = BigInt(`0x${digest.toString('hex')}`).toString(36);
  return `b${digits.slice(0, 23)}`;
}
