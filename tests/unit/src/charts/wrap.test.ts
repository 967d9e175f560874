import { describe, expect, it } from 'vitest';
import { isFromRight, wrapped } from '../../../../src/charts/wrap.ts';

/** Each letter is one wide. */
const wide = (text: string) => [...text].length;

describe('a text in lines', () => {
  it.each([
    ['breaks between words', 'one two three', 7, ['one two', 'three']],
    ['fits exactly', 'one two', 7, ['one two']],
    ['keeps its own lines', 'one\ntwo three\r\n\nfour', 9, ['one', 'two three', '', 'four']],
    ['breaks within a word that is too long alone', 'see abcdefghij now', 4, ['see', 'abcd', 'efgh', 'ij', 'now']],
    ['breaks where a script has no spaces', '边界事件一览', 4, ['边界事件', '一览']],
    ['breaks no letter of two units in two', '😀😀😀', 2, ['😀😀', '😀']],
    ['of nothing is one empty line', '', 4, ['']],
  ])('%s', (_what, text, room, lines) => {
    expect(wrapped(text, wide, room)).toEqual(lines);
  });

  it('loses no letter, and no line is too long', () => {
    const text = 'Incidents along the Durand Line, https://example.org/a/very/long/address, since 2021';
    const lines = wrapped(text, wide, 11);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(Math.max(...lines.map(wide))).toBeLessThanOrEqual(11);
  });
});

it.each([
  ['Durand Map', false],
  ['نقشه', true],
  ['۲۰۲۱: پېښې', true],
  ['2021 – Khyber (خیبر)', false],
  ['מפה', true],
  ['', false],
  ['1 2 3', false],
])('%s begins at the right: %s', (text, expected) => {
  expect(isFromRight(text)).toBe(expected);
});
