import { isDeepStrictEqual } from 'node:util';
import type { FieldText, TypeView, View } from './view';

const ROW_WIDTH = 12;

interface Cell {
  readonly name: string;
  readonly size: number;
}

/** What Strapi's content manager keeps of a content type or a component, as far as it matters here. */
export interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, Metadata>>;
  readonly layouts: {
    readonly edit: readonly (readonly Cell[])[];
    readonly list: readonly string[];
  };
}

interface Metadata {
  readonly edit: Partial<FieldText>;
  readonly list: { readonly label?: string };
}

/** What a view makes of a configuration; kept, to tell later what an administrator has changed since. */
export interface AppliedView {
  readonly fields: Readonly<Record<string, Required<FieldText>>>;
  readonly edit: readonly (readonly Cell[])[];
  /** Null for components, which have no list. */
  readonly list: readonly string[] | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

export function appliedView(view: View<never> | TypeView<never>): AppliedView {
  const { mainField, rows } = view;
  const fields = Object.entries<FieldText>(view.fields);
  return {
    fields: Object.fromEntries(fields.map(([name, text]) => [name, { placeholder: '', ...text }])),
    edit: rows.map((row) => row.map((name) => ({ name, size: ROW_WIDTH / row.length }))),
    list: 'list' in view ? view.list : null,
    settings:
      'sortBy' in view
        ? { mainField, defaultSortBy: view.sortBy, defaultSortOrder: 'ASC' }
        : { mainField },
  };
}

/**
 * The stored configuration with everything replaced that nobody has touched: what Strapi generated, and what an
 * earlier release of the view had put there. What an administrator has changed stays as it is.
 *
 * @param before what was applied last; null where nothing ever was.
 */
export function withView(
  stored: Configuration,
  view: AppliedView,
  before: AppliedView | null,
): Configuration {
  const isAllGenerated = Object.entries(stored.metadatas).every(([name, metadata]) =>
    isGenerated(name, metadata),
  );
  const isUntouched = (part: 'edit' | 'list' | 'settings') =>
    before === null ? isAllGenerated : isAsApplied[part](stored, before);

  return {
    settings: isUntouched('settings') ? { ...stored.settings, ...view.settings } : stored.settings,
    metadatas: Object.fromEntries(
      Object.entries(stored.metadatas).map(([name, metadata]) => [
        name,
        withText(name, metadata, view.fields[name], before?.fields[name]),
      ]),
    ),
    layouts: {
      edit: isUntouched('edit') ? view.edit : stored.layouts.edit,
      list: view.list && isUntouched('list') ? view.list : stored.layouts.list,
    },
  };
}

function withText(
  name: string,
  stored: Metadata,
  text?: Required<FieldText>,
  before?: FieldText,
): Metadata {
  if (!text) return stored;
  const isUntouched =
    isGenerated(name, stored) || (before && isDeepStrictEqual(textOf(stored), { ...before }));
  if (!isUntouched) return stored;
  return { edit: { ...stored.edit, ...text }, list: { ...stored.list, label: text.label } };
}

function textOf({ edit: { label, description, placeholder } }: Metadata) {
  return { label, description, placeholder: placeholder ?? '' };
}

/** Strapi labels a field with its own name and describes nothing. Its system fields (`id`) have no texts at all. */
function isGenerated(name: string, { edit }: Metadata): boolean {
  return (edit.label ?? name) === name && !edit.description && !edit.placeholder;
}

/**
 * Whether a part is as it was applied, but for what Strapi does by itself when the schema changes: it takes out the
 * fields that are gone and appends the new ones.
 */
const isAsApplied = {
  edit(stored: Configuration, before: AppliedView): boolean {
    const known = stored.layouts.edit.map((row) => row.filter(({ name }) => name in before.fields));
    const left = before.edit.map((row) => row.filter(({ name }) => name in stored.metadatas));
    const isFilled = (row: readonly Cell[]) => row.length > 0;
    return isDeepStrictEqual(known.filter(isFilled), left.filter(isFilled));
  },
  list(stored: Configuration, before: AppliedView): boolean {
    const known = stored.layouts.list.filter((name) => name in before.fields);
    return isDeepStrictEqual(
      known,
      before.list?.filter((name) => name in stored.metadatas),
    );
  },
  settings(stored: Configuration, before: AppliedView): boolean {
    return Object.entries(before.settings).every(
      ([name, value]) => stored.settings[name] === value,
    );
  },
};
