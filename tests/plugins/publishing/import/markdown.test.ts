import { describe, expect, it } from '@jest/globals';
import { blocksFromMarkdown } from '../../../../src/plugins/publishing/server/import/markdown';
import { richText } from '../../../../src/publications/content/rich-text';

const text = (content: string, marks: object = {}) => ({ type: 'text', text: content, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const item = (content: string) => ({ type: 'list-item', children: [text(content)] });

describe('Markdown becomes the blocks of the editor', () => {
  it.each([
    ['a paragraph', 'One two.', [paragraph(text('One two.'))]],
    ['two paragraphs', 'One.\n\nTwo.', [paragraph(text('One.')), paragraph(text('Two.'))]],
    ['a line end within a paragraph as a space', 'One\ntwo.', [paragraph(text('One two.'))]],
    ['a heading', '### Three', [{ type: 'heading', level: 3, children: [text('Three')] }]],
    [
      'marks, also one within another',
      'a **b *c*** ~~d~~ `e<f`',
      [
        paragraph(
          text('a '),
          text('b ', { bold: true }),
          text('c', { bold: true, italic: true }),
          text(' '),
          text('d', { strikethrough: true }),
          text(' '),
          text('e<f', { code: true }),
        ),
      ],
    ],
    [
      'a link, with marks in it',
      'See [the **line**](https://988lifeline.org).',
      [
        paragraph(
          text('See '),
          {
            type: 'link',
            url: 'https://988lifeline.org',
            children: [text('the '), text('line', { bold: true })],
          },
          text('.'),
        ),
      ],
    ],
    ['an escaped character without a seam', '1 \\* 2 = 2', [paragraph(text('1 * 2 = 2'))]],
    ['a token of a contact', 'Call {{contact.desk}}.', [paragraph(text('Call {{contact.desk}}.'))]],
    [
      'a list',
      '- one\n- two',
      [{ type: 'list', format: 'unordered', children: [item('one'), item('two')] }],
    ],
    [
      'a list whose items stand apart',
      '1. one\n\n2. two',
      [{ type: 'list', format: 'ordered', children: [item('one'), item('two')] }],
    ],
    [
      'lists within lists, each behind the item that it belongs to',
      '- one\n  1. first\n     - deep\n- two',
      [
        {
          type: 'list',
          format: 'unordered',
          children: [
            item('one'),
            {
              type: 'list',
              format: 'ordered',
              indentLevel: 1,
              children: [
                item('first'),
                { type: 'list', format: 'unordered', indentLevel: 2, children: [item('deep')] },
              ],
            },
            item('two'),
          ],
        },
      ],
    ],
    ['a quote', '> one\n> two', [{ type: 'quote', children: [text('one two')] }]],
    [
      'a code block',
      '```js\na\nb\n```',
      [{ type: 'code', language: 'js', children: [text('a\nb')] }],
    ],
  ])('%s', (_what, markdown, blocks) => {
    const result = blocksFromMarkdown(markdown);
    expect(result).toEqual({ ok: true, blocks });
    expect(richText.safeParse(blocks).success).toBe(true);
  });
});

describe('Markdown that the editor has no blocks for is refused', () => {
  it.each([
    ['a picture', 'See ![a room](room.webp)', 1, 'A picture within a text is not supported.'],
    ['a table', 'Text.\n\n| a | b |\n| - | - |\n| 1 | 2 |', 3, 'A table is not supported.'],
    ['HTML', 'One.\n\n<b>two</b>', 3, 'HTML is not supported.'],
    ['HTML within a paragraph', 'One\ntwo <br> three', 2, 'HTML is not supported.'],
    ['a dividing line', 'One.\n\n---\n\nTwo.', 3, 'A dividing line is not supported.'],
    ['a hard line break', 'One  \ntwo', 1, 'A line break within a paragraph is not supported.'],
    ['an entity', 'One.\n\nA &amp; B', 3, 'Write the character itself instead of an HTML entity.'],
    ['a task list', '- [ ] one', 1, 'Tick boxes are not supported. Write a plain list.'],
    ['a list that starts at 3', '3. one', 1, 'A numbered list starts at 1.'],
    [
      'two paragraphs in a list item',
      '- one\n- two\n\n  three',
      4,
      'A list item holds one paragraph and, below it, further lists.',
    ],
    [
      'a list in a quote',
      '> - one',
      1,
      'A quote holds one paragraph. Split it into several quotes.',
    ],
    [
      'a link with a title',
      '[a](https://example.org "t")',
      1,
      'A link has no title here. Put what it says into the text.',
    ],
    [
      'a link that runs a script',
      'One.\n\nTwo\n[a](javascript:alert(1))',
      4,
      'The link to “javascript:alert(1)” leads nowhere. Write a whole address, which begins with https:, http:, mailto: ' +
        'or tel:, or a path of the site, which begins with /.',
    ],
    ['nothing', '  \n', 1, 'The text is empty.'],
  ])('%s', (_what, markdown, line, message) => {
    expect(blocksFromMarkdown(markdown)).toEqual({ ok: false, problems: [{ line, message }] });
  });

  it('with every place at once', () => {
    const result = blocksFromMarkdown('A &lt; B\n\n<i>C</i>\n\n- ok\n- [x](ftp://d)');
    expect(result).toMatchObject({ ok: false, problems: [{ line: 1 }, { line: 3 }, { line: 6 }] });
  });
});
