import type { ContentTypeName } from '../../../../publications/content';

/** Which content type a relation leads to, by the name of the field that holds it. */
export const targetTypes: Readonly<Record<string, ContentTypeName>> = {
  condition: 'condition',
  locations: 'location',
  phases: 'therapy-phase',
  references: 'reference',
  safetyNotices: 'safety-notice',
  services: 'service',
};

/** An order in which every document comes after those that it can name. */
export const loadOrder: readonly ContentTypeName[] = [
  'reference',
  'location',
  'safety-notice',
  'condition',
  'therapy-phase',
  'service',
  'clinician',
  'faq',
  'practice',
];
