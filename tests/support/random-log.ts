import fc from 'fast-check';
import type { ContentOf, ContentTypeName } from '../../src/publications/content';
import { faqTopics } from '../../src/publications/content/faq';
import { phaseKinds } from '../../src/publications/content/therapy-phase';
import type { LocaleSettings } from '../../src/publications/publication';
import { TestLog } from './publications';

/** Few documents and few slugs, so that random entries meet. */
export const randomIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const randomSlugs = ['red', 'green', 'blue', 'grey'] as const;
const locales = ['en', 'es', 'fr'] as const;

const id = fc.constantFrom(...randomIds);
const ids = fc.uniqueArray(id, { maxLength: 3 });
const slug = fc.constantFrom(...randomSlugs);
const locale = fc.constantFrom(...locales);
const title = fc.constantFrom('Ñandú', 'nandu', 'zebra', 'Ärger', 'apple', 'Apple');

/** One thing that an editor or an administrator did. */
type Action = (log: TestLog) => void;

function publishing<Type extends ContentTypeName>(
  type: Type,
  content: fc.Arbitrary<Partial<ContentOf<Type>>>,
): fc.Arbitrary<Action> {
  return fc.tuple(id, locale, content).map(
    ([documentId, where, more]) =>
      (log) =>
        void log.publish(type, documentId, { locale: where, content: more }),
  );
}

const faq = publishing(
  'faq',
  fc.record({
    slug,
    question: title,
    topic: fc.constantFrom(...faqTopics),
    position: fc.integer({ min: 0, max: 2 }),
    services: ids,
    phases: ids,
  }),
);
const service = publishing(
  'service',
  fc.record({ slug, name: title, phases: ids, locations: ids }),
);
const phase = publishing(
  'therapy-phase',
  fc.record({ slug, title, kind: fc.constantFrom(...phaseKinds) }),
);
const clinician = publishing(
  'clinician',
  fc.record({
    slug,
    name: title,
    services: ids,
    accepting: fc.constantFrom('new', 'none'),
    languages: fc.subarray([{ code: 'en' }, { code: 'es' }]),
    verifiedOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01')),
  }),
);
const location = publishing('location', fc.record({ slug, name: title }));

const practice = publishing(
  'practice',
  fc.record({
    name: title,
    pages: fc.subarray([
      { type: 'service' as const, pattern: 'https://aspen.example/{locale}/services/{slug}' },
      { type: 'faq' as const, pattern: 'https://aspen.example/{locale}/faq#{slug}' },
    ]),
  }),
);

const withdrawal = fc
  .tuple(
    fc.constantFrom<ContentTypeName>('faq', 'service', 'therapy-phase', 'clinician', 'location'),
    id,
    locale,
  )
  .map(
    ([type, documentId, where]): Action =>
      (log) =>
        void log.withdraw(type, documentId, where),
  );

/** Any subset of the locales, any of them the default one, any fallbacks. */
export const randomSettings: fc.Arbitrary<LocaleSettings> = fc
  .subarray([...locales], { minLength: 1 })
  .chain((chosen) =>
    fc.record({
      defaultLocale: fc.constantFrom(...chosen),
      locales: fc.constant(chosen.toSorted()),
      fallbacks: fc.dictionary(fc.constantFrom(...chosen), fc.subarray([...locales]), {
        noNullPrototype: true,
      }),
    }),
  );

const configuration = randomSettings.map(
  (settings): Action =>
    (log) =>
      void log.configure(settings),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: faq, weight: 4 },
  { arbitrary: service, weight: 3 },
  { arbitrary: phase, weight: 1 },
  { arbitrary: clinician, weight: 2 },
  { arbitrary: location, weight: 1 },
  { arbitrary: practice, weight: 2 },
  { arbitrary: withdrawal, weight: 3 },
  { arbitrary: configuration, weight: 1 },
);

/** A log of whatever editors might do, in whatever order. */
export const randomLog: fc.Arbitrary<TestLog> = fc
  .array(action, { maxLength: 40 })
  .map((actions) => {
    const log = new TestLog();
    for (const act of actions) act(log);
    return log;
  });
