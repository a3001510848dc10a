import type { RichTextSource } from '../../../publications/content/rich-text';
import { withContacts, type Contacts } from './contact-tokens';
import { htmlOf, type RenderContext } from './html';
import { markdownOf } from './markdown';
import { plainTextOf } from './plain-text';
import { inOnePiece, jsonOf, wireString, type WireText } from '../../wire-text';
import type { RichText, RichTextForm, RichTextRenderer } from './rich-text';

/** A text is kept with the contacts of so many languages and past editions. */
const MOST_CONTACTS = 4;

/** @param publicUrl where the content API is reached, without a slash at the end; pictures are addressed under it. */
export function richTextRenderer(publicUrl: string): RichTextRenderer {
  const pictureUrl = (sha256: string, name: string) =>
    `${publicUrl}/media/${sha256}/${encodeURIComponent(name)}`;
  const noContacts: Contacts = [];
  // By what was written and by whose contacts: the practice's content is one object for as long as it is unchanged.
  const made = new WeakMap<RichTextSource, LazyRichText>();

  return {
    render(source, view) {
      // Not the view itself: a text that outlives its edition must not keep the edition alive.
      const contacts = view.practice?.content.contacts ?? noContacts;
      const last = made.get(source) ?? null;
      for (let text = last; text; text = text.before) if (text.contacts === contacts) return text;
      const text = new LazyRichText(source, contacts, pictureUrl, last);
      text.forgetAfter(MOST_CONTACTS);
      made.set(source, text);
      return text;
    },
    line: (text, view) =>
      withContacts(text, view.practice?.content.contacts ?? noContacts, () => undefined),
  };
}

/**
 * Makes each form when it is first asked for: most answers need one of the three. There is one for every text of a
 * large practice, so it holds nothing that can be made when a form is.
 */
class LazyRichText implements RichText {
  #html: WireText | undefined;
  #markdown: WireText | undefined;
  #text: WireText | undefined;

  constructor(
    private readonly source: RichTextSource,
    readonly contacts: Contacts,
    private readonly pictureUrl: RenderContext['pictureUrl'],
    /** The same source with other contacts. */
    public before: LazyRichText | null,
  ) {}

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
        return (this.#html ??= kept(htmlOf(this.source, this.#context())));
      case 'markdown':
        return (this.#markdown ??= kept(markdownOf(this.source, this.#context())));
      case 'text':
        return (this.#text ??= kept(plainTextOf(this.source, this.#context())));
      default:
        return form satisfies never;
    }
  }

  get unknownContacts(): readonly string[] {
    const unknown = new Set<string>();
    // Any form names every token.
    plainTextOf(this.source, this.#context(unknown));
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
