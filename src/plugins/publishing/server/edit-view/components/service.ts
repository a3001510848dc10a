import type { ContentOf } from '../../../../../publications/content';
import type { View } from '../view';

type Service = ContentOf<'service'>;

export const administrationRoute: View<Service['administrationRoutes'][number]> = {
  mainField: 'route',
  rows: [['route', 'regulatoryStatus'], ['explanation']],
  fields: {
    route: { label: 'Route', description: 'How the medicine enters the body.' },
    regulatoryStatus: {
      label: 'Regulatory status',
      description:
        'Approved: the FDA approved this product for this use. Off-label: an approved product, used for something else. Compounded: mixed by a pharmacy, never reviewed by the FDA.',
    },
    explanation: {
      label: 'Explanation',
      description:
        'What the status means for the reader, in plain words. Never liken a compounded product to an approved one.',
    },
  },
};

export const treatedCondition: View<Service['conditions'][number]> = {
  mainField: 'evidenceLevel',
  rows: [['condition', 'evidenceLevel'], ['note']],
  fields: {
    condition: {
      label: 'Condition',
      description: 'What people seek this service for. It must be there before you can publish.',
    },
    evidenceLevel: {
      label: 'Evidence',
      description:
        'How good the research is for this service and this condition. In doubt choose the lower level.',
    },
    note: {
      label: 'Note',
      description:
        'What the research has shown and what it has not. Give numbers only with their source.',
    },
  },
};

export const screeningItem: View<Service['screeningItems'][number]> = {
  mainField: 'name',
  rows: [['name', 'kind'], ['explanation']],
  fields: {
    kind: {
      label: 'Kind',
      description:
        'Contraindication: usually speaks against it. Precaution: needs extra care. Requirement: must be arranged beforehand.',
    },
    name: {
      label: 'Name',
      description: 'What the clinician needs to hear about, in plain words.',
      placeholder: 'High blood pressure',
    },
    explanation: {
      label: 'Explanation',
      description:
        'Write what to tell the clinician, never whether someone may or may not have treatment. Begin with “Tell the clinician if …” and say why it matters.',
      placeholder: 'Tell the clinician if …',
    },
  },
};

export const course: View<NonNullable<Service['course']>> = {
  mainField: 'note',
  rows: [['sessionsMinimum', 'sessionsMaximum'], ['weeksMinimum', 'weeksMaximum'], ['note']],
  fields: {
    sessionsMinimum: {
      label: 'Sessions, at least',
      description: 'The smallest usual number of sessions with the medicine.',
    },
    sessionsMaximum: {
      label: 'Sessions, at most',
      description: 'The largest usual number. The same as the smallest where it is fixed.',
    },
    weeksMinimum: {
      label: 'Weeks, at least',
      description: 'The shortest usual time from first visit to last.',
    },
    weeksMaximum: {
      label: 'Weeks, at most',
      description: 'The longest usual time from first visit to last.',
    },
    note: { label: 'Note', description: 'What it depends on, and who decides when to stop.' },
  },
};

export const fee: View<Service['fees'][number]> = {
  mainField: 'name',
  rows: [['name', 'unit'], ['amount', 'currency'], ['note']],
  fields: {
    name: { label: 'Name', description: 'What is paid for.', placeholder: 'Session with medicine' },
    amount: {
      label: 'Amount in cents',
      description:
        'In cents: write 25000 for $250.00. Leave it empty where people must ask, and say so in the note.',
      placeholder: '25000',
    },
    currency: {
      label: 'Currency',
      description: 'Its code in three capital letters.',
      placeholder: 'USD',
    },
    unit: {
      label: 'Per',
      description: 'What the amount is for: one visit, one session, a whole course or an hour.',
    },
    note: {
      label: 'Note',
      description:
        'What is and is not included, whether insurance pays, and whether there is a sliding scale.',
    },
  },
};
