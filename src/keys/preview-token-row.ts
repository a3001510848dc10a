import { z } from 'zod';
import { contentTypeNames, type ContentTypeName } from '../publications/content';
import type { PreviewToken } from './preview-token';

/** A row of the table `preview_tokens`: what was handed to a person, for one document in one locale. */
export interface PreviewTokenRow {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly type: string;
  readonly document_id: string;
  /** Empty where the content type is the same in every language. */
  readonly locale: string;
  /** The id that Strapi gave to whom it was handed. */
  readonly person: number;
  readonly created_at: string;
  readonly expires_at: string;
  /** How often the authoring process has found that the person may still have it. It counts; no clock is compared. */
  readonly checks: number;
  /** When it found that they may not. */
  readonly ended_at: string | null;
}

/** What the content API reads of a token. */
export const LIVE_COLUMNS = [
  'id',
  'hash',
  'type',
  'document_id',
  'locale',
  'expires_at',
  'checks',
] as const;

export type LiveRow = Pick<PreviewTokenRow, (typeof LIVE_COLUMNS)[number]>;

const type = z.enum(contentTypeNames as [ContentTypeName, ...ContentTypeName[]]);

/** The token of a row; null where it is for a content type that this release does not know. */
export function previewTokenOfRow(row: LiveRow): PreviewToken | null {
  const known = type.safeParse(row.type);
  if (!known.success) return null;
  return {
    id: row.id,
    type: known.data,
    documentId: row.document_id,
    locale: row.locale === '' ? null : row.locale,
    expiresAt: Date.parse(row.expires_at),
  };
}
