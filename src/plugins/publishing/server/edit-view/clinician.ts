import type { ContentOf } from '../../../../publications/content';
import { editorial, slug } from './editorial';
import type { TypeView } from './view';

export const clinician: TypeView<ContentOf<'clinician'>> = {
  mainField: 'name',
  sortBy: 'name',
  list: ['name', 'role', 'accepting', 'verifiedOn'],
  rows: [
    ['name', 'slug'],
    ['role', 'pronouns'],
    ['credentials'],
    ['taxonomyCode', 'npi'],
    ['biography'],
    ['photo'],
    ['languages'],
    ['accepting', 'verifiedOn'],
    ['delivery'],
    ['practiceStates'],
    ['locations', 'services'],
    ['phases', 'bookingUrl'],
    ['tags'],
    ['sharing'],
  ],
  fields: {
    name: {
      label: 'Name',
      description: 'First and last name, without titles and degrees: those are credentials.',
      placeholder: 'Jordan Example',
    },
    slug,
    pronouns: {
      label: 'Pronouns',
      description: 'As the person asks to be spoken of. Leave it empty where they have not said.',
    },
    role: {
      label: 'Role',
      description:
        'What the person does here, in words that patients know. Use “doctor” or “specialist” only where a credential says so.',
      placeholder: 'Licensed professional counselor',
    },
    credentials: {
      label: 'Credentials',
      description:
        'Degrees, licences and certifications, most important first. Readers check them before they trust someone with a crisis.',
    },
    taxonomyCode: {
      label: 'Taxonomy code',
      description:
        'The NUCC code of the profession, ten places ending in X. Directories and insurers match by it.',
      placeholder: '101YP2500X',
    },
    npi: {
      label: 'NPI',
      description:
        'The National Provider Identifier, ten digits, copied from NPPES. Leave it empty rather than guess: a wrong one is another person.',
    },
    biography: {
      label: 'Biography',
      description:
        'How this person works and with whom, in plain words. People choose by it whom they will tell the worst.',
    },
    photo: {
      label: 'Photo',
      description:
        'A recent portrait with a friendly, quiet background. Only with the person’s consent.',
    },
    languages: {
      label: 'Languages',
      description: 'The languages in which this person can hold a session, best first.',
    },
    accepting: {
      label: 'Accepting patients',
      description:
        'Whether somebody new can come. Keep it right: being turned away after finding the courage to call hurts.',
    },
    verifiedOn: {
      label: 'Entry verified on',
      description:
        'The day on which somebody last checked this whole entry with the person. Check again every 90 days.',
    },
    delivery: {
      label: 'Ways of meeting',
      description: 'How people can meet this person: at a location, by video or by phone.',
    },
    practiceStates: {
      label: 'States of practice',
      description:
        'Where this person may lawfully see people, and on what basis. Someone on video counts where they sit, not where the clinician sits.',
    },
    locations: { label: 'Locations', description: 'Where this person sees people.' },
    services: { label: 'Services', description: 'The services in which this person takes part.' },
    phases: { label: 'Phases', description: 'The phases that this person leads or accompanies.' },
    bookingUrl: {
      label: 'Booking address',
      description:
        'The web page on which people ask for an appointment with this person. It must not send what they type to advertisers.',
      placeholder: 'https://',
    },
    tags: editorial.tags,
    sharing: editorial.sharing,
  },
};
