import fc from 'fast-check';
import { ContentApiProcess } from '../support/content-api-process';
import { conditionDraft, faqDraft, paragraph, serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { WHOLE_SITE } from '../support/questions';
import { rounds } from '../support/share';
import { StrapiError } from '../support/strapi';

const ROUNDS = 8;
const MOST_ACTIONS = 40;

const TYPES = ['faq', 'condition', 'service'] as const;
type Type = (typeof TYPES)[number];

/** One thing that an editor does to one of a few documents. */
const action = fc.record({
  type: fc.constantFrom(...TYPES),
  which: fc.nat(2),
  locale: fc.constantFrom('en', 'es', '*'),
  verb: fc.constantFrom(
    'save',
    'save',
    'save and publish',
    'publish',
    'publish',
    'unpublish',
    'discardDraft',
    'delete',
    'clone',
    'publish two at once',
  ),
  target: fc.nat(2),
});
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

describe.each(databaseKinds)('any sequence of document actions on %s', (kind) => {
  let hub: Hub;
  let words = 0;
  let documents: Record<Type, string[]>;

  beforeAll(async () => {
    hub = await Hub.start(kind);
  });
  afterAll(() => hub.stop());

  const uid = (type: Type) => `api::${type}.${type}`;

  /** A word that nobody has typed before, so that wherever it is found, it came from this draft. */
  const word = () => `zqword${(words += 1)}q`;

  function draft(type: Type, target: number) {
    const slug = word();
    const service = documents.service[target];
    const condition = documents.condition[target];
    switch (type) {
      case 'faq':
        return faqDraft(slug, { answer: paragraph(word()), services: service ? [service] : [] });
      case 'condition':
        return conditionDraft(slug, { alsoKnownAs: [{ text: word() }] });
      case 'service':
        return serviceDraft(slug, {
          body: paragraph(word()),
          conditions: condition
            ? [{ condition, evidenceLevel: 'limited', note: `Little is known: ${word()}.` }]
            : [],
        });
    }
  }

  async function run({ type, which, locale, verb, target }: Action): Promise<void> {
    const documentId = documents[type][which];
    const one = locale === '*' ? 'en' : locale;
    const call = (name: string, params: object) => hub.strapi.documents(uid(type), name, params);
    if (documentId === undefined || verb === 'clone') {
      const data = draft(type, target);
      const created = documentId
        ? await call('clone', { documentId, data, locale: one })
        : await call('create', {
            data,
            locale: 'en',
            ...(verb === 'save and publish' ? { status: 'published' } : {}),
          });
      if (created.documentId) documents[type][which] = created.documentId;
      return;
    }
    switch (verb) {
      case 'save':
      case 'save and publish':
        await call('update', {
          documentId,
          locale: one,
          data: draft(type, target),
          ...(verb === 'save' ? {} : { status: 'published' }),
        });
        return;
      case 'publish two at once': {
        // A document that was never made is a hole in the list; filter passes over it.
        const calls = documents[type]
          .filter(() => true)
          .map((id) => ({
            uid: uid(type),
            action: 'publish',
            params: { documentId: id },
          }));
        await hub.strapi.ask('transaction', { calls });
        return;
      }
      case 'delete':
        await call('delete', { documentId, locale });
        if (locale === '*') documents[type].splice(which, 1);
        return;
      default:
        await call(verb, { documentId, locale });
    }
  }

  it.each(rounds(ROUNDS, 2))(
    'folds to what following gives and to what Strapi has published, and shows no word that only a draft holds (round %i)',
    async (round) => {
      await fc.assert(
        fc.asyncProperty(
          // Alone, a run would be a short one as a rule.
          fc.noBias(fc.array(action, { minLength: 5, maxLength: MOST_ACTIONS })),
          async (actions) => {
            documents = { faq: [], condition: [], service: [] };
            for (const each of actions) {
              await run(each).catch((error: unknown) => {
                // What Strapi refuses (a locale that is not there, a document that is gone) is part of the sequence.
                if (!(error instanceof StrapiError)) throw error;
              });
            }

            expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);

            const fresh = await ContentApiProcess.start({
              DATA_FOLDER: hub.folder.dataFolder,
              PUBLIC_URL: hub.strapi.url,
              ...(hub.database ? { DATABASE_URL: hub.database.url } : {}),
            });
            try {
              await hub.settled(fresh.url);
              let answers = '';
              for (const query of WHOLE_SITE) {
                const followed = await hub.bytes(query);
                expect(await fresh.answer(query)).toBe(followed);
                answers += followed;
              }
              const publicNow = new Map<string, string>();
              for (const entry of await hub.publicationsAfter(0)) {
                if (entry.kind === 'Configured') continue;
                const key = `${entry.documentId} ${entry.locale}`;
                if (entry.kind === 'Published') publicNow.set(key, JSON.stringify(entry.content));
                else publicNow.delete(key);
              }
              const published = new Set([...publicNow.values()].join(' ').match(/zqword\d+q/g));
              const shown = new Set(answers.match(/zqword\d+q/g));
              expect([...shown].filter((each) => !published.has(each))).toEqual([]);
            } finally {
              await fresh.stop();
            }
          },
        ),
        { numRuns: 1, seed: round, endOnFailure: true },
      );
    },
  );
});
