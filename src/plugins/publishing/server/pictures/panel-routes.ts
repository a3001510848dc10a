import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { contentTypeNameOf, uidOf } from '../record/content-model';
import { unkeepableProblem } from '../validation/text-problems';
import type { DocumentPictures } from './document-pictures';

/** What Koa's context holds of a request to the panel's API. */
interface PanelRequest {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly request: { readonly body?: unknown };
}
type Middleware = (context: PanelRequest, next: () => Promise<void>) => Promise<void>;

interface Route {
  readonly method: string;
  readonly path: string;
  config?: { middlewares?: unknown[] };
}

/**
 * Publishing in the panel opens its transaction in the controller, round all that document middlewares do, so that
 * pictures are made ready in front of the controller, once the request is known to come from somebody who may send it.
 */
export function preparePicturesInPanel(strapi: Core.Strapi, pictures: DocumentPictures): void {
  const prepare: Middleware = async ({ params, request }, next) => {
    const type = contentTypeNameOf(params.model ?? '');
    if (type !== null) {
      const named = params.id ?? params.sourceId ?? documentIdsOf(request.body);
      const isSingle = strapi.getModel(uidOf(type)).kind === 'singleType';
      const documentIds = isSingle ? await allDocuments(strapi, uidOf(type)) : [named].flat();
      await pictures.prepare(type, documentIds, request.body);
    }
    await next();
  };
  for (const route of routesOf(strapi, 'content-manager')) {
    const isWriting =
      route.method !== 'GET' && /^\/(collection|single)-types\/:model/.test(route.path);
    if (isWriting) addMiddleware(route, prepare);
  }
}

/**
 * Strapi lets whoever may upload have the server fetch an address, follows redirects, and takes the answer's word for
 * its being a picture: a way into whatever this machine can reach.
 */
export function refuseUploadsByAddress(strapi: Core.Strapi): void {
  // Strapi swallows the sentence of a ForbiddenError.
  const refuse: Middleware = () =>
    Promise.reject(
      new errors.ApplicationError(
        'This server fetches nothing from addresses. Download the picture, and upload the file.',
      ),
    );
  for (const route of routesOf(strapi, 'upload')) {
    if (route.path.endsWith('upload-from-urls')) addMiddleware(route, refuse);
  }
}

/** PostgreSQL fails at such words about a file, and SQLite keeps them: both refuse them here. */
export function refuseUnkeepableWords(strapi: Core.Strapi): void {
  const refuse: Middleware = ({ request }, next) => {
    const [problem] = textsIn(request.body).flatMap((text) => unkeepableProblem(text) ?? []);
    return problem === undefined ? next() : Promise.reject(new errors.ApplicationError(problem));
  };
  for (const route of routesOf(strapi, 'upload')) {
    if (route.method !== 'GET') addMiddleware(route, refuse);
  }
}

/** Every text in a request's body; beside a file the words about it come as JSON in a text. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return [value, ...(value.includes('{') ? textsIn(parsed(value)) : [])];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Null where it is no JSON, or a text by itself. */
function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function routesOf(strapi: Core.Strapi, plugin: string): Route[] {
  const { routes } = strapi.plugin(plugin) as unknown as {
    routes: Record<string, { routes: Route[] }>;
  };
  return Object.values(routes).flatMap((router) => router.routes);
}

function addMiddleware(route: Route, middleware: Middleware): void {
  route.config = {
    ...route.config,
    middlewares: [...(route.config?.middlewares ?? []), middleware],
  };
}

/** The documents that a bulk action is about. */
function documentIdsOf(body: unknown): string[] {
  const { documentIds } = (body ?? {}) as { documentIds?: unknown };
  return Array.isArray(documentIds)
    ? documentIds.filter((documentId) => typeof documentId === 'string')
    : [];
}

async function allDocuments(strapi: Core.Strapi, uid: ReturnType<typeof uidOf>): Promise<string[]> {
  const rows = await strapi.db.query(uid).findMany({ select: ['documentId'] });
  return [...new Set(rows.map(({ documentId }: { documentId: string }) => documentId))];
}
