import type { ContentOf } from '../../../../publications/content';
import { editorial, editorialRows, slug } from './editorial';
import type { TypeView } from './view';

export const therapyPhase: TypeView<ContentOf<'therapy-phase'>> = {
  mainField: 'title',
  sortBy: 'title',
  list: ['title', 'kind', 'slug', 'summary'],
  rows: [
    ['title', 'slug'],
    ['kind'],
    ['summary'],
    ['body'],
    ['goals'],
    ['steps'],
    ['clinicianRole'],
    ['visits'],
    ['whatPeopleReport'],
    ['aftercare'],
    ...editorialRows,
  ],
  fields: {
    title: {
      label: 'Title',
      description: 'The name of this phase. Name the therapy where several have such a phase.',
      placeholder: 'Preparation for ketamine-assisted psychotherapy',
    },
    slug,
    kind: {
      label: 'Kind',
      description:
        'What comes before the medicine, the session with it, or what follows. Sites use it to order and filter.',
    },
    summary: {
      label: 'Summary',
      description: 'One or two plain sentences: what this phase is for.',
    },
    body: {
      label: 'Text',
      description:
        'The full description, in short sentences of about grade 8. Describe; do not instruct: this is not medical advice.',
    },
    goals: {
      label: 'Goals',
      description: 'What this phase is meant to achieve, one line each. Write aims, not promises.',
    },
    steps: {
      label: 'Steps',
      description:
        'What happens, one after the other. People who are afraid of the unknown read this first.',
    },
    clinicianRole: {
      label: 'The clinician’s role',
      description:
        'Who is there and what they do. Keep apart who prescribes and gives the medicine and who provides the psychotherapy: the law does.',
    },
    visits: { label: 'Visits', description: 'How many visits are usual and how long each takes.' },
    whatPeopleReport: {
      label: 'What people report',
      description:
        'What people have told about it, pleasant and unpleasant alike. Say that it differs from person to person, and quote nobody without consent.',
    },
    aftercare: {
      label: 'Aftercare',
      description:
        'What to do and not to do afterwards, such as not driving that day, and whom to call when something feels wrong.',
    },
    ...editorial,
  },
};
