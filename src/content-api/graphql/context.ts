import type { Catalogue } from '../catalogue/catalogue';
import type { RichTextRenderer } from '../catalogue/rich-text/rich-text';

/** What all resolvers of one operation share. The catalogue is one edition for as long as the operation runs. */
export interface ContentContext {
  readonly catalogue: Catalogue;
  readonly renderer: RichTextRenderer;
  /** The origin under which readers reach this API, without a slash at the end. */
  readonly publicUrl: string;
}
