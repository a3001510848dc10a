import { contentTypeNameOf } from '../record/content-model';
import type { NamedDocument } from './permission';

/** What Strapi's Preview button asks for. */
export interface PreviewRequest {
  readonly documentId?: string;
  readonly locale?: string | null;
  readonly status?: string;
}

export interface PreviewOptions {
  /** Where the practice's frontend shows previews; null where there is none. */
  readonly frontend: string | null;
  /**
   * Makes a token that shows the draft to the person who asks.
   *
   * @throws errors.PolicyError where they may not see it.
   */
  readonly tokenFor: (document: NamedDocument) => Promise<string>;
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
  { frontend, tokenFor }: PreviewOptions,
): Promise<string | undefined> {
  const type = contentTypeNameOf(uid);
  if (type === null || documentId === undefined || frontend === null) return undefined;
  const page = new URL(frontend);
  page.searchParams.set('type', type);
  page.searchParams.set('id', documentId);
  if (locale != null) page.searchParams.set('locale', locale);
  page.searchParams.set('status', status === 'published' ? 'published' : 'draft');
  if (status !== 'published') {
    const token = await tokenFor({ type, documentId, locale: locale ?? undefined });
    page.searchParams.set('token', token);
  }
  return page.href;
}
