import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { POLL_MILLISECONDS } from '../../../../keys/preview-token';
import { abilityOf, readableDraft, type Ability, type NamedDocument } from './permission';
import { previewPage, type PreviewRequest } from './preview-page';
import type { PreviewTokenTable } from './token-table';
import { TokenWatch, type TokenWatchOptions } from './token-watch';

/** How long a reader may take for one look at the tokens, that is: until a new one is known everywhere. */
const READ_MILLISECONDS = 100;

export interface PreviewParts {
  /** Where the practice's frontend shows previews; null where there is none. */
  readonly frontend: string | null;
  readonly table: PreviewTokenTable;
  readonly after: TokenWatchOptions['after'];
}

/** What Strapi's panel knows of who asks, as far as it is looked at here. */
interface PanelState {
  readonly userAbility?: Ability;
  readonly user?: { readonly id: number };
}

/** What Strapi's Preview button opens, and the watch over what was handed out for it. */
export function preview(strapi: Core.Strapi, { frontend, table, after }: PreviewParts) {
  const watch = new TokenWatch({
    table,
    abilityOf: (person) => abilityOf(strapi, person),
    mayRead: async (ability, document) => (await readableDraft(strapi, ability, document)) !== null,
    after,
    warn: (message) => strapi.log.warn(message),
  });

  async function tokenFor(document: NamedDocument): Promise<string> {
    const { userAbility, user } = (strapi.requestContext.get()?.state ?? {}) as PanelState;
    // The document may be gone, or somebody else's: who may not read it does not learn which.
    const draft = userAbility && user && (await readableDraft(strapi, userAbility, document));
    if (!draft) throw notTheirs();
    const token = await table.make(draft, user.id);
    watch.start();
    // A frontend that asks with it at once would be refused by a process that has not yet looked.
    await new Promise<void>((known) => after(POLL_MILLISECONDS + READ_MILLISECONDS, known));
    return token;
  }

  return {
    watch,
    pageOf: (uid: string, request: PreviewRequest) =>
      previewPage(uid, request, { frontend, tokenFor }),
  };
}

/** Of the errors that Strapi answers with 403, the one whose message it lets through. */
function notTheirs(): Error {
  return new errors.PolicyError(
    'You cannot preview this: your role may not read this draft, or not every field of it, and a preview shows them all. An administrator can change what the role may read.',
  );
}

/** What is used of Strapi's registry of services. */
interface Services {
  extend(uid: string, extension: (service: object) => object): void;
}
interface PreviewConfiguration {
  getPreviewHandler(): (uid: string, request: PreviewRequest) => Promise<string | undefined>;
}

/** Lets a refusal through to who asks. Strapi's own service makes "Failed to get preview URL" of every one. */
export function tellWhyNoPreview(strapi: Core.Strapi): void {
  const services = strapi.get<Services>('services');
  services.extend('plugin::content-manager.preview', (service) => ({
    ...service,
    getPreviewUrl(uid: string, request: PreviewRequest) {
      const configuration: PreviewConfiguration = strapi
        .plugin('content-manager')
        .service('preview-config');
      return configuration.getPreviewHandler()(uid, request);
    },
  }));
}
