import type { Core } from '@strapi/strapi';
import type { Model } from '../record/content-model';
import { contentAttributesOf } from '../record/content-model';
import type { FieldPath } from '../validation/field-problem';

/** A picture block of formatted text as Strapi's editor sends it. All of it is the client's words. */
export interface ImageBlock {
  type: 'image';
  image?: { hash?: unknown; name?: unknown; alternativeText?: unknown } | null;
}

/** A place in a document that names files of the media library. */
export type NamedFile =
  | { readonly kind: 'media'; readonly value: unknown }
  | {
      readonly kind: 'block';
      readonly block: ImageBlock;
      /** Of the whole text: the panel has one place for what is wrong with it. */
      readonly path: FieldPath;
    };

/** Every place that names a file, in a row as it was read or in data as a client sent it, of which anything may lack. */
export function* namedFiles(
  strapi: Core.Strapi,
  model: Model,
  value: unknown,
  path: FieldPath = [],
): Generator<NamedFile> {
  if (!isRecord(value)) return;
  for (const [name, attribute] of contentAttributesOf(model)) {
    const part = value[name];
    const place = [...path, name];
    if (attribute.type === 'media' && part != null) yield { kind: 'media', value: part };
    if (attribute.type === 'blocks' && Array.isArray(part)) {
      for (const block of part as unknown[]) {
        if (isImageBlock(block)) yield { kind: 'block', block, path: place };
      }
    }
    if (attribute.type === 'component') {
      const component = strapi.getModel(attribute.component) as Model;
      if (!Array.isArray(part)) yield* namedFiles(strapi, component, part, place);
      else {
        for (const [index, item] of part.entries()) {
          yield* namedFiles(strapi, component, item, [...place, index]);
        }
      }
    }
  }
}

export function isImageBlock(block: unknown): block is ImageBlock {
  return isRecord(block) && block.type === 'image';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
