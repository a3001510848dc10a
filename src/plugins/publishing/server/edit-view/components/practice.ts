import type { ContentOf } from '../../../../../publications/content';
import type { View } from '../view';

type Practice = ContentOf<'practice'>;

export const contact: View<Practice['contacts'][number]> = {
  mainField: 'label',
  rows: [
    ['key', 'label'],
    ['kind', 'value'],
  ],
  fields: {
    key: {
      label: 'Key',
      description:
        'What texts write: with the key front-desk they write {{contact.front-desk}}. Changing a key breaks the texts that use it.',
      placeholder: 'front-desk',
    },
    label: { label: 'Label', description: 'What it is, for readers.', placeholder: 'Front desk' },
    kind: {
      label: 'Kind',
      description: 'Phone, email and web address become links. Text is shown as it is.',
    },
    value: {
      label: 'Value',
      description: 'The number, the address or the words themselves.',
      placeholder: '303-555-0100',
    },
  },
};

export const navigationItem: View<Practice['navigation'][number]> = {
  mainField: 'label',
  rows: [['label', 'path']],
  fields: {
    label: { label: 'Label', description: 'One to three words that people would look for.' },
    path: {
      label: 'Path',
      description: 'Begins with / for a page of the site, or with https:// for another one.',
      placeholder: '/services',
    },
  },
};

export const crisisHelp: View<NonNullable<Practice['crisisHelp']>> = {
  mainField: 'title',
  rows: [['title'], ['text'], ['lines']],
  fields: {
    title: {
      label: 'Title',
      description: 'What a person in distress recognises at once.',
      placeholder: 'Need help now?',
    },
    text: {
      label: 'Text',
      description:
        'What to do now, in the fewest words. First the emergency number, then the crisis line.',
    },
    lines: {
      label: 'Crisis lines',
      description: 'Whom to reach, the one for most people first. At least one.',
    },
  },
};

export const page: View<Practice['pages'][number]> = {
  mainField: 'type',
  rows: [['type', 'pattern']],
  fields: {
    type: { label: 'Type', description: 'Which texts have their pages there.' },
    pattern: {
      label: 'Pattern',
      description:
        'The address with {slug} where the slug belongs, and {locale} where the language does.',
      placeholder: 'https://example.org/{locale}/services/{slug}',
    },
  },
};
