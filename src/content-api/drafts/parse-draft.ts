import { z } from 'zod';
import type { DraftRow } from '../../drafts/row';
import { sha256 } from '../../publications/canonical';
import { contentTypeNames, parseContent, type ContentTypeName } from '../../publications/content';
import { mediaDetails } from '../../publications/row';
import type { Draft } from '../catalogue/draft';

const type = z.enum(contentTypeNames as [ContentTypeName, ...ContentTypeName[]]);

/**
 * The draft that a row stands for; null where the row says that there is none any more.
 *
 * @throws Error where this release cannot read it.
 */
export function draftOf(row: DraftRow): Draft | null {
  if (row.content === null || row.schema_version === null || row.media === null) return null;
  const known = type.parse(row.type);
  return {
    type: known,
    documentId: row.document_id,
    locale: row.locale === '' ? null : row.locale,
    contentHash: sha256(row.content),
    content: parseContent(known, row.schema_version, JSON.parse(row.content)),
    media: mediaDetails.parse(JSON.parse(row.media)),
  };
}
