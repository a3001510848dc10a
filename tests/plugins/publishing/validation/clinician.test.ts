import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const clinician = (more: object) => ({
  slug: 'jordan-example',
  biography: paragraph('Works here.'),
  ...more,
});
const problemsOf = (more: object) => validate('clinician', clinician(more), 'save');

describe('an NPI', () => {
  it.each(['1234567893', '1245319599'])('%s is accepted: its check digit fits', (npi) => {
    expect(problemsOf({ npi })).toEqual([]);
  });

  it.each(['1234567890', '1234567983'])('%s is refused: its check digit does not fit', (npi) => {
    expect(problemsOf({ npi })).toEqual([
      { path: ['npi'], message: expect.stringContaining('last digit') as string },
    ]);
  });

  it.each(['123456789', '12345678930', '123456789X'])(
    '%s is refused: it is not ten digits',
    (npi) => {
      expect(problemsOf({ npi })).toEqual([
        { path: ['npi'], message: expect.stringContaining('ten digits') as string },
      ]);
    },
  );

  it.each([null, undefined, ''])('may be missing (%p)', (npi) => {
    expect(problemsOf({ npi })).toEqual([]);
  });
});

describe('a taxonomy code', () => {
  it.each(['101YP2500X', '1041C0700X', '2084P0800X', '363LP0808X', '106H00000X'])(
    '%s is accepted',
    (taxonomyCode) => {
      expect(problemsOf({ taxonomyCode })).toEqual([]);
    },
  );

  it.each(['101YP2500', '101yp2500x', 'LPC', '101YP2500XX'])('%s is refused', (taxonomyCode) => {
    expect(problemsOf({ taxonomyCode })).toMatchObject([{ path: ['taxonomyCode'] }]);
  });
});

describe('a state', () => {
  it('is refused beside the field that names it where there is no such state', () => {
    const states = [{ state: 'CO' }, { state: 'ZZ' }, { state: 'Colorado' }];
    expect(problemsOf({ practiceStates: states })).toMatchObject([
      { path: ['practiceStates', 1, 'state'], message: expect.stringContaining('“ZZ”') as string },
      { path: ['practiceStates', 2, 'state'] },
    ]);
  });

  it('is checked in credentials too, where it may be missing', () => {
    const credentials = [{ state: null }, { state: 'XX' }];
    expect(problemsOf({ credentials })).toMatchObject([{ path: ['credentials', 1, 'state'] }]);
  });
});

describe('languages', () => {
  it.each(['en', 'es', 'es-MX', 'zh-Hant', 'es-419'])('%s is a code', (code) => {
    expect(problemsOf({ languages: [{ code }] })).toEqual([]);
  });

  it('are refused as words, and twice', () => {
    const languages = [{ code: 'en' }, { code: 'Spanish' }, { code: 'en' }];
    expect(problemsOf({ languages }).map(({ path }) => path)).toEqual([
      ['languages', 1, 'code'],
      ['languages', 2, 'code'],
    ]);
  });
});

describe('ways of meeting', () => {
  const nothing = { inPerson: false, video: false, phone: false };

  it('name at least one when they are published', () => {
    const problems = validate('clinician', clinician({ delivery: nothing }), 'publish');
    expect(problems).toMatchObject([{ path: ['delivery', 'inPerson'] }]);
    expect(
      validate('clinician', clinician({ delivery: { ...nothing, phone: true } }), 'publish'),
    ).toEqual([]);
  });

  it('may be unfinished in a draft', () => {
    expect(problemsOf({ delivery: nothing })).toEqual([]);
  });
});

it('refuses a booking address that is not one', () => {
  expect(problemsOf({ bookingUrl: 'example.org/book' })).toMatchObject([{ path: ['bookingUrl'] }]);
  expect(problemsOf({ bookingUrl: 'javascript:alert(1)' })).toMatchObject([
    { path: ['bookingUrl'] },
  ]);
});
