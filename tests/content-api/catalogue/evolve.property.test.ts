import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyCatalogue, evolve, evolveAll } from '../../../src/content-api/catalogue/evolve';
import { History } from '../../../src/content-api/catalogue/history';
import { SearchIndex } from '../../../src/content-api/catalogue/search/search-index';
import type { LocaleSettings, Publication } from '../../../src/publications/publication';
import { answersOf } from '../../support/catalogue-answers';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';

const answers = (catalogue: ReturnType<typeof emptyCatalogue>) =>
  answersOf(catalogue, randomIds, [...randomSlugs, ...randomIds]);

test('Folding entry by entry, all at once or in any batches gives the same answers', () => {
  fc.assert(
    fc.property(randomLog, fc.array(fc.nat(10)), (log, batchSizes) => {
      const { publications } = log;
      const atOnce = answers(evolveAll(emptyCatalogue(), publications));

      // Its index keeps nothing that was not just searched, so that it is made smaller again and again.
      let oneByOne = emptyCatalogue(
        History.empty(),
        new SearchIndex((unsearched) => unsearched > 0),
      );
      for (const publication of publications) {
        oneByOne = evolve(oneByOne, publication);
        // Lists that were asked for are kept up to date by another way than lists that were not.
        answers(oneByOne);
      }
      expect(answers(oneByOne)).toEqual(atOnce);

      let batched = emptyCatalogue();
      let from = 0;
      for (const size of [...batchSizes, publications.length]) {
        batched = evolveAll(batched, publications.slice(from, from + size));
        from = Math.min(publications.length, from + size);
      }
      expect(answers(batched)).toEqual(atOnce);
    }),
    { numRuns: 150 },
  );
});

test('Every locale is shown the first public text along its chain, and says whether it stands in', () => {
  fc.assert(
    fc.property(randomLog, (log) => {
      const catalogue = evolveAll(emptyCatalogue(), log.publications);
      const { settings } = catalogue;
      for (const locale of settings.locales) {
        const view = catalogue.view(locale);
        for (const id of randomIds) {
          const expected = shownText(log.publications, id, locale, settings);
          const shown = view?.get('faq', id);
          expect(shown?.sequence).toBe(expected?.sequence);
          expect(shown?.isFallback).toBe(expected && expected.locale !== locale);
        }
      }
    }),
  );
});

test('A slug is a former one where a document had it, has another now, and nobody has it', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomLog, (log) => {
      const catalogue = evolveAll(emptyCatalogue(), log.publications);
      for (const locale of catalogue.settings.locales) {
        const view = catalogue.view(locale);
        const former = (slug: string) => {
          const wasHere = log.publications.some(
            (entry) =>
              entry.kind === 'Published' &&
              entry.type === 'faq' &&
              entry.locale === locale &&
              'slug' in entry.content &&
              entry.content.slug === slug,
          );
          const document = wasHere ? view?.bySlug('faq', slug) : null;
          const hasAnother = document && !document.isFallback && document.content.slug !== slug;
          return hasAnother ? [{ slug, id: document.id }] : [];
        };
        const found = view
          ?.formerSlugs('faq')
          .map(({ slug, document }) => ({ slug, id: document.id }));
        const bySlug = (one: { slug: string }, other: { slug: string }) =>
          one.slug.localeCompare(other.slug);
        expect(found?.sort(bySlug)).toEqual([...new Set(randomSlugs)].flatMap(former).sort(bySlug));
        seen += found?.length ?? 0;
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(0);
});

/** The same question answered by looking through the whole log. */
function shownText(
  publications: readonly Publication[],
  id: string,
  locale: string,
  { defaultLocale, locales, fallbacks }: LocaleSettings,
) {
  const chain = [locale, ...(fallbacks[locale] ?? []), defaultLocale];
  for (const candidate of chain) {
    if (!locales.includes(candidate)) continue;
    const last = publications.findLast(
      (entry) =>
        entry.kind !== 'Configured' &&
        entry.type === 'faq' &&
        entry.documentId === id &&
        entry.locale === candidate,
    );
    if (last?.kind === 'Published') return last;
  }
  return undefined;
}
