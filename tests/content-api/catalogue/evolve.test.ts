import { describe, expect, test } from '@jest/globals';
import { emptyCatalogue, evolveAll } from '../../../src/content-api/catalogue/evolve';
import { GENESIS } from '../../../src/publications/publication';
import { answersOf } from '../../support/catalogue-answers';
import { englishAndSpanish, TestLog } from '../../support/publications';
import { catalogueOf, viewOf } from '../../support/views';

const byPosition = { by: 'position', descending: false } as const;

describe('An edition', () => {
  test('of an empty log holds nothing, in English', () => {
    const catalogue = emptyCatalogue();
    expect(catalogue.edition).toEqual({
      id: GENESIS,
      sequence: 0,
      publishedAt: null,
      documentCount: 0,
    });
    expect(catalogue.settings).toEqual({ defaultLocale: 'en', locales: ['en'], fallbacks: {} });
    expect(catalogue.view('en')?.ordered('faq', byPosition)).toEqual([]);
    expect(catalogue.view('en')?.practice).toBeNull();
  });

  test('is named by the chain hash of its last entry', () => {
    const log = new TestLog();
    log.publish('faq', 'one');
    const last = log.publish('faq', 'two');
    const { edition } = catalogueOf(log);
    expect(edition).toMatchObject({ id: last.chain_hash, sequence: 2, publishedAt: last.time });
  });

  test('counts a document once, in however many locales it is', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'both', { locale: 'en' });
    log.publish('faq', 'both', { locale: 'es' });
    log.publish('faq', 'spanish', { locale: 'es' });
    log.publish('reference', 'paper');
    log.publish('faq', 'gone');
    log.withdraw('faq', 'gone');
    const catalogue = catalogueOf(log);
    expect(catalogue.edition.documentCount).toBe(3);
    expect(catalogue.count('faq')).toBe(2);
  });

  test('refuses an entry that is not the next one', () => {
    const log = new TestLog();
    log.publish('faq', 'one');
    log.publish('faq', 'two');
    expect(() => evolveAll(emptyCatalogue(), log.publications.slice(1))).toThrow(
      'Entry 2 does not follow entry 0.',
    );
  });

  test('stays as it is when the next one is made', () => {
    const log = new TestLog();
    log.publish('service', 'care', { content: { name: 'Care' } });
    log.publish('faq', 'cost', { content: { services: ['care'], question: 'Cost?' } });
    const before = catalogueOf(log);
    const answers = JSON.stringify(answersOf(before, ['care', 'cost'], ['care', 'cost', 'price']));

    log.publish('faq', 'cost', { content: { slug: 'price', question: 'Price?' } });
    log.withdraw('service', 'care');
    log.configure(englishAndSpanish);
    evolveAll(before, log.publications.slice(2));

    expect(JSON.stringify(answersOf(before, ['care', 'cost'], ['care', 'cost', 'price']))).toBe(
      answers,
    );
  });

  test('shares with the one before what a publication does not touch', () => {
    const log = new TestLog();
    log.publish('service', 'care');
    log.publish('faq', 'cost');
    const before = catalogueOf(log);
    log.publish('faq', 'cost');
    const after = evolveAll(before, log.publications.slice(2));
    const byName = { by: 'name', descending: false } as const;
    expect(after.view('en')?.ordered('service', byName)).toBe(
      before.view('en')?.ordered('service', byName),
    );
    expect(after.types.service).toBe(before.types.service);
  });
});

describe('A document', () => {
  test('shows its last revision, and since when it is public', () => {
    const log = new TestLog();
    const first = log.publish('faq', 'cost', { content: { question: 'Cost?' } });
    log.withdraw('faq', 'cost');
    const last = log.publish('faq', 'cost', { content: { question: 'Price?' } });
    expect(viewOf(log).get('faq', 'cost')).toMatchObject({
      id: 'cost',
      type: 'faq',
      locale: 'en',
      isFallback: false,
      availableLocales: ['en'],
      revision: 2,
      contentHash: last.content_hash,
      publishedAt: last.time,
      sequence: 3,
      firstPublishedAt: first.time,
      content: { question: 'Price?' },
    });
  });

  test('is gone once it is withdrawn', () => {
    const log = new TestLog();
    log.publish('faq', 'cost');
    log.withdraw('faq', 'cost');
    const view = viewOf(log);
    expect(view.get('faq', 'cost')).toBeNull();
    expect(view.node('cost')).toBeNull();
    expect(view.ordered('faq', byPosition)).toEqual([]);
    expect(view.isWithdrawn('faq', 'cost')).toBe(true);
  });

  test('is found by its id whatever its type', () => {
    const log = new TestLog();
    log.publish('faq', 'cost');
    log.publish('location', 'denver');
    expect(viewOf(log).node('denver')?.type).toBe('location');
    expect(viewOf(log).node('elsewhere')).toBeNull();
  });

  test('withdrawn without having been published changes nothing', () => {
    const log = new TestLog();
    log.withdraw('faq', 'cost');
    expect(catalogueOf(log).edition).toMatchObject({ sequence: 1, documentCount: 0 });
  });
});

