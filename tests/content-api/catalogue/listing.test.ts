import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileFilter } from '../../../src/content-api/catalogue/filter';
import type { FilterOf } from '../../../src/content-api/catalogue/filter-input';
import { list, type Selection } from '../../../src/content-api/catalogue/listing';
import { defaultOrders } from '../../../src/content-api/catalogue/order';
import type { View } from '../../../src/content-api/catalogue/view';
import { ApiError } from '../../../src/content-api/errors';
import type { ContentTypeName } from '../../../src/publications/content';
import { paragraphs } from '../../support/contents';
import { englishAndSpanish, TestLog } from '../../support/publications';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';
import { catalogueOf, viewOf } from '../../support/views';

function idsOf<Type extends ContentTypeName>(
  view: View,
  type: Type,
  selection: Selection<Type>,
): string[] {
  const listing = list(view, type, selection);
  if (listing instanceof ApiError) throw listing;
  return listing.documents.map(({ id }) => id);
}

function filtered<Type extends ContentTypeName>(
  view: View,
  type: Type,
  filter: FilterOf<Type>,
): string[] {
  return idsOf(view, type, { filter }).sort();
}

/** A small practice in which every filter finds some and not others. */
function practice(): View {
  const log = new TestLog();
  log.configure(englishAndSpanish);
  log.publish('location', 'denver', { content: { city: 'Denver', state: 'CO' } });
  log.publish('location', 'austin', { content: { state: 'TX', wheelchairAccessible: false } });
  log.publish('condition', 'depression', { content: { name: 'Depression' } });
  log.publish('condition', 'ptsd', { content: { name: 'PTSD', slug: 'post-traumatic-stress' } });
  log.publish('safety-notice', 'driving', { content: { kind: 'driving', severity: 'warning' } });
  log.publish('safety-notice', 'crisis', {
    content: {
      kind: 'crisis-line',
      severity: 'emergency',
      jurisdiction: { code: 'US', name: 'United States', note: null },
    },
  });
  log.publish('reference', 'paper', { content: { year: 2019, doi: '10.1/x', kind: 'article' } });
  log.publish('reference', 'label', { content: { kind: 'label' } });
  log.publish('therapy-phase', 'prepare', { content: { kind: 'preparation' } });
  log.publish('therapy-phase', 'integrate', { content: { kind: 'integration' } });
  log.publish('service', 'lozenges', {
    content: {
      name: 'Ketamine lozenges at home',
      administrationRoutes: [
        { route: 'lozenge', regulatoryStatus: 'compounded', explanation: 'Made to order.' },
      ],
      conditions: [{ condition: 'depression', evidenceLevel: 'limited', note: 'Some trials.' }],
      phases: ['prepare', 'integrate'],
      delivery: { inPerson: false, video: true, phone: false },
      regions: [{ code: 'US-CO' }],
      tags: [{ name: 'Café' }],
      safetyNotices: ['driving'],
    },
  });
  log.publish('service', 'spray', {
    content: {
      name: 'Nasal spray',
      administrationRoutes: [
        { route: 'nasal-spray', regulatoryStatus: 'approved', explanation: 'By label.' },
      ],
      conditions: [
        { condition: 'ptsd', evidenceLevel: 'very-limited', note: '' },
        { condition: 'secret', evidenceLevel: 'none', note: '' },
      ],
      phases: ['prepare'],
      locations: ['denver'],
      delivery: { inPerson: true, video: false, phone: false },
      references: ['paper'],
    },
  });
  log.publish('clinician', 'ana', {
    content: {
      name: 'Ana Peña',
      languages: [{ code: 'en' }, { code: 'es' }],
      practiceStates: [
        { state: 'CO', basis: 'licence', identifier: null, expiresOn: null, verifiedOn: null },
      ],
      services: ['spray'],
      phases: ['prepare'],
      locations: ['denver'],
      taxonomyCode: '101YP2500X',
    },
  });
  log.publish('clinician', 'ben', {
    content: {
      name: 'Ben Ode',
      accepting: 'none',
      languages: [{ code: 'en' }],
      practiceStates: [
        { state: 'TX', basis: 'psypact', identifier: null, expiresOn: null, verifiedOn: null },
      ],
      services: ['spray', 'lozenges'],
      delivery: { inPerson: true, video: true, phone: true },
    },
  });
  log.publish('faq', 'cost', {
    content: {
      question: '¿Cuánto cuesta?',
      answer: paragraphs('Insurance seldom pays.'),
      topic: 'cost',
      services: ['spray'],
      phases: ['prepare'],
    },
  });
  log.publish('faq', 'drive', {
    content: {
      question: 'May I drive?',
      topic: 'safety',
      audience: 'family',
      services: ['lozenges', 'secret'],
      safetyNotices: ['driving'],
    },
  });
  return viewOf(log);
}

