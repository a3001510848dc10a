import { z } from 'zod';
import { image } from './image';
import { richText } from './rich-text';
import { delivery, editorial, optionalText, region, target } from './shared';

export const administrationRoutes = [
  'lozenge',
  'nasal-spray',
  'intravenous',
  'intramuscular',
] as const;
export const regulatoryStatuses = ['approved', 'off-label', 'compounded'] as const;
export const evidenceLevels = ['strong', 'moderate', 'limited', 'very-limited', 'none'] as const;
export const screeningKinds = ['contraindication', 'precaution', 'requirement'] as const;
export const feeUnits = ['visit', 'session', 'course', 'hour'] as const;

/** Something the practice offers. */
export const service = z.object({
  name: z.string(),
  slug: z.string(),
  summary: z.string(),
  body: richText,
  heroImage: image.nullable(),
  administrationRoutes: z.array(
    z.object({
      route: z.enum(administrationRoutes),
      regulatoryStatus: z.enum(regulatoryStatuses),
      explanation: z.string(),
    }),
  ),
  conditions: z.array(
    z.object({
      condition: target.nullable(),
      evidenceLevel: z.enum(evidenceLevels),
      note: z.string(),
    }),
  ),
  screeningItems: z.array(
    z.object({ kind: z.enum(screeningKinds), name: z.string(), explanation: z.string() }),
  ),
  phases: z.array(target),
  whatToExpect: richText.nullable(),
  delivery: delivery.nullable(),
  course: z
    .object({
      sessionsMinimum: z.number().int().nullable(),
      sessionsMaximum: z.number().int().nullable(),
      weeksMinimum: z.number().int().nullable(),
      weeksMaximum: z.number().int().nullable(),
      note: optionalText,
    })
    .nullable(),
  fees: z.array(
    z.object({
      name: z.string(),
      /** In the currency's smallest unit: cents. Null: ask us. */
      amount: z.number().int().nullable(),
      /** ISO 4217. */
      currency: z.string(),
      unit: z.enum(feeUnits),
      note: optionalText,
    }),
  ),
  locations: z.array(target),
  regions: z.array(region),
  ...editorial,
});