describe('In a locale', () => {
  test("a document is shown in the locale's own text", () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'cost', { content: { question: 'Cost?' } });
    log.publish('faq', 'cost', { locale: 'es', content: { question: '¿Costo?' } });
    expect(viewOf(log, 'es').get('faq', 'cost')).toMatchObject({
      locale: 'es',
      isFallback: false,
      availableLocales: ['en', 'es'],
      content: { question: '¿Costo?' },
    });
  });

  test('a text that is missing is shown in the default locale, and says so', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'cost');
    expect(viewOf(log, 'es').get('faq', 'cost')).toMatchObject({ locale: 'en', isFallback: true });
    expect(viewOf(log, 'en').get('faq', 'cost')).toMatchObject({ locale: 'en', isFallback: false });
  });

  test('the fallback chain is tried before the default locale', () => {
    const log = new TestLog();
    const fallbacks = { 'es-MX': ['es'] };
    log.configure({ defaultLocale: 'en', locales: ['en', 'es', 'es-MX'], fallbacks });
    log.publish('faq', 'cost', { locale: 'en' });
    log.publish('faq', 'cost', { locale: 'es', content: { slug: 'costo' } });
    const view = viewOf(log, 'es-MX');
    expect(view.get('faq', 'cost')).toMatchObject({ locale: 'es', isFallback: true });
    expect(view.bySlug('faq', 'costo')?.id).toBe('cost');
    expect(view.bySlug('faq', 'cost')?.locale).toBe('es');
  });

  test('a document that is in no locale of the chain is not there', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'costo', { locale: 'es' });
    expect(viewOf(log, 'en').get('faq', 'costo')).toBeNull();
    expect(viewOf(log, 'en').bySlug('faq', 'costo')).toBeNull();
    expect(viewOf(log, 'es').get('faq', 'costo')).not.toBeNull();
  });

  test('what is not localised is shown as it is', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('reference', 'paper');
    expect(viewOf(log, 'es').get('reference', 'paper')).toMatchObject({
      locale: null,
      isFallback: false,
      availableLocales: ['en', 'es'],
    });
  });

  test('a language that the practice gives up takes its texts with it, and brings them back', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'cost');
    log.publish('faq', 'cost', { locale: 'es' });
    log.publish('faq', 'costo', { locale: 'es' });
    log.configure({ defaultLocale: 'en', locales: ['en'], fallbacks: {} });
    expect(catalogueOf(log).view('es')).toBeNull();
    expect(catalogueOf(log).count('faq')).toBe(1);
    expect(viewOf(log, 'en').get('faq', 'cost')?.availableLocales).toEqual(['en']);

    log.configure(englishAndSpanish);
    expect(catalogueOf(log).count('faq')).toBe(2);
    expect(viewOf(log, 'es').get('faq', 'costo')).not.toBeNull();
  });

  test('words are sorted as its readers expect, and Spanish ones take ñ for a letter of its own', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    for (const question of ['Ñandú', 'nube', 'zona', 'Árbol', 'alba']) {
      log.publish('faq', question, { locale: 'es', content: { question } });
    }
    const byQuestion = { by: 'question', descending: false } as const;
    const questions = viewOf(log, 'es')
      .ordered('faq', byQuestion)
      .map(({ id }) => id);
    expect(questions).toEqual(['alba', 'Árbol', 'nube', 'Ñandú', 'zona']);
  });
});

