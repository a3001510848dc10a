import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import {
  parseImport,
  parseImportFile,
} from '../../../../src/plugins/publishing/server/import/parse';
import type { ParseResult } from '../../../../src/plugins/publishing/server/import/plan';
import {
  formatProblem,
  type ImportProblem,
} from '../../../../src/plugins/publishing/server/import/problem';

const now = new Date('2026-11-24T12:00:00Z');

let folder: string;
let outside: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kap-import-'));
  const picture = {
    create: { width: 40, height: 30, channels: 3, background: '#7f9c86' },
  } as const;
  await sharp(picture).webp().toFile(path.join(folder, 'room.webp'));
  await writeFile(path.join(folder, 'words.webp'), 'not a picture');

  outside = await mkdtemp(path.join(tmpdir(), 'kap-outside-'));
  await sharp(picture).webp().toFile(path.join(outside, 'room.webp'));
  await writeFile(path.join(outside, 'other.yaml'), 'format: kap-content/1\ndocuments: {}\n');
  await symlink(outside, path.join(folder, 'link'));
  await symlink(path.join(outside, 'room.webp'), path.join(folder, 'link.webp'));
});

afterAll(async () => {
  for (const one of [folder, outside]) await rm(one, { recursive: true, force: true });
});

const parse = (text: string) => parseImport({ name: 'main.yaml', text, folder }, now);

async function problemsOf(text: string): Promise<readonly ImportProblem[]> {
  const result = await parse(text);
  return result.ok ? [] : result.problems;
}

const HEAD = 'format: kap-content/1\ndefaultLocale: en\ndocuments:\n';
const NOTICE = `  safety-notice:
    - key: notice
      locales:
        en: { title: A notice, slug: notice, kind: general, severity: caution, text: Take care. }
`;
const FAQ = `  faq:
    - key: question
      locales:
        en:
          question: What is this about?
          slug: what-is-this-about
          answer: About care.
          topic: basics
          audience: patient
          position: 1
`;

describe('An import becomes a plan', () => {
  it('in which every document comes after those that it names', async () => {
    const result = await parse(
      `${HEAD}${FAQ}          references: paper
          safetyNotices: [notice]
${NOTICE}  reference:
    - key: paper
      fields: { title: A paper, slug: a-paper, kind: book, year: 2020 }
`,
    );
    if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
    expect(result.plan.documents.map(({ type }) => type)).toEqual([
      'reference',
      'safety-notice',
      'faq',
    ]);
    expect(result.plan.documents[2]?.versions[0]?.content).toMatchObject({
      references: ['paper'],
      safetyNotices: ['notice'],
    });
    expect(result.plan.documents[0]?.versions[0]?.locale).toBeNull();
  });

  it('with the content of the log: blocks, days, files, and empty what was left out', async () => {
    const result = await parse(`${HEAD}  clinician:
    - key: somebody
      fields: { slug: somebody, languages: [en, es], tags: [{ name: care }] }
      publish: false
      locales:
        es: { name: Alguien, role: Terapeuta, biography: Hola., accepting: new }
        en:
          name: Somebody
          role: Therapist
          accepting: new
          biography: |
            One **two**.
          photo: { file: room.webp, alternativeText: A green room }
          verifiedOn: { daysAgo: 20 }
`);
    if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
    const [document] = result.plan.documents;
    expect(document?.publish).toBe(false);
    expect(document?.versions.map(({ locale }) => locale)).toEqual(['en', 'es']);
    expect(document?.versions[0]?.content).toEqual({
      name: 'Somebody',
      slug: 'somebody',
      pronouns: null,
      role: 'Therapist',
      credentials: [],
      taxonomyCode: null,
      npi: null,
      biography: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'One ' },
            { type: 'text', text: 'two', bold: true },
            { type: 'text', text: '.' },
          ],
        },
      ],
      photo: {
        alternativeText: 'A green room',
        file: {
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          name: 'room.webp',
          mime: 'image/webp',
          width: 40,
          height: 30,
          focalPoint: null,
        },
      },
      languages: [{ code: 'en' }, { code: 'es' }],
      accepting: 'new',
      delivery: null,
      practiceStates: [],
      locations: [],
      services: [],
      phases: [],
      verifiedOn: '2026-11-04',
      bookingUrl: null,
      tags: [{ name: 'care' }],
      sharing: null,
    });
    expect(result.plan.pictures).toEqual([
      expect.objectContaining({ filePath: path.join(folder, 'room.webp'), mime: 'image/webp' }),
    ]);
    expect(result.plan.locales).toEqual(['en', 'es']);
  });

  it('from JSON as well', async () => {
    const documents = {
      reference: [{ key: 'book', fields: { title: 'A book', slug: 'a-book', kind: 'book' } }],
    };
    const json = JSON.stringify({ format: 'kap-content/1', defaultLocale: 'en', documents });
    expect((await parse(json)).ok).toBe(true);
  });

  it('from the files that it includes, whose problems name them', async () => {
    await writeFile(
      path.join(folder, 'notices.yaml'),
      `format: kap-content/1\ndocuments:\n${NOTICE}`,
    );
    await writeFile(
      path.join(folder, 'bad.yaml'),
      `format: kap-content/1\ndocuments: { poem: [] }\n`,
    );
    const main = (file: string) => `format: kap-content/1\ndefaultLocale: en\ninclude: [${file}]\n`;
    const good = await parse(main('notices.yaml'));
    expect(good.ok && good.plan.documents).toHaveLength(1);
    expect(await problemsOf(main('bad.yaml'))).toMatchObject([
      { code: 'UNKNOWN_TYPE', file: 'bad.yaml', line: 2, column: 14, path: 'documents.poem' },
    ]);
  });
});

