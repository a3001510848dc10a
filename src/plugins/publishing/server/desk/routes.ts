import type { Core } from '@strapi/strapi';
import type { RefusedWriting } from '../database/writing';
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
  readonly log: {
    readonly entries: readonly ListedEntry[];
    /** Why nothing can be saved at present; null where all is well. */
    readonly refused: RefusedWriting | null;
  };
  readonly drift: { readonly drift: readonly Drift[] };
}

/**
 * @param findDrift compares Strapi's published rows with the log; it reads every published text.
 * @param refused why nothing can be saved at present.
 */
export function deskController(
  strapi: Core.Strapi,
  findDrift: () => Promise<Drift[]>,
  refused: () => RefusedWriting | null,
) {
  return {
    async log(context: { body?: DeskAnswers['log'] }) {
      const entries = await newestEntries(strapi.db.connection);
      context.body = { entries, refused: refused() };
    },
    async drift(context: { body?: DeskAnswers['drift'] }) {
      context.body = { drift: await findDrift() };
    },
  };
}
