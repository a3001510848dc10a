import { previewToken } from '../../../../keys/preview-token';
import type { ContentTypeName } from '../../../../publications/content';
import { contentTypeNameOf } from '../record/content-model';

/** Long enough to read a page with a colleague; the panel asks for a new one each time a preview is opened. */
const TOKEN_SECONDS = 60 * 60;

/** What Strapi's Preview button asks for. */
export interface PreviewRequest {
  readonly documentId?: string;
  readonly locale?: string | null;
  readonly status?: string;
}

export interface PreviewOptions {
  /** Where the practice's frontend shows previews; null where there is none. */
  readonly frontend: string | null;
  readonly clock: () => Date;
  secret(): Promise<string>;
  /** Whether the person who asks may read every draft: a token shows all of them. */
  mayReadDrafts(): boolean;
}

/**
 * Where the frontend shows a document: its preview address with `type`, `id`, `locale` and `status`, and for a draft
 * `token`, which the frontend sends on as its key for as long as it is good.
 *
 * @returns undefined where there is nothing to open.
 */
export async function previewPage(
  uid: string,
  { documentId, locale, status }: PreviewRequest,
  options: PreviewOptions,
): Promise<string | undefined> {
  const type: ContentTypeName | null = contentTypeNameOf(uid);
  if (type === null || documentId === undefined || options.frontend === null) return undefined;
  const page = new URL(options.frontend);
  page.searchParams.set('type', type);
  page.searchParams.set('id', documentId);
  if (locale != null) page.searchParams.set('locale', locale);
  page.searchParams.set('status', status === 'published' ? 'published' : 'draft');
  if (status !== 'published') {
    if (!options.mayReadDrafts()) return undefined;
    const now = Math.floor(options.clock().getTime() / 1_000);
    page.searchParams.set('token', previewToken(await options.secret(), now + TOKEN_SECONDS));
  }
  return page.href;
}
