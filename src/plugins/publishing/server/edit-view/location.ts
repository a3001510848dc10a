import type { ContentOf } from '../../../../publications/content';
import { slug } from './editorial';
import type { TypeView } from './view';

export const location: TypeView<ContentOf<'location'>> = {
  mainField: 'name',
  sortBy: 'name',
  list: ['name', 'city', 'state', 'phone'],
  rows: [
    ['name', 'slug'],
    ['addressLines'],
    ['city', 'state', 'postalCode'],
    ['country', 'latitude', 'longitude'],
    ['phone', 'email'],
    ['hours', 'publicTransport'],
    ['wheelchairAccessible'],
  ],
  fields: {
    name: {
      label: 'Name',
      description: 'What people call this place.',
      placeholder: 'Downtown clinic',
    },
    slug,
    addressLines: {
      label: 'Address',
      description:
        'House and street, then floor or suite, one line each. City and state have fields of their own.',
    },
    city: { label: 'City', description: 'The city or town of the postal address.' },
    state: {
      label: 'State',
      description: 'Its postal abbreviation in two capital letters.',
      placeholder: 'CO',
    },
    postalCode: { label: 'ZIP code', description: 'Five digits, or nine with a hyphen.' },
    country: {
      label: 'Country',
      description: 'Its code in two capital letters.',
      placeholder: 'US',
    },
    latitude: {
      label: 'Latitude',
      description: 'For a map: degrees north, such as 39.7392. Needs the longitude too.',
    },
    longitude: {
      label: 'Longitude',
      description: 'For a map: degrees east, so a minus sign in America, such as -104.9903.',
    },
    phone: {
      label: 'Phone',
      description: 'The number that reaches this place. Not a crisis line.',
      placeholder: '303-555-0100',
    },
    email: {
      label: 'Email',
      description:
        'An address that somebody reads on working days. Warn people on the page not to write about emergencies.',
    },
    hours: {
      label: 'Hours',
      description: 'When somebody is there, in a way that every reader understands.',
      placeholder: 'Mon–Fri 9 am – 5 pm',
    },
    publicTransport: {
      label: 'Getting there without a car',
      description:
        'Bus, train and walking. People must not drive after a session, so many need this.',
    },
    wheelchairAccessible: {
      label: 'Wheelchair accessible',
      description:
        'Switch on only where someone in a wheelchair reaches the rooms and the toilet without help.',
    },
  },
};
