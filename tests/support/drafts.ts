import type { Block } from '../../src/publications/content/rich-text';

/** A text of one paragraph, as the blocks editor keeps it. */
export function paragraph(text: string): Block[] {
  return [{ type: 'paragraph', children: [{ type: 'text', text }] }];
}

/** What an editor types for an FAQ; complete enough to be published. */
export function faqDraft(slug: string, more: object = {}) {
  return {
    question: `What should I know about ${slug}?`,
    slug,
    answer: paragraph(`An answer about ${slug}.`),
    topic: 'basics',
    audience: 'patient',
    position: 100,
    ...more,
  };
}

/** What an editor types for a condition; complete enough to be published. */
export function conditionDraft(slug: string, more: object = {}) {
  return {
    name: `Condition ${slug}`,
    slug,
    summary: `A condition that people seek treatment for, called ${slug} in this test.`,
    ...more,
  };
}

/** What an editor types for a service; complete enough to be published. */
export function serviceDraft(slug: string, more: object = {}) {
  return {
    name: `Service ${slug}`,
    slug,
    summary: `Something that the practice offers, which this test calls ${slug}.`,
    body: paragraph(`What happens in ${slug}.`),
    ...more,
  };
}
