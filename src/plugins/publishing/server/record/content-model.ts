import type { Core, Struct, UID } from '@strapi/strapi';
import { contentTypeNames, type ContentTypeName } from '../../../../publications/content';

/** A content type's or a component's schema, as Strapi has loaded it. */
export type Model = Struct.Schema;

/** A row as `strapi.db.query` returns it, its relations, components and media populated. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** Attributes that Strapi adds to every content type; nobody wrote them, so they are not content. */
const SYSTEM_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
]);

/** The name of one of our content types, for its Strapi UID (`api::faq.faq` → `faq`); null for any other type. */
export function contentTypeNameOf(uid: string): ContentTypeName | null {
  const name = /^api::([a-z-]+)\.\1$/.exec(uid)?.[1];
  return contentTypeNames.find((known) => known === name) ?? null;
}

/** The Strapi UID of a content type. */
export function uidOf(type: ContentTypeName): UID.ContentType {
  return `api::${type}.${type}`;
}

/** What an editor can write in a model: its attributes less those that Strapi adds. */
export function contentAttributesOf(model: Model): [string, Struct.SchemaAttributes[string]][] {
  return Object.entries(model.attributes).filter(([name]) => !SYSTEM_ATTRIBUTES.has(name));
}

/**
 * The `populate` that reads a row with all that belongs to its content: components in full, media in full, and of
 * relations the targets' document ids.
 */
export function populateOf(strapi: Core.Strapi, model: Model): Record<string, object | true> {
  const populate: Record<string, object | true> = {};
  for (const [name, attribute] of contentAttributesOf(model)) {
    if (attribute.type === 'component') {
      populate[name] = {
        populate: populateOf(strapi, strapi.getModel(attribute.component)),
      };
    } else if (attribute.type === 'relation') {
      populate[name] = { select: ['documentId'] };
    } else if (attribute.type === 'media') {
      populate[name] = true;
    }
  }
  return populate;
}
