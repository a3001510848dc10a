import type { ContentOf } from '../../../../publications/content';
import type { TypeView } from './view';

export const practice: TypeView<ContentOf<'practice'>> = {
  mainField: 'name',
  sortBy: 'name',
  list: ['name'],
  rows: [
    ['name'],
    ['description'],
    ['contacts'],
    ['crisisHelp'],
    ['safetyNotices'],
    ['funding'],
    ['conflictsOfInterest'],
    ['publishingPrinciples'],
    ['navigation'],
    ['pages'],
    ['sharing'],
  ],
  fields: {
    name: {
      label: 'Name',
      description: 'The practice’s name, as it stands next to every text that others show.',
    },
    description: {
      label: 'Description',
      description: 'Who the practice is and what it does, in two or three plain sentences.',
    },
    contacts: {
      label: 'Contacts',
      description:
        'Numbers and addresses that texts mention as {{contact.KEY}}. Change one here and it changes in every text at once.',
    },
    funding: {
      label: 'Funding',
      description:
        'Who pays for this information. Readers have a right to know before they trust it.',
    },
    conflictsOfInterest: {
      label: 'Conflicts of interest',
      description:
        'What the practice or its authors gain from what they recommend. Say so too where there is nothing.',
    },
    publishingPrinciples: {
      label: 'Publishing principles',
      description:
        'How texts are written, checked and corrected, and how readers can report an error.',
    },
    navigation: { label: 'Menu', description: 'The entries of the sites’ menu, in this order.' },
    crisisHelp: {
      label: 'Help in a crisis',
      description:
        'The page for someone who needs help now. Sites link to it from everywhere. Keep it short and keep it right.',
    },
    safetyNotices: {
      label: 'Safety notices everywhere',
      description:
        'Notices that accompany every clinical text, whatever the text itself names, such as the crisis line.',
    },
    pages: {
      label: 'Page addresses',
      description:
        'Where each type of text has its page on the practice’s own site. Partners link back to it.',
    },
    sharing: {
      label: 'Sharing terms',
      description: 'On what terms other sites may show texts that name no terms of their own.',
    },
  },
};
