import type { z } from 'zod';
import type { ImageContent } from '../../../../../publications/content/image';
import type * as shared from '../../../../../publications/content/shared';
import type { View } from '../view';

type Of<Name extends keyof typeof shared> = z.infer<(typeof shared)[Name]>;

export const image: View<ImageContent> = {
  mainField: 'alternativeText',
  rows: [['file', 'alternativeText']],
  fields: {
    file: {
      label: 'Picture',
      description:
        'Choose one from the Media Library or upload one. Replacing the file there does not change what is already public.',
    },
    alternativeText: {
      label: 'Alternative text',
      description:
        'Say in one sentence, in this language, what the picture shows here. People who cannot see it hear this instead.',
      placeholder: 'A quiet room with an armchair, a blanket and a lamp',
    },
  },
};

export const author: View<Of<'author'>> = {
  mainField: 'name',
  rows: [['name', 'role'], ['url']],
  fields: {
    name: { label: 'Name', description: 'As it should be printed.' },
    role: {
      label: 'Role',
      description: 'What qualifies this person to write about it.',
      placeholder: 'Licensed clinical social worker',
    },
    url: {
      label: 'Web address',
      description: 'A page about this person.',
      placeholder: 'https://',
    },
  },
};

export const tag: View<Of<'tag'>> = {
  mainField: 'name',
  rows: [['name']],
  fields: {
    name: { label: 'Tag', description: 'One keyword or short phrase.' },
  },
};

export const line: View<Of<'line'>> = {
  mainField: 'text',
  rows: [['text']],
  fields: { text: { label: 'Line', description: 'One thing in one line.' } },
};

export const region: View<Of<'region'>> = {
  mainField: 'code',
  rows: [['code']],
  fields: {
    code: {
      label: 'Code',
      description: 'A country, such as US, or a part of one, such as US-CO for Colorado.',
      placeholder: 'US-CO',
    },
  },
};

export const language: View<Of<'language'>> = {
  mainField: 'code',
  rows: [['code']],
  fields: {
    code: {
      label: 'Code',
      description:
        'The language’s code: en for English, es for Spanish, es-MX for Mexican Spanish.',
      placeholder: 'en',
    },
  },
};

export const delivery: View<Of<'delivery'>> = {
  mainField: 'inPerson',
  rows: [['inPerson', 'video', 'phone']],
  fields: {
    inPerson: { label: 'In person', description: 'People come to a location.' },
    video: { label: 'By video', description: 'People meet on a screen, each in their own place.' },
    phone: { label: 'By phone', description: 'People talk without a picture.' },
  },
};

export const searchEngine: View<Of<'searchEngine'>> = {
  mainField: 'title',
  rows: [['title'], ['description']],
  fields: {
    title: {
      label: 'Title',
      description:
        'Search engines cut off what is longer. Make no claim that the text itself does not make.',
    },
    description: {
      label: 'Description',
      description: 'What a reader finds on this page.',
    },
  },
};

export const sharing: View<Of<'sharing'>> = {
  mainField: 'attribution',
  rows: [['shareable', 'refreshWithinDays'], ['licence', 'licenceUrl'], ['attribution']],
  fields: {
    shareable: {
      label: 'Others may show it',
      description:
        'Switch on to let partners’ sites show this text, always with its safety notices.',
    },
    licence: {
      label: 'Licence',
      description: 'The licence’s short name. Leave it empty where all rights are reserved.',
      placeholder: 'CC-BY-ND-4.0',
    },
    licenceUrl: {
      label: 'Licence’s address',
      description: 'Where the licence can be read in full.',
      placeholder: 'https://',
    },
    attribution: {
      label: 'Attribution',
      description:
        'How the practice is to be named next to the text. Leave it empty to be named by its name.',
    },
    refreshWithinDays: {
      label: 'Refresh within days',
      description:
        'Within how many days others must fetch the text again. A correction reaches readers no later than that.',
      placeholder: '7',
    },
  },
};
