import { z } from 'zod';
import { day, optionalText } from './shared';

export const referenceKinds = [
  'article',
  'guideline',
  'label',
  'regulator',
  'regulation',
  'book',
  'web-page',
] as const;

/** A source that texts cite. The same in every language. */
export const reference = z.object({
  title: z.string(),
  slug: z.string(),
  kind: z.enum(referenceKinds),
  authors: optionalText,
  year: z.number().int().nullable(),
  publisher: optionalText,
  doi: optionalText,
  url: optionalText,
  accessedOn: day.nullable(),
});
