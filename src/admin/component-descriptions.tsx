import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { createGlobalStyle } from 'styled-components';

/** A field of the edit view, as far as it matters here. */
interface Field {
  readonly type: string;
  readonly hint?: ReactNode;
  /** Strapi shows it behind the label. */
  readonly labelAction?: ReactNode;
}

interface Rows {
  readonly layout: Field[][];
}

/** What goes through Strapi's hook `Admin/CM/pages/EditView/mutate-edit-view-layout`. */
interface EditView {
  readonly layout: {
    readonly layout: Field[][][];
    readonly components: Readonly<Record<string, Rows>>;
  };
}

/** Strapi cuts off a label that has something wide behind it. */
const WholeLabels = createGlobalStyle`
  label:has(+ * [data-component-description]) {
    flex-shrink: 0;
  }
`;

/**
 * Shows the description of components behind their label. Strapi shows it below every other field, but leaves it out
 * there, where editors need it most: a component is a form of its own.
 */
export function describeComponents<View extends EditView>(view: View): View {
  const describe = (rows: Field[][]) => rows.map((row) => row.map(described));
  const { layout } = view;
  return {
    ...view,
    layout: {
      ...layout,
      layout: layout.layout.map(describe),
      components: Object.fromEntries(
        Object.entries(layout.components).map(([uid, rows]) => [
          uid,
          { ...rows, layout: describe(rows.layout) },
        ]),
      ),
    },
  };
}

function described(field: Field): Field {
  if (field.type !== 'component' || !field.hint) return field;
  const description = (
    <>
      <WholeLabels />
      <Typography data-component-description variant="pi" textColor="neutral600" marginLeft={2}>
        {field.hint}
      </Typography>
    </>
  );
  return {
    ...field,
    labelAction: (
      <>
        {field.labelAction}
        {description}
      </>
    ),
  };
}
