import type { RichTextSource } from '../../../publications/content/rich-text';
import { jsonOf, wireText, type WireText } from '../../wire-text';
import type { LazyRichText } from './lazy-rich-text';

/**
 * Text as an editor formatted it, packed: of fifty thousand texts few are asked for in another form than the one that
 * was made of them before, and as objects they would be a third of all that a catalogue takes.
 */
export class FormattedText {
  /** What answers read of it, the last first; kept here by the renderer. */
  rendered: LazyRichText | null = null;
  readonly #json: WireText;

  constructor(blocks: RichTextSource) {
    this.#json = wireText(JSON.stringify(blocks));
  }

  /** Of the HTML that was made of it last, in bytes; 0 before that. */
  get size(): number {
    return this.rendered?.size ?? 0;
  }

  get blocks(): RichTextSource {
    return JSON.parse(jsonOf(this.#json)) as RichTextSource;
  }
}
