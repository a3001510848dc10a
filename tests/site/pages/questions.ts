import { FaqPage, Faqs } from 'kap-content-client';
import { formatted, html, section } from '../html.js';
import type { MakePage } from '../page.js';
import { colophon, links, notices, written } from '../parts.js';

/** Every question under its topic, and each with its answer. */
export const questions: MakePage = async (visit, slug) => {
  const { client, locale, words } = visit;
  if (slug === undefined) {
    const { nodes } = (await client.ask(Faqs, { locale, first: 100, orderBy: 'POSITION_ASC' })).data
      .faqs;
    const topics = [...new Set(nodes.map(({ topic }) => topic))];
    const each = topics.map((topic) => {
      const its = nodes.filter((one) => one.topic === topic);
      const linked = its.map((one) => ({ slug: one.slug, label: one.question }));
      return section(words.topics[topic], links(visit, 'questions', linked));
    });
    return { title: words.questions, body: html`${each}` };
  }
  const { faq } = (await client.ask(FaqPage, { locale, slug })).data;
  if (!faq) return null;
  const body = html`
    <div>${formatted(faq.answer)}</div>
    ${notices(visit, faq.safety)}
    ${section(
      words.services,
      links(
        visit,
        'services',
        faq.services.map((one) => ({ slug: one.slug, label: one.name })),
      ),
    )}
    ${colophon(visit, faq)}
  `;
  return { title: faq.question, documentId: faq.id, body: written(visit, faq, body) };
};
