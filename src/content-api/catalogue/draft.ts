import type { ContentOf, ContentTypeName } from '../../publications/content';
import type { MediaDetails, Sha256, Subject } from '../../publications/publication';

/** A document's text in one locale as an editor has saved it, and nobody has published it. */
export interface Draft<Type extends ContentTypeName = ContentTypeName> extends Subject<Type> {
  /** As the log would name the content, were it published like this. */
  readonly contentHash: Sha256;
  /** A required text that it still lacks is an empty string. */
  readonly content: ContentOf<Type>;
  readonly media: MediaDetails;
}
