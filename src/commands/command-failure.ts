/** A failure that the person who typed the command can act on: told in words, without a stack trace. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  /**
   * @param code stable, in capitals; tools may match on it.
   * @param what what went wrong, and where.
   */
  constructor(
    readonly code: string,
    what: string,
    readonly whatToDo: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}
