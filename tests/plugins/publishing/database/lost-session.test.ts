import request from 'supertest';
import { faqDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';
import { rounds } from '../../../support/share';
import { until } from '../../../support/until';

const FAQS = '/collection-types/api::faq.faq';
const ROUNDS = 50;
const SHARE = 20;
/** More than a publish through the panel sends, so that some rounds lose nothing. */
const MOST_STATEMENTS = 60;

describe.each(databaseKinds.filter((kind) => kind === 'PostgreSQL'))(
  'A session of %s that is lost in the middle of a publish',
  (kind) => {
    let hub: Hub;
    let panel: Panel;
    let documentId: string;

    beforeAll(async () => {
      hub = await Hub.start(kind);
      panel = await panelOf(hub.strapi);
      const created = await panel.send('post', FAQS, faqDraft('often-published'));
      ({ documentId } = (created.body as { data: { documentId: string } }).data);
    });
    afterAll(() => hub.stop());

    const publish = (position: number) =>
      panel.send(
        'post',
        `${FAQS}/${documentId}/actions/publish`,
        faqDraft('often-published', { position }),
      );
    const positionInLog = async () => {
      const entries = await hub.publicationsAfter(0);
      const last = entries.findLast((entry) => entry.kind === 'Published');
      return (last?.content as { position?: number } | undefined)?.position ?? null;
    };

    it('ends no process; what was acknowledged is kept, what was refused is not there', async () => {
      const { pid } = hub.strapi.child;
      const told = new Map<number, number>();
      for (const round of rounds(ROUNDS, SHARE)) {
        const before = await positionInLog();
        const at = 1 + ((round * 17) % MOST_STATEMENTS);
        await hub.strapi.ask('loseSession', { at, isAnswered: round % 2 === 0 });
        const { status, body } = (await publish(round)) as {
          status: number;
          body: { error?: { name: string } };
        };
        told.set(status, (told.get(status) ?? 0) + 1);
        const after = await positionInLog();
        if (status === 200) expect(after).toBe(round);
        else {
          expect({ status, name: body.error?.name }).toEqual({
            status: 503,
            name: expect.stringMatching(/^(DATABASE_AWAY|COMMIT_UNKNOWN)$/) as string,
          });
          expect([before, round]).toContain(after);
          if (body.error?.name === 'DATABASE_AWAY') expect(after).toBe(before);
        }
      }
      expect(hub.strapi.child.exitCode).toBeNull();
      expect(hub.strapi.child.pid).toBe(pid);
      expect(told.get(503)).toBeGreaterThan(0);
      await until(async () => (await publish(1_000)).status === 200);
      const ready = await request(hub.strapi.url).get('/readyz');
      expect(ready.body).toMatchObject({ writing: null });
    });
  },
);
