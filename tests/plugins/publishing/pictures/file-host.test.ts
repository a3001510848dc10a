import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../../../src/publications/canonical';
import { colleagueOf } from '../../../support/colleague';
import { faqDraft, paragraph, serviceDraft } from '../../../support/drafts';
import { fileHost, type FileHost } from '../../../support/file-host';
import { databaseKinds, Hub } from '../../../support/hub';
import { registerAdministrator, type Panel } from '../../../support/panel';
import { pictureBlock, pictureOf, type LibraryRow } from '../../../support/pictures';
import { until } from '../../../support/until';

const FAQS = '/collection-types/api::faq.faq';
const SERVICES = '/collection-types/api::service.service';

describe.each(databaseKinds)('On %s, pictures on the upload provider’s host', (kind) => {
  let hub: Hub;
  let host: FileHost;
  let author: Panel;
  let editor: Panel;
  let number = 0;

  beforeAll(async () => {
    host = await fileHost();
    hub = await Hub.start(kind, { UPLOADS_ORIGIN: host.origin, UPLOADS_TIME_LIMIT: '120' });
    const administrator = await registerAdministrator(hub.strapi);
    author = await colleagueOf(hub.strapi, 'strapi-author', administrator);
    editor = await colleagueOf(hub.strapi, 'strapi-editor', administrator);
  });
  beforeEach(() => {
    host.asked.length = 0;
    host.answer = () => undefined;
  });
  afterAll(async () => {
    await hub.stop();
    await host.close();
  });

  /** A row as a remote upload provider leaves it. */
  async function remoteFile(): Promise<LibraryRow> {
    number += 1;
    const url = `${host.origin}/${number}.png`;
    const more = { url, hash: `remote-${number}`, provider: 'remote', folderPath: '/' };
    const { image } = pictureBlock({ name: 'room.png', ext: '.png', mime: 'image/png', ...more });
    const uid = 'plugin::upload.file';
    return hub.strapi.ask('query', { uid, method: 'create', params: { data: image } });
  }

  function serviceWith(file: LibraryRow): object {
    return serviceDraft(`calm-${file.id}`, {
      heroImage: { file: file.id, alternativeText: 'A quiet room.' },
      body: [...paragraph('Words.'), pictureBlock(file)],
    });
  }

  it('are published from there', async () => {
    const bytes = await pictureOf('teal');
    host.answer = (_, response) => response.end(bytes);
    const answer = await editor.send(
      'post',
      `${SERVICES}/actions/publish`,
      serviceWith(await remoteFile()),
    );
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    const [newest] = (await hub.publicationsAfter(0)).slice(-1);
    expect(newest).toHaveProperty('content.heroImage.file.sha256', sha256(bytes));
    // Once for both places, and not again for the next save.
    expect(host.asked).toHaveLength(1);
  });

  it('keep nobody waiting but who shows them, where the host never answers', async () => {
    const service = serviceWith(await remoteFile());
    let hasEnded = false;
    const first = editor.send('post', `${SERVICES}/actions/publish`, service).then((answer) => {
      hasEnded = true;
      return answer;
    });
    await until(() => host.asked.length > 0);

    for (const [person, slug] of [
      [author, 'authors'],
      [editor, 'editors'],
    ] as const) {
      const saved = await person.send('post', FAQS, faqDraft(slug));
      expect(saved.status).toBe(201);
      expect(hasEnded).toBe(false);
    }
    // The same as when the time is up, which another test waits for.
    host.hangUp();

    const refused = await first;
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('is not to be had: its file host cannot be reached');
    const { errors } = (refused.body as { error: { details: { errors: object[] } } }).error.details;
    expect(errors).toContainEqual(expect.objectContaining({ path: ['heroImage', 'file'] }));
    expect(errors).toContainEqual(expect.objectContaining({ path: ['body'] }));
  });

  it('keep nobody waiting either where they are published in bulk', async () => {
    const bytes = await pictureOf('navy');
    host.answer = (_, response) => response.writeHead(503).end();
    const saved = await author.send('post', SERVICES, serviceWith(await remoteFile()));
    // A draft without its picture is better than no draft.
    expect(saved.status).toBe(201);
    host.asked.length = 0;
    host.answer = () => undefined;
    const { documentId } = (saved.body as { data: { documentId: string } }).data;
    const bulk = () =>
      editor.send('post', `${SERVICES}/actions/bulkPublish`, { documentIds: [documentId] });
    let hasEnded = false;
    const first = bulk().then((answer) => {
      hasEnded = true;
      return answer;
    });
    await until(() => host.asked.length > 0);
    expect((await author.send('post', FAQS, faqDraft('meanwhile'))).status).toBe(201);
    expect(hasEnded).toBe(false);
    host.hangUp();
    expect((await first).status).toBe(400);

    host.answer = (_, response) => response.end(bytes);
    expect((await bulk()).status).toBe(200);
  });

  it('are not followed to where the host sends the hub', async () => {
    host.answer = (_, response) =>
      response.writeHead(302, { location: `${host.origin}/elsewhere.png` }).end();
    const service = serviceWith(await remoteFile());
    const refused = await editor.send('post', `${SERVICES}/actions/publish`, service);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('its file host answered with 302');
    expect(host.asked).not.toContain('/elsewhere.png');
  });

  it('may be published in a transaction of somebody else’s at the second try', async () => {
    const bytes = await pictureOf('maroon');
    host.answer = (_, response) => response.end(bytes);
    const data = serviceWith(await remoteFile());
    const uid = 'api::service.service';
    const calls = [{ uid, action: 'create', params: { data, status: 'published' } }];
    const head = await hub.head();
    await expect(hub.strapi.ask('transaction', { calls })).rejects.toThrow('Try again');
    expect(await hub.head()).toBe(head);
    await until(async () => {
      const answer = hub.strapi.ask('transaction', { calls });
      return answer.then(() => true).catch(() => false);
    });
    expect(await hub.head()).toBe(head + 1);
  });
});