describe('A bad import is refused', () => {
  it.each<[what: string, text: string, ...problems: [code: string, place: string, path: string][]]>(
    [
      ['that is empty', '', ['UNKNOWN_FORMAT', '1:1', '']],
      ['that is no YAML', 'format: [', ['YAML_SYNTAX', '1:10', '']],
      ['that names nothing', 'format: *nothing', ['YAML_SYNTAX', '1:1', '']],
      [
        'that names a key twice',
        'format: kap-content/1\nformat: kap-content/1\n',
        ['YAML_SYNTAX', '2:1', ''],
      ],
      ['of another format', 'format: kap-content/9\n', ['UNKNOWN_FORMAT', '1:9', 'format']],
      [
        'without a default language',
        'format: kap-content/1\ndocuments: {}\n',
        ['MISSING_FIELD', '1:1', 'defaultLocale'],
      ],
      [
        'that includes a file which is not there',
        'format: kap-content/1\ndefaultLocale: en\ninclude: [gone.yaml]\n',
        ['UNREADABLE_FILE', '3:11', 'include[0]'],
      ],
      [
        'that includes a file outside its folder',
        'format: kap-content/1\ndefaultLocale: en\ninclude: [../other.yaml]\n',
        ['UNREADABLE_FILE', '3:11', 'include[0]'],
      ],
      [
        'that includes a file that a link leads to, outside its folder',
        'format: kap-content/1\ndefaultLocale: en\ninclude: [link/other.yaml]\n',
        ['UNREADABLE_FILE', '3:11', 'include[0]'],
      ],
      ['with an unknown type', `${HEAD}  poem: []\n`, ['UNKNOWN_TYPE', '4:3', 'documents.poem']],
      [
        'with an unknown part of a document',
        `${HEAD}${NOTICE}      colour: red\n`,
        ['UNKNOWN_FIELD', '8:7', 'documents.safety-notice[0].colour'],
      ],
      [
        'with an unknown field',
        `${HEAD}${FAQ}          mood: calm\n`,
        ['UNKNOWN_FIELD', '14:11', 'documents.faq[0].locales.en.mood'],
      ],
      [
        'with an unknown field within a field',
        `${HEAD}${FAQ}          authors: [{ name: One, age: 3 }]\n`,
        ['UNKNOWN_FIELD', '14:34', 'documents.faq[0].locales.en.authors[0].age'],
      ],
      [
        'without a required field',
        `${HEAD}${FAQ.replace(/ +topic.*\n/, '')}`,
        ['MISSING_FIELD', '8:11', 'documents.faq[0].locales.en.topic'],
      ],
      [
        'without a required text in one language',
        `${HEAD}${FAQ}        es: { question: ¿De qué se trata?, slug: de-que, topic: basics, audience: patient, position: 1 }\n`,
        ['MISSING_FIELD', '14:13', 'documents.faq[0].locales.es.answer'],
      ],
      [
        'with an empty text',
        `${HEAD}${FAQ.replace('What is this about?', "' '")}`,
        ['INVALID_VALUE', '8:21', 'documents.faq[0].locales.en.question'],
      ],
      [
        'with a value that is not among those allowed',
        `${HEAD}${FAQ.replace('basics', 'weather')}`,
        ['INVALID_VALUE', '11:18', 'documents.faq[0].locales.en.topic'],
      ],
      [
        'with a number for a text',
        `${HEAD}${FAQ}          tags: [988]\n`,
        ['INVALID_VALUE', '14:18', 'documents.faq[0].locales.en.tags[0].name'],
      ],
      [
        'with a text for a number',
        `${HEAD}${FAQ.replace('position: 1', 'position: first')}`,
        ['INVALID_VALUE', '13:21', 'documents.faq[0].locales.en.position'],
      ],
      [
        'with a day that no calendar has',
        `${HEAD}  reference:\n    - key: book\n      fields: { title: A book, slug: a-book, kind: book, accessedOn: 2023-02-30 }\n`,
        ['INVALID_VALUE', '6:70', 'documents.reference[0].fields.accessedOn'],
      ],
      [
        'with a key of another form',
        `${HEAD}${NOTICE.replace('key: notice', 'key: My Notice')}`,
        ['INVALID_VALUE', '5:12', 'documents.safety-notice[0].key'],
      ],
      [
        'with a slug that cannot stand in an address',
        `${HEAD}${FAQ.replace('slug: what-is-this-about', 'slug: ¿Qué?')}`,
        ['INVALID_VALUE', '9:17', 'documents.faq[0].locales.en.slug'],
      ],
      [
        'with a key that two documents have',
        `${HEAD}${NOTICE}${FAQ.replace('key: question', 'key: notice')}`,
        ['DUPLICATE_KEY', '9:12', 'documents.faq[0].key'],
      ],
      [
        'with a slug that two documents of a type share',
        `${HEAD}${FAQ}${FAQ.replace('  faq:\n', '').replace('key: question', 'key: other')}`,
        ['DUPLICATE_SLUG', '18:17', 'documents.faq[1].locales.en.slug'],
      ],
      [
        'with a target that is not there',
        `${HEAD}${FAQ}          services: [massage]\n`,
        ['UNKNOWN_TARGET', '14:22', 'documents.faq[0].locales.en.services[0]'],
      ],
      [
        'with a target of another type',
        `${HEAD}${NOTICE}${FAQ}          services: [notice]\n`,
        ['WRONG_TARGET_TYPE', '18:22', 'documents.faq[0].locales.en.services[0]'],
      ],
      [
        'with a target named twice',
        `${HEAD}${NOTICE}${FAQ}          safetyNotices: [notice, notice]\n`,
        ['DUPLICATE_TARGET', '18:35', 'documents.faq[0].locales.en.safetyNotices[1]'],
      ],
      [
        'with a target that lacks the language',
        `${HEAD}${NOTICE}${FAQ}        es: { question: ¿De qué se trata?, slug: de-que, answer: De cuidar., topic: basics, audience: patient, position: 1, safetyNotices: [notice] }\n`,
        ['TARGET_LACKS_LOCALE', '18:141', 'documents.faq[0].locales.es.safetyNotices[0]'],
      ],
      [
        'without the default language',
        `${HEAD}${FAQ.replace('        en:', '        es:')}`,
        ['DEFAULT_LOCALE_MISSING', '5:7', 'documents.faq[0]'],
      ],
      [
        'with a language that is none',
        `${HEAD}${FAQ}        Klingon!: {}\n`,
        ['INVALID_VALUE', '14:19', 'documents.faq[0].locales.Klingon!'],
      ],
      [
        'with languages for what has none',
        `${HEAD}  reference:\n    - key: book\n      fields: { title: A book, slug: a-book, kind: book }\n      locales: { en: {} }\n`,
        ['LOCALES_NOT_ALLOWED', '7:7', 'documents.reference[0].locales'],
      ],
      [
        'with a field both for all languages and for one',
        `${HEAD}${FAQ}      fields: { topic: cost }\n`,
        ['FIELD_TWICE', '11:11', 'documents.faq[0].locales.en.topic'],
      ],
      [
        'with a picture that is not there',
        `${HEAD}  service: [{ key: one, locales: { en: { name: One service, slug: one, summary: One., body: One., heroImage: { file: gone.webp, alternativeText: A room } } } }]\n`,
        ['PICTURE_MISSING', '4:118', 'documents.service[0].locales.en.heroImage.file'],
      ],
      [
        'with a picture outside its folder',
        `${HEAD}  service: [{ key: one, locales: { en: { name: One service, slug: one, summary: One., body: One., heroImage: { file: ../room.webp, alternativeText: A room } } } }]\n`,
        ['PICTURE_MISSING', '4:118', 'documents.service[0].locales.en.heroImage.file'],
      ],
      [
        'with a picture outside its folder, to which a link leads',
        `${HEAD}  service: [{ key: one, locales: { en: { name: One service, slug: one, summary: One., body: One., heroImage: { file: link.webp, alternativeText: A room } } } }]\n`,
        ['PICTURE_MISSING', '4:118', 'documents.service[0].locales.en.heroImage.file'],
      ],
      [
        'with a picture that is none',
        `${HEAD}  service: [{ key: one, locales: { en: { name: One service, slug: one, summary: One., body: One., heroImage: { file: words.webp, alternativeText: A room } } } }]\n`,
        ['NOT_A_PICTURE', '4:118', 'documents.service[0].locales.en.heroImage.file'],
      ],
      [
        'with a picture without words for it',
        `${HEAD}  service: [{ key: one, locales: { en: { name: One service, slug: one, summary: One., body: One., heroImage: { file: room.webp } } } }]\n`,
        ['MISSING_FIELD', '4:110', 'documents.service[0].locales.en.heroImage.alternativeText'],
      ],
      [
        'with Markdown that has no blocks, in its own line',
        `${HEAD}${FAQ.replace('answer: About care.', 'answer: |\n            One.\n\n            <b>Two</b> &amp; three.')}`,
        ['UNSUPPORTED_MARKDOWN', '13:13', 'documents.faq[0].locales.en.answer'],
        ['UNSUPPORTED_MARKDOWN', '13:13', 'documents.faq[0].locales.en.answer'],
      ],
    ],
  )('%s', async (_what, text, ...expected) => {
    const told = await problemsOf(text);
    const found = told.map(({ code, line, column, path: at }) => [code, `${line}:${column}`, at]);
    const distinct = new Set(expected.map(([code]) => code));
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(found.filter(([code]) => !distinct.has(code ?? ''))).toEqual([]);
    expect(told.every(({ file, message }) => file === 'main.yaml' && message.length > 10)).toBe(
      true,
    );
  });

  it('with a text that refers to a contact which the practice lacks', async () => {
    const practice = `  practice:
    - key: practice
      locales:
        en:
          name: A practice
          description: One.
          contacts: [{ key: desk, label: Desk, kind: phone, value: 303-555-0100 }]
          funding: None.
          conflictsOfInterest: None.
          publishingPrinciples: Write to {{contact.mail}}.
`;
    const text = `${HEAD}${practice}${FAQ.replace('About care.', "'Call {{contact.desk}} or {{contact.fax}}.'")}`;
    expect((await problemsOf(text)).map(formatProblem)).toEqual([
      'main.yaml:13:33: UNKNOWN_CONTACT: {{contact.mail}} names a contact that the practice does not have. It has: desk. (documents.practice[0].locales.en.publishingPrinciples)',
      'main.yaml:20:19: UNKNOWN_CONTACT: {{contact.fax}} names a contact that the practice does not have. It has: desk. (documents.faq[0].locales.en.answer)',
    ]);
    expect(
      await problemsOf(
        `${HEAD}${practice.replace('mail', 'desk')}${practice.replace('  practice:\n', '').replace('key: practice', 'key: second').replace('mail', 'desk')}`,
      ),
    ).toMatchObject([{ code: 'SECOND_PRACTICE', line: 14 }]);
  });

  it('with every problem of every document, in the order of the file', async () => {
    const problems = await problemsOf(
      `${HEAD}${NOTICE.replace('caution', 'mild')}${FAQ.replace('basics', 'weather')}          services: [gone]
          mood: calm
  poem: []
`,
    );
    expect(problems.map(({ code, line }) => [line, code])).toEqual([
      [7, 'INVALID_VALUE'],
      [15, 'INVALID_VALUE'],
      [18, 'UNKNOWN_TARGET'],
      [19, 'UNKNOWN_FIELD'],
      [20, 'UNKNOWN_TYPE'],
    ]);
  });

  it('that hides a flood behind aliases', async () => {
    const levels = Array.from({ length: 12 }, (_, n) =>
      n === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}]`,
    );
    const problems = await problemsOf(`format: kap-content/1\n${levels.join('\n')}\n`);
    expect(problems).toMatchObject([{ code: 'YAML_SYNTAX' }]);
  });
});

describe('An import’s file', () => {
  const TEXT = `${HEAD}${FAQ}`.replaceAll('\n', '\r\n');
  const written = (bytes: Buffer): Promise<ParseResult> => {
    const file = path.join(folder, 'written.yaml');
    return writeFile(file, bytes).then(() => parseImportFile(file, now));
  };
  const littleEndian = Buffer.from(TEXT, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    [
      'UTF-16, as editors on Windows save it',
      Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian]),
    ],
    [
      'UTF-16, the other way round',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(littleEndian).swap16()]),
    ],
  ])('is read in %s', async (_, bytes) => {
    const result = await written(bytes);
    expect(result.ok && result.plan.documents.map(({ key }) => key)).toEqual(['question']);
  });

  it.each([
    ['UTF-16 without its mark', littleEndian],
    ['what is no text', Buffer.from([0x66, 0x6f, 0xff, 0xff, 0x80])],
  ])('is named as what it is in %s', async (_, bytes) => {
    const result = await written(bytes);
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'UNREADABLE_FILE',
          message: expect.stringContaining('Save it as UTF-8.'),
        },
      ],
    });
  });
});
