import type {
  Block,
  Inline,
  ListBlock,
  RichTextSource,
} from '../../../publications/content/rich-text';
import { isExternal, safeUrl } from './safe-url';

/** What rendering needs to know beside the text: where pictures are, and what contact tokens stand for. */
export interface RenderContext {
  /** The address of a published picture. */
  pictureUrl(sha256: string, name: string): string;
  /** A run of characters with its contact tokens replaced. */
  text(source: string): string;
}

/** Formatted text as HTML that is safe to insert into a page: a fixed set of elements, every character escaped. */
export function htmlOf(source: RichTextSource, context: RenderContext): string {
  return source.map((block) => blockHtml(block, context)).join('\n');
}

function blockHtml(block: Block, context: RenderContext): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, context)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children, context)}</h${block.level}>`;
    case 'quote':
      return `<blockquote><p>${inlineHtml(block.children, context)}</p></blockquote>`;
    case 'code':
      return `<pre><code>${codeHtml(block.children, context)}</code></pre>`;
    case 'image':
      return imageHtml(block, context);
    case 'list':
      return listHtml(block, context);
    default:
      return block satisfies never;
  }
}

function listHtml(list: ListBlock, context: RenderContext): string {
  const tag = list.format === 'ordered' ? 'ol' : 'ul';
  const items: string[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') {
      items.push(inlineHtml(child.children, context));
    } else {
      // The editor keeps a nested list beside the item that it belongs to; HTML wants it inside.
      items.push(`${items.pop() ?? ''}${listHtml(child, context)}`);
    }
  }
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

function imageHtml(block: Extract<Block, { type: 'image' }>, context: RenderContext): string {
  const { sha256, name, width, height, alternativeText } = block.image;
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const url = escapeHtml(context.pictureUrl(sha256, name));
  return `<img src="${url}" alt="${escapeHtml(alternativeText)}"${size} loading="lazy">`;
}

function codeHtml(nodes: readonly Inline[], context: RenderContext): string {
  return nodes
    .flatMap((node) => (node.type === 'link' ? node.children : node))
    .map((run) => escapeHtml(context.text(run.text)))
    .join('');
}

function inlineHtml(nodes: readonly Inline[], context: RenderContext): string {
  return nodes
    .map((node) => (node.type === 'link' ? linkHtml(node, context) : runHtml(node, context)))
    .join('');
}

function linkHtml(link: Extract<Inline, { type: 'link' }>, context: RenderContext): string {
  const words = link.children.map((run) => runHtml(run, context)).join('');
  const url = safeUrl(context.text(link.url));
  if (url === null) return words;
  const rel = isExternal(url) ? ' rel="noopener noreferrer"' : '';
  return `<a href="${escapeHtml(url)}"${rel}>${words}</a>`;
}

const MARKS = [
  ['code', 'code'],
  ['strikethrough', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function runHtml(run: Extract<Inline, { type: 'text' }>, context: RenderContext): string {
  const text = escapeHtml(context.text(run.text)).replace(/\n/g, '<br>');
  return MARKS.reduce((html, [mark, tag]) => (run[mark] ? `<${tag}>${html}</${tag}>` : html), text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
