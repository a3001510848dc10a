import { FormattedText } from '../../../src/content-api/catalogue/rich-text/formatted-text';
import { richTextRenderer } from '../../../src/content-api/catalogue/rich-text/renderer';
import type { RichTextSource } from '../../../src/publications/content/rich-text';
import type { View } from '../../../src/content-api/catalogue/view';
import { practice, type BenchDocument, type PracticeSize } from './practice';

/** Formatted text in the forms in which the content API answers it. */
export interface RenderedText {
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
}

type Of<Type extends BenchDocument['type']> = Extract<BenchDocument, { type: Type }>;

/** The same practice for those that do not read a publication log: by type, its formatted text as HTML. */
export interface RenderedPractice {
  readonly notices: readonly Of<'safety-notice'>[];
  readonly phases: readonly Of<'therapy-phase'>[];
  readonly services: readonly Of<'service'>[];
  readonly clinicians: readonly Of<'clinician'>[];
  readonly faqs: readonly Of<'faq'>[];
  /** Notices that accompany every clinical text. */
  readonly everywhere: readonly string[];
  render(source: RichTextSource): RenderedText;
}

export function renderedPractice(size: PracticeSize): RenderedPractice {
  const documents = [...practice(size)];
  const of = <Type extends BenchDocument['type']>(type: Type) =>
    documents.filter((document): document is Of<Type> => document.type === type);
  const renderer = richTextRenderer('http://127.0.0.1');
  // No text of the bench names a contact, which is all that a renderer asks of a view.
  const view = { contact: () => null } as unknown as View;
  return {
    notices: of('safety-notice'),
    phases: of('therapy-phase'),
    services: of('service'),
    clinicians: of('clinician'),
    faqs: of('faq'),
    everywhere: of('practice').flatMap(({ content }) => content.safetyNotices),
    render: (source) => {
      const { html, markdown, text } = renderer.render(new FormattedText(source), view);
      return { html, markdown, text };
    },
  };
}
