import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { contentTypeNames, unlocalizedTypes } from '../../../../src/publications/content';
import { ContentApiProcess } from '../../../support/content-api-process';
import { faqDraft, serviceDraft } from '../../../support/drafts';
import { GRACE_MILLISECONDS } from '../../../support/grace';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelIn, panelOf, registerColleague, type Panel } from '../../../support/panel';
import { until } from '../../../support/until';

const FAQ = 'api::faq.faq';
const FAQS = `/collection-types/${FAQ}`;
const QUERY = `query ($id: ID!, $locale: String) {
  faq(id: $id, locale: $locale) { status question services { name } }
}`;

interface Shown {
  readonly status: string;
  readonly question: string;
  readonly services: readonly { readonly name: string }[];
}

interface Role {
  readonly id: number;
  readonly code: string;
}

interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[] };
  readonly conditions: readonly string[];
}

const localized = contentTypeNames
  .filter((type) => !unlocalizedTypes.has(type))
  .map((type) => `api::${type}.${type}`);

describe.each(databaseKinds)('On %s, a token for a preview', (kind) => {
  let hub: Hub;
  let standalone: ContentApiProcess;
  let administrator: Panel;
  let people = 0;

  beforeAll(async () => {
    hub = await Hub.start(kind, { PREVIEW_URL: 'https://www.juniper.example/preview' });
    administrator = await panelOf(hub.strapi);
    standalone = await ContentApiProcess.start(
      hub.database ? { DATABASE_URL: hub.database.url } : { DATA_FOLDER: hub.folder.dataFolder },
    );
    await hub.settled(standalone.url);
    // Strapi seeds its roles before it knows of languages, and lets them read in none.
    for (const code of ['strapi-author', 'strapi-editor']) {
      const all = await permissionsOf(code);
      await permit(
        code,
        all.map((permission) =>
          localized.includes(permission.subject ?? '')
            ? { ...permission, properties: { ...permission.properties, locales: ['en', 'es'] } }
            : permission,
        ),
      );
    }
  });
  afterAll(async () => {
    await standalone.stop();
    await hub.stop();
  });

  async function colleague(role: 'strapi-author' | 'strapi-editor'): Promise<Panel> {
    people += 1;
    const name = `${role}-${people}`;
    const session = await registerColleague(hub.strapi, role, administrator.session, name);
    return panelIn(hub.strapi, session);
  }

  /** Sends something to the panel's own HTTP API about people and roles. */
  async function admin(
    method: 'get' | 'post' | 'put' | 'delete',
    address: string,
    body: object | undefined = undefined,
    { session } = administrator,
  ): Promise<{ data: never }> {
    const sent = request(hub.strapi.url)
      [method](`/admin${address}`)
      .set('Authorization', `Bearer ${session}`);
    const answer = await (body === undefined ? sent : sent.send(body));
    if (answer.status >= 300) throw new Error(`${address}: ${answer.text}`);
    return answer.body as { data: never };
  }

  async function idOf(person: Panel): Promise<number> {
    return ((await admin('get', '/users/me', undefined, person)).data as { id: number }).id;
  }

  async function roleId(code: string): Promise<number> {
    const roles = (await admin('get', '/roles')).data as Role[];
    return roles.find((role) => role.code === code)?.id ?? 0;
  }

  async function permissionsOf(code: string): Promise<Permission[]> {
    return (await admin('get', `/roles/${await roleId(code)}/permissions`)).data;
  }

  async function permit(code: string, permissions: readonly Permission[]): Promise<void> {
    const asked = permissions.map(({ action, subject, properties, conditions }) => {
      return { action, subject, properties, conditions };
    });
    await admin('put', `/roles/${await roleId(code)}/permissions`, { permissions: asked });
  }

  async function save(panel: Panel, slug: string, more: object = {}): Promise<string> {
    const saved = await panel.send('post', FAQS, faqDraft(slug, more));
    return (saved.body as { data: { documentId: string } }).data.documentId;
  }

  async function open(panel: Panel, id: string, locale = 'en'): Promise<request.Response> {
    return panel.send('get', `/preview/url/${FAQ}?documentId=${id}&locale=${locale}&status=draft`);
  }

  async function tokenOf(panel: Panel, id: string, locale?: string): Promise<string> {
    const opened = await open(panel, id, locale);
    expect(opened.status).toBe(200);
    const page = new URL((opened.body as { data: { url: string } }).data.url);
    return page.searchParams.get('token') ?? '';
  }

  async function ask(url: string, token: string, id: string, locale = 'en') {
    const answer = await request(url)
      .post('/graphql')
      .set('Authorization', `Bearer ${token}`)
      .send({ query: QUERY, variables: { id, locale } });
    const { data } = answer.body as { data?: { faq: Shown | null } };
    return { status: answer.status, faq: data?.faq };
  }

  const processes = () => [hub.strapi.url, standalone.url];

  /** What every process shows, which is the same; once none is busy elsewhere. */
  async function shown(token: string, id: string, locale?: string): Promise<Shown | null> {
    const all: (Shown | null)[] = [];
    for (const url of processes()) {
      await until(async () => {
        const { status, faq } = await ask(url, token, id, locale);
        if (status === 200) all.push(faq ?? null);
        return status !== 503;
      });
    }
    expect(all).toEqual([all[0], all[0]]);
    return all[0] ?? null;
  }

  /** Waits until every process refuses a token. @returns when the last question was asked that one still answered. */
  async function refused(token: string, id: string): Promise<number> {
    let lastAnswered = 0;
    for (const url of processes()) {
      await until(async () => {
        const askedAt = Date.now();
        const { status } = await ask(url, token, id);
        if (status === 200) lastAnswered = Math.max(lastAnswered, askedAt);
        return status === 401;
      });
    }
    return lastAnswered;
  }

  const rows = () => hub.strapi.sql<{ hash: string }>('select * from preview_tokens');

  it('is refused to an author for what somebody else has written, and leaves no row', async () => {
    const author = await colleague('strapi-author');
    const id = await save(administrator, 'of-somebody-else');
    const before = await rows();
    const opened = await open(author, id);
    expect(opened.status).toBe(403);
    expect(opened.body).toHaveProperty('error.message', expect.stringContaining('cannot preview'));
    expect(await rows()).toEqual(before);
  });

  it('shows an author one draft of their own, in one language, and no other', async () => {
    const author = await colleague('strapi-author');
    const id = await save(author, 'my-own');
    const other = await save(author, 'my-other');
    await author.send('put', `${FAQS}/${id}?locale=es`, faqDraft('lo-mio', { question: '¿Mío?' }));
    const token = await tokenOf(author, id);
    expect(await shown(token, id)).toMatchObject({ status: 'DRAFT' });
    expect(await shown(token, other)).toBeNull();
    // What a reader of Spanish would see: the English draft, since the Spanish one is not what was asked for.
    expect((await shown(token, id, 'es'))?.question).toBe('What should I know about my-own?');
    const spanish = await tokenOf(author, id, 'es');
    expect((await shown(spanish, id, 'es'))?.question).toBe('¿Mío?');
    expect(await shown(spanish, id, 'en')).toBeNull();
  });

  it('shows an editor the draft of a colleague, and what it links to as the public sees it', async () => {
    const services: string[] = [];
    for (const slug of ['published', 'unpublished']) {
      const saved = await administrator.send(
        'post',
        '/collection-types/api::service.service',
        serviceDraft(slug),
      );
      services.push((saved.body as { data: { documentId: string } }).data.documentId);
    }
    const [service = ''] = services;
    const at = `/collection-types/api::service.service/${service}`;
    await administrator.send('post', `${at}/actions/publish`, {});
    await administrator.send('put', at, { name: 'A name that nobody has published' });
    for (const url of processes()) await hub.settled(url);
    const id = await save(administrator, 'linked', { services: { connect: services } });

    const editor = await colleague('strapi-editor');
    expect(await shown(await tokenOf(editor, id), id)).toMatchObject({
      status: 'DRAFT',
      services: [{ name: 'Service published' }],
    });
  });

  it('is in the database as a hash only, and in no log', async () => {
    const author = await colleague('strapi-author');
    const token = await tokenOf(author, await save(author, 'secret'));
    const secret = token.slice('kap_preview_'.length);
    expect(JSON.stringify(await rows())).not.toContain(secret);
    const output = [...hub.strapi.output, ...standalone.output].join('');
    expect(output).not.toContain(secret);
  });

  const endings: [
    string,
    (of: { person: Panel; id: string; token: string }) => Promise<unknown>,
  ][] = [
    [
      'its holder is blocked',
      async ({ person }) => admin('put', `/users/${await idOf(person)}`, { isActive: false }),
    ],
    [
      'its holder gets a role that reads nothing',
      async ({ person }) => {
        const made = await admin('post', '/roles', { name: `Guest ${people}`, description: '' });
        const roles = [(made.data as Role).id];
        return admin('put', `/users/${await idOf(person)}`, { roles });
      },
    ],
    [
      'its holder is deleted',
      async ({ person }) => admin('delete', `/users/${await idOf(person)}`),
    ],
    ['its draft is deleted', ({ id }) => administrator.send('delete', `${FAQS}/${id}?locale=*`)],
    [
      'its hour is over',
      () => hub.strapi.sql('update preview_tokens set expires_at = ?', [new Date().toISOString()]),
    ],
  ];
  for (const role of ['strapi-author', 'strapi-editor'] as const) {
    it.each(endings)(
      `of a ${role} ends within two seconds in every process where %s`,
      async (_, end) => {
        const person = await colleague(role);
        const id = await save(person, `ends-${people}`);
        const token = await tokenOf(person, id);
        expect(await shown(token, id)).toMatchObject({ status: 'DRAFT' });
        await end({ person, id, token });
        const endedAt = Date.now();
        expect((await refused(token, id)) - endedAt).toBeLessThan(GRACE_MILLISECONDS);
      },
    );
  }

  it('ends likewise where a role may no longer read, not even one field', async () => {
    const editor = await colleague('strapi-editor');
    const id = await save(editor, 'role-changes');
    const all = await permissionsOf('strapi-editor');
    const reads = ({ action, subject }: Permission) =>
      action.endsWith('explorer.read') && subject === FAQ;
    const withoutAnswer = all.map((permission) => {
      const { properties } = permission;
      const fields = properties.fields?.filter((field) => field !== 'answer') ?? [];
      return reads(permission)
        ? { ...permission, properties: { ...properties, fields } }
        : permission;
    });
    for (const permissions of [withoutAnswer, all.filter((one) => !reads(one))]) {
      const token = await tokenOf(editor, id);
      expect(await shown(token, id)).toMatchObject({ status: 'DRAFT' });
      await permit('strapi-editor', permissions);
      const endedAt = Date.now();
      expect((await refused(token, id)) - endedAt).toBeLessThan(GRACE_MILLISECONDS);
      expect((await open(editor, id)).status).toBe(403);
      await permit('strapi-editor', all);
    }
  });

  it('shows what the public sees once its draft is discarded', async () => {
    const editor = await colleague('strapi-editor');
    const id = await save(editor, 'discarded');
    await administrator.send('post', `${FAQS}/${id}/actions/publish`, {});
    await editor.send('put', `${FAQS}/${id}`, { question: 'Changed?' });
    const token = await tokenOf(editor, id);
    expect((await shown(token, id))?.question).toBe('Changed?');
    await editor.send('post', `${FAQS}/${id}/actions/discard`, {});
    for (const url of processes()) await hub.settled(url);
    expect(await shown(token, id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('ends a stream that was opened with it', async () => {
    const author = await colleague('strapi-author');
    const token = await tokenOf(author, await save(author, 'streamed'));
    const query = 'subscription { changed { cursor } }';
    const streams = processes().map((url) =>
      fetch(`${url}/graphql/stream?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      }),
    );
    const opened = await Promise.all(streams);
    expect(opened.map(({ status }) => status)).toEqual([200, 200]);
    const ended = opened.map((stream) => stream.text().catch(() => 'cut off'));
    await admin('put', `/users/${await idOf(author)}`, { isActive: false });
    await Promise.all(ended);
  });

  it('is honoured by nobody while the process does not answer that checks it, and then again', async () => {
    const author = await colleague('strapi-author');
    const id = await save(author, 'unchecked');
    const token = await tokenOf(author, id);
    expect(await shown(token, id)).toMatchObject({ status: 'DRAFT' });
    hub.strapi.child.kill('SIGSTOP');
    try {
      const stoppedAt = Date.now();
      let lastAnswered = 0;
      await until(async () => {
        const askedAt = Date.now();
        const { status } = await ask(standalone.url, token, id);
        if (status === 200) lastAnswered = askedAt;
        return status === 503;
      });
      expect(lastAnswered - stoppedAt).toBeLessThan(GRACE_MILLISECONDS);
    } finally {
      hub.strapi.child.kill('SIGCONT');
    }
    expect(await shown(token, id)).toMatchObject({ status: 'DRAFT' });
  });
});
