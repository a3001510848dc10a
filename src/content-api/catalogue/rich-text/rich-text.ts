import type { WireText } from '../../wire-text';
import type { View } from '../view';
import type { FormattedText } from './formatted-text';

/** Formatted text in the three forms that answers give. Each is made when it is first read, then kept as it is sent. */
export interface RichText {
  /** Safe to insert into a page: only the elements that the editor offers, every character escaped. */
  readonly html: string;
  /** CommonMark, with GitHub's strikethrough. */
  readonly markdown: string;
  /** Words only; blocks are separated by an empty line. */
  readonly text: string;
  /** A form as it stands in answers: a JSON string. */
  wire(form: RichTextForm): WireText;
  /** Keys of contacts that the text names and the practice does not have, each once. */
  readonly unknownContacts: readonly string[];
}

export type RichTextForm = 'html' | 'markdown' | 'text';

/** Makes rich text from what editors wrote. One per process; remembers what it made for as long as the source lives. */
export interface RichTextRenderer {
  /** @param view whose practice's contacts replace tokens. */
  render(source: FormattedText, view: View): RichText;
  /** A plain field (a summary, a note) with its contact tokens replaced. */
  line(text: string, view: View): string;
}
