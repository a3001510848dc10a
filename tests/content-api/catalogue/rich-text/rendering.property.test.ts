import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import {
  gfmAutolinkLiteral,
  gfmAutolinkLiteralHtml,
} from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { FormattedText } from '../../../../src/content-api/catalogue/rich-text/formatted-text';
import { richTextRenderer } from '../../../../src/content-api/catalogue/rich-text/renderer';
import { richText, type RichTextSource } from '../../../../src/publications/content/rich-text';
import { TestLog } from '../../../support/publications';
import { randomBlocks } from '../../../support/random-rich-text';
import { viewOf } from '../../../support/views';

const view = viewOf(new TestLog());
const render = (source: RichTextSource) =>
  richTextRenderer('https://hub.example').render(new FormattedText(source), view);

/** The only tags there are, in the only form they have. */
const TAG = new RegExp(
  [
    '</?(?:p|h[1-6]|blockquote|pre|code|ul|ol|li|strong|em|u|s|a)>',
    '<br>',
    '<a href="(?:https?:|mailto:|tel:|sms:|[#?]|/(?!/))[^"<>]*"(?: rel="noopener noreferrer")?>',
    '<img src="https://hub\\.example/media/[0-9a-f]{64}/[^"<>/]+" alt="[^"<>]*" width="4" height="3" loading="lazy">',
  ].join('|'),
  'g',
);

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function decoded(html: string): string {
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

/** What a page made of it says, pictures by their alternative text, white space aside. */
function wordsOf(html: string): string {
  const withoutTags = html.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '');
  return decoded(withoutTags).replace(/\s+/g, '');
}

test('The generator makes what the log would take', () => {
  fc.assert(fc.property(randomBlocks, (source) => void richText.parse(source)));
});

describe('HTML', () => {
  test('holds known tags only, and everything else escaped', () => {
    fc.assert(
      fc.property(randomBlocks, (source) => {
        const rest = render(source).html.replace(TAG, '');
        expect(rest).not.toMatch(/[<>"']/);
        expect(rest.replace(/&(?:lt|gt|quot|#39|amp);/g, '')).not.toContain('&');
      }),
      { numRuns: 500 },
    );
  });

  test('closes what it opens, in order', () => {
    fc.assert(
      fc.property(randomBlocks, (source) => {
        const open: string[] = [];
        for (const [, slash, name = ''] of render(source).html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
          if (name === 'br' || name === 'img') continue;
          if (slash) expect(open.pop()).toBe(name);
          else open.push(name);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});

/** Read as GitHub reads it. */
function readAsGitHub(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfmAutolinkLiteral(), gfmStrikethrough()],
    htmlExtensions: [gfmAutolinkLiteralHtml(), gfmStrikethroughHtml()],
  });
}

describe('Markdown', () => {
  test('says the same words as the HTML, read as GitHub reads it', () => {
    fc.assert(
      fc.property(randomBlocks, (source) => {
        const { html, markdown } = render(source);
        expect(wordsOf(readAsGitHub(markdown))).toBe(wordsOf(html));
      }),
      { numRuns: 1_000 },
    );
  });

  test('says the same words as the HTML, read as CommonMark', () => {
    fc.assert(
      fc.property(randomBlocks, (source) => {
        const { html, markdown } = render(source);
        // Strikethrough is GitHub's: CommonMark shows its marks.
        const words = (read: string) => wordsOf(read).replaceAll('~', '');
        expect(words(micromark(markdown))).toBe(words(html));
      }),
      { numRuns: 1_000 },
    );
  });
});
