import { z } from 'zod';
import { storedFile } from './image';

/** A run of characters with the marks that Strapi's blocks editor offers. */
const textNode = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

/** A link round some text. `rel` and `target` are what the editor offers; answers set their own. */
const linkNode = z.object({
  type: z.literal('link'),
  url: z.string(),
  rel: z.string().optional(),
  target: z.string().optional(),
  children: z.array(textNode),
});

const inline = z.array(z.discriminatedUnion('type', [textNode, linkNode]));
const listItem = z.object({ type: z.literal('list-item'), children: inline });

export type ListBlock = {
  type: 'list';
  format: 'ordered' | 'unordered';
  indentLevel?: number | undefined;
  children: (z.infer<typeof listItem> | ListBlock)[];
};

/** A list; the editor nests by putting a list among another list's items. */
const list = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  indentLevel: z.number().optional(),
  get children(): z.ZodType<ListBlock['children']> {
    return z.array(z.discriminatedUnion('type', [listItem, list]));
  },
});

/** Told apart by their type: trying one shape after another doubles the time that a text takes to read. */
const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), children: inline }),
  z.object({ type: z.literal('heading'), level: z.number().int().min(1).max(6), children: inline }),
  z.object({ type: z.literal('quote'), children: inline }),
  z.object({ type: z.literal('code'), language: z.string().nullish(), children: inline }),
  z.object({
    type: z.literal('image'),
    image: storedFile.extend({ alternativeText: z.string() }),
    children: inline.optional(),
  }),
  list,
]);

/**
 * Text that editors format, as Strapi's blocks editor keeps it: the source, from which HTML, Markdown and plain text
 * are made. Pictures in it are named by their hash, not by the upload's address.
 */
export const richText = z.array(block);

export type RichTextSource = z.infer<typeof richText>;
export type Block = RichTextSource[number];
export type Inline = z.infer<typeof inline>[number];
