import { Webhook } from 'standardwebhooks';
import { faqDraft } from '../support/drafts';
import { HookReceiver } from '../support/hook-receiver';
import { databaseKinds, Hub } from '../support/hub';
import { StreamReader } from '../support/stream-reader';
import { until } from '../support/until';

const FAQ = 'api::faq.faq';
const CHANGED = 'subscription { changed { cursor kind type documentId locale } }';
const SECRET = `whsec_${Buffer.from('a secret that nobody else knows.').toString('base64')}`;

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly type: string;
  readonly documentId: string;
  readonly locale: string;
}

describe.each(databaseKinds)('a site that follows a whole hub on %s', (kind) => {
  let builder: HookReceiver;
  let hub: Hub;
  const readers: StreamReader[] = [];

  beforeAll(async () => {
    builder = await HookReceiver.start();
    hub = await Hub.start(kind, {
      BUILD_HOOKS: builder.url,
      BUILD_HOOK_SECRET: SECRET,
      CONTENT_API_STREAMS_PER_CLIENT: '2',
    });
    await hub.settled();
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.cut();
    await until(async () => (await openStreams()) === 0);
  });
  afterAll(async () => {
    await hub.stop();
    await builder.close();
  });

  async function open(lastEventId: string | null = null): Promise<StreamReader> {
    const reader = await StreamReader.open(hub.strapi.url, CHANGED, { lastEventId });
    readers.push(reader);
    return reader;
  }

  async function openStreams(): Promise<number> {
    const metrics = await fetch(`${hub.strapi.url}/metrics`);
    return Number(/^content_api_streams (\d+)$/m.exec(await metrics.text())?.[1]);
  }

  async function publish(slug: string): Promise<string> {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft(slug),
      status: 'published',
    });
    return documentId;
  }

  const withdraw = (documentId: string) =>
    hub.strapi.documents(FAQ, 'unpublish', { documentId, locale: 'en' });

  it('hears of each change once, on streams that are cut and resumed, and by one signed call', async () => {
    const first = await open();
    const one = await publish('one');
    await until(() => changesOn(first).length > 0);
    first.cut();
    const two = await publish('two');
    await withdraw(one);
    await hub.settled();

    const second = await open(first.lastEventId);
    const three = await publish('three');
    await until(() => changesOn(second).some(({ documentId }) => documentId === three));
    const heard = [...changesOn(first), ...changesOn(second)];
    expect(heard.map(({ kind: what, documentId }) => [what, documentId])).toEqual([
      ['PUBLISHED', one],
      ['PUBLISHED', two],
      ['WITHDRAWN', one],
      ['PUBLISHED', three],
    ]);

    // Ten seconds after the last of them.
    await until(() => builder.calls.length > 0);
    expect(builder.calls.map(said)).toMatchObject([
      { edition: { id: (await hub.reader.head()).chainHash }, changes: heard },
    ]);
  });

  it('has as many streams as the settings say, and is refused one more until another ends', async () => {
    const [first] = await Promise.all([open(), open()]);
    const third = await open();
    await until(() => third.isClosed);
    expect(third.status).toBe(429);
    expect(JSON.parse(third.text)).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('You have 2 open') as string,
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    first.cut();
    await until(async () => (await openStreams()) === 1);
    expect((await open()).status).toBe(200);
  });
});

function changesOn(reader: StreamReader): Change[] {
  return reader.data<{ data: { changed: Change } }>().map(({ data }) => data.changed);
}

/** What a call says, as far as its signature vouches for it. */
function said({ headers, body }: HookReceiver['calls'][number]): unknown {
  return new Webhook(SECRET).verify(body, headers as Record<string, string>);
}
