import { Stack } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

/** What the plugin adds to the panel: one page, which shows what is public and since when. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'publishing', name: 'Publishing' });
    app.addMenuLink({
      to: 'plugins/publishing',
      icon: Stack,
      intlLabel: { id: 'publishing.log', defaultMessage: 'Publication log' },
      permissions: [],
      Component: () => import('./pages/PublicationLog'),
    });
  },
};
