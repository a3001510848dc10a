import type { Core } from '@strapi/strapi';
import type { Drift } from '../record/drift';
import { newestEntries, type ListedEntry } from './log-report';

/** What the pages of the panel ask for. Whoever is signed in to the panel may see it: the log is what is public. */
export const deskRoutes = {
  admin: {
    type: 'admin' as const,
    routes: [route('/log', 'desk.log'), route('/drift', 'desk.drift')],
  },
};

function route(path: string, handler: string) {
  return { method: 'GET', path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] } };
}

/** The answers; their types are what the pages expect. */
export interface DeskAnswers {
  readonly log: { readonly entries: readonly ListedEntry[] };
  readonly drift: { readonly drift: readonly Drift[] };
}

/** @param findDrift compares Strapi's published rows with the log; it reads every published text. */
export function deskController(strapi: Core.Strapi, findDrift: () => Promise<Drift[]>) {
  return {
    async log(context: { body?: DeskAnswers['log'] }) {
      context.body = { entries: await newestEntries(strapi.db.connection) };
    },
    async drift(context: { body?: DeskAnswers['drift'] }) {
      context.body = { drift: await findDrift() };
    },
  };
}
