import { validate } from '../../../../src/plugins/publishing/server/validation/validate';

const pathsOf = (
  type: 'reference' | 'location',
  data: object,
  stage: 'save' | 'publish' = 'publish',
) => validate(type, { slug: 'a-slug', ...data }, stage).map(({ path }) => path.join('.'));

describe('a reference', () => {
  it('leads somewhere before it is published', () => {
    expect(pathsOf('reference', { kind: 'article' })).toEqual(['url']);
    expect(pathsOf('reference', { kind: 'article' }, 'save')).toEqual([]);
    expect(
      pathsOf('reference', { kind: 'article', doi: '10.1001/jamapsychiatry.2017.0080' }),
    ).toEqual([]);
    expect(pathsOf('reference', { kind: 'web-page', url: 'https://example.org/page' })).toEqual([]);
  });

  it('to a book is found without an address', () => {
    expect(pathsOf('reference', { kind: 'book' })).toEqual([]);
  });

  it.each(['https://doi.org/10.1001/x', '10.1/x', '10.1001/with space'])(
    'is refused with the DOI %j',
    (doi) => {
      expect(pathsOf('reference', { kind: 'article', doi })).toEqual(['doi']);
    },
  );
});

describe('a location', () => {
  const place = { state: 'CO', country: 'US' };

  it('is on the map with both numbers or with neither', () => {
    expect(pathsOf('location', { ...place, latitude: 39.7, longitude: -104.9 })).toEqual([]);
    expect(pathsOf('location', { ...place, latitude: null, longitude: null })).toEqual([]);
    expect(pathsOf('location', { ...place, latitude: 39.7, longitude: null })).toEqual([
      'longitude',
    ]);
    expect(pathsOf('location', { ...place, latitude: null, longitude: 0 })).toEqual(['latitude']);
  });

  it('is refused with codes, numbers and addresses that are none', () => {
    const wrong = { state: 'Co', country: 'USA', phone: 'call us', email: 'desk' };
    expect(pathsOf('location', wrong)).toEqual(['state', 'country', 'phone', 'email']);
  });
});