describe('A slug', () => {
  test('that a document had finds it, and shows its present one', () => {
    const log = new TestLog();
    log.publish('faq', 'a', { content: { slug: 'old' } });
    log.publish('faq', 'a', { content: { slug: 'new' } });
    expect(viewOf(log).bySlug('faq', 'old')?.content.slug).toBe('new');
  });

  test('belongs to the document that has it, not to one that had it', () => {
    const log = new TestLog();
    log.publish('faq', 'a', { content: { slug: 'cost' } });
    log.publish('faq', 'a', { content: { slug: 'price' } });
    log.publish('faq', 'b', { content: { slug: 'cost' } });
    const view = viewOf(log);
    expect(view.bySlug('faq', 'cost')?.id).toBe('b');
    expect(view.bySlug('faq', 'price')?.id).toBe('a');
  });

  test('can be swapped between two documents', () => {
    const log = new TestLog();
    log.publish('faq', 'a', { content: { slug: 'one' } });
    log.publish('faq', 'b', { content: { slug: 'two' } });
    log.publish('faq', 'a', { content: { slug: 'two' } });
    log.publish('faq', 'b', { content: { slug: 'one' } });
    const view = viewOf(log);
    expect(view.bySlug('faq', 'one')?.id).toBe('b');
    expect(view.bySlug('faq', 'two')?.id).toBe('a');
  });

  test('of another locale finds the document, in the text of the locale asked for', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'a', { content: { slug: 'cost' } });
    log.publish('faq', 'a', { locale: 'es', content: { slug: 'costo' } });
    expect(viewOf(log, 'es').bySlug('faq', 'cost')?.content.slug).toBe('costo');
    expect(viewOf(log, 'en').bySlug('faq', 'costo')).toBeNull();
  });

  test('is of one type only', () => {
    const log = new TestLog();
    log.publish('faq', 'a', { content: { slug: 'ketamine' } });
    expect(viewOf(log).bySlug('service', 'ketamine')).toBeNull();
    expect(viewOf(log).isWithdrawn('service', 'ketamine')).toBe(false);
  });

  test('is not withdrawn while another document that had it is public', () => {
    const log = new TestLog();
    log.publish('faq', 'a', { content: { slug: 'cost' } });
    log.publish('faq', 'a', { content: { slug: 'price' } });
    log.publish('faq', 'b', { content: { slug: 'cost' } });
    log.withdraw('faq', 'b');
    expect(viewOf(log).bySlug('faq', 'cost')?.id).toBe('a');
    expect(viewOf(log).isWithdrawn('faq', 'cost')).toBe(false);
  });
});

describe('A relation', () => {
  test('is answered from both ends', () => {
    const log = new TestLog();
    log.publish('service', 'care');
    log.publish('faq', 'late', { content: { services: ['care'], position: 2 } });
    log.publish('faq', 'early', { content: { services: ['care', 'care'], position: 1 } });
    const view = viewOf(log);
    expect(view.targets('service', ['care']).map(({ id }) => id)).toEqual(['care']);
    expect(view.sources('faq.services', 'care').map(({ id }) => id)).toEqual(['early', 'late']);
  });

  test('leaves out a target that is not public, and shows it when it is published', () => {
    const log = new TestLog();
    log.publish('service', 'care', { content: { phases: ['second', 'first'] } });
    log.publish('therapy-phase', 'first');
    expect(viewOf(log).targets('therapy-phase', ['second', 'first'])).toHaveLength(1);
    log.publish('therapy-phase', 'second');
    const phases = viewOf(log).targets('therapy-phase', ['second', 'first']);
    expect(phases.map(({ id }) => id)).toEqual(['second', 'first']);
  });

  test('forgets a source that is withdrawn or no longer names the target', () => {
    const log = new TestLog();
    log.publish('service', 'care');
    log.publish('faq', 'a', { content: { services: ['care'] } });
    log.publish('faq', 'b', { content: { services: ['care'] } });
    log.withdraw('faq', 'a');
    log.publish('faq', 'b', { content: { services: [] } });
    expect(viewOf(log).sources('faq.services', 'care')).toEqual([]);
  });

  test('is that of the text that the locale shows', () => {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'a', { content: { services: ['care'] } });
    log.publish('faq', 'a', { locale: 'es', content: { services: [] } });
    expect(viewOf(log, 'en').sources('faq.services', 'care')).toHaveLength(1);
    expect(viewOf(log, 'es').sources('faq.services', 'care')).toHaveLength(0);
  });
});
