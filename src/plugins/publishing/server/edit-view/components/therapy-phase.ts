import type { z } from 'zod';
import type { ContentOf } from '../../../../../publications/content';
import type { visits as visitsFields } from '../../../../../publications/content/shared';
import type { View } from '../view';

export const step: View<ContentOf<'therapy-phase'>['steps'][number]> = {
  mainField: 'title',
  rows: [['title'], ['text']],
  fields: {
    title: {
      label: 'Title',
      description: 'What happens, in a few words.',
      placeholder: 'Blood pressure is taken',
    },
    text: {
      label: 'Text',
      description: 'How it goes and why it is done. Say what the person may refuse or stop.',
    },
  },
};

export const visits: View<z.infer<typeof visitsFields>> = {
  mainField: 'note',
  rows: [['minimum', 'maximum'], ['minutesMinimum', 'minutesMaximum'], ['note']],
  fields: {
    minimum: { label: 'Visits, at least', description: 'The smallest usual number of visits.' },
    maximum: {
      label: 'Visits, at most',
      description: 'The largest usual number. The same as the smallest where it is fixed.',
    },
    minutesMinimum: {
      label: 'Minutes, at least',
      description: 'How long the shortest usual visit takes, waiting included.',
    },
    minutesMaximum: {
      label: 'Minutes, at most',
      description: 'How long the longest usual visit takes, until the person may leave.',
    },
    note: { label: 'Note', description: 'What it depends on.' },
  },
};