describe('A list', () => {
  test('comes in the default order of its type, or in the one asked for', () => {
    const view = practice();
    expect(idsOf(view, 'service', {})).toEqual(['lozenges', 'spray']);
    const orderBy = { by: 'name', descending: true } as const;
    expect(idsOf(view, 'service', { orderBy })).toEqual(['spray', 'lozenges']);
    expect(idsOf(view, 'therapy-phase', {})).toEqual(['prepare', 'integrate']);
    expect(idsOf(view, 'safety-notice', {})).toEqual(['crisis', 'driving']);
  });

  test('puts what is absent first when ascending, last when descending', () => {
    const view = practice();
    const by = 'year';
    const ascending = idsOf(view, 'reference', { orderBy: { by, descending: false } });
    const descending = idsOf(view, 'reference', { orderBy: { by, descending: true } });
    expect(ascending).toEqual(['label', 'paper']);
    expect(descending).toEqual(['paper', 'label']);
  });

  test('can be of the other end of a relation, filtered and sorted like any', () => {
    const view = practice();
    const among = view.sources('clinician.services', 'spray');
    const orderBy = { by: 'name', descending: true } as const;
    expect(idsOf(view, 'clinician', { among })).toEqual(['ana', 'ben']);
    expect(idsOf(view, 'clinician', { among, orderBy })).toEqual(['ben', 'ana']);
    const filter = { accepting: { eq: 'none' } } as const;
    expect(idsOf(view, 'clinician', { among, filter })).toEqual(['ben']);
  });
});

