import { z } from 'zod';
import { richText } from './rich-text';
import { editorial, line, visits } from './shared';

export const phaseKinds = ['preparation', 'session', 'integration'] as const;

/** A part of a therapy, in the order in which people go through it. */
export const therapyPhase = z.object({
  title: z.string(),
  slug: z.string(),
  kind: z.enum(phaseKinds),
  summary: z.string(),
  body: richText,
  goals: z.array(line),
  steps: z.array(z.object({ title: z.string(), text: z.string() })),
  clinicianRole: richText.nullable(),
  visits: visits.nullable(),
  whatPeopleReport: richText.nullable(),
  aftercare: richText.nullable(),
  ...editorial,
});
