/** The variables of a request, by name, as they came. */
export type Variables = Readonly<Record<string, unknown>>;
