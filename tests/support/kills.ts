import { verifyLog } from '../../src/publications/verify';
import { faqDraft } from './drafts';
import { Hub, type DatabaseKind } from './hub';

const FAQ = 'api::faq.faq';
const RANDOM_KILLS = 50;
/** Strapi alone sends more than that for one publish; fewer means that the kills did not reach it. */
const FEWEST_STATEMENTS = 30;
/** Each kill is followed by a boot of about three seconds. */
const TIMEOUT_MILLISECONDS = 15 * 60_000;
/** A publish takes about 20 ms; a kill falls anywhere in the first few of them. */
const LONGEST_LIFE_MILLISECONDS = 120;

/**
 * Kills Strapi in the middle of publishing, again and again, and sees each time that its rows and the log agree.
 * A function, because each database runs it in a test file of its own, so that two run at a time.
 *
 * @param random a number from 0 to 1, so that a failure can be repeated.
 */
export function killsLeaveRowsAndLogAgreeing(kind: DatabaseKind, random: () => number): void {
  describe(`a publish that is killed, on ${kind}`, () => {
    let hub: Hub;

    beforeAll(async () => {
      hub = await Hub.start(kind);
    });
    afterAll(() => hub.stop());

    async function agree(): Promise<void> {
      expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);
      expect(await verifyLog(hub.reader, () => undefined)).toEqual([]);
    }

    async function draft(slug: string): Promise<string> {
      const { documentId } = await hub.strapi.documents(FAQ, 'create', { data: faqDraft(slug) });
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      await hub.strapi.documents(FAQ, 'update', { documentId, data: { position: 7 } });
      return documentId;
    }

    it(
      'leaves rows and log agreeing, whichever SQL statement it was killed at',
      async () => {
        let killAt = 1;
        for (; ; killAt += 1) {
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
      TIMEOUT_MILLISECONDS,
    );

    it(
      `leaves rows and log agreeing after each of ${RANDOM_KILLS} kills at random times`,
      async () => {
        let published = 0;
        for (let kill = 1; kill <= RANDOM_KILLS; kill += 1) {
          const documentId = await draft(`random-${kill}`);
          const alive = random() * LONGEST_LIFE_MILLISECONDS;
          const publishing = (async () => {
            for (let position = 1; ; position += 1) {
              await hub.strapi.documents(FAQ, 'update', {
                documentId,
                data: { position },
                status: 'published',
              });
              published += 1;
            }
          })();
          const timer = setTimeout(() => void hub.strapi.kill(), alive);
          await expect(publishing).rejects.toThrow();
          clearTimeout(timer);
          await hub.strapi.exited;
          await hub.boot();
          await agree();
        }
        // Some kills must have fallen behind a publish, or the times were too short to show anything.
        expect(published).toBeGreaterThan(0);
      },
      TIMEOUT_MILLISECONDS,
    );
  });
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
