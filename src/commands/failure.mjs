/**
 * A failure that the person who typed the command can act on: told in words, without a stack trace.
 *
 * @param {string} code stable, in capitals; tools may match on it.
 * @param {string} what what went wrong, and where.
 * @param {string} whatToDo
 * @param {ErrorOptions} [options]
 */
export function failure(code, what, whatToDo, options) {
  return Object.assign(new Error(what, options), { name: 'CommandFailure', code, whatToDo });
}

/**
 * Tells an error and ends the process. An error that nobody foresaw is told whole, and ends it with exit code 1.
 *
 * @param {number} [foreseenCode] the exit code where somebody can act on it.
 */
export function exitWith(error, foreseenCode = 1) {
  const { code, whatToDo, message, problems } = error ?? {};
  const isForeseen = whatToDo !== undefined || Array.isArray(problems);
  console.error(isForeseen ? [`${code}: ${message}`, whatToDo].filter(Boolean).join('\n') : error);
  process.exit(isForeseen ? foreseenCode : 1);
}
