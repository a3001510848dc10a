import { CrisisHelp } from 'kap-content-client';
import { formatted, html, section } from '../html.js';
import type { MakePage } from '../page.js';
import { helpLines, notices } from '../parts.js';

/** Help in a crisis, and nothing before it. */
export const crisis: MakePage = async (visit, slug) => {
  if (slug !== undefined) return null;
  const { practice } = (await visit.client.ask(CrisisHelp, { locale: visit.locale })).data;
  if (!practice?.crisisHelp) return null;
  const { title, text, lines } = practice.crisisHelp;
  return {
    title,
    body: html`
      ${formatted(text)} ${section(visit.words.lines, helpLines(lines))}
      ${notices(visit, practice.safety)}
    `,
  };
};