describe('A filter', () => {
  const view = practice();

  test('narrows services', () => {
    const ids = (filter: FilterOf<'service'>) => filtered(view, 'service', filter);
    expect(ids({ slug: { eq: 'spray' } })).toEqual(['spray']);
    expect(ids({ slug: { in: ['spray', 'lozenges', 'other'] } })).toEqual(['lozenges', 'spray']);
    expect(ids({ id: { eq: 'spray' } })).toEqual(['spray']);
    expect(ids({ name: { contains: 'KETAMINE' } })).toEqual(['lozenges']);
    expect(ids({ text: { contains: 'made to order' } })).toEqual(['lozenges']);
    expect(ids({ tag: { eq: 'cafe' } })).toEqual(['lozenges']);
    expect(ids({ condition: { slug: { eq: 'depression' } } })).toEqual(['lozenges']);
    expect(ids({ condition: { id: { in: ['ptsd'] } } })).toEqual(['spray']);
    expect(ids({ evidenceLevel: { eq: 'limited' } })).toEqual(['lozenges']);
    expect(ids({ phase: { slug: { eq: 'integrate' } } })).toEqual(['lozenges']);
    expect(ids({ location: { slug: { eq: 'denver' } } })).toEqual(['spray']);
    expect(ids({ clinician: { slug: { eq: 'ana' } } })).toEqual(['spray']);
    expect(ids({ route: { eq: 'lozenge' } })).toEqual(['lozenges']);
    expect(ids({ regulatoryStatus: { in: ['approved', 'off-label'] } })).toEqual(['spray']);
    expect(ids({ delivery: { eq: 'video' } })).toEqual(['lozenges']);
    expect(ids({ region: { eq: 'US-CO' } })).toEqual(['lozenges']);
    expect(ids({ safetyNotice: { id: { eq: 'driving' } } })).toEqual(['lozenges']);
    expect(ids({ reference: { slug: { eq: 'paper' } } })).toEqual(['spray']);
  });

  test('narrows clinicians', () => {
    const ids = (filter: FilterOf<'clinician'>) => filtered(view, 'clinician', filter);
    expect(ids({ name: { contains: 'pena' } })).toEqual(['ana']);
    expect(ids({ state: { eq: 'CO' } })).toEqual(['ana']);
    expect(ids({ language: { eq: 'es' } })).toEqual(['ana']);
    expect(ids({ accepting: { in: ['new', 'none'] } })).toEqual(['ana', 'ben']);
    expect(ids({ practiceBasis: { eq: 'psypact' } })).toEqual(['ben']);
    expect(ids({ delivery: { eq: 'phone' } })).toEqual(['ben']);
    expect(ids({ service: { slug: { eq: 'lozenges' } } })).toEqual(['ben']);
    expect(ids({ phase: { slug: { eq: 'prepare' } } })).toEqual(['ana']);
    expect(ids({ location: { slug: { eq: 'denver' } } })).toEqual(['ana']);
    expect(ids({ taxonomyCode: { eq: '101YP2500X' } })).toEqual(['ana']);
  });

  test('narrows FAQs', () => {
    const ids = (filter: FilterOf<'faq'>) => filtered(view, 'faq', filter);
    expect(ids({ question: { contains: 'cuanto' } })).toEqual(['cost']);
    expect(ids({ text: { contains: 'INSURANCE' } })).toEqual(['cost']);
    expect(ids({ topic: { eq: 'safety' } })).toEqual(['drive']);
    expect(ids({ audience: { eq: 'family' } })).toEqual(['drive']);
    expect(ids({ service: { slug: { in: ['spray', 'lozenges'] } } })).toEqual(['cost', 'drive']);
    expect(ids({ phase: { slug: { eq: 'prepare' } } })).toEqual(['cost']);
  });

  test('narrows the other types', () => {
    const phase = { service: { slug: { eq: 'lozenges' } }, kind: { eq: 'integration' } } as const;
    expect(filtered(view, 'therapy-phase', phase)).toEqual(['integrate']);
    const phaseOf = { clinician: { slug: { eq: 'ana' } } };
    expect(filtered(view, 'therapy-phase', phaseOf)).toEqual(['prepare']);
    const condition = { service: { slug: { eq: 'spray' } } };
    expect(filtered(view, 'condition', condition)).toEqual(['ptsd']);
    expect(filtered(view, 'safety-notice', { jurisdiction: { eq: 'US' } })).toEqual(['crisis']);
    expect(filtered(view, 'safety-notice', { kind: { eq: 'driving' } })).toEqual(['driving']);
    expect(filtered(view, 'safety-notice', { severity: { eq: 'emergency' } })).toEqual(['crisis']);
    expect(filtered(view, 'reference', { year: { eq: 2019 } })).toEqual(['paper']);
    expect(filtered(view, 'reference', { doi: { in: ['10.1/x'] } })).toEqual(['paper']);
    expect(filtered(view, 'reference', { kind: { eq: 'label' } })).toEqual(['label']);
    expect(filtered(view, 'location', { state: { eq: 'TX' } })).toEqual(['austin']);
    expect(filtered(view, 'location', { wheelchairAccessible: { eq: true } })).toEqual(['denver']);
    expect(filtered(view, 'location', { clinician: { slug: { eq: 'ana' } } })).toEqual(['denver']);
    expect(filtered(view, 'location', { service: { slug: { eq: 'spray' } } })).toEqual(['denver']);
  });

  test('joins with and, or and not', () => {
    const ids = (filter: FilterOf<'faq'>) => filtered(view, 'faq', filter);
    const cost = { topic: { eq: 'cost' } } as const;
    const safety = { topic: { eq: 'safety' } } as const;
    expect(ids({ and: [cost, safety] })).toEqual([]);
    expect(ids({ or: [cost, safety] })).toEqual(['cost', 'drive']);
    expect(ids({ not: cost })).toEqual(['drive']);
    expect(ids({ or: [cost, safety], not: { audience: { eq: 'family' } } })).toEqual(['cost']);
    expect(ids({ not: { or: [cost, safety] } })).toEqual([]);
    expect(ids({ not: { and: [cost, safety] } })).toEqual(['cost', 'drive']);
  });

  test('that asks nothing passes everything, and one that allows nothing passes nothing', () => {
    const ids = (filter: FilterOf<'faq'>) => filtered(view, 'faq', filter);
    expect(ids({})).toHaveLength(2);
    expect(ids({ topic: null, slug: {}, service: {}, text: {}, not: null })).toHaveLength(2);
    expect(ids({ and: [] })).toHaveLength(2);
    expect(ids({ or: [{}] })).toHaveLength(2);
    expect(ids({ or: [] })).toEqual([]);
    expect(ids({ not: {} })).toEqual([]);
    expect(ids({ slug: { in: [] } })).toEqual([]);
    expect(ids({ slug: { eq: 'cost', in: ['drive'] } })).toEqual([]);
    expect(ids({ service: { slug: { eq: 'nowhere' } } })).toEqual([]);
  });

  test('cannot ask about a document that is not public', () => {
    expect(filtered(view, 'faq', { service: { id: { eq: 'secret' } } })).toEqual([]);
    expect(filtered(view, 'service', { condition: { id: { eq: 'secret' } } })).toEqual([]);
  });

  test('finds a related document by a slug that it had', () => {
    const log = new TestLog();
    log.publish('service', 'care', { content: { slug: 'old' } });
    log.publish('service', 'care', { content: { slug: 'new' } });
    log.publish('faq', 'cost', { content: { services: ['care'] } });
    expect(filtered(viewOf(log), 'faq', { service: { slug: { eq: 'old' } } })).toEqual(['cost']);
  });

  test('is refused where it nests too deep or lists too much', () => {
    let deep: FilterOf<'faq'> = {};
    for (let depth = 0; depth < 9; depth += 1) deep = { not: deep };
    const tooMany = { slug: { in: Array.from({ length: 501 }, (_, index) => `faq-${index}`) } };
    for (const filter of [deep, tooMany]) {
      expect(list(view, 'faq', { filter })).toMatchObject({ code: 'BAD_USER_INPUT', status: 400 });
    }
  });

  test('may have twenty conditions or branches, five of which look through texts', () => {
    const anyOf = (count: number, condition: FilterOf<'faq'>): FilterOf<'faq'> => ({
      or: [{ and: new Array<FilterOf<'faq'>>(count).fill(condition) }],
    });
    const topics = (count: number) => anyOf(count, { topic: { eq: 'cost' } });
    const texts = (count: number) => anyOf(count, { question: { contains: 'a' } });
    for (const filter of [topics(20), texts(5), { or: new Array(19).fill({}) }]) {
      expect(list(view, 'faq', { filter })).not.toBeInstanceOf(ApiError);
    }
    const absent: FilterOf<'faq'> = { topic: { eq: null, in: null }, text: null, not: null };
    expect(list(view, 'faq', { filter: { and: new Array(18).fill(absent) } })).not.toBeInstanceOf(
      ApiError,
    );
    for (const filter of [
      topics(21),
      texts(6),
      { or: new Array(21).fill({ or: [] }) },
      { and: new Array(21).fill({}) },
    ]) {
      expect(list(view, 'faq', { filter })).toMatchObject({ code: 'BAD_USER_INPUT', status: 400 });
    }
  });

  test('never overflows, however deep it nests', () => {
    let deep: FilterOf<'faq'> = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { and: [deep] };
    expect(list(view, 'faq', { filter: deep })).toBeInstanceOf(ApiError);
  });
});

