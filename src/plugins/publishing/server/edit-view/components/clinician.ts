import type { ContentOf } from '../../../../../publications/content';
import type { View } from '../view';

type Clinician = ContentOf<'clinician'>;

export const credential: View<Clinician['credentials'][number]> = {
  mainField: 'name',
  rows: [
    ['kind', 'status'],
    ['name', 'abbreviation'],
    ['issuer', 'state'],
    ['identifier', 'expiresOn', 'verifiedOn'],
  ],
  fields: {
    kind: {
      label: 'Kind',
      description:
        'Degree: a school gave it. Licence: a state allows the work. Certification: an organisation vouches for training.',
    },
    name: {
      label: 'Name',
      description: 'In full, without abbreviations.',
      placeholder: 'Licensed Professional Counselor',
    },
    abbreviation: {
      label: 'Abbreviation',
      description: 'What stands after the name.',
      placeholder: 'LPC',
    },
    issuer: { label: 'Issued by', description: 'The school, board or organisation.' },
    state: {
      label: 'State',
      description:
        'The state that issued it, in two capital letters. Leave it empty where none did.',
      placeholder: 'CO',
    },
    identifier: {
      label: 'Number',
      description: 'The licence’s or certificate’s number, so that readers can look it up.',
    },
    status: {
      label: 'Status',
      description:
        'As the issuer’s register says today. Leave “unknown” until somebody has looked.',
    },
    expiresOn: { label: 'Valid until', description: 'The last day on which it is valid.' },
    verifiedOn: {
      label: 'Verified on',
      description: 'The day on which somebody looked it up in the issuer’s register.',
    },
  },
};

export const practiceState: View<Clinician['practiceStates'][number]> = {
  mainField: 'state',
  rows: [
    ['state', 'basis'],
    ['identifier', 'expiresOn', 'verifiedOn'],
  ],
  fields: {
    state: { label: 'State', description: 'In two capital letters.', placeholder: 'CO' },
    basis: {
      label: 'Basis',
      description:
        'Why the person may practise there. A compact counts only where the state already issues privileges under it.',
    },
    identifier: { label: 'Number', description: 'The number of the licence or privilege there.' },
    expiresOn: { label: 'Valid until', description: 'The last day on which it is valid.' },
    verifiedOn: { label: 'Verified on', description: 'The day on which somebody looked it up.' },
  },
};
