import { z } from 'zod';
import { richText } from './rich-text';
import { editorial, line } from './shared';

/** Something people seek treatment for. */
export const condition = z.object({
  name: z.string(),
  slug: z.string(),
  summary: z.string(),
  body: richText.nullable(),
  alsoKnownAs: z.array(line),
  ...editorial,
});
