import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const service = (more: object) => ({ slug: 'kap', body: paragraph('What happens.'), ...more });
const pathsOf = (more: object, stage: 'save' | 'publish' = 'save') =>
  validate('service', service(more), stage).map(({ path }) => path.join('.'));

describe('a range', () => {
  it('may have equal ends, or unknown ones', () => {
    expect(
      pathsOf({
        course: { sessionsMinimum: 3, sessionsMaximum: 3, weeksMinimum: 4, weeksMaximum: null },
      }),
    ).toEqual([]);
  });

  it('is refused upside down, beside its larger end', () => {
    const course = { sessionsMinimum: 6, sessionsMaximum: 3, weeksMinimum: 9, weeksMaximum: 8 };
    expect(pathsOf({ course })).toEqual(['course.sessionsMaximum', 'course.weeksMaximum']);
  });

  it('is checked for the visits of a phase too', () => {
    const phase = {
      slug: 'preparation',
      body: paragraph('x'),
      visits: { minutesMinimum: 90, minutesMaximum: 60 },
    };
    expect(validate('therapy-phase', phase, 'save')).toMatchObject([
      { path: ['visits', 'minutesMaximum'] },
    ]);
  });
});

describe('a treated condition', () => {
  it('is named before it is published', () => {
    const conditions = [{ condition: 'abc' }, { condition: null }];
    expect(pathsOf({ conditions }, 'publish')).toEqual(['conditions.1.condition']);
    expect(pathsOf({ conditions })).toEqual([]);
  });

  it('is named once', () => {
    expect(pathsOf({ conditions: [{ condition: 'abc' }, { condition: 'abc' }] })).toEqual([
      'conditions.1.condition',
    ]);
  });
});

describe('codes', () => {
  it('of regions are ISO 3166', () => {
    const regions = ['US', 'US-CO', 'FR-2A1', 'Colorado', 'us', 'US-COLO'].map((code) => ({
      code,
    }));
    expect(pathsOf({ regions })).toEqual(['regions.3.code', 'regions.4.code', 'regions.5.code']);
  });

  it('of currencies are ISO 4217', () => {
    expect(pathsOf({ fees: [{ currency: 'USD' }, { currency: '$' }] })).toEqual([
      'fees.1.currency',
    ]);
  });
});

it('checks the addresses of authors and licences', () => {
  expect(pathsOf({ authors: [{ url: 'example.org' }], sharing: { licenceUrl: 'CC BY' } })).toEqual([
    'authors.0.url',
    'sharing.licenceUrl',
  ]);
});
