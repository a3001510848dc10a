import { TestContentApi } from '../../support/content-api';
import { englishAndSpanish, TestLog } from '../../support/publications';

interface Page {
  readonly changes: {
    readonly changes: readonly {
      cursor: string;
      kind: string;
      documentId: string | null;
      locale: string | null;
      revision: number | null;
      reason: string | null;
      edition: string;
      document: { id: string; revision: number; locale: string | null } | null;
    }[];
    readonly nextSince: string;
    readonly hasMore: boolean;
  };
}

const CHANGES = `query ($since: String, $first: Int, $types: [ContentType!], $locales: [String!]) {
  changes(since: $since, first: $first, types: $types, locales: $locales) {
    changes { cursor kind documentId locale revision reason edition document { id revision locale } }
    nextSince
    hasMore
  }
}`;

describe('the changes behind a cursor', () => {
  let log: TestLog;
  let api: TestContentApi;

  const ask = (variables: object = {}) => api.data<Page>(CHANGES, variables);
  const idsOf = ({ changes }: Page) => changes.changes.map(({ documentId }) => documentId);

  beforeEach(async () => {
    log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'faq-1');
    log.publish('faq', 'faq-1', { locale: 'es' });
    log.publish('location', 'location-1');
    api = await TestContentApi.start(log);
  });
  afterEach(() => api.close());

  it('are every publication from the beginning, in order, each with its document as it is now', async () => {
    log.publish('faq', 'faq-1');
    await api.catchUp(log);
    const { changes } = await ask();
    expect(changes.changes.map(({ kind, locale, revision }) => [kind, locale, revision])).toEqual([
      ['CONFIGURED', null, null],
      ['PUBLISHED', 'en', 1],
      ['PUBLISHED', 'es', 1],
      ['PUBLISHED', null, 1],
      ['PUBLISHED', 'en', 2],
    ]);
    expect(changes.changes.map(({ document }) => document)).toEqual([
      null,
      { id: 'faq-1', revision: 2, locale: 'en' },
      { id: 'faq-1', revision: 1, locale: 'es' },
      { id: 'location-1', revision: 1, locale: null },
      { id: 'faq-1', revision: 2, locale: 'en' },
    ]);
    expect(changes.hasMore).toBe(false);
    expect(changes.changes.at(-1)?.edition).toBe(log.head);
  });

  it('come page by page, none left out and none twice, with a place to go on behind the last', async () => {
    const seen: string[] = [];
    let since: string | null = null;
    for (;;) {
      const { changes }: Page = await ask({ since, first: 3 });
      seen.push(...changes.changes.map(({ edition }) => edition));
      since = changes.nextSince;
      if (!changes.hasMore) break;
    }
    expect(seen).toEqual(log.rows.map(({ chain_hash: hash }) => hash));

    expect((await ask({ since })).changes).toEqual({
      changes: [],
      nextSince: since,
      hasMore: false,
    });
    log.publish('faq', 'faq-2');
    await api.catchUp(log);
    expect(idsOf(await ask({ since }))).toEqual(['faq-2']);
  });

  it('tell of a withdrawal as a tombstone with its reason, and show no other language instead', async () => {
    log.withdraw('faq', 'faq-1', 'es', 'deleted');
    await api.catchUp(log);
    const { changes } = await ask({ locales: ['es'], types: ['FAQ'] });
    expect(changes.changes).toMatchObject([
      { kind: 'CONFIGURED', documentId: null },
      { kind: 'PUBLISHED', locale: 'es', document: null },
      { kind: 'WITHDRAWN', locale: 'es', reason: 'DELETED', document: null },
    ]);
  });

  it('can be had of some types and languages, with what is the same in every language', async () => {
    expect(idsOf(await ask({ locales: ['es'] }))).toEqual([null, 'faq-1', 'location-1']);
    expect(idsOf(await ask({ types: ['LOCATION'] }))).toEqual([null, 'location-1']);
  });

  it('are asked for anew after each publication, and not answered from memory', async () => {
    expect(idsOf(await ask())).toHaveLength(4);
    expect(idsOf(await ask())).toHaveLength(4);
    log.withdraw('location', 'location-1');
    await api.catchUp(log);
    expect(idsOf(await ask())).toHaveLength(5);
  });

  it('go on from an empty log', async () => {
    const emptyLog = new TestLog();
    const young = await TestContentApi.start(emptyLog);
    const { changes } = await young.data<Page>(CHANGES);
    expect(changes).toMatchObject({ changes: [], hasMore: false });
    emptyLog.publish('faq', 'faq-1');
    await young.catchUp(emptyLog);
    const next = await young.data<Page>(CHANGES, { since: changes.nextSince });
    await young.close();
    expect(idsOf(next)).toEqual(['faq-1']);
  });

  it.each([
    ['of nobody', () => 'xyz', 'INVALID_CURSOR'],
    ['of a log that was replaced', () => place([4, 'f'.repeat(16)]), 'INVALID_CURSOR'],
    ['ahead of this process', () => place([9, 'f'.repeat(16)]), 'NOT_READY'],
  ])('refuse a cursor %s, and say what to do', async (_, since, code) => {
    const { body } = (await api.ask(CHANGES, { since: since() })) as {
      body: { errors: { message: string; extensions: { code: string } }[] };
    };
    expect(body.errors).toMatchObject([{ extensions: { code } }]);
    expect(body.errors[0]?.message).toMatch(/without a cursor/);
  });

  it.each([0, 101])('refuse %d at a time', async (first) => {
    const answer = await api.ask(CHANGES, { first });
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('refuse a language that the practice does not have', async () => {
    const answer = await api.ask(CHANGES, { locales: ['fr'] });
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_LOCALE' } }] });
  });

  it('are subscribed to at an address of their own, which the other one names', async () => {
    const answer = await api.ask('subscription { changed { cursor } }');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('/graphql/stream');
  });
});

function place(payload: readonly [number, string]): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64url');
}
