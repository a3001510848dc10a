import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import request, { type Response } from 'supertest';
import { ContentApiProcess } from '../../../support/content-api-process';
import { databaseKinds, Hub } from '../../../support/hub';
import { atPace } from '../../../support/pace';
import { ADMINISTRATOR, registerAdministrator, registerColleague } from '../../../support/panel';
import { until } from '../../../support/until';

const EDITION = { query: '{ edition { id } }' };
/** A revoked key may go on for so long in any process. */
const GRACE_MILLISECONDS = 2_000;

interface Made {
  readonly token: string;
  readonly key: { readonly id: string; readonly prefix: string };
}

describe.each(databaseKinds)('On %s, keys made in the panel', (kind) => {
  let hub: Hub;
  let standalone: ContentApiProcess | null = null;
  let administrator: string;

  beforeAll(async () => {
    hub = await Hub.start(kind);
    administrator = await registerAdministrator(hub.strapi);
    standalone = await ContentApiProcess.start(
      hub.database ? { DATABASE_URL: hub.database.url } : { DATA_FOLDER: hub.folder.dataFolder },
    );
  });
  afterAll(async () => {
    await standalone?.stop();
    await hub.stop();
  });

  function send(
    method: 'get' | 'post',
    address: string,
    session: string | null,
    body?: object,
  ): Promise<Response> {
    const sent = request(hub.strapi.url)[method](`/publishing${address}`);
    if (session !== null) void sent.set('Authorization', `Bearer ${session}`);
    return sent.send(body).then((response) => response);
  }

  async function make(given: object = {}): Promise<Made> {
    const body = { kind: 'site', name: 'Practice site', ...given };
    const made = await send('post', '/keys', administrator, body);
    expect([made.status, made.headers['cache-control']]).toEqual([200, 'no-store']);
    return made.body as Made;
  }

  function processes(): string[] {
    return [hub.strapi.url, ...(standalone ? [standalone.url] : [])];
  }

  async function statusesWith(token: string): Promise<number[]> {
    const statuses: number[] = [];
    for (const url of processes()) {
      const asked = request(url).post('/graphql').set('Authorization', `Bearer ${token}`);
      statuses.push((await asked.send(EDITION)).status);
    }
    return statuses;
  }

  async function untilAll(token: string, status: number): Promise<void> {
    await until(async () => (await statusesWith(token)).every((one) => one === status));
  }

  it('answer in every process, are shown once, and are refused in every process once revoked', async () => {
    const { token, key } = await make({ name: ' Practice site ', rateLimit: 600 });
    expect(token).toMatch(/^kap_[\w-]{43}$/);
    expect(token.startsWith(key.prefix)).toBe(true);
    await untilAll(token, 200);

    const listed = await send('get', '/keys', administrator);
    expect(listed.body).toMatchObject({
      keys: [
        {
          id: key.id,
          kind: 'site',
          name: 'Practice site',
          state: 'honoured',
          prefix: token.slice(0, 10),
          rateLimit: 600,
          queryCostLimit: null,
          registeredOnly: false,
          createdBy: ADMINISTRATOR.email,
        },
      ],
    });
    expect(listed.text).not.toContain(token);

    const revoked = await send('post', `/keys/${key.id}/revoke`, administrator);
    const revokedAt = Date.now();
    await untilAll(token, 401);
    expect(Date.now() - revokedAt).toBeLessThan(atPace(GRACE_MILLISECONDS));
    expect(revoked.body).toMatchObject({
      key: { state: 'revoked', revokedBy: ADMINISTRATOR.email },
    });

    // Again changes nothing: who was first, and when, is kept.
    const again = await send('post', `/keys/${key.id}/revoke`, administrator);
    expect(again.body).toEqual(revoked.body);
  });

  it('are in the database as hashes only', async () => {
    const { token } = await make({ kind: 'preview' });
    const secret = token.slice(10);
    const rows = await hub.strapi.sql('select * from keys');
    expect(JSON.stringify(rows)).not.toContain(secret);
    if (kind === 'SQLite') {
      for (const file of [hub.folder.databaseFile, `${hub.folder.databaseFile}-wal`]) {
        const bytes = await readFile(file).catch(() => Buffer.of());
        expect(bytes.includes(secret)).toBe(false);
      }
    }
    expect(hub.strapi.output.join('')).not.toContain(secret);
  });

  it('are refused once they have expired', async () => {
    const expiresAt = new Date(Date.now() + atPace(3_000)).toISOString();
    const { token } = await make({ expiresAt });
    await untilAll(token, 200);
    await untilAll(token, 401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    const listed = await send('get', '/keys', administrator);
    expect(listed.body).toHaveProperty('keys.0.state', 'expired');
  });

  it('are not made from what cannot be meant, and each field is told', async () => {
    const refusals: [object, string][] = [
      [{ name: '  ' }, 'name'],
      [{ name: 'n'.repeat(65) }, 'name'],
      [{ kind: 'partner' }, 'kind'],
      [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
      [{ expiresAt: 'soon' }, 'expiresAt'],
      [{ rateLimit: 0 }, 'rateLimit'],
      [{ queryCostLimit: 1.5 }, 'queryCostLimit'],
      [{ registeredOnly: 'yes' }, 'registeredOnly'],
    ];
    for (const [given, field] of refusals) {
      const body = { kind: 'site', name: 'Site', ...given };
      const answer = await send('post', '/keys', administrator, body);
      expect([field, answer.status]).toEqual([field, 400]);
      expect(answer.body).toHaveProperty('error.details.errors.0.path', [field]);
    }
    const unknown = await send('post', '/keys/nothing/revoke', administrator);
    expect(unknown.status).toBe(404);
  });

  it('are nobody else’s business: other roles of the panel, the public, and keys themselves', async () => {
    const { token, key } = await make();
    const editor = await registerColleague(hub.strapi, 'strapi-editor', administrator);
    const author = await registerColleague(hub.strapi, 'strapi-author', administrator);
    for (const [session, status] of [
      [editor, 403],
      [author, 403],
      [token, 401],
      [null, 401],
    ] as const) {
      const tried = [
        await send('get', '/keys', session),
        await send('post', '/keys', session, { kind: 'preview', name: 'Mine' }),
        await send('post', `/keys/${key.id}/revoke`, session),
      ];
      expect(tried.map((one) => one.status)).toEqual([status, status, status]);
      expect(tried.map((one) => one.text).join('')).not.toContain('kap_');
    }
    await untilAll(token, 200);
  });
});
