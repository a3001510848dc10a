import { currentEnvironment } from '../src/environment';
import { bucketProvider } from '../src/plugins/publishing/server/pictures/upload-provider';

const MEGABYTE = 1024 * 1024;

export default () => {
  const { mediaStore, uploadBucket, remoteUploads, previewUrl, publicUrl } = currentEnvironment();
  return {
    publishing: {
      enabled: true,
      resolve: './src/plugins/publishing',
      config: {
        mediaStore,
        uploadBucket,
        remoteUploads,
        // Beside English, which Strapi makes the default of a new database.
        locales: [{ code: 'es', name: 'Spanish (es)' }],
        fallbacks: {},
        previewUrl,
        publicUrl,
      },
    },
    upload: {
      config: {
        ...(uploadBucket !== null && bucketProvider(uploadBucket)),
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
  };
};
