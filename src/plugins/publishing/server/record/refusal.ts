import { errors } from '@strapi/utils';
import type { FieldProblem } from '../validation/validate';

/**
 * The refusal of a text, as Strapi's panel shows it: a sentence on top, and each problem beside its field.
 *
 * @param what what was not done: "Not published".
 */
export function refusal(what: string, problems: readonly FieldProblem[]): Error {
  const messages = problems.map((problem) => problem.message);
  return new errors.ValidationError(`${what}: ${messages.join(' ')}`, {
    errors: problems.map(({ path, message }) => ({
      path: path.map(String),
      message,
      name: 'ValidationError',
    })),
  });
}
