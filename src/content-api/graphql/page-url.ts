import type { pageTypes } from '../../publications/content/practice';
import type { Document } from '../catalogue/document';
import type { View } from '../catalogue/view';

/** Practice has no slug of its own: there is one. */
const PRACTICE_SLUG = 'practice';

/** The document's slug. */
export function slugOf({ content }: Document): string {
  return 'slug' in content ? content.slug : PRACTICE_SLUG;
}

type PageType = (typeof pageTypes)[number];

/** What the practice says of where pages of a type are; null where it has none. */
export function pagePatternOf(type: PageType, view: View): string | null {
  const pages = view.practice?.content.pages ?? [];
  return pages.find((each) => each.type === type)?.pattern ?? null;
}

/**
 * Where a document's page is on the practice's site, by the pattern that the practice gives for its type; null where
 * it gives none. A text that stands in for another language's is found where its own language is.
 */
export function pageUrlOf(document: Document, slug: string, view: View): string | null {
  return (
    pagePatternOf(document.type as PageType, view)
      ?.replaceAll('{slug}', encodeURIComponent(slug))
      .replaceAll('{locale}', encodeURIComponent(document.locale ?? view.locale)) ?? null
  );
}
