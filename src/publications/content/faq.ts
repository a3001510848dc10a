import { z } from 'zod';
import { richText } from './rich-text';
import { editorial, target } from './shared';

export const faqTopics = [
  'basics',
  'safety',
  'preparation',
  'session',
  'integration',
  'evidence',
  'cost',
  'access',
] as const;
export const audiences = ['patient', 'family', 'clinician'] as const;

/** A question that people ask, with its answer. */
export const faq = z.object({
  question: z.string(),
  slug: z.string(),
  answer: richText,
  topic: z.enum(faqTopics),
  audience: z.enum(audiences),
  services: z.array(target),
  phases: z.array(target),
  /** Lists are sorted by it, smallest first. */
  position: z.number().int(),
  ...editorial,
});
