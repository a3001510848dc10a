import { z } from 'zod';
import { richText } from './rich-text';
import { crisisLine, sharing, target } from './shared';

export const contactKinds = ['phone', 'email', 'url', 'text'] as const;
export const pageTypes = [
  'service',
  'therapy-phase',
  'clinician',
  'faq',
  'condition',
  'location',
] as const;

/** The organisation that publishes. There is one. */
export const practice = z.object({
  name: z.string(),
  description: z.string(),
  /** Texts refer to a contact as `{{contact.KEY}}`, so that a number is changed in one place. */
  contacts: z.array(
    z.object({ key: z.string(), label: z.string(), kind: z.enum(contactKinds), value: z.string() }),
  ),
  funding: richText,
  conflictsOfInterest: richText,
  publishingPrinciples: richText,
  navigation: z.array(z.object({ label: z.string(), path: z.string() })),
  /** The page for someone who needs help now. */
  crisisHelp: z
    .object({ title: z.string(), text: richText, lines: z.array(crisisLine) })
    .nullable(),
  /** Notices that accompany every clinical text, whatever the text itself names. */
  safetyNotices: z.array(target),
  /** Where a document's page is on the practice's site: `https://example.org/{locale}/services/{slug}`. */
  pages: z.array(z.object({ type: z.enum(pageTypes), pattern: z.string() })),
  /** Terms for documents that name none of their own. */
  sharing: sharing.nullable(),
});
