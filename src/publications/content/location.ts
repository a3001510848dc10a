import { z } from 'zod';
import { line, optionalText } from './shared';

/** A place where people are seen. The same in every language. */
export const location = z.object({
  name: z.string(),
  slug: z.string(),
  addressLines: z.array(line),
  city: z.string(),
  /** USPS code. */
  state: z.string(),
  postalCode: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  phone: optionalText,
  email: optionalText,
  hours: optionalText,
  wheelchairAccessible: z.boolean(),
  publicTransport: optionalText,
});
