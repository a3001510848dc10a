import { Webhook } from 'standardwebhooks';
import { startBuildHooks } from '../../../src/content-api/build-hooks/build-hooks';
import { follow } from '../../../src/content-api/log/log-follower';
import { silentLog } from '../../support/follower';
import { ManualScheduler } from '../../support/manual-scheduler';
import { memoryReader } from '../../support/memory-reader';
import { TestLog } from '../../support/publications';
import { until } from '../../support/until';
import { systemScheduler } from '../../../src/content-api/log/log-reader';

const SECRET = `whsec_${Buffer.from('a secret that nobody else knows.').toString('base64')}`;

interface Call {
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe('a build hook', () => {
  const calls: Call[] = [];
  const answers: number[] = [];
  let log: TestLog;
  let scheduler: ManualScheduler;
  let publish: (id: string) => Promise<void>;
  let close: () => Promise<void>;

  beforeEach(async () => {
    calls.length = 0;
    answers.length = 0;
    log = new TestLog();
    log.publish('faq', 'faq-1');
    const reader = memoryReader(log);
    const follower = follow({ reader, log: silentLog, scheduler: systemScheduler });
    await follower.ready();
    scheduler = new ManualScheduler();
    scheduler.time = Date.now();
    const stop = startBuildHooks({
      follower,
      urls: ['https://builder.example/secret-path'],
      secret: SECRET,
      post: (_url, headers, body) => {
        calls.push({ headers, body });
        return Promise.resolve(answers.shift() ?? 200);
      },
      scheduler,
      random: () => 1,
      log: silentLog,
    });
    publish = async (id) => {
      const { sequence } = log.publish('faq', id);
      reader.tell();
      await follower.waitFor(sequence as Parameters<typeof follower.waitFor>[0]);
    };
    close = async () => {
      stop();
      await follower.close();
    };
  });
  afterEach(() => close());

  it('is called once for publications close together, signed, with what changed', async () => {
    await publish('faq-2');
    await publish('faq-3');
    expect(scheduler.pendingTimers).toBe(1);
    scheduler.fire();
    await until(() => calls.length === 1);
    const [call] = calls;
    const said = new Webhook(SECRET).verify(call?.body ?? '', call?.headers ?? {});
    expect(said).toMatchObject({
      edition: { id: log.head },
      hasMore: false,
      changes: [
        { kind: 'PUBLISHED', type: 'FAQ', documentId: 'faq-2', reason: null },
        { kind: 'PUBLISHED', documentId: 'faq-3' },
      ],
    });
  });

  it('is called a minute after the first publication at the latest', async () => {
    for (let second = 0; second <= 55; second += 5) {
      await publish(`faq-${second}`);
      scheduler.time += 5_000;
    }
    expect(scheduler.pauses.at(-1)).toBe(5_000);
  });

  it('is tried again where it fails, each time later, and then tells everything since it last succeeded', async () => {
    answers.push(500, 500);
    await publish('faq-2');
    scheduler.fire();
    await until(() => calls.length === 1 && scheduler.pendingTimers === 1);
    scheduler.fire();
    await until(() => calls.length === 2 && scheduler.pendingTimers === 1);
    await publish('faq-3');
    scheduler.fire();
    await until(() => calls.length === 3);
    expect(scheduler.pauses).toEqual([10_000, 5_000, 10_000, 10_000]);
    const said = JSON.parse(calls[2]?.body ?? '') as { changes: { documentId: string }[] };
    expect(said.changes.map(({ documentId }) => documentId)).toEqual(['faq-2', 'faq-3']);
  });
});
