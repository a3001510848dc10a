import type { ContentTypeName } from '../../publications/content';
import type { ShownContent } from './shown-content';
import type { Instant, MediaDetails, Sequence, Sha256 } from '../../publications/publication';

/**
 * A document as the readers of one locale see it: in that locale, or in the one that stands in for it. Whoever sees no
 * drafts sees published ones only.
 */
export interface Document<Type extends ContentTypeName = ContentTypeName> {
  readonly type: Type;
  readonly id: string;
  /** The locale of the text; null where the content type is the same in every language. */
  readonly locale: string | null;
  /** True where the text is in another locale than the reader's. */
  readonly isFallback: boolean;
  /** The locales in which the document is public, in alphabetical order. */
  readonly availableLocales: readonly string[];
  /** `modified`: it is public, and a draft is shown that differs. `draft`: nothing of it is public. */
  readonly status: 'published' | 'modified' | 'draft';
  /** Of what is public; null of a draft of which nothing is. */
  readonly revision: number | null;
  readonly contentHash: Sha256;
  /** When this revision was published, and the sequence of its entry; null where nothing is public. */
  readonly publishedAt: Instant | null;
  readonly sequence: Sequence | null;
  /** When the document was first published in this text's locale; null where it never was. */
  readonly firstPublishedAt: Instant | null;
  readonly content: ShownContent<Type>;
  readonly media: MediaDetails;
}
