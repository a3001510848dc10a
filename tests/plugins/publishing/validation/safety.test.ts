import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const notice = (more: object) => ({
  slug: 'crisis',
  kind: 'general',
  text: paragraph('Call 988.'),
  crisisLines: [],
  ...more,
});
const pathsOf = (more: object, stage: 'save' | 'publish' = 'publish') =>
  validate('safety-notice', notice(more), stage).map(({ path }) => path.join('.'));

describe('a crisis line', () => {
  it.each([
    { phone: '988' },
    { textMessage: 'HOME to 741741' },
    { url: 'https://988lifeline.org' },
  ])('is published with a way to reach it (%j)', (line) => {
    expect(pathsOf({ crisisLines: [{ name: 'A line', ...line }] })).toEqual([]);
  });

  it('is not published without one', () => {
    expect(pathsOf({ crisisLines: [{ name: 'A line', phone: ' ', url: null }] })).toEqual([
      'crisisLines.0.phone',
    ]);
    expect(pathsOf({ crisisLines: [{ name: 'A line' }] }, 'save')).toEqual([]);
  });

  it('is refused with a number that is none, even in a draft', () => {
    expect(pathsOf({ crisisLines: [{ phone: 'nine eight eight' }] }, 'save')).toEqual([
      'crisisLines.0.phone',
    ]);
  });
});

describe('a notice about crisis lines', () => {
  it('names one before it is published', () => {
    expect(pathsOf({ kind: 'crisis-line' })).toEqual(['crisisLines']);
    expect(pathsOf({ kind: 'crisis-line', crisisLines: [{ phone: '988' }] })).toEqual([]);
    expect(pathsOf({ kind: 'crisis-line' }, 'save')).toEqual([]);
  });
});

it('checks the code of the place where a notice holds', () => {
  expect(pathsOf({ jurisdiction: { code: 'USA' } })).toEqual(['jurisdiction.code']);
  expect(pathsOf({ jurisdiction: null })).toEqual([]);
});
