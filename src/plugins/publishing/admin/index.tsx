import { Key, Stack } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MANAGE_KEYS } from '../server/keys/permission';

/** What the plugin adds to the panel: what is public and since when, and the keys of the content API. */
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
    app.addMenuLink({
      // Not below the log's address, or the menu would show both as open.
      to: 'plugins/publishing-keys',
      icon: Key,
      intlLabel: { id: 'publishing.keys', defaultMessage: 'Keys' },
      permissions: [{ action: MANAGE_KEYS, subject: null }],
      Component: () => import('./pages/Keys'),
    });
  },
};
