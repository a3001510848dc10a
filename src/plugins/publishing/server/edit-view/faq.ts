import type { ContentOf } from '../../../../publications/content';
import { editorial, editorialRows, slug } from './editorial';
import type { TypeView } from './view';

export const faq: TypeView<ContentOf<'faq'>> = {
  mainField: 'question',
  sortBy: 'position',
  list: ['question', 'topic', 'audience', 'position'],
  rows: [
    ['question', 'slug'],
    ['answer'],
    ['topic', 'audience', 'position'],
    ['services', 'phases'],
    ...editorialRows,
  ],
  fields: {
    question: {
      label: 'Question',
      description: 'As people ask it, in their words. One question only.',
      placeholder: 'Can I drive home after a session?',
    },
    slug,
    answer: {
      label: 'Answer',
      description:
        'Answer in the first sentence, then explain. Where it depends on the person, say so and say whom to ask.',
    },
    topic: { label: 'Topic', description: 'Sites group questions by it.' },
    audience: {
      label: 'For whom',
      description: 'Who asks this: a patient, someone close to them, or a clinician who refers.',
    },
    position: {
      label: 'Position',
      description:
        'Lists are sorted by it, smallest first. Give what frightens people most a small number.',
    },
    services: {
      label: 'Services',
      description: 'The services that this question is about. It is shown on their pages.',
    },
    phases: {
      label: 'Phases',
      description: 'The phases that this question is about. It is shown on their pages.',
    },
    ...editorial,
  },
};
