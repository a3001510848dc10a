import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FoldedCatalogue } from '../../../src/content-api/catalogue/evolve';
import { list } from '../../../src/content-api/catalogue/listing';
import { orderNames, type OrderOf } from '../../../src/content-api/catalogue/order';
import { pageOf, type PageArguments } from '../../../src/content-api/catalogue/page';
import { ApiError } from '../../../src/content-api/errors';
import { TestLog } from '../../support/publications';
import { randomLog } from '../../support/random-log';
import { catalogueOf } from '../../support/views';

const byPosition: OrderOf<'faq'> = { by: 'position', descending: false };

function attempt(catalogue: FoldedCatalogue, args: PageArguments, orderBy = byPosition) {
  const view = catalogue.view(catalogue.settings.defaultLocale);
  const listing = view && list(view, 'faq', { orderBy });
  if (!listing || listing instanceof ApiError) throw new Error('There is no such list.');
  return pageOf(listing, args);
}

function page(catalogue: FoldedCatalogue, args: PageArguments, orderBy = byPosition) {
  const result = attempt(catalogue, args, orderBy);
  if (result instanceof ApiError) throw result;
  return result;
}

const idsOf = (result: ReturnType<typeof page>) => result.nodes.map(({ id }) => id);

/** FAQs named by their positions. */
function faqs(...positions: number[]): TestLog {
  const log = new TestLog();
  for (const position of positions)
    log.publish('faq', `faq-${position}`, { content: { position } });
  return log;
}

describe('A page', () => {
  const catalogue = catalogueOf(faqs(...Array.from({ length: 30 }, (_, index) => index)));

  test('holds the first twenty, unless told otherwise', () => {
    const result = page(catalogue, {});
    expect(idsOf(result)).toHaveLength(20);
    expect(result.totalCount).toBe(30);
    expect(result.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('goes on behind a cursor, and back in front of one', () => {
    const first = page(catalogue, { first: 2 });
    const second = page(catalogue, { first: 2, after: first.pageInfo.endCursor });
    expect(idsOf(second)).toEqual(['faq-2', 'faq-3']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const back = page(catalogue, { last: 2, before: second.pageInfo.startCursor });
    expect(idsOf(back)).toEqual(['faq-0', 'faq-1']);
    expect(idsOf(page(catalogue, { last: 3 }))).toEqual(['faq-27', 'faq-28', 'faq-29']);
  });

  test('can be cut between two cursors', () => {
    const { edges } = page(catalogue, { first: 10 });
    const [after, before] = [edges[2]?.cursor, edges[6]?.cursor];
    expect(idsOf(page(catalogue, { after, before }))).toEqual(['faq-3', 'faq-4', 'faq-5']);
    expect(idsOf(page(catalogue, { after, before, last: 1 }))).toEqual(['faq-5']);
    expect(idsOf(page(catalogue, { after: before, before: after }))).toEqual([]);
  });

  test('gives each edge the cursor of its node', () => {
    const { edges, nodes, pageInfo } = page(catalogue, { first: 3 });
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(edges[0]?.cursor).toBe(pageInfo.startCursor);
    expect(edges[2]?.cursor).toBe(pageInfo.endCursor);
  });

  test('of an empty list has no cursors', () => {
    expect(page(catalogueOf(new TestLog()), {})).toMatchObject({
      edges: [],
      nodes: [],
      totalCount: 0,
      pageInfo: {
        hasNextPage: false,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: null,
      },
    });
  });

  test.each([
    [{ first: 0 }],
    [{ first: -1 }],
    [{ first: 101 }],
    [{ first: 1.5 }],
    [{ last: 1000 }],
    [{ first: 1, last: 1 }],
  ])('of %j is refused', (args) => {
    expect(attempt(catalogue, args)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('takes null for absent', () => {
    const args = { first: null, after: null, last: null, before: null };
    expect(idsOf(page(catalogue, args))).toHaveLength(20);
  });

  test('of 100 is the largest', () => {
    expect(idsOf(page(catalogue, { first: 100 }))).toHaveLength(30);
  });
});

describe('A cursor', () => {
  const catalogue = catalogueOf(faqs(1, 2, 3));
  const cursor = page(catalogue, { first: 1 }).pageInfo.endCursor;

  test.each(['', 'nonsense', '!!!', 'bnVsbA', 'W10', 'a'.repeat(100_000)])(
    'that is not one of ours (%#) is refused',
    (after) => {
      expect(attempt(catalogue, { after })).toMatchObject({ code: 'INVALID_CURSOR', status: 400 });
      expect(attempt(catalogue, { before: after })).toBeInstanceOf(ApiError);
    },
  );

  test('of another order or direction is refused', () => {
    for (const orderBy of [
      { by: 'question', descending: false },
      { by: 'position', descending: true },
    ] as const) {
      expect(attempt(catalogue, { after: cursor }, orderBy)).toMatchObject({
        code: 'INVALID_CURSOR',
      });
    }
  });

  test('of another type is refused', () => {
    const log = faqs(1);
    log.publish('service', 'care');
    const both = catalogueOf(log);
    const view = both.view('en');
    const services =
      view && list(view, 'service', { orderBy: { by: 'publishedAt', descending: false } });
    if (!services || services instanceof ApiError) throw new Error('There is no such list.');
    const faqCursor = page(both, {}, { by: 'publishedAt', descending: false }).pageInfo.endCursor;
    expect(pageOf(services, { after: faqCursor })).toMatchObject({
      code: 'INVALID_CURSOR',
    });
  });

  test('names its edition, so that it can be told which one it is of', () => {
    const payload = Buffer.from(cursor ?? '', 'base64url').toString();
    expect(payload).toContain(catalogue.edition.id.slice(0, 12));
  });

  test('goes on behind the same key in a later edition, also when its document is gone', () => {
    const log = faqs(10, 20, 30);
    const { endCursor } = page(catalogueOf(log), { first: 2 }).pageInfo;
    log.withdraw('faq', 'faq-20');
    log.publish('faq', 'faq-15', { content: { position: 15 } });
    log.publish('faq', 'faq-25', { content: { position: 25 } });
    const later = catalogueOf(log);
    expect(idsOf(page(later, { after: endCursor }))).toEqual(['faq-25', 'faq-30']);
    expect(idsOf(page(later, { last: 5, before: endCursor }))).toEqual(['faq-10', 'faq-15']);
  });
});

test('Pages of any size, forward or backward, neither repeat nor skip', () => {
  fc.assert(
    fc.property(
      randomLog,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(...orderNames('faq')),
      fc.boolean(),
      (log, size, by, descending) => {
        const catalogue = catalogueOf(log);
        const orderBy = { by, descending };
        const all = idsOf(page(catalogue, { first: 100 }, orderBy));

        const forward: string[] = [];
        let after: string | null = null;
        for (let more = true; more;) {
          const result = page(catalogue, { first: size, after }, orderBy);
          forward.push(...idsOf(result));
          expect(forward.length).toBeLessThanOrEqual(all.length);
          ({ hasNextPage: more, endCursor: after } = result.pageInfo);
        }
        expect(forward).toEqual(all);

        const backward: string[] = [];
        let before: string | null = null;
        for (let more = true; more;) {
          const result = page(catalogue, { last: size, before }, orderBy);
          backward.unshift(...idsOf(result));
          expect(backward.length).toBeLessThanOrEqual(all.length);
          ({ hasPreviousPage: more, startCursor: before } = result.pageInfo);
        }
        expect(backward).toEqual(all);
      },
    ),
  );
});
