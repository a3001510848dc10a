import { z } from 'zod';
import {
  contentSchemas,
  contentTypeNames,
  type ContentOf,
  type ContentTypeName,
} from '../../publications/content';
import { richText, type RichTextSource } from '../../publications/content/rich-text';
import { FormattedText } from './rich-text/formatted-text';

type Packed<Value> = Value extends RichTextSource
  ? FormattedText
  : Value extends readonly (infer Item)[]
    ? Packed<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Packed<Value[Key]> }
      : Value;

type ShownContents = { readonly [Type in ContentTypeName]: Packed<ContentOf<Type>> };

/** What an editor wrote, as the catalogue holds it: formatted text is packed. */
export type ShownContent<Type extends ContentTypeName> = ShownContents[Type];

/**
 * The content for the catalogue, packed in its place: a copy would lie in memory in two pieces, and content that is
 * folded again, as a draft is over each edition, would be packed again.
 */
export function shownContent<Type extends ContentTypeName>(
  type: Type,
  content: ContentOf<Type>,
): ShownContent<Type> {
  packers.get(type)?.(content);
  // The packer was made from the shape that types say the same of.
  return content as unknown as ShownContent<Type>;
}

type Pack = (value: unknown) => unknown;

const packers = new Map<ContentTypeName, Pack | null>(
  contentTypeNames.map((type) => [type, packerOf(contentSchemas[type])]),
);

/** @returns what packs a value of a shape in its place; null for a shape in which nothing is formatted. */
function packerOf(shape: unknown): Pack | null {
  if (shape === richText) {
    return (blocks) =>
      blocks instanceof FormattedText ? blocks : new FormattedText(blocks as RichTextSource);
  }
  if (shape instanceof z.ZodNullable) {
    const pack = packerOf(shape.unwrap());
    return pack && ((value) => (value === null ? null : pack(value)));
  }
  if (shape instanceof z.ZodArray) {
    const pack = packerOf(shape.element);
    return (
      pack &&
      ((items) => {
        const list = items as unknown[];
        for (const [index, item] of list.entries()) list[index] = pack(item);
        return list;
      })
    );
  }
  if (!(shape instanceof z.ZodObject)) return null;
  const packs = Object.entries(shape.shape).flatMap(([key, value]) => {
    const pack = packerOf(value);
    return pack ? [[key, pack] as const] : [];
  });
  if (packs.length === 0) return null;
  return (value) => {
    const object = value as Record<string, unknown>;
    for (const [key, pack] of packs) object[key] = pack(object[key]);
    return object;
  };
}
