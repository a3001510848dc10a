import type { z } from 'zod';
import type { ContentOf } from '../../../../../publications/content';
import type { crisisLine as crisisLineFields } from '../../../../../publications/content/shared';
import type { View } from '../view';

export const crisisLine: View<z.infer<typeof crisisLineFields>> = {
  mainField: 'name',
  rows: [
    ['name', 'phone'],
    ['textMessage', 'url'],
    ['hours', 'languages'],
  ],
  fields: {
    name: {
      label: 'Name',
      description: 'As the service calls itself.',
      placeholder: '988 Suicide & Crisis Lifeline',
    },
    phone: {
      label: 'Phone',
      description: 'The number to call, digits only. Call it before you publish it.',
      placeholder: '988',
    },
    textMessage: {
      label: 'Text message',
      description:
        'Where to send a message, with the word to send where one is needed. Some people cannot speak in a crisis.',
      placeholder: '988',
    },
    url: {
      label: 'Web address',
      description: 'Where people can chat or read more.',
      placeholder: 'https://988lifeline.org',
    },
    hours: {
      label: 'Hours',
      description: 'When somebody answers.',
      placeholder: '24 hours a day, every day',
    },
    languages: {
      label: 'Languages',
      description: 'In which languages somebody answers, and how to get there.',
      placeholder: 'English; press 2 for Spanish',
    },
  },
};

export const jurisdiction: View<NonNullable<ContentOf<'safety-notice'>['jurisdiction']>> = {
  mainField: 'name',
  rows: [['code', 'name'], ['note']],
  fields: {
    code: {
      label: 'Code',
      description: 'The country, such as US, or a part of it, such as US-CO.',
      placeholder: 'US',
    },
    name: {
      label: 'Name',
      description: 'As readers call it, in this language.',
      placeholder: 'United States',
    },
    note: { label: 'Note', description: 'What readers elsewhere should do instead.' },
  },
};
