import type { Core } from '@strapi/strapi';
import { currentSecrets } from '../src/secrets';

export default (): Core.Config.Admin => {
  const secrets = currentSecrets();
  return {
    auth: { secret: secrets.ADMIN_JWT_SECRET },
    apiToken: { salt: secrets.API_TOKEN_SALT },
    transfer: { token: { salt: secrets.TRANSFER_TOKEN_SALT } },
    secrets: { encryptionKey: secrets.ENCRYPTION_KEY },
    autoOpen: false,
    // The first asks editors for a rating of Strapi, the second shows what a paid plan would add.
    flags: { nps: false, promoteEE: false },
    // Drafts about people's health are not sent to anybody's language model.
    ai: { enabled: false },
  };
};
