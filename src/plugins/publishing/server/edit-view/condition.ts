import type { ContentOf } from '../../../../publications/content';
import { editorial, editorialRows, slug } from './editorial';
import type { TypeView } from './view';

export const condition: TypeView<ContentOf<'condition'>> = {
  mainField: 'name',
  sortBy: 'name',
  list: ['name', 'slug', 'summary'],
  rows: [['name', 'slug'], ['summary'], ['body'], ['alsoKnownAs'], ...editorialRows],
  fields: {
    name: {
      label: 'Name',
      description:
        'What it is called in plain language. Name the condition, never the people who have it.',
      placeholder: 'Depression that treatment has not relieved',
    },
    slug,
    summary: {
      label: 'Summary',
      description: 'One or two plain sentences, without blame and without alarm.',
    },
    body: {
      label: 'Text',
      description:
        'What it is like and what helps. Do not describe methods of self-harm, and help nobody to diagnose themselves.',
    },
    alsoKnownAs: {
      label: 'Also known as',
      description:
        'Other names, abbreviations and the clinical term, one each. People search by the word they were given.',
    },
    ...editorial,
  },
};
