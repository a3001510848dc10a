import { z } from 'zod';
import { richText } from './rich-text';
import { crisisLine, day, optionalText, target } from './shared';

export const safetyKinds = [
  'crisis-line',
  'off-label',
  'compounded',
  'monitoring',
  'driving',
  'general',
] as const;
/** From "good to know" to "act now". */
export const severities = ['information', 'caution', 'warning', 'emergency'] as const;

/** What must stand next to clinical text. */
export const safetyNotice = z.object({
  title: z.string(),
  slug: z.string(),
  kind: z.enum(safetyKinds),
  severity: z.enum(severities),
  text: richText,
  /** Where it holds; null: everywhere. */
  jurisdiction: z.object({ code: z.string(), name: z.string(), note: optionalText }).nullable(),
  crisisLines: z.array(crisisLine),
  /** The day after which the facts in it may no longer be true; null: no such day is known. */
  factExpiresOn: day.nullable(),
  references: z.array(target),
});
