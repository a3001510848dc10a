import released from '../../src/publications/content/released-shapes.json';
import {
  shapeProblems,
  withShapesOf,
  type ReleasedShapes,
} from '../../src/publications/content/shapes';
import { RELEASE } from '../../src/release';

const shapes: ReleasedShapes = released;
const without = (name: string) =>
  Object.fromEntries(Object.entries(shapes).filter(([each]) => each !== name));
/** As the record would be, had a version looked otherwise. */
const changed = (name: string): ReleasedShapes => ({
  ...shapes,
  [name]: (shapes[name] ?? []).map((each) => ({ ...each, shape: 'another' })),
});

describe('The shapes of content that were released', () => {
  it('are those of today', () => {
    expect(shapeProblems(shapes, RELEASE, [])).toEqual([]);
  });

  it('begin with those that the first release had', () => {
    const first = Object.values(shapes).map(([version]) => version?.release);
    expect(new Set(first)).toEqual(new Set(['0.1.0']));
  });

  it('cannot be changed without a step', () => {
    expect(shapeProblems(changed('faq'), RELEASE, [])).toEqual([
      'The shape of faq is no longer that of version 1, which was released. It needs a step.',
    ]);
  });

  it('cannot be changed in the log itself without a new form', () => {
    expect(shapeProblems(changed('entry'), RELEASE, [])).toEqual([
      'The shape of entry is no longer that of version 2, which was released. It needs a step.',
    ]);
  });

  it('must all be recorded, under a release of their own', () => {
    expect(shapeProblems(without('faq'), RELEASE, [])).toEqual([
      'Version 1 of faq is not recorded. Run "npm run shapes:release".',
    ]);
    const earlier = { ...shapes, entry: [{ release: RELEASE, shape: {} }] };
    expect(shapeProblems(earlier, RELEASE, [])).toEqual([
      `entry has version 2, and this is still release ${RELEASE}. Raise the version in package.json.`,
    ]);
  });

  it('keep their steps', () => {
    const later = { ...shapes, faq: [...(shapes.faq ?? []), { release: '9.0.0', shape: {} }] };
    expect(shapeProblems(later, RELEASE, [])).toEqual([
      'faq was released in version 2. Its steps are never taken away.',
    ]);
  });

  it('keep the names of types that are gone', () => {
    const more = { ...shapes, podcast: [{ release: '0.1.0', shape: {} }] };
    expect(shapeProblems(more, RELEASE, [])).toEqual([
      'podcast is gone. Name it among the retired types.',
    ]);
  });

  it('are recorded as they are, and never changed by recording', () => {
    expect(withShapesOf(RELEASE, without('faq')).faq?.[0]?.shape).toEqual(shapes.faq?.[0]?.shape);
    expect(withShapesOf(RELEASE, changed('faq'))).toEqual(changed('faq'));
  });
});
