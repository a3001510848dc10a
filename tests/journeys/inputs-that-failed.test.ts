import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import sharp from 'sharp';
import type { Block } from '../../src/publications/content/rich-text';
import { runCommand, type CommandSettings } from '../support/command';
import { faqDraft, paragraph, serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { panelIn, registerAdministrator } from '../support/panel';
import type { LibraryRow } from '../support/pictures';

const CASES = path.resolve(__dirname, '../cases');
const SERVICES = '/collection-types/api::service.service';
const FAQS = '/collection-types/api::faq.faq';
const SERVICE = `query ($slug: String!) {
  service(slug: $slug) { heroImage { url mime width height renditions { url mime } } safety { id } }
}`;
const FAQ =
  'query ($slug: String!) { faq(slug: $slug) { question answer { text html } safety { id } } }';

/** How each picture is called in the library, and what readers get of it. */
const PICTURES = [
  ['odd-sos.jpg', 'odd-sos.jpg', { mime: 'image/jpeg', width: 300, height: 200 }],
  ['small-orientation6.jpg', 'upright.jpg', { mime: 'image/jpeg', width: 20, height: 40 }],
  ['room.png', 'Our treatment room', { mime: 'image/png', width: 320, height: 240 }],
  ['room.png', 'Our treatment room.exe', { mime: 'image/png', width: 320, height: 240 }],
  ['breathing.webp', 'breathing.webp', { mime: 'image/webp' }],
] as const;

/** Links that nothing on the road would take, and what to do about each. */
const LINKS = [
  ['sms:741741', 'Write in words whom to text'],
  ['#steps', 'Name the page'],
  ['{{contact.front-desk}}', 'Write tel: or mailto: before a contact'],
] as const;

describe.each(databaseKinds)('On %s, of what failed once', (kind) => {
  let hub: Hub;
  let session: string;
  let settings: CommandSettings;

  beforeAll(async () => {
    hub = await Hub.start(kind);
    session = await registerAdministrator(hub.strapi);
    settings = { folder: hub.folder, databaseUrl: hub.database?.url };
  });
  afterAll(() => hub.stop());

  const send = (address: string, body: object) =>
    panelIn(hub.strapi, session).send('post', address, body);

  const importText = async (text: string | Buffer, name = 'content.yaml') => {
    await writeFile(path.join(hub.folder.path, name), text);
    return runCommand(settings, 'content-import', name);
  };

  const faqFile = (slug: string, question: string, answer: string) => `format: kap-content/1
defaultLocale: en
documents:
  faq:
    - key: a-question
      fields: { topic: access, audience: patient, position: 950 }
      locales:
        en: { slug: ${slug}, question: ${question}, answer: ${answer} }
`;

  async function shown(slug: string) {
    const { service } = await hub.answer<{
      service: { heroImage: { url: string; mime: string; renditions: { url: string }[] } };
    }>(SERVICE, { slug });
    return service.heroImage;
  }

  async function expectWhole({ url, renditions }: Awaited<ReturnType<typeof shown>>) {
    for (const one of [url, ...renditions.map((rendition) => rendition.url)]) {
      const answer = await request(hub.strapi.url).get(new URL(one).pathname).buffer(true);
      expect(answer.status).toBe(200);
      expect((await sharp(answer.body as Buffer).metadata()).orientation ?? 1).toBe(1);
    }
  }

  it.each(PICTURES)('%s, as “%s”, is taken by the panel', async (file, name, expected) => {
    const uploaded = await request(hub.strapi.url)
      .post('/upload')
      .set('Authorization', `Bearer ${session}`)
      .attach('files', await readFile(path.join(CASES, file)), {
        filename: file,
        contentType: expected.mime,
      });
    expect([uploaded.status, uploaded.text]).toEqual([201, expect.any(String)]);
    const [{ id }] = uploaded.body as [LibraryRow];
    const renamed = await request(hub.strapi.url)
      .post(`/upload?id=${id}`)
      .set('Authorization', `Bearer ${session}`)
      .field('fileInfo', JSON.stringify({ name }));
    expect([renamed.status, renamed.body]).toEqual([200, expect.objectContaining({ name })]);
    const slug = `panel-${id}`;
    const heroImage = { file: id, alternativeText: 'What is to be seen.' };
    const published = await send(`${SERVICES}/actions/publish`, serviceDraft(slug, { heroImage }));
    expect([published.status, published.text]).toEqual([200, expect.any(String)]);
    const picture = await shown(slug);
    expect(picture).toMatchObject(expected);
    await expectWhole(picture);
  });

  it('every picture is taken by an import', async () => {
    const services: string[] = [];
    for (const [index, [file, name]] of PICTURES.entries()) {
      await copyFile(path.join(CASES, file), path.join(hub.folder.path, name));
      services.push(`    - key: service-${index}
      locales:
        en:
          name: Room ${index}
          slug: import-${index}
          summary: Something that the practice offers, made for this test.
          body: Words.
          heroImage: { file: ${name}, alternativeText: What is to be seen. }
`);
    }
    const head = 'format: kap-content/1\ndefaultLocale: en\ndocuments:\n  service:\n';
    const imported = await importText(head + services.join(''));
    expect(imported).toMatchObject({ exitCode: 0 });
    for (const [index, [, , expected]] of PICTURES.entries()) {
      const picture = await shown(`import-${index}`);
      expect(picture).toMatchObject(expected);
      await expectWhole(picture);
    }
  });

  it('links are refused by an import at their line, each with what to write', async () => {
    const head = await hub.head();
    const refused = await importText(await readFile(path.join(CASES, 'links.yaml')), 'links.yaml');
    expect(refused.exitCode).toBe(1);
    for (const [url, whatToDo] of LINKS) {
      const told = refused.errors.split('\n').find((line) => line.includes(`“${url}”`));
      expect(told).toMatch(/^links\.yaml:12:\d+: UNSUPPORTED_MARKDOWN: /);
      expect(told).toContain(whatToDo);
    }
    expect(await hub.head()).toBe(head);
  });

  it.each([...LINKS, ['ftp://example.org', 'Write a whole address'], ['//example.org', 'https:']])(
    'a link to %s is refused by the panel, with the same advice',
    async (url, whatToDo) => {
      const link = {
        type: 'link' as const,
        url,
        children: [{ type: 'text' as const, text: 'Here' }],
      };
      const answer: Block[] = [{ type: 'paragraph', children: [link] }];
      const refused = await send(FAQS, faqDraft('with-a-link', { answer }));
      expect(refused.status).toBe(400);
      expect(refused.text).toContain(`The link to “${url}” leads nowhere.`);
      expect(refused.text).toContain(whatToDo);
    },
  );

  it('links as they were advised are taken, and lead somewhere', async () => {
    const answer =
      '"Call [us](tel:{{contact.front-desk}}), [write](mailto:{{contact.mail}}), or see [more](/faqs/more)."';
    const imported = await importText(faqFile('linked', 'How do I reach you?', answer));
    expect(imported).toMatchObject({ exitCode: 0 });
    const { faq } = await hub.answer<{ faq: { answer: { html: string } } }>(FAQ, {
      slug: 'linked',
    });
    expect(faq.answer.html).toContain('href="tel:');
    expect(faq.answer.html).toContain('href="/faqs/more"');
  });

  it('an import in UTF-16 is read', async () => {
    const imported = await importText(await readFile(path.join(CASES, 'utf16.yaml')));
    expect(imported).toMatchObject({ exitCode: 0 });
    const { faq } = await hub.answer<{ faq: object }>(FAQ, { slug: 'own-utf16-crlf' });
    expect(faq).toMatchObject({
      question: 'Is a file from Windows read as well?',
      answer: { text: expect.stringMatching(/^Plain words\.\s+\S*\s*one\s+\S*\s*two\s*$/) },
    });
  });

  describe('invisible characters', () => {
    const wordsIn = async () =>
      Object.entries(
        JSON.parse(await readFile(path.join(CASES, 'invisible-characters.json'), 'utf8')) as Record<
          string,
          string
        >,
      );
    const askedAbout = (words: string) => `What is this: ${words}?`;
    const isRefused = (name: string) => ['nul', 'loneSurrogate'].includes(name);

    it('are kept as they are where a text can have them, and refused by the panel where not', async () => {
      for (const [name, words] of await wordsIn()) {
        const slug = `panel-${name.toLowerCase()}`;
        if (isRefused(name)) {
          for (const more of [{ question: askedAbout(words) }, { answer: paragraph(words) }]) {
            const refused = await send(FAQS, faqDraft(slug, more));
            expect([name, refused.status]).toEqual([name, 400]);
            expect(refused.text).toContain('There is a character that cannot be kept');
          }
          continue;
        }
        const body = faqDraft(slug, { question: askedAbout(words), answer: paragraph(words) });
        const published = await send(`${FAQS}/actions/publish`, body);
        expect([name, published.status]).toEqual([name, 200]);
        const { faq } = await hub.answer<{ faq: object }>(FAQ, { slug });
        expect(faq).toMatchObject({ question: askedAbout(words), answer: { text: words } });
      }
    });

    it('are refused likewise in what is said of a file, and in the name of a key', async () => {
      const asAdministrator = ['Authorization', `Bearer ${session}`] as const;
      const uploaded = await request(hub.strapi.url)
        .post('/upload')
        .set(...asAdministrator)
        .attach('files', path.join(CASES, 'room.png'));
      const [{ id }] = uploaded.body as [LibraryRow];
      for (const [name, words] of await wordsIn()) {
        const status = isRefused(name) ? 400 : 200;
        for (const fileInfo of [{ name: words }, { alternativeText: words }]) {
          const told = await request(hub.strapi.url)
            .post(`/upload?id=${id}`)
            .set(...asAdministrator)
            .field('fileInfo', JSON.stringify(fileInfo));
          expect([name, told.status]).toEqual([name, status]);
          if (isRefused(name)) expect(told.text).toContain('character that cannot be kept');
        }
        const key = await request(hub.strapi.url)
          .post('/publishing/keys')
          .set(...asAdministrator)
          .send({ kind: 'site', name: words });
        expect([name, key.status < 400]).toEqual([name, !isRefused(name)]);
        if (isRefused(name)) expect(key.text).toContain('character that cannot be kept');
      }
    });

    it('are kept likewise, and refused likewise, by an import', async () => {
      for (const [name, words] of await wordsIn()) {
        const slug = `import-${name.toLowerCase()}`;
        const imported = await importText(
          faqFile(slug, JSON.stringify(askedAbout(words)), 'Words.'),
        );
        if (isRefused(name)) {
          expect([name, imported.exitCode]).toEqual([name, 1]);
          expect(imported.errors).toMatch(/^content\.yaml:8:\d+: .*character that cannot be kept/m);
        } else {
          expect([name, imported.exitCode, imported.errors]).toEqual([name, 0, expect.any(String)]);
          const { faq } = await hub.answer<{ faq: object }>(FAQ, { slug });
          expect(faq).toMatchObject({ question: askedAbout(words) });
        }
      }
    });
  });

  if (kind === 'PostgreSQL') {
    it('connection strings of managed services are taken, or refused by name with what to write', async () => {
      const file = await readFile(path.join(CASES, 'database-urls.txt'), 'utf8');
      for (const ending of file.trim().split('\n')) {
        const databaseUrl = `${hub.database?.url}${ending}`;
        const { exitCode, errors } = await runCommand({ ...settings, databaseUrl }, 'log-anchor');
        const isTaken = ending === '?schema=public';
        expect([ending, exitCode]).toEqual([ending, isTaken ? 0 : 1]);
        if (isTaken) continue;
        // Each is told in words, and none by a stack of ours or a driver's.
        expect([ending, errors]).toEqual([
          ending,
          expect.stringMatching(/\[BAD_SETTING\]|BAD_ENVIRONMENT|^[A-Z_]+: /m),
        ]);
        expect(errors).not.toMatch(/^\s+at /m);
      }
    });
  }
});