const field: fc.Arbitrary<FilterOf<'faq'>> = fc.oneof(
  fc.record({ slug: fc.record({ in: fc.subarray([...randomSlugs]) }) }),
  fc.constantFrom({ topic: { eq: 'basics' } }, { topic: { in: ['safety', 'cost'] } } as const),
  fc.constantFrom({ question: { contains: 'a' } }, { question: { contains: 'Ñ' } }),
  fc.record({
    service: fc.record({ id: fc.record({ in: fc.subarray([...randomIds]) }) }),
  }),
  fc.record({
    service: fc.record({ slug: fc.record({ eq: fc.constantFrom(...randomSlugs) }) }),
  }),
);
const randomFilter = fc.letrec<{ filter: FilterOf<'faq'> }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: field, weight: 3 },
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
})).filter;

test('An index leaves out nothing that looking at every document would let through', () => {
  fc.assert(
    fc.property(randomLog, randomFilter, (log, filter) => {
      for (const locale of catalogueOf(log).settings.locales) {
        const view = viewOf(log, locale);
        const compiled = compileFilter(view, 'faq', filter);
        if (compiled instanceof ApiError) throw compiled;
        const { test: passes, candidates } = compiled;
        if (!passes || !candidates) continue;
        const all = view.ordered('faq', defaultOrders.faq);
        expect(all.filter((document) => !candidates.includes(document)).some(passes)).toBe(false);
        expect(all).toEqual(expect.arrayContaining([...candidates]));
        expect(new Set(candidates).size).toBe(candidates.length);
      }
    }),
  );
});

test('A filter that lets few of many through gives them in the order asked for', () => {
  const log = new TestLog();
  for (let position = 0; position < 50; position += 1) {
    const services = position % 25 === 0 ? ['care'] : [];
    const question = `Question ${99 - position}`;
    log.publish('faq', `faq-${position}`, { content: { position, question, services } });
  }
  log.publish('service', 'care');
  const filter = { service: { slug: { eq: 'care' } } };
  expect(idsOf(viewOf(log), 'faq', { filter })).toEqual(['faq-0', 'faq-25']);
  const orderBy = { by: 'question', descending: false } as const;
  expect(idsOf(viewOf(log), 'faq', { filter, orderBy })).toEqual(['faq-25', 'faq-0']);
});
