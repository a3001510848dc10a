import { errors } from '@strapi/utils';
import type { KeyTable, ListedKey, MadeKey } from './key-table';
import { parseNewKey } from './new-key';
import { MANAGE_KEYS } from './permission';

/** The HTTP behind the panel's page of keys, for those alone who may manage them. */
export const keyRoutes = [
  route('GET', '/keys', 'keys.list'),
  route('POST', '/keys', 'keys.make'),
  route('POST', '/keys/:id/revoke', 'keys.revoke'),
];

function route(method: 'GET' | 'POST', path: string, handler: string) {
  const mayManageKeys = { name: 'admin::hasPermissions', config: { actions: [MANAGE_KEYS] } };
  return { method, path, handler, config: { policies: [mayManageKeys] } };
}

/** The answers; their types are what the page expects. */
export interface KeyAnswers {
  readonly list: { readonly keys: readonly ListedKey[] };
  readonly make: MadeKey;
  readonly revoke: { readonly key: ListedKey };
}

/** What is used of Koa's context. */
interface PanelContext<Answer> {
  readonly request: { readonly body?: unknown };
  readonly params: { readonly id?: string };
  readonly state: { readonly user: { readonly email: string } };
  body?: Answer;
  set(header: string, value: string): void;
}

export function keyController(table: () => KeyTable, clock: () => Date) {
  return {
    async list(context: PanelContext<KeyAnswers['list']>) {
      context.body = { keys: await table().list() };
    },

    async make(context: PanelContext<KeyAnswers['make']>) {
      const key = parseNewKey(context.request.body, clock());
      // The one answer that holds a key: nothing on its way may keep it.
      context.set('Cache-Control', 'no-store');
      context.body = await table().make(key, context.state.user.email);
    },

    async revoke(context: PanelContext<KeyAnswers['revoke']>) {
      const key = await table().revoke(context.params.id ?? '', context.state.user.email);
      if (!key) throw new errors.NotFoundError('There is no such key.');
      context.body = { key };
    },
  };
}
