import type { StrapiApp } from '@strapi/strapi/admin';
import { describeComponents } from './component-descriptions';

/** The panel speaks the practice's languages, and to editors rather than to developers. */
export default {
  config: {
    locales: ['es'],
    tutorials: false,
    notifications: { releases: false },
    translations: {
      en: {
        'components.Input.error.validation.regex':
          'This is not written in the form that the note below describes.',
      },
      es: {
        'components.Input.error.validation.regex':
          'Esto no tiene la forma que describe la nota de abajo.',
      },
    },
  },
  bootstrap(app: StrapiApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', describeComponents);
  },
};
