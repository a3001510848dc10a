import { errors } from '@strapi/utils';
import { z } from 'zod';
import { keyKinds } from '../../../../keys/key';
import { unkeepableProblem } from '../validation/text-problems';

const LONGEST_NAME = 64;
/** What fits into the table's column. */
const LARGEST_LIMIT = 2_147_483_647;

const limit = z
  .number('A limit is a whole number.')
  .int('A limit is a whole number.')
  .min(1, 'A limit is at least 1. Leave it empty for none.')
  .max(LARGEST_LIMIT, 'This limit is larger than can be stored. Leave it empty for none.');

const schema = z.strictObject({
  kind: z.enum(keyKinds, `A key is of the kind ${keyKinds.join(' or ')}.`),
  name: z
    .string('Say what the key is for.')
    .trim()
    .min(1, 'Say what the key is for.')
    .max(LONGEST_NAME, `A name has ${LONGEST_NAME} characters at most.`)
    .refine((name) => unkeepableProblem(name) === null, {
      error: ({ input }) => unkeepableProblem(String(input)) ?? undefined,
    }),
  /** RFC 3339; null for never. */
  expiresAt: z.iso.datetime('This is not a date.').nullable().default(null),
  queryCostLimit: limit.nullable().default(null),
  rateLimit: limit.nullable().default(null),
  registeredOnly: z.boolean('Say true or false.').default(false),
});

/** What an administrator says of a key that is to be made. */
export type NewKey = z.output<typeof schema>;

/**
 * Reads what the panel sent.
 *
 * @throws errors.ValidationError naming every field that cannot be meant.
 */
export function parseNewKey(body: unknown, now: Date): NewKey {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refused(parsed.error.issues);
  const { expiresAt } = parsed.data;
  if (expiresAt !== null && Date.parse(expiresAt) <= now.getTime()) {
    const message = 'This lies in the past: the key would never be honoured.';
    throw refused([{ path: ['expiresAt'], message }]);
  }
  return parsed.data;
}

function refused(issues: readonly { path: PropertyKey[]; message: string }[]): Error {
  const problems = issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return new errors.ValidationError(problems.map(({ message }) => message).join(' '), {
    errors: problems,
  });
}
