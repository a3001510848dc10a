import type {
  Block,
  Inline,
  ListBlock,
  RichTextSource,
} from '../../../publications/content/rich-text';
import type { RenderContext } from './html';

/** Formatted text as words only: blocks are separated by an empty line, list items stand on lines of their own. */
export function plainTextOf(source: RichTextSource, context: Pick<RenderContext, 'text'>): string {
  return source
    .map((block) => blockText(block, context))
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block, context: Pick<RenderContext, 'text'>): string {
  if (block.type === 'image') return block.image.alternativeText;
  if (block.type === 'list') return listText(block, context, 0);
  return inlineText(block.children, context);
}

function listText(list: ListBlock, context: Pick<RenderContext, 'text'>, depth: number): string {
  let number = 0;
  return list.children
    .map((child) => {
      if (child.type === 'list') return listText(child, context, depth + 1);
      number += 1;
      const marker = list.format === 'ordered' ? `${number}.` : '-';
      return `${'  '.repeat(depth)}${marker} ${inlineText(child.children, context)}`;
    })
    .join('\n');
}

function inlineText(nodes: readonly Inline[], context: Pick<RenderContext, 'text'>): string {
  return nodes
    .map((node) =>
      node.type === 'link'
        ? node.children.map((run) => context.text(run.text)).join('')
        : context.text(node.text),
    )
    .join('');
}
