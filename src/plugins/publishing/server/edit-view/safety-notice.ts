import type { ContentOf } from '../../../../publications/content';
import { slug } from './editorial';
import type { TypeView } from './view';

export const safetyNotice: TypeView<ContentOf<'safety-notice'>> = {
  mainField: 'title',
  sortBy: 'title',
  list: ['title', 'kind', 'severity', 'factExpiresOn'],
  rows: [
    ['title', 'slug'],
    ['kind', 'severity'],
    ['text'],
    ['jurisdiction'],
    ['crisisLines'],
    ['factExpiresOn', 'references'],
  ],
  fields: {
    title: {
      label: 'Title',
      description:
        'What the notice is about in a few words. In an emergency people read only this.',
      placeholder: 'Do not drive until the next day',
    },
    slug,
    kind: {
      label: 'Kind',
      description:
        'What it is about. Sites and partners check by it that the notices a text needs are there.',
    },
    severity: {
      label: 'Severity',
      description:
        'From “good to know” to “act now”. Keep “emergency” for what must be done at once, or readers stop heeding it.',
    },
    text: {
      label: 'Text',
      description:
        'What to know and what to do, shortest sentences first. Write for someone who is frightened and cannot concentrate.',
    },
    jurisdiction: {
      label: 'Where it holds',
      description:
        'The country or state whose law or services it is about. Leave it out where it holds everywhere.',
    },
    crisisLines: {
      label: 'Crisis lines',
      description:
        'Whom a person in distress can reach, most general first. Call each number yourself before you publish it.',
    },
    factExpiresOn: {
      label: 'Facts hold until',
      description:
        'The last day on which the facts are known to be true, such as the end of a temporary rule. Leave it empty where no such day is known.',
    },
    references: {
      label: 'References',
      description: 'Where the facts come from: the label, the regulator, the service itself.',
    },
  },
};
