import { z } from 'zod';
import { fillAbsent } from '../../src/publications/content/absent';
import { richText } from '../../src/publications/content/rich-text';
import { added, removed, renamed, replaced, within } from '../../src/publications/content/step';

describe('A step from one version of a content to the next', () => {
  const content = Object.freeze({ name: 'Ada', kind: 'old', fees: [{ amount: 1 }], terms: null });

  it('adds a field with a value, or with one that it finds in the content', () => {
    expect(added('note', '')(content)).toEqual({ ...content, note: '' });
    expect(added('title', ({ name }: { name?: unknown }) => name)(content)).toMatchObject({
      title: 'Ada',
    });
  });

  it('renames and removes a field', () => {
    expect(renamed('name', 'title')({ name: 'Ada' })).toEqual({ title: 'Ada' });
    expect(removed('name')({ name: 'Ada', kind: 'new' })).toEqual({ kind: 'new' });
  });

  it('leaves a content alone that lacks what is renamed', () => {
    expect(renamed('name', 'title')({ kind: 'new' })).toEqual({ kind: 'new' });
  });

  it('replaces values that are chosen no more, and leaves others', () => {
    expect(replaced('kind', { old: 'new' })(content)).toMatchObject({ kind: 'new' });
    expect(replaced('kind', { older: 'new' })(content)).toMatchObject({ kind: 'old' });
    expect(replaced('kind', {})({ kind: 'constructor' })).toEqual({ kind: 'constructor' });
  });

  it('changes what is within a component, in a list of them, and not in one that is empty', () => {
    const doubled = within('fees', added('unit', 'visit'));
    expect(doubled(content)).toMatchObject({ fees: [{ amount: 1, unit: 'visit' }] });
    expect(within('terms', added('unit', 'visit'))(content)).toEqual(content);
    expect(within('absent', added('unit', 'visit'))(content)).toEqual(content);
  });
});

describe('What a content lacks and nobody has to write', () => {
  const shape = z.object({
    title: z.string(),
    note: z.string().nullable(),
    tags: z.array(z.object({ name: z.string(), hint: z.string().nullable() })),
    place: z.object({ city: z.string(), floor: z.number().nullable() }).nullable(),
    text: richText,
  });

  it('reads as null or as an empty list, within components too', () => {
    expect(fillAbsent(shape, { title: 'A', tags: [{ name: 'x' }], place: { city: 'B' } })).toEqual({
      title: 'A',
      note: null,
      tags: [{ name: 'x', hint: null }],
      place: { city: 'B', floor: null },
    });
    expect(fillAbsent(shape, { title: 'A' })).toMatchObject({ tags: [], place: null });
  });

  it('is no formatted text that has to be written, though it is a list', () => {
    expect(fillAbsent(shape, { title: 'A' })).not.toHaveProperty('text');
  });
});
