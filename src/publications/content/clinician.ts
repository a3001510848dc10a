import { z } from 'zod';
import { image } from './image';
import { richText } from './rich-text';
import { day, delivery, language, optionalText, sharing, tag, target } from './shared';

export const credentialKinds = ['degree', 'licence', 'certification'] as const;
export const credentialStatuses = ['active', 'inactive', 'pending', 'revoked', 'unknown'] as const;
/** HL7 Da Vinci PDex Plan-Net's codes newpt, nopt, existptonly and existptfam, in words. */
export const acceptingStatuses = ['new', 'none', 'existing-only', 'existing-and-family'] as const;
export const practiceBases = ['licence', 'compact-privilege', 'psypact'] as const;

/** Someone who treats or accompanies people at the practice. */
export const clinician = z.object({
  name: z.string(),
  slug: z.string(),
  pronouns: optionalText,
  role: z.string(),
  credentials: z.array(
    z.object({
      kind: z.enum(credentialKinds),
      name: z.string(),
      abbreviation: optionalText,
      issuer: optionalText,
      /** USPS code of a state, or null where none issued it. */
      state: optionalText,
      identifier: optionalText,
      status: z.enum(credentialStatuses),
      expiresOn: day.nullable(),
      verifiedOn: day.nullable(),
    }),
  ),
  /** NUCC Health Care Provider Taxonomy: `101YP2500X`. */
  taxonomyCode: optionalText,
  /** National Provider Identifier: ten digits with a check digit. */
  npi: optionalText,
  biography: richText,
  photo: image.nullable(),
  languages: z.array(language),
  accepting: z.enum(acceptingStatuses),
  delivery: delivery.nullable(),
  practiceStates: z.array(
    z.object({
      /** USPS code. */
      state: z.string(),
      basis: z.enum(practiceBases),
      identifier: optionalText,
      expiresOn: day.nullable(),
      verifiedOn: day.nullable(),
    }),
  ),
  locations: z.array(target),
  services: z.array(target),
  phases: z.array(target),
  verifiedOn: day.nullable(),
  bookingUrl: optionalText,
  tags: z.array(tag),
  sharing: sharing.nullable(),
});
