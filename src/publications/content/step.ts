/** What an entry says, in the shape of some version. */
export type Content = Readonly<Record<string, unknown>>;

/** How a content of one version reads in the next. It changes nothing in place. */
export type Change = (content: Content) => Content;

/** One step in the history of a content type: from the version before it to the one that it makes. */
export interface Step {
  /** For whoever reads the history: `role is called profession`. */
  readonly what: string;
  /** In order. */
  readonly changes: readonly Change[];
  /**
   * The file in `database/migrations` that does the same to Strapi's rows, before Strapi drops the columns that its
   * schema no longer has. Null where Strapi's rows need nothing.
   */
  readonly migration: string | null;
}

/** A field that there was not: what it says in older entries, or how that is found. */
export function added(field: string, value: unknown): Change {
  return (content) => ({
    ...content,
    [field]: typeof value === 'function' ? (value as (from: Content) => unknown)(content) : value,
  });
}

/** A field under another name. */
export function renamed(from: string, to: string): Change {
  return (content) => {
    if (!Object.hasOwn(content, from)) return content;
    const { [from]: value, ...others } = content;
    return { ...others, [to]: value };
  };
}

/** A field that there is no more. */
export function removed(field: string): Change {
  return (content) =>
    Object.fromEntries(Object.entries(content).filter(([name]) => name !== field));
}

/** Values that a field no longer takes, and what is said in their place. */
export function replaced(field: string, values: Readonly<Record<string, unknown>>): Change {
  return (content) => {
    const value = content[field];
    const known = typeof value === 'string' && Object.hasOwn(values, value);
    return known ? { ...content, [field]: values[value] } : content;
  };
}

/** A change within a part of the content: in a component, or in each of a list of them. */
export function within(field: string, ...changes: readonly Change[]): Change {
  const changed = (part: unknown) =>
    typeof part === 'object' && part !== null
      ? changes.reduce((content, change) => change(content), part as Content)
      : part;
  return (content) => {
    if (!Object.hasOwn(content, field)) return content;
    const part = content[field];
    return { ...content, [field]: Array.isArray(part) ? part.map(changed) : changed(part) };
  };
}
