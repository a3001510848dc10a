/** An operation's text, with the types of what it takes and gives. */
export interface TypedDocument<Data, Variables> {
  /** The operation's name. */
  readonly name: string;
  readonly text: string;
  /** Whether it has a variable `locale`: the client's own fills it where none is given. */
  readonly takesLocale: boolean;
  /** For the compiler only; no document has it. */
  readonly types?: (variables: Variables) => Data;
}
