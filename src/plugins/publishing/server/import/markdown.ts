import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type {
  Block,
  Inline,
  ListBlock,
  RichTextSource,
} from '../../../../publications/content/rich-text';
import { linkProblem } from '../validation/link';

/** Something in a Markdown text that Strapi's blocks editor has no counterpart for. `line` counts from 1. */
export interface MarkdownProblem {
  readonly message: string;
  readonly line: number;
}

export type MarkdownResult =
  | { readonly ok: true; readonly blocks: RichTextSource }
  | { readonly ok: false; readonly problems: readonly MarkdownProblem[] };

type Marks = Partial<Record<'bold' | 'italic' | 'strikethrough' | 'code', true>>;
type TextNode = Extract<Inline, { type: 'text' }>;

/**
 * Turns Markdown into the blocks of Strapi's editor: paragraphs, headings, lists (nested ones too), quotes of one
 * paragraph, code blocks, links, bold, italic, strikethrough and inline code. Anything else is a problem, since
 * leaving it out or showing its source would change what the author meant.
 */
export function blocksFromMarkdown(markdown: string): MarkdownResult {
  const conversion = new Conversion();
  const blocks = conversion.blocks(new Lexer({ gfm: true }).lex(markdown));
  if (conversion.problems.length > 0) return { ok: false, problems: conversion.problems };
  if (blocks.length === 0)
    return { ok: false, problems: [{ message: 'The text is empty.', line: 1 }] };
  return { ok: true, blocks };
}

class Conversion {
  readonly problems: MarkdownProblem[] = [];

  blocks(tokens: readonly Token[]): Block[] {
    const blocks: Block[] = [];
    let line = 1;
    for (const token of tokens) {
      const block = this.block(token as MarkedToken, line);
      if (block !== null) blocks.push(block);
      line += countNewlines(token.raw);
    }
    return blocks;
  }

  private block(token: MarkedToken, line: number): Block | null {
    switch (token.type) {
      case 'space':
        return null;
      case 'paragraph':
        return { type: 'paragraph', children: this.inline(token, line) };
      case 'heading':
        return { type: 'heading', level: token.depth, children: this.inline(token, line) };
      case 'code':
        return {
          type: 'code',
          language: token.lang || null,
          children: [{ type: 'text', text: token.text }],
        };
      case 'blockquote':
        return this.quote(token, line);
      case 'list':
        return this.list(token, 0, line);
      default:
        return this.unsupported(token, line);
    }
  }

  private quote(token: Tokens.Blockquote, line: number): Block | null {
    const [only, ...more] = token.tokens.filter((child) => child.type !== 'space') as MarkedToken[];
    if (only?.type !== 'paragraph' || more.length > 0) {
      this.problem('A quote holds one paragraph. Split it into several quotes.', line);
      return null;
    }
    return { type: 'quote', children: this.inline(only, line) };
  }

  private list(token: Tokens.List, depth: number, line: number): ListBlock {
    if (token.ordered && token.start !== 1) this.problem('A numbered list starts at 1.', line);
    const children: ListBlock['children'] = [];
    let itemLine = line;
    for (const item of token.items) {
      if (item.task) this.problem('Tick boxes are not supported. Write a plain list.', itemLine);
      children.push(...this.listItem(item, depth, itemLine));
      itemLine += countNewlines(item.raw);
    }
    const list: ListBlock = {
      type: 'list',
      format: token.ordered ? 'ordered' : 'unordered',
      children,
    };
    return depth === 0 ? list : { ...list, indentLevel: depth };
  }

  private listItem(item: Tokens.ListItem, depth: number, line: number): ListBlock['children'] {
    const [first, ...rest] = item.tokens as MarkedToken[];
    if (first === undefined || (first.type !== 'text' && first.type !== 'paragraph')) {
      this.problem('A list item starts with its text.', line);
      return [];
    }
    const children: ListBlock['children'] = [
      { type: 'list-item', children: this.inline(first, line) },
    ];
    let childLine = line + countNewlines(first.raw);
    for (const child of rest) {
      if (child.type === 'list') {
        children.push(this.list(child, depth + 1, childLine));
      } else if (child.type !== 'space') {
        this.problem('A list item holds one paragraph and, below it, further lists.', childLine);
      }
      childLine += countNewlines(child.raw);
    }
    return children;
  }

  private inline(parent: Tokens.Paragraph | Tokens.Heading | Tokens.Text, line: number): Inline[] {
    return this.inlineNodes(parent.tokens ?? [], {}, parent.raw, line);
  }

  private inlineNodes(tokens: readonly Token[], marks: Marks, raw: string, line: number): Inline[] {
    const nodes: Inline[] = [];
    let offset = 0;
    for (const token of tokens as readonly MarkedToken[]) {
      offset = Math.max(offset, raw.indexOf(token.raw, offset));
      for (const node of this.inlineNode(token, marks, line + countNewlines(raw.slice(0, offset))))
        append(nodes, node);
      offset += token.raw.length;
    }
    return nodes;
  }

  private inlineNode(token: MarkedToken, marks: Marks, line: number): Inline[] {
    switch (token.type) {
      case 'text':
        if (/&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(token.text)) {
          this.problem('Write the character itself instead of an HTML entity.', line);
        }
        return [textNode(token.text, marks)];
      case 'escape':
        return [textNode(token.text, marks)];
      case 'codespan':
        return [textNode(token.text, { ...marks, code: true })];
      case 'strong':
        return this.inlineNodes(token.tokens, { ...marks, bold: true }, token.raw, line);
      case 'em':
        return this.inlineNodes(token.tokens, { ...marks, italic: true }, token.raw, line);
      case 'del':
        return this.inlineNodes(token.tokens, { ...marks, strikethrough: true }, token.raw, line);
      case 'link':
        return this.link(token, marks, line);
      default:
        this.unsupported(token, line);
        return [];
    }
  }

  private link(token: Tokens.Link, marks: Marks, line: number): Inline[] {
    if (token.title)
      this.problem('A link has no title here. Put what it says into the text.', line);
    const problem = linkProblem(token.href);
    if (problem !== null) this.problem(problem, line);
    const children = this.inlineNodes(token.tokens, marks, token.raw, line).filter(
      (node) => node.type === 'text',
    );
    return [{ type: 'link', url: token.href, children }];
  }

  private unsupported(token: MarkedToken, line: number): null {
    const names: Partial<Record<MarkedToken['type'], string>> = {
      br: 'A line break within a paragraph',
      def: 'A link definition',
      hr: 'A dividing line',
      html: 'HTML',
      image: 'A picture within a text',
      table: 'A table',
    };
    this.problem(`${names[token.type] ?? `Markdown's "${token.type}"`} is not supported.`, line);
    return null;
  }

  /** An element's two tags, say, are one problem. */
  private problem(message: string, line: number): void {
    const isTold = this.problems.some((told) => told.message === message && told.line === line);
    if (!isTold) this.problems.push({ message, line });
  }
}

const countNewlines = (text: string): number => text.split('\n').length - 1;

// A line end within a paragraph only wraps it in the source.
const textNode = (text: string, marks: Marks): TextNode => ({
  type: 'text',
  text: text.replace(/\s*\n\s*/g, ' '),
  ...marks,
});

/** Joins runs that differ in nothing, so that an escaped character leaves no seam. */
function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text' && marksOf(last) === marksOf(node))
    last.text += node.text;
  else nodes.push(node);
}

const marksOf = ({ bold, italic, strikethrough, code }: TextNode): string =>
  String([bold, italic, strikethrough, code]);
