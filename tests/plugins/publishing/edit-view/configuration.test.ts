import {
  appliedView,
  withView,
  type AppliedView,
  type Configuration,
} from '../../../../src/plugins/publishing/server/edit-view/configuration';
import type { TypeView } from '../../../../src/plugins/publishing/server/edit-view/view';

interface Shape {
  name: string;
  summary: string;
}

const view = (name: string, more: Partial<TypeView<Shape>> = {}): AppliedView =>
  appliedView({
    fields: {
      name: { label: name, description: 'What it is called.' },
      summary: { label: 'Summary', description: 'Short.' },
    },
    rows: [['name', 'summary']],
    mainField: 'name',
    sortBy: 'name',
    list: ['name'],
    ...more,
  } satisfies TypeView<Shape>);

const text = (name: string) => ({
  edit: { label: name, description: '', placeholder: '', visible: true },
  list: { label: name, sortable: true },
});

/** As Strapi's content manager generates it. */
const generated: Configuration = {
  settings: { pageSize: 10, mainField: 'name', defaultSortBy: 'name', defaultSortOrder: 'ASC' },
  metadatas: {
    id: { edit: {}, list: { label: 'id' } },
    name: text('name'),
    summary: text('summary'),
  },
  layouts: {
    edit: [[{ name: 'name', size: 6 }], [{ name: 'summary', size: 6 }]],
    list: ['id', 'name', 'summary'],
  },
};

const first = view('Name');
const applied = withView(generated, first, null);

describe('on a generated configuration', () => {
  it('puts the texts, the layout, the list and the order, and keeps what it does not know', () => {
    expect(applied.metadatas.name).toEqual({
      edit: { label: 'Name', description: 'What it is called.', placeholder: '', visible: true },
      list: { label: 'Name', sortable: true },
    });
    expect(applied.metadatas.id).toEqual(generated.metadatas.id);
    expect(applied.layouts.edit).toEqual([
      [
        { name: 'name', size: 6 },
        { name: 'summary', size: 6 },
      ],
    ]);
    expect(applied.layouts.list).toEqual(['name']);
    expect(applied.settings).toEqual({
      pageSize: 10,
      mainField: 'name',
      defaultSortBy: 'name',
      defaultSortOrder: 'ASC',
    });
  });

  it('does nothing the second time', () => {
    expect(withView(applied, first, first)).toEqual(applied);
  });
});

describe('when a release brings another text', () => {
  const second = view('Title', { list: ['name', 'summary'] });

  it('replaces what nobody has touched', () => {
    const updated = withView(applied, second, first);
    expect(updated.metadatas.name?.edit.label).toBe('Title');
    expect(updated.layouts.list).toEqual(['name', 'summary']);
  });

  it('keeps the text that an administrator wrote, and still replaces the others', () => {
    const changed: Configuration = {
      ...applied,
      metadatas: {
        ...applied.metadatas,
        summary: { edit: { label: 'In short' }, list: { label: 'Summary' } },
      },
    };
    const updated = withView(changed, second, first);
    expect(updated.metadatas.summary?.edit.label).toBe('In short');
    expect(updated.metadatas.name?.edit.label).toBe('Title');
  });

  it('keeps a layout from which an administrator took a field', () => {
    const edit = [[{ name: 'name', size: 12 }]];
    const changed = { ...applied, layouts: { ...applied.layouts, edit } };
    const updated = withView(changed, view('Title', { rows: [['name'], ['summary']] }), first);
    expect(updated.layouts.edit).toEqual(edit);
  });

  it('keeps columns and order that an administrator chose', () => {
    const changed: Configuration = {
      ...applied,
      settings: { ...applied.settings, defaultSortOrder: 'DESC' },
      layouts: { ...applied.layouts, list: ['summary', 'name'] },
    };
    const updated = withView(changed, second, first);
    expect(updated.layouts.list).toEqual(['summary', 'name']);
    expect(updated.settings.defaultSortOrder).toBe('DESC');
  });
});

describe('when a release brings another field', () => {
  const synced: Configuration = {
    ...applied,
    metadatas: { ...applied.metadatas, slug: text('slug') },
    // Strapi appends a new field by itself before the view is applied.
    layouts: {
      edit: [...applied.layouts.edit, [{ name: 'slug', size: 6 }]],
      list: ['name', 'slug'],
    },
  };
  const withSlug: AppliedView = {
    ...first,
    fields: {
      ...first.fields,
      slug: { label: 'Slug', description: 'The address.', placeholder: '' },
    },
    edit: [
      [{ name: 'name', size: 12 }],
      [{ name: 'slug', size: 12 }],
      [{ name: 'summary', size: 12 }],
    ],
  };

  it('does not take Strapi’s own changes for an administrator’s', () => {
    const updated = withView(synced, withSlug, first);
    expect(updated.layouts.edit).toEqual(withSlug.edit);
    expect(updated.layouts.list).toEqual(['name']);
    expect(updated.metadatas.slug?.edit.description).toBe('The address.');
  });

  it('describes the new field where an administrator has changed the layout', () => {
    const edit = [[{ name: 'summary', size: 12 }], [{ name: 'slug', size: 6 }]];
    const updated = withView({ ...synced, layouts: { ...synced.layouts, edit } }, withSlug, first);
    expect(updated.layouts.edit).toEqual(edit);
    expect(updated.metadatas.slug?.edit.label).toBe('Slug');
  });
});

it('leaves everything alone where somebody wrote texts before the view was ever applied', () => {
  const own: Configuration = {
    ...generated,
    metadatas: {
      ...generated.metadatas,
      name: { edit: { label: 'Our name' }, list: { label: 'Our name' } },
    },
  };
  const updated = withView(own, first, null);
  expect(updated.metadatas.name?.edit.label).toBe('Our name');
  expect(updated.layouts).toEqual(generated.layouts);
  expect(updated.metadatas.summary?.edit.label).toBe('Summary');
});
