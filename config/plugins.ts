import { currentEnvironment } from '../src/environment';

const MEGABYTE = 1024 * 1024;

export default () => ({
  publishing: {
    enabled: true,
    resolve: './src/plugins/publishing',
    config: {
      mediaStore: currentEnvironment().mediaStore,
      remoteUploads: currentEnvironment().remoteUploads,
      // Beside English, which Strapi makes the default of a new database.
      locales: [{ code: 'es', name: 'Spanish (es)' }],
      fallbacks: {},
      previewUrl: currentEnvironment().previewUrl,
      publicUrl: currentEnvironment().publicUrl,
    },
  },
  upload: {
    config: {
      sizeLimit: 20 * MEGABYTE,
      security: {
        // Content has pictures only. Anything else that the panel's address served would be a risk without a use.
        allowedTypes: [
          'image/avif',
          'image/gif',
          'image/jpeg',
          'image/png',
          'image/svg+xml',
          'image/webp',
        ],
      },
    },
  },
});
