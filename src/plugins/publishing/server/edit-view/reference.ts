import type { ContentOf } from '../../../../publications/content';
import { slug } from './editorial';
import type { TypeView } from './view';

export const reference: TypeView<ContentOf<'reference'>> = {
  mainField: 'title',
  sortBy: 'title',
  list: ['title', 'kind', 'year', 'publisher'],
  rows: [
    ['title', 'slug'],
    ['kind', 'year'],
    ['authors'],
    ['publisher', 'doi'],
    ['url', 'accessedOn'],
  ],
  fields: {
    title: {
      label: 'Title',
      description:
        'Exactly as the source has it, in its own language: people look it up by these words.',
    },
    slug,
    kind: {
      label: 'Kind',
      description:
        'What sort of source it is. A regulator’s page weighs differently from an article.',
    },
    year: { label: 'Year', description: 'The year in which it was published, four digits.' },
    authors: {
      label: 'Authors',
      description: 'As the source names them, separated by commas.',
      placeholder: 'Sanacora G, Frye MA, McDonald W',
    },
    publisher: {
      label: 'Journal or publisher',
      description: 'The journal, the authority or the publishing house.',
      placeholder: 'JAMA Psychiatry',
    },
    doi: {
      label: 'DOI',
      description:
        'The article’s lasting number, without “https://doi.org/”. It still works when web pages have moved.',
      placeholder: '10.1001/jamapsychiatry.2017.0080',
    },
    url: {
      label: 'Web address',
      description: 'Where readers can open it. Prefer the original to a report about it.',
      placeholder: 'https://',
    },
    accessedOn: {
      label: 'Read on',
      description: 'The day on which somebody here last read it. Web pages change without a word.',
    },
  },
};
