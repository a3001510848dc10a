import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const faq = (more: object) => ({ slug: 'driving', answer: paragraph('Not that day.'), ...more });

describe('a formatted text that every document has', () => {
  it.each([null, [], paragraph(''), paragraph('  ')])('is not published as %j', (answer) => {
    expect(validate('faq', faq({ answer }), 'publish')).toMatchObject([{ path: ['answer'] }]);
  });

  it('may be empty in a draft', () => {
    expect(validate('faq', faq({ answer: paragraph('') }), 'save')).toEqual([]);
  });

  it('counts what stands in lists and links', () => {
    const link = {
      type: 'link',
      url: 'https://example.org',
      children: [{ type: 'text', text: 'Here' }],
    };
    const answer = [
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [link] }] },
    ];
    expect(validate('faq', faq({ answer }), 'publish')).toEqual([]);
  });
});

describe('a contact token', () => {
  it.each([
    'Call {{contact.front-desk}}.',
    'Call {{contact.crisis}} or {{contact.desk2}}.',
    'Braces {like this} are fine.',
  ])('%j is well written', (text) => {
    expect(validate('faq', faq({ answer: paragraph(text), question: text }), 'save')).toEqual([]);
  });

  it.each([
    'Call {{contact.Front Desk}}.',
    'Call {{ contact.desk }}.',
    'Call {{desk}}.',
    'Call {{contact.desk}.',
    'Call {{contact.',
    'Call {{contact.}}.',
  ])('%j is refused, in formatted text and in plain', (text) => {
    expect(validate('faq', faq({ answer: paragraph(text) }), 'save')).toMatchObject([
      { path: ['answer'] },
    ]);
    expect(validate('faq', faq({ searchEngine: { description: text } }), 'save')).toMatchObject([
      { path: ['searchEngine', 'description'] },
    ]);
  });

  it('is refused where formatting splits it, since it would not be found', () => {
    const children = [
      { type: 'text', text: '{{contact.', bold: true },
      { type: 'text', text: 'desk}}' },
    ];
    expect(
      validate('faq', faq({ answer: [{ type: 'paragraph', children }] }), 'save'),
    ).toHaveLength(1);
  });

  it('is checked in the address of a link', () => {
    const link = {
      type: 'link',
      url: 'tel:{{contact.Desk}}',
      children: [{ type: 'text', text: 'call' }],
    };
    expect(
      validate('faq', faq({ answer: [{ type: 'paragraph', children: [link] }] }), 'save'),
    ).toHaveLength(1);
  });
});

describe('a slug', () => {
  it.each(['Can I drive?', 'Driving', 'driving_home', '-driving', 'driving--home', 'conducción'])(
    'is refused as %j',
    (slug) => {
      expect(validate('faq', faq({ slug }), 'save')).toMatchObject([{ path: ['slug'] }]);
    },
  );

  it('is not published as the panel fills it in before there is a title', () => {
    for (const slug of ['faq', 'faq-1', 'faq-12']) {
      expect(validate('faq', faq({ slug }), 'publish')).toMatchObject([{ path: ['slug'] }]);
      expect(validate('faq', faq({ slug }), 'save')).toEqual([]);
    }
    expect(validate('faq', faq({ slug: 'faq-for-families' }), 'publish')).toEqual([]);
  });
});

it.each([null, undefined, 'text', 7, [], {}])(
  'has nothing to say about a draft that is %j',
  (draft) => {
    expect(validate('faq', draft, 'save')).toEqual([]);
  },
);

describe('a character that cannot be kept', () => {
  const REFUSED = /There is a character that cannot be kept/;

  it.each([
    ['U+0000', 'a\u0000b'],
    ['half a character', 'ab \udc00 cd'],
    ['the other half', 'ab \ud800 cd'],
  ])('is refused on saving already, in every kind of text: %s', (_, text) => {
    for (const more of [
      { question: text },
      { answer: paragraph(text) },
      { tags: [{ name: text }] },
    ]) {
      const problems = validate('faq', faq(more), 'save');
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toMatch(REFUSED);
    }
  });

  it('is none that people write, though it may not show', () => {
    for (const text of [
      'keta\u00admine',
      'ses\u200bsionality',
      'e\ufb03caciousness',
      '本文介绍氯胺酮辅助心理治疗',
      'A heart \u{1f49a} here',
    ]) {
      expect(validate('faq', faq({ question: text, answer: paragraph(text) }), 'save')).toEqual([]);
    }
  });
});
