import type { ContentOf } from '../../../../publications/content';
import { editorial, editorialRows, slug } from './editorial';
import type { TypeView } from './view';

export const service: TypeView<ContentOf<'service'>> = {
  mainField: 'name',
  sortBy: 'name',
  list: ['name', 'slug', 'summary'],
  rows: [
    ['name', 'slug'],
    ['summary'],
    ['body'],
    ['heroImage'],
    ['administrationRoutes'],
    ['conditions'],
    ['screeningItems'],
    ['phases', 'locations'],
    ['whatToExpect'],
    ['delivery'],
    ['course'],
    ['fees'],
    ['regions'],
    ...editorialRows,
  ],
  fields: {
    name: {
      label: 'Name',
      description: 'What the practice calls this service. Spell out abbreviations.',
      placeholder: 'Ketamine-assisted psychotherapy',
    },
    slug,
    summary: {
      label: 'Summary',
      description:
        'One or two plain sentences for lists and previews. Say what it is and for whom; promise no result.',
    },
    body: {
      label: 'Text',
      description:
        'The full description, in short sentences of about grade 8. Say early that a use is off-label where it is, and name risks next to benefits: many readers have been disappointed before.',
    },
    heroImage: {
      label: 'Main picture',
      description:
        'A calm picture of a place or an object. Avoid pictures of people suffering, needles and pills.',
    },
    administrationRoutes: {
      label: 'How the medicine is given',
      description:
        'Each route the practice offers, with what the regulator says about it. Readers must not take a compounded product for an approved one.',
    },
    conditions: {
      label: 'Conditions',
      description:
        'What people seek this service for, and how good the evidence is for each. A condition without evidence is better named as such than left to hope.',
    },
    screeningItems: {
      label: 'Screening',
      description:
        'What a clinician needs to hear before treatment. Write what to tell the clinician, never whether someone may or may not have treatment: that is decided in person.',
    },
    phases: {
      label: 'Phases',
      description:
        'The parts of the therapy in the order in which people go through them. Drag to reorder.',
    },
    locations: { label: 'Locations', description: 'Where this service is given in person.' },
    whatToExpect: {
      label: 'What to expect',
      description:
        'What happens on the day, from arrival to going home. Knowing what comes next makes a first visit less frightening.',
    },
    delivery: {
      label: 'Ways of meeting',
      description:
        'Whether people come to a location or meet by video or phone. Leave it out where it is settled case by case.',
    },
    course: {
      label: 'Typical course',
      description:
        'How many sessions and weeks are usual. Readers plan leave, rides and money by it.',
    },
    fees: {
      label: 'Fees',
      description:
        'What people pay, one entry for each price. An honest price spares people a call they dread.',
    },
    regions: {
      label: 'Regions',
      description:
        'Where this service may be offered, such as US-CO. Leave it empty where it is offered everywhere.',
    },
    ...editorial,
  },
};
