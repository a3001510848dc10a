import { inOnePiece, jsonOf, wireString, type WireText } from '../../wire-text';
import { withContacts, type Contacts } from './contact-tokens';
import type { FormattedText } from './formatted-text';
import { htmlOf, type RenderContext } from './html';
import { markdownOf } from './markdown';
import { plainTextOf } from './plain-text';
import type { RichText, RichTextForm } from './rich-text';

/**
 * Makes each form when it is first asked for: most answers need one of the three. There is one for every text of a
 * large practice, so it holds nothing that can be made when a form is.
 */
export class LazyRichText implements RichText {
  #html: WireText | undefined;
  #markdown: WireText | undefined;
  #text: WireText | undefined;

  constructor(
    private readonly source: FormattedText,
    readonly contacts: Contacts,
    readonly pictureUrl: RenderContext['pictureUrl'],
    /** The same source with other contacts. */
    public before: LazyRichText | null,
  ) {}

  /** Of its HTML, in bytes; 0 before it is made. */
  get size(): number {
    return this.#html?.length ?? 0;
  }

  /** Keeps so many in all. */
  forgetAfter(count: number): void {
    if (count <= 1) this.before = null;
    else this.before?.forgetAfter(count - 1);
  }

  get html(): string {
    return this.#form('html');
  }

  get markdown(): string {
    return this.#form('markdown');
  }

  get text(): string {
    return this.#form('text');
  }

  wire(form: RichTextForm): WireText {
    switch (form) {
      case 'html':
        return (this.#html ??= kept(htmlOf(this.source.blocks, this.#context())));
      case 'markdown':
        return (this.#markdown ??= kept(markdownOf(this.source.blocks, this.#context())));
      case 'text':
        return (this.#text ??= kept(plainTextOf(this.source.blocks, this.#context())));
      default:
        return form satisfies never;
    }
  }

  get unknownContacts(): readonly string[] {
    const unknown = new Set<string>();
    // Any form names every token.
    plainTextOf(this.source.blocks, this.#context(unknown));
    return [...unknown];
  }

  #form(form: RichTextForm): string {
    return JSON.parse(jsonOf(this.wire(form))) as string;
  }

  #context(unknown?: Set<string>): RenderContext {
    const { contacts, pictureUrl } = this;
    return {
      pictureUrl,
      text: (words) => withContacts(words, contacts, (key) => void unknown?.add(key)),
    };
  }
}

function kept(text: string): WireText {
  return inOnePiece(wireString(text));
}
