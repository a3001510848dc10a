/** Text that is HTML already. Whatever else goes into a page is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | readonly Part[];

/** HTML with values in it; null and false are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(parts.map((part, index) => part + shown(values[index] ?? null)).join(''));
}

/** Formatted text as the content hub gives it, which has made it safe. */
export const formatted = (text: { readonly html: string } | null): Html =>
  new Html(text?.html ?? '');

/** A list; nothing where there is nothing in it. */
export const list = (items: readonly Html[]): Html =>
  items.length === 0
    ? html``
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;

/** A part of a page under a heading; nothing where there is nothing in it. */
export const section = (title: string, body: Html): Html =>
  body.text === ''
    ? body
    : html`<section>
        <h2>${title}</h2>
        ${body}
      </section>`;

function shown(value: Part): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
