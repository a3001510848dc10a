import { withContacts, type Contacts } from './contact-tokens';
import { LazyRichText } from './lazy-rich-text';
import type { RichTextRenderer } from './rich-text';

/** A text is kept with the contacts of so many languages and past editions. */
const MOST_CONTACTS = 4;

/** @param publicUrl where the content API is reached, without a slash at the end; pictures are addressed under it. */
export function richTextRenderer(publicUrl: string): RichTextRenderer {
  const pictureUrl = (sha256: string, name: string) =>
    `${publicUrl}/media/${sha256}/${encodeURIComponent(name)}`;
  const noContacts: Contacts = [];

  return {
    render(source, view) {
      // Not the view itself: a text that outlives its edition must not keep the edition alive. The practice's content is
      // one object for as long as it is unchanged.
      const contacts = view.practice?.content.contacts ?? noContacts;
      for (let text = source.rendered; text; text = text.before) {
        if (text.contacts === contacts && text.pictureUrl === pictureUrl) return text;
      }
      const text = new LazyRichText(source, contacts, pictureUrl, source.rendered);
      text.forgetAfter(MOST_CONTACTS);
      source.rendered = text;
      return text;
    },
    line: (text, view) =>
      withContacts(text, view.practice?.content.contacts ?? noContacts, () => undefined),
  };
}
