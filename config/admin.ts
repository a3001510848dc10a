import type { Core } from '@strapi/strapi';
import { currentEnvironment } from '../src/environment';
import type { PreviewService } from '../src/plugins/publishing/server';
import type { PreviewRequest } from '../src/plugins/publishing/server/preview/preview-page';
import { currentSecrets } from '../src/secrets';

export default (): Core.Config.Admin => {
  const secrets = currentSecrets();
  const { previewUrl } = currentEnvironment();
  return {
    auth: { secret: secrets.ADMIN_JWT_SECRET },
    apiToken: { salt: secrets.API_TOKEN_SALT },
    transfer: { token: { salt: secrets.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: secrets.ENCRYPTION_KEY },
    autoOpen: false,
    // The first asks editors for a rating of Strapi, the second shows what a paid plan would add.
    flags: { nps: false, promoteEE: false },
    preview: {
      enabled: previewUrl !== null,
      config: {
        allowedOrigins: previewUrl === null ? [] : [new URL(previewUrl).origin],
        handler: (uid: string, request: PreviewRequest) => {
          const preview: PreviewService = strapi.plugin('publishing').service('preview');
          return preview.pageOf(uid, request);
        },
      },
    },
    // Drafts about people's health are not sent to anybody's language model.
    ai: { enabled: false },
  };
};
