import type { editorial as editorialFields } from '../../../../publications/content/shared';
import type { FieldText } from './view';

type Editorial = Readonly<Record<keyof typeof editorialFields, FieldText>>;

/** The fields that every text of its own has, at the end of its form. */
export const editorial = {
  references: {
    label: 'References',
    description:
      'The sources of what this text claims, most important first. Readers who are deciding about treatment must be able to check them.',
  },
  safetyNotices: {
    label: 'Safety notices',
    description:
      'The notices that must stand next to this text wherever it is shown, also on partners’ sites. Those that the practice shows everywhere need not be named again.',
  },
  authors: {
    label: 'Authors',
    description:
      'Who wrote this text. Readers trust health information more when they can see who stands behind it.',
  },
  tags: {
    label: 'Tags',
    description:
      'Keywords by which sites group texts, such as “costs” or “first visit”. Use the same spelling each time.',
  },
  searchEngine: {
    label: 'Search engines',
    description:
      'What a search engine shows instead of the title and summary. Leave it out and they are used.',
  },
  sharing: {
    label: 'Sharing terms',
    description:
      'On what terms other sites may show this text. Leave it out and the practice’s own terms hold.',
  },
} as const satisfies Editorial;

export const editorialRows = [
  ['references', 'safetyNotices'],
  ['authors'],
  ['tags'],
  ['searchEngine'],
  ['sharing'],
] as const;

/** What every slug field says. */
export const slug = {
  label: 'Slug',
  description:
    'The last part of this page’s address. When the title is written, press the round arrow to make it from there. Then leave it: people have saved and printed the address.',
} as const satisfies FieldText;
