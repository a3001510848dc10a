import type { Core, UID } from '@strapi/strapi';
import { contentAttributesOf, type Model } from './content-model';

/** How a value's parts are turned into what Strapi's document service takes. Null leaves a part out. */
export interface PartTranslation {
  /** One target of a relation, to a document of this content type. */
  readonly target: (uid: UID.ContentType, target: unknown) => { documentId: string } | null;
  /** A picture: the id of its row in the media library. */
  readonly file: (file: unknown) => number | null;
  /** A block of formatted text. */
  readonly block: (block: unknown) => unknown;
}

/**
 * What Strapi's document service takes to make a draft say the same as `value`: a row of Strapi's, or content of the
 * log. The way back from `takeSnapshot`.
 */
export function documentData(
  strapi: Core.Strapi,
  model: Model,
  value: Readonly<Record<string, unknown>>,
  translation: PartTranslation,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of contentAttributesOf(model)) {
    const part = value[name] ?? null;
    switch (attribute.type) {
      case 'relation': {
        const uid = (attribute as { target?: UID.ContentType }).target;
        if (uid === undefined) throw new TypeError(`The relation ${name} names no content type.`);
        data[name] = each(part, (target) => translation.target(uid, target));
        break;
      }
      case 'component': {
        const component = strapi.getModel(attribute.component) as Model;
        data[name] = each(part, (item) =>
          documentData(strapi, component, item as Record<string, unknown>, translation),
        );
        break;
      }
      case 'media':
        data[name] = each(part, translation.file);
        break;
      case 'blocks':
        data[name] = each(part, translation.block);
        break;
      default:
        data[name] = part;
    }
  }
  return data;
}

/** Translates a value, or each one of a list, of which those that have no translation are left out. */
function each(value: unknown, translate: (one: unknown) => unknown): unknown {
  if (!Array.isArray(value)) return value === null ? null : translate(value);
  return value.map(translate).filter((translated) => translated !== null);
}
