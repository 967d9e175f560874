import { fromMarkdown } from 'mdast-util-from-markdown';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeInMarkdown, inMarkdown } from '../../../../geo/words/markdown.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'`*_[]()<>&#|~!\\a b'.split('')) }),
  fc.constantFrom('<script>alert(1)</script>', '[a](https://example.org)', '&lt;', 'AT&T &amp; co', '`code`', '# One'),
);

/** What a reader of Markdown shows of the paragraph. */
function shown(markdown: string): { kinds: string[]; text: string } {
  const [paragraph] = fromMarkdown(`Title ${markdown}`).children;
  const children = paragraph.type === 'paragraph' ? paragraph.children : [];
  return {
    kinds: children.map(({ type }) => type),
    text: children.map((child) => ('value' in child ? child.value : '')).join(''),
  };
}

it('a text in a line of Markdown is shown as it is, whatever it holds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = text.replace(/\s+/g, ' ').trim();
      const { kinds, text: read } = shown(inMarkdown(text).trim());
      expect(kinds).toEqual(['text']);
      expect(read).toBe(`Title ${line}`.trimEnd());
    }),
  );
});

it('a text as code is that code', () => {
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(text.trim() !== '');
      const { kinds, text: read } = shown(codeInMarkdown(text));
      expect(kinds).toEqual(['text', 'inlineCode']);
      expect(read.slice('Title '.length).trim()).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});
