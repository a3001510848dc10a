import { describe, expect, test } from '@jest/globals';
import { FormattedText } from '../../../../src/content-api/catalogue/rich-text/formatted-text';
import { richTextRenderer } from '../../../../src/content-api/catalogue/rich-text/renderer';
import type { Block, Inline, RichTextSource } from '../../../../src/publications/content/rich-text';
import { paragraphs } from '../../../support/contents';
import { englishAndSpanish, TestLog } from '../../../support/publications';
import { catalogueOf, viewOf } from '../../../support/views';

const words = (text: string, marks: object = {}): Inline => ({ type: 'text', text, ...marks });
const link = (url: string, text = 'here'): Inline => ({
  type: 'link',
  url,
  children: [{ type: 'text', text }],
});
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

function rendered(...source: RichTextSource) {
  return richTextRenderer('https://hub.example').render(
    new FormattedText(source),
    viewOf(new TestLog()),
  );
}

describe('Formatted text', () => {
  test('becomes HTML, Markdown and words', () => {
    const text = rendered(
      { type: 'heading', level: 2, children: [words('What to expect')] },
      paragraph(
        words('You stay '),
        words('awake', { bold: true }),
        words('.\nSomeone is with you.'),
      ),
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [words('Rest')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [words('No driving')] }],
          },
          { type: 'list-item', children: [words('Write', { italic: true })] },
        ],
      },
      { type: 'quote', children: [words('Slowly.')] },
      { type: 'code', children: [words('a < b\nc')] },
    );
    expect(text.html).toBe(
      [
        '<h2>What to expect</h2>',
        '<p>You stay <strong>awake</strong>.<br>Someone is with you.</p>',
        '<ol><li>Rest<ul><li>No driving</li></ul></li><li><em>Write</em></li></ol>',
        '<blockquote><p>Slowly.</p></blockquote>',
        '<pre><code>a &lt; b\nc</code></pre>',
      ].join('\n'),
    );
    expect(text.markdown).toBe(
      [
        '## What to expect',
        '',
        'You stay **awake**.\\\nSomeone is with you.',
        '',
        '1. Rest\n   - No driving\n2. *Write*',
        '',
        '> Slowly.',
        '',
        '```\na < b\nc\n```',
      ].join('\n'),
    );
    expect(text.text).toBe(
      [
        'What to expect',
        'You stay awake.\nSomeone is with you.',
        '1. Rest\n  - No driving\n2. Write',
        'Slowly.',
        'a < b\nc',
      ].join('\n\n'),
    );
  });

  test('shows a picture by its own hash, with the words for those who do not see it', () => {
    const sha256 = 'ab'.repeat(32);
    const text = rendered({
      type: 'image',
      image: {
        sha256,
        name: 'a room.webp',
        mime: 'image/webp',
        width: 800,
        height: 600,
        focalPoint: null,
        alternativeText: 'A "quiet" room',
      },
    });
    const url = `https://hub.example/media/${sha256}/a%20room.webp`;
    expect(text.html).toBe(
      `<img src="${url}" alt="A &quot;quiet&quot; room" width="800" height="600" loading="lazy">`,
    );
    expect(text.markdown).toBe(`![A "quiet" room](${url})`);
    expect(text.text).toBe('A "quiet" room');
  });

  test('is escaped, so that what an editor pastes stays words', () => {
    const text = rendered(paragraph(words('<script>alert("1")</script> & *stars*')));
    expect(text.html).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; *stars*</p>',
    );
    expect(text.markdown).toBe('\\<script>alert("1")\\</script> & \\*stars\\*');
  });

  test('joins marks that stand side by side', () => {
    const text = rendered(
      paragraph(
        words('Do not ', { bold: true }),
        words('drive', { bold: true, italic: true }),
        words(' home', { bold: true }),
        words(', '),
        words('ever', { underline: true, strikethrough: true }),
      ),
    );
    expect(text.html).toBe(
      '<p><strong>Do not </strong><strong><em>drive</em></strong><strong> home</strong>, <u><s>ever</s></u></p>',
    );
    expect(text.markdown).toBe('**Do not *drive* home**, ~~ever~~');
  });
});

