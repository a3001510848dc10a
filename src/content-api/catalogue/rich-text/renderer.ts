import type { RichTextSource } from '../../../publications/content/rich-text';
import { withContacts, type Contacts } from './contact-tokens';
import { htmlOf, type RenderContext } from './html';
import { markdownOf } from './markdown';
import { plainTextOf } from './plain-text';
import type { RichText, RichTextRenderer } from './rich-text';

/** @param publicUrl where the content API is reached, without a slash at the end; pictures are addressed under it. */
export function richTextRenderer(publicUrl: string): RichTextRenderer {
  const pictureUrl = (sha256: string, name: string) =>
    `${publicUrl}/media/${sha256}/${encodeURIComponent(name)}`;
  const noContacts: Contacts = [];
  // By what was written and by whose contacts: the practice's content is one object for as long as it is unchanged.
  const made = new WeakMap<RichTextSource, WeakMap<Contacts, RichText>>();

  return {
    render(source, view) {
      const byContacts = made.get(source) ?? new WeakMap<Contacts, RichText>();
      made.set(source, byContacts);
      // Not the view itself: a text that outlives its edition must not keep the edition alive.
      const contacts = view.practice?.content.contacts ?? noContacts;
      const before = byContacts.get(contacts);
      if (before) return before;
      const text = new LazyRichText(source, contacts, pictureUrl);
      byContacts.set(contacts, text);
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
  #html: string | undefined;
  #markdown: string | undefined;
  #text: string | undefined;

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
    return (this.#html ??= htmlOf(this.source, this.#context));
  }

  get markdown(): string {
    return (this.#markdown ??= markdownOf(this.source, this.#context));
  }

  get text(): string {
    return (this.#text ??= plainTextOf(this.source, this.#context));
  }

  get unknownContacts(): readonly string[] {
    // Any form names every token.
    void this.text;
    return [...this.#unknown];
  }
}
