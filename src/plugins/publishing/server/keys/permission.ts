import type { Core } from '@strapi/strapi';

/** Who may see, make and revoke keys: the super admin, and whichever role the super admin gives it to. */
export const MANAGE_KEYS = 'plugin::publishing.keys.manage';

/** What is used of Strapi's service `admin::permission`. */
interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

/** Makes Strapi's roles know of it. To be called in bootstrap: no later call is accepted. */
export async function registerKeyPermission(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany([
    {
      section: 'plugins',
      displayName: 'See, make and revoke keys of the content API',
      uid: 'keys.manage',
      subCategory: 'keys',
      pluginName: 'publishing',
    },
  ]);
}
