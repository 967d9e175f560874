import { expect, it } from 'vitest';
import { plainWords } from '../../../../geo/story/plain-words.ts';

it('words without their Markdown are one line, and what is no Markdown stays as it is', () => {
  const markdown =
    'The **line** of *1893*,\nas [it is told](https://example.org/a).\n\n- one\n- `two`\n\n> quoted  text\n\n<b>not HTML</b>';
  expect(plainWords(markdown)).toBe('The line of 1893, as it is told. • one • two quoted text <b>not HTML</b>');
  expect(plainWords('')).toBe('');
});
