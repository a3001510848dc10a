import type { StrapiApp } from '@strapi/strapi/admin';

/** The panel speaks the practice's languages; nothing else of it is changed. */
export default {
  config: {
    locales: ['es'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap(_app: StrapiApp) {
    // Strapi calls it without asking whether there is one.
  },
};
