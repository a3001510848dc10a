import fc from 'fast-check';
import type { Block, Inline, ListBlock } from '../../src/publications/content/rich-text';

/** Letters, and everything that HTML or Markdown could take for a mark, alone and in the shapes they look for. */
export const nastyText = fc.string({
  unit: fc.constantFrom(
    ...Array.from('ab1 \n\\`*_{}[]()<>#+-=.!|~&:/@"\'é'),
    ...[
      '<b>',
      '<script>',
      '&amp;',
      '&lt;',
      '](',
      '![',
      '- ',
      '1. ',
      '1)',
      '# ',
      '> ',
      '    ',
      '\t',
    ],
    ...[
      'http://a.b',
      'www.a.b',
      'a@b.c',
      '***',
      '~~~',
      '```',
      '---',
      '===',
      '<!--',
      ']]>',
      'javascript:',
    ],
  ),
  maxLength: 12,
});

const run = fc.record(
  {
    type: fc.constant('text' as const),
    text: nastyText,
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    strikethrough: fc.boolean(),
    code: fc.boolean(),
  },
  { requiredKeys: ['type', 'text'] },
);

const url = fc.oneof(
  nastyText,
  fc.constantFrom(
    'https://a.example/?a=1&copy;=2',
    '/services/kap',
    'mailto:a@b.c',
    'tel:988',
    '#x',
  ),
  fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\t/evil.example',
    'JAVA\nSCRIPT:x',
  ),
);

const inline: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { arbitrary: run, weight: 3 },
    fc.record({
      type: fc.constant('link' as const),
      url,
      children: fc.array(run, { maxLength: 2 }),
    }),
  ),
  { maxLength: 4 },
);

const list = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    format: fc.constantFrom('ordered', 'unordered'),
    children: fc.array(
      fc.oneof(
        { maxDepth: 3 },
        fc.record({ type: fc.constant('list-item' as const), children: inline }),
        tie('list'),
      ),
      { maxLength: 3 },
    ),
  }),
})).list;

/** Any block that the editor can make, with the worst that can be typed into it. */
export const randomBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({ type: fc.constant('paragraph' as const), children: inline }),
      weight: 3,
    },
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 6 }),
      children: inline,
    }),
    fc.record({ type: fc.constant('quote' as const), children: inline }),
    fc.record({ type: fc.constant('code' as const), children: inline }),
    list,
    nastyText.map((text) => ({
      type: 'image' as const,
      image: {
        sha256: 'a'.repeat(64),
        name: `${text}.webp`,
        mime: 'image/webp',
        width: 4,
        height: 3,
        focalPoint: null,
        alternativeText: text,
      },
    })),
  ),
  { maxLength: 4 },
);
