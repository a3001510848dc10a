import type { RichTextSource } from '../../../publications/content/rich-text';
import { withContacts, type Contacts } from './contact-tokens';
import { htmlOf, type RenderContext } from './html';
import { markdownOf } from './markdown';
import { plainTextOf } from './plain-text';
import { jsonOf, wireString, type WireText } from '../../wire-text';
import type { RichText, RichTextForm, RichTextRenderer } from './rich-text';

/** A text is kept with the contacts of so many languages and past editions. */
const MOST_CONTACTS = 4;

interface Made {
  readonly contacts: Contacts;
  readonly text: RichText;
}

/** @param publicUrl where the content API is reached, without a slash at the end; pictures are addressed under it. */
export function richTextRenderer(publicUrl: string): RichTextRenderer {
  const pictureUrl = (sha256: string, name: string) =>
    `${publicUrl}/media/${sha256}/${encodeURIComponent(name)}`;
  const noContacts: Contacts = [];
  // By what was written and by whose contacts: the practice's content is one object for as long as it is unchanged.
  const made = new WeakMap<RichTextSource, readonly Made[]>();

  return {
    render(source, view) {
      // Not the view itself: a text that outlives its edition must not keep the edition alive.
      const contacts = view.practice?.content.contacts ?? noContacts;
      const before = made.get(source);
      if (before) {
        for (const each of before) if (each.contacts === contacts) return each.text;
      }
      const text = new LazyRichText(source, contacts, pictureUrl);
      made.set(source, [{ contacts, text }, ...(before ?? []).slice(0, MOST_CONTACTS - 1)]);
      return text;
    },
    line: (text, view) =>
      withContacts(text, view.practice?.content.contacts ?? noContacts, () => undefined),
  };
}

/** Makes each form when it is first asked for: most answers need one of the three. */
class LazyRichText implements RichText {
  readonly #unknown = new Set<string>();
  readonly #context: RenderContext;
  #html: WireText | undefined;
  #markdown: WireText | undefined;
  #text: WireText | undefined;

  constructor(
    private readonly source: RichTextSource,
    contacts: Contacts,
    pictureUrl: RenderContext['pictureUrl'],
  ) {
    this.#context = {
      pictureUrl,
      text: (words) => withContacts(words, contacts, (key) => this.#unknown.add(key)),
    };
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
        return (this.#html ??= wireString(htmlOf(this.source, this.#context)));
      case 'markdown':
        return (this.#markdown ??= wireString(markdownOf(this.source, this.#context)));
      case 'text':
        return (this.#text ??= wireString(plainTextOf(this.source, this.#context)));
      default:
        return form satisfies never;
    }
  }

  get unknownContacts(): readonly string[] {
    // Any form names every token.
    this.wire('text');
    return [...this.#unknown];
  }

  #form(form: RichTextForm): string {
    return JSON.parse(jsonOf(this.wire(form))) as string;
  }
}
