import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const text = paragraph('A statement.');
const practice = (more: object) => ({
  funding: text,
  conflictsOfInterest: text,
  publishingPrinciples: text,
  ...more,
});
const pathsOf = (more: object, stage: 'save' | 'publish' = 'publish') =>
  validate('practice', practice(more), stage).map(({ path }) => path.join('.'));

describe('a contact', () => {
  it('has a value of its kind', () => {
    const contacts = [
      { key: 'desk', kind: 'phone', value: '303-555-0100' },
      { key: 'mail', kind: 'email', value: 'hello@example.org' },
      { key: 'site', kind: 'url', value: 'https://example.org' },
      { key: 'hours', kind: 'text', value: 'Mon–Fri, 9 to 5' },
    ];
    expect(pathsOf({ contacts })).toEqual([]);
    const wrong = contacts.map((contact) => ({ ...contact, value: 'ask us' }));
    expect(pathsOf({ contacts: wrong })).toEqual([
      'contacts.0.value',
      'contacts.1.value',
      'contacts.2.value',
    ]);
  });

  it.each(['Front desk', 'frontDesk', '9', 'desk.main', '-desk'])(
    'is refused with the key %j',
    (key) => {
      expect(pathsOf({ contacts: [{ key, kind: 'text', value: 'x' }] })).toEqual([
        'contacts.0.key',
      ]);
    },
  );

  it('has a key of its own', () => {
    const contacts = ['desk', 'mail', 'desk'].map((key) => ({ key, kind: 'text', value: 'x' }));
    expect(pathsOf({ contacts })).toEqual(['contacts.2.key']);
  });
});

describe('the address of pages', () => {
  const pages = (pattern: string) => ({ pages: [{ type: 'service', pattern }] });

  it.each([
    'https://example.org/{locale}/services/{slug}',
    'https://example.org/services?name={slug}',
  ])('%j is accepted', (pattern) => {
    expect(pathsOf(pages(pattern))).toEqual([]);
  });

  it.each([
    'https://example.org/services',
    '/services/{slug}',
    'https://example.org/{lang}/{slug}',
    'https://{slug',
    'ftp://x/{slug}',
  ])('%j is refused', (pattern) => {
    expect(pathsOf(pages(pattern))).toEqual(['pages.0.pattern']);
  });

  it('is given once for each type', () => {
    const pattern = 'https://example.org/{slug}';
    expect(
      pathsOf({ pages: ['faq', 'service', 'faq'].map((type) => ({ type, pattern })) }),
    ).toEqual(['pages.2.type']);
  });
});

describe('help in a crisis', () => {
  it('names a line before it is published', () => {
    expect(pathsOf({ crisisHelp: { text, lines: [] } })).toEqual(['crisisHelp.lines']);
    expect(pathsOf({ crisisHelp: { text, lines: [{ name: '988' }] } })).toEqual([
      'crisisHelp.lines.0.phone',
    ]);
    expect(pathsOf({ crisisHelp: { text, lines: [{ phone: '988' }] } })).toEqual([]);
  });
});

it('is not published with statements left empty', () => {
  expect(pathsOf({ funding: paragraph(' '), publishingPrinciples: null })).toEqual([
    'funding',
    'publishingPrinciples',
  ]);
  expect(pathsOf({ funding: null }, 'save')).toEqual([]);
});

it('checks the paths of the menu', () => {
  const navigation = [{ path: '/services' }, { path: 'services' }, { path: 'https://example.org' }];
  expect(pathsOf({ navigation })).toEqual(['navigation.1.path']);
});
