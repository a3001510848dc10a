/** What an editor reads at one field. */
export interface FieldText {
  readonly label: string;
  /** Under the field: what to write and why it matters to readers. */
  readonly description: string;
  /** In the empty field: an example. */
  readonly placeholder?: string;
}

/** How the form of a component looks. */
export interface View<Shape> {
  readonly fields: Readonly<Record<keyof Shape & string, FieldText>>;
  /** From top to bottom; the fields of a row share its width equally. Components and formatted text need a whole row. */
  readonly rows: readonly (readonly (keyof Shape & string)[])[];
  /** The field that names one of these in lists and in relation fields. */
  readonly mainField: keyof Shape & string;
}

/** How the form and the list of a content type look. */
export interface TypeView<Shape> extends View<Shape> {
  /** The columns of the list. */
  readonly list: readonly (keyof Shape & string)[];
  /** The list is sorted by it, ascending. */
  readonly sortBy: keyof Shape & string;
}
