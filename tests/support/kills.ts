import { verifyLog } from '../../src/publications/verify';
import { dice } from '../bench/practice/dice';
import { faqDraft } from './drafts';
import { Hub, type DatabaseKind } from './hub';
import { rounds } from './share';

const FAQ = 'api::faq.faq';
/** Each statement has its turn in one of so many rounds. */
const STRIDE = 32;
/** Strapi alone sends more than that for one publish; fewer means that the kills did not reach it. */
const FEWEST_STATEMENTS = 30;
const RANDOM_ROUNDS = 16;
const KILLS_PER_ROUND = 3;
/** A kill falls anywhere in so many publishes, however long one takes on this machine just now. */
const LONGEST_LIFE_PUBLISHES = 6;

/**
 * Kills Strapi in the middle of publishing, again and again, and sees each time that its rows and the log agree.
 * A function, because each database runs it in a test file of its own, so that two run at a time.
 */
export function killsLeaveRowsAndLogAgreeing(kind: DatabaseKind): void {
  describe(`a publish that is killed, on ${kind}`, () => {
    let hub: Hub;

    beforeAll(async () => {
      hub = await Hub.start(kind);
    });
    afterAll(() => hub.stop());

    async function agree(): Promise<void> {
      expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);
      expect(await verifyLog(hub.reader, () => undefined)).toEqual({ faults: [], newer: [] });
    }

    async function draft(slug: string): Promise<string> {
      const { documentId } = await hub.strapi.documents(FAQ, 'create', { data: faqDraft(slug) });
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      await hub.strapi.documents(FAQ, 'update', { documentId, data: { position: 7 } });
      return documentId;
    }

    it.each(rounds(STRIDE, 1))(
      `leaves rows and log agreeing, killed at SQL statement %i or at any ${STRIDE}th behind it`,
      async (first) => {
        let killAt = first;
        for (; ; killAt += STRIDE) {
          const documentId = await draft(`killed-at-${killAt}`);
          await hub.strapi.ask('killAtStatement', { number: killAt });
          const survived = await hub.strapi.documents(FAQ, 'publish', { documentId }).then(
            () => true,
            () => false,
          );
          // A publish that is over sent fewer statements than that: every one has had its turn.
          if (survived) break;
          await hub.strapi.exited;
          await hub.boot();
          await agree();
        }
        expect(killAt).toBeGreaterThan(FEWEST_STATEMENTS);
        await hub.strapi.kill();
        await hub.boot();
      },
    );

    it.each(rounds(RANDOM_ROUNDS, 1))(
      `leaves rows and log agreeing after each of ${KILLS_PER_ROUND} kills at random times (seed %i)`,
      async (seed) => {
        const random = dice(seed);
        let published = 0;
        for (let kill = 1; kill <= KILLS_PER_ROUND; kill += 1) {
          const documentId = await draft(`random-${seed}-${kill}`);
          const publish = (position: number) =>
            hub.strapi.documents(FAQ, 'update', {
              documentId,
              data: { position },
              status: 'published',
            });
          const startedAt = performance.now();
          await publish(8);
          const alive = random.integer(0, LONGEST_LIFE_PUBLISHES * 1_000) / 1_000;
          const milliseconds = alive * (performance.now() - startedAt);
          const publishing = (async () => {
            for (let position = 9; ; position += 1) {
              await publish(position);
              published += 1;
            }
          })();
          const timer = setTimeout(() => void hub.strapi.kill(), milliseconds);
          await expect(publishing).rejects.toThrow();
          clearTimeout(timer);
          await hub.strapi.exited;
          await hub.boot();
          await agree();
        }
        // Some kills must have fallen behind a publish, or the times were too short to show anything.
        expect(published).toBeGreaterThan(0);
      },
    );
  });
}
