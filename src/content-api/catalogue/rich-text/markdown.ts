import type { Heading, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { toMarkdown } from 'mdast-util-to-markdown';
import type {
  Block,
  Inline,
  ListBlock,
  RichTextSource,
} from '../../../publications/content/rich-text';
import type { RenderContext } from './html';
import { safeUrl } from './safe-url';

type Run = Extract<Inline, { type: 'text' }>;

const MARKS = [
  ['bold', 'strong'],
  ['italic', 'emphasis'],
  ['strikethrough', 'delete'],
] as const;

/** Formatted text as CommonMark, with GitHub's strikethrough. Underlining has no Markdown and is left out. */
export function markdownOf(source: RichTextSource, context: RenderContext): string {
  const children = source.flatMap((block) => blockNode(block, context) ?? []);
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
      // Bare addresses are escaped, or GitHub's readers would make links of what the editor left as words.
      extensions: [gfmStrikethroughToMarkdown(), gfmAutolinkLiteralToMarkdown()],
    },
  ).trimEnd();
}

/** Null where the block says nothing: an empty line of an editor's is no paragraph. */
function blockNode(block: Block, context: RenderContext): RootContent | null {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children, context);
    case 'heading': {
      const children = inlineNodes(block.children, context);
      return children.length === 0 ? null : { type: 'heading', depth: depthOf(block), children };
    }
    case 'quote': {
      const quoted = paragraph(block.children, context);
      return quoted && { type: 'blockquote', children: [quoted] };
    }
    case 'code': {
      const runs = block.children.flatMap((node) => (node.type === 'link' ? node.children : node));
      return { type: 'code', value: runs.map((run) => context.text(run.text)).join('') };
    }
    case 'image': {
      const { sha256, name, alternativeText } = block.image;
      const url = context.pictureUrl(sha256, name);
      return { type: 'paragraph', children: [{ type: 'image', url, alt: alternativeText }] };
    }
    case 'list':
      return listNode(block, context);
    default:
      return block satisfies never;
  }
}

function depthOf({ level }: Extract<Block, { type: 'heading' }>): Heading['depth'] {
  return level as Heading['depth'];
}

function paragraph(nodes: readonly Inline[], context: RenderContext): Paragraph | null {
  const children = inlineNodes(nodes, context);
  return children.length === 0 ? null : { type: 'paragraph', children };
}

function listNode(list: ListBlock, context: RenderContext): List | null {
  const items: ListItem[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') {
      const words = paragraph(child.children, context);
      if (words) items.push(item([words]));
    } else {
      // The editor keeps a nested list beside the item that it belongs to; Markdown wants it inside.
      const nested = listNode(child, context);
      if (nested) items.push(item([...(items.pop()?.children ?? []), nested]));
    }
  }
  if (items.length === 0) return null;
  return { type: 'list', ordered: list.format === 'ordered', spread: false, children: items };
}

function item(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}

function inlineNodes(nodes: readonly Inline[], context: RenderContext): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let runs: Run[] = [];
  const flush = () => {
    children.push(...runNodes(separated(runs, context)));
    runs = [];
  };
  for (const node of nodes) {
    const url = node.type === 'link' ? safeUrl(context.text(node.url)) : null;
    if (node.type === 'text') {
      runs.push(node);
    } else if (url === null) {
      // A refused address leaves its words.
      runs.push(...node.children);
    } else {
      flush();
      children.push({ type: 'link', url, children: runNodes(separated(node.children, context)) });
    }
  }
  flush();
  return trimmed(trimmed(children, 'start'), 'end');
}

/**
 * Runs with their contacts filled in, and the spaces at their edges as runs of their own: CommonMark's marks must touch
 * words. Spaces between two runs keep the marks that both have.
 */
function separated(runs: readonly Run[], context: RenderContext): Run[] {
  const parts = runs.flatMap((run) => {
    const text = context.text(run.text);
    const words = text.trim();
    const start = text.indexOf(words);
    return [
      spaces(text.slice(0, start)),
      { ...run, text: words },
      spaces(text.slice(start + words.length)),
    ].filter((part) => part.text !== '');
  });
  return parts.map((part, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    // Not across a line's end: the writer has no way to put a break next to a mark.
    if (!/^ +$/.test(part.text) || !before || !after) return part;
    const shared = MARKS.filter(([mark]) => before[mark] && after[mark]);
    return { ...part, ...Object.fromEntries(shared.map(([mark]) => [mark, true])) };
  });
}

function spaces(text: string): Run {
  return { type: 'text', text };
}

/** Without the spaces and line ends at one end: at the edge of a block a line break cannot be written. */
function trimmed(nodes: readonly PhrasingContent[], edge: 'start' | 'end'): PhrasingContent[] {
  const outer = nodes.at(edge === 'start' ? 0 : -1);
  if (!outer) return [];
  const others = edge === 'start' ? nodes.slice(1) : nodes.slice(0, -1);
  const kept = trimmedNode(outer, edge);
  if (!kept) return trimmed(others, edge);
  return edge === 'start' ? [kept, ...others] : [...others, kept];
}

function trimmedNode(node: PhrasingContent, edge: 'start' | 'end'): PhrasingContent | null {
  if (node.type === 'break') return null;
  if (node.type === 'text') {
    const value = edge === 'start' ? node.value.trimStart() : node.value.trimEnd();
    return value === '' ? null : { ...node, value };
  }
  if (!('children' in node)) return node;
  const children = trimmed(node.children, edge);
  return children.length === 0 && node.type !== 'link' ? null : { ...node, children };
}

/** Neighbours that share a mark share one node: two nodes side by side would let their asterisks meet. */
function runNodes(runs: readonly Run[], depth = 0): PhrasingContent[] {
  const [mark, type] = MARKS[depth] ?? [];
  if (mark === undefined || type === undefined) return plainNodes(runs);
  return grouped(runs, (run) => Boolean(run[mark])).flatMap((group): PhrasingContent[] => {
    const children = runNodes(group, depth + 1);
    return group[0]?.[mark] ? [{ type, children }] : children;
  });
}

function plainNodes(runs: readonly Run[]): PhrasingContent[] {
  return grouped(runs, (run) => Boolean(run.code)).flatMap((group): PhrasingContent[] => {
    const text = group.map((run) => run.text).join('');
    if (group[0]?.code) return [{ type: 'inlineCode', value: text.replace(/\n/g, ' ') }];
    return text.split('\n').flatMap((line, index): PhrasingContent[] => {
      const words = { type: 'text', value: line } as const;
      return index === 0 ? [words] : [{ type: 'break' }, words];
    });
  });
}

/** Runs of neighbours that are alike. */
function grouped(runs: readonly Run[], isMarked: (run: Run) => boolean): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.[0] && isMarked(last[0]) === isMarked(run)) last.push(run);
    else groups.push([run]);
  }
  return groups;
}
