import type { StrapiApp } from '@strapi/strapi/admin';
import { describeComponents } from './component-descriptions';

/** The panel speaks the practice's languages, and to editors rather than to developers. */
export default {
  config: {
    locales: ['es'],
    tutorials: false,
    notifications: { releases: false },
    // Slugs alone are checked by a pattern in the panel itself, and it would speak of a regex.
    translations: {
      en: {
        'components.Input.error.validation.regex': 'Use small letters, digits and hyphens only.',
      },
      es: {
        'components.Input.error.validation.regex': 'Use solo letras minúsculas, cifras y guiones.',
      },
    },
  },
  bootstrap(app: StrapiApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', describeComponents);
  },
};
