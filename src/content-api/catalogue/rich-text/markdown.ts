import type {
  Block,
  Inline,
  ListBlock,
  RichTextSource,
} from '../../../publications/content/rich-text';
import type { RenderContext } from './html';
import { safeUrl } from './safe-url';

/** Formatted text as CommonMark, with GitHub's strikethrough. Underlining has no Markdown and is left out. */
export function markdownOf(source: RichTextSource, context: RenderContext): string {
  return source.map((block) => blockMarkdown(block, context)).join('\n\n');
}

function blockMarkdown(block: Block, context: RenderContext): string {
  switch (block.type) {
    case 'paragraph':
      return escapeLineStarts(inlineMarkdown(block.children, context));
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.children, context).replace(/\s*\\?\n/g, ' ')}`;
    case 'quote':
      return indent(escapeLineStarts(inlineMarkdown(block.children, context)), '> ', '> ');
    case 'code':
      return codeBlock(block, context);
    case 'image': {
      const { sha256, name, alternativeText } = block.image;
      return `![${escapeMarkdown(alternativeText)}](<${context.pictureUrl(sha256, name)}>)`;
    }
    case 'list':
      return listMarkdown(block, context);
    default:
      return block satisfies never;
  }
}

function codeBlock(block: Extract<Block, { type: 'code' }>, context: RenderContext): string {
  const code = block.children
    .map((node) =>
      (node.type === 'link' ? node.children : [node]).map((run) => context.text(run.text)).join(''),
    )
    .join('');
  // The fence must be longer than any run of backticks inside.
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

function listMarkdown(list: ListBlock, context: RenderContext): string {
  const items: string[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') {
      items.push(escapeLineStarts(inlineMarkdown(child.children, context)));
    } else {
      items.push(`${items.pop() ?? ''}\n${listMarkdown(child, context)}`);
    }
  }
  return items
    .map((item, index) => {
      const marker = list.format === 'ordered' ? `${index + 1}. ` : '- ';
      return indent(item, marker, ' '.repeat(marker.length));
    })
    .join('\n');
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`)
    .join('\n');
}

function inlineMarkdown(nodes: readonly Inline[], context: RenderContext): string {
  return nodes
    .map((node) =>
      node.type === 'link' ? linkMarkdown(node, context) : runMarkdown(node, context),
    )
    .join('');
}

function linkMarkdown(link: Extract<Inline, { type: 'link' }>, context: RenderContext): string {
  const words = link.children.map((run) => runMarkdown(run, context)).join('');
  const url = safeUrl(context.text(link.url));
  if (url === null) return words;
  return `[${words}](<${url.replace(/[<>]/g, (bracket) => encodeURIComponent(bracket))}>)`;
}

function runMarkdown(run: Extract<Inline, { type: 'text' }>, context: RenderContext): string {
  const text = context.text(run.text);
  // Marks must touch the words: CommonMark reads `** word**` as asterisks.
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return breaks(text);
  const code = '`'.repeat(
    Math.max(0, ...[...words.matchAll(/`+/g)].map((ticks) => ticks[0].length)) + 1,
  );
  let marked = run.code
    ? `${code} ${words.replace(/\n/g, ' ')} ${code}`
    : breaks(escapeMarkdown(words));
  if (run.strikethrough) marked = `~~${marked}~~`;
  if (run.italic) marked = `_${marked}_`;
  if (run.bold) marked = `**${marked}**`;
  return `${breaks(before)}${marked}${breaks(after)}`;
}

function breaks(text: string): string {
  return text.replace(/\n/g, '\\\n');
}

/** Puts a backslash before every character that Markdown could read as a mark. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>~|&!]/g, '\\$&');
}

/** The same for what is a mark only at the beginning of a line: headings, lists, quotes, rules. */
function escapeLineStarts(markdown: string): string {
  return markdown.replace(
    /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](\s|$)))/gm,
    (_all, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}
