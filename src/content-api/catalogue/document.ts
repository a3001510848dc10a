import type { ContentOf, ContentTypeName } from '../../publications/content';
import type { Instant, MediaDetails, Sequence, Sha256 } from '../../publications/publication';

/** A public document as the readers of one locale see it: in that locale, or in the one that stands in for it. */
export interface Document<Type extends ContentTypeName = ContentTypeName> {
  readonly type: Type;
  readonly id: string;
  /** The locale of the text; null where the content type is the same in every language. */
  readonly locale: string | null;
  /** True where the text is in another locale than the reader's. */
  readonly isFallback: boolean;
  /** The locales in which the document is public, in alphabetical order. */
  readonly availableLocales: readonly string[];
  readonly revision: number;
  readonly contentHash: Sha256;
  /** When this revision was published, and the sequence of its entry. */
  readonly publishedAt: Instant;
  readonly sequence: Sequence;
  /** When the document was first published in this text's locale. */
  readonly firstPublishedAt: Instant;
  readonly content: ContentOf<Type>;
  readonly media: MediaDetails;
}