describe('A link', () => {
  test('that leaves the site gives nothing of the page away', () => {
    expect(rendered(paragraph(link('https://988lifeline.org'))).html).toBe(
      '<p><a href="https://988lifeline.org/" rel="noopener noreferrer">here</a></p>',
    );
  });

  test.each(['/services/kap?a=1&b=2', 'mailto:care@juniper.example', 'tel:988', '#fees'])(
    'to %s is kept as it is',
    (url) => {
      const { html, markdown } = rendered(paragraph(link(url)));
      expect(html).toBe(`<p><a href="${url.replace('&', '&amp;')}">here</a></p>`);
      expect(markdown.replaceAll('\\', '')).toBe(`[here](${url})`);
    },
  );

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'relative/path',
    '',
  ])('to %j leaves its words only', (url) => {
    const text = rendered(paragraph(link(url)));
    expect(text.html).toBe('<p>here</p>');
    expect(text.markdown).toBe('here');
  });

  test('cannot lead to another site by a line end that browsers drop', () => {
    expect(rendered(paragraph(link('/\t/evil.example'))).html).toContain(
      'href="/%09/evil.example"',
    );
  });
});

describe('A contact token', () => {
  const practice = (phone: string) => ({
    contacts: [{ key: 'phone', label: 'Phone', kind: 'phone' as const, value: phone }],
  });

  function logWithPhones(english: string, spanish: string): TestLog {
    const log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('practice', 'us', { content: practice(english) });
    log.publish('practice', 'us', { locale: 'es', content: practice(spanish) });
    return log;
  }

  test("becomes what the practice of the reader's locale says, escaped like any words", () => {
    const log = logWithPhones('<1>', '2');
    const renderer = richTextRenderer('https://hub.example');
    const source = new FormattedText(paragraphs('Call {{contact.phone}} now.'));
    expect(renderer.render(source, viewOf(log, 'en')).html).toBe('<p>Call &lt;1&gt; now.</p>');
    expect(renderer.render(source, viewOf(log, 'es')).text).toBe('Call 2 now.');
    expect(renderer.line('Or {{ contact.phone }}?', viewOf(log, 'es'))).toBe('Or 2?');
  });

  test('works in the address of a link', () => {
    const log = logWithPhones('988', '988');
    const renderer = richTextRenderer('https://hub.example');
    const { html } = renderer.render(
      new FormattedText([paragraph(link('tel:{{contact.phone}}', '{{contact.phone}}'))]),
      viewOf(log),
    );
    expect(html).toBe('<p><a href="tel:988">988</a></p>');
  });

  test('follows when the practice changes its number', () => {
    const log = logWithPhones('1', '1');
    const renderer = richTextRenderer('https://hub.example');
    const source = new FormattedText(paragraphs('{{contact.phone}}'));
    expect(renderer.render(source, viewOf(log)).text).toBe('1');
    log.publish('practice', 'us', { content: practice('2') });
    expect(renderer.render(source, viewOf(log)).text).toBe('2');
  });

  test('that the practice does not have is left out, and told', () => {
    const text = rendered(paragraph(words('Call {{contact.gone}} or {{contact.gone}}.')));
    expect(text.html).toBe('<p>Call  or .</p>');
    expect(text.unknownContacts).toEqual(['gone']);
  });
});

describe('A rendered text', () => {
  test('is made once for as long as text and contacts stay the same', () => {
    const log = new TestLog();
    log.publish('practice', 'us');
    log.publish('faq', 'cost');
    const before = catalogueOf(log).view('en');
    const answer = before?.get('faq', 'cost')?.content.answer;
    const renderer = richTextRenderer('https://hub.example');
    if (!before || !answer) throw new Error('There is no English.');
    expect(renderer.render(answer, before)).toBe(renderer.render(answer, before));
  });
});
