import type { ShownContent } from '../../catalogue/shown-content';
import type { Document } from '../../catalogue/document';
import type { View } from '../../catalogue/view';
import type { Attribution } from './attribution.type';
import type { Sharing } from './sharing.type';

export type { Attribution };

type Terms = NonNullable<ShownContent<'practice'>['sharing']>;

/** The terms that hold for a document: its own, else the practice's. */
export function sharingOf(document: Document, view: View): Sharing | null {
  return ownTerms(document) ?? practiceTerms(view);
}

/**
 * What must stand next to a copy of the text: the name that its terms ask for, else the practice's; null before there
 * is a practice.
 */
export function attributionOf(
  document: Document,
  url: string | null,
  view: View,
): Attribution | null {
  const terms = ownTerms(document) ?? practiceTerms(view);
  const text = terms?.attribution ?? view.practice?.content.name;
  return text === undefined ? null : { text, url, licence: terms?.licence ?? null };
}

/**
 * Within how long a copy must be fetched again, from when it was fetched, as an ISO 8601 duration: `P7D`. A duration
 * and no date, since an answer must not depend on the clock.
 */
export function refreshByOf(document: Document, view: View): string | null {
  const days = ownTerms(document)?.refreshWithinDays ?? practiceTerms(view)?.refreshWithinDays;
  return days == null ? null : `P${days}D`;
}

function ownTerms({ content }: Document): Terms | null {
  return 'sharing' in content ? content.sharing : null;
}

function practiceTerms(view: View): Terms | null {
  return view.practice?.content.sharing ?? null;
}
