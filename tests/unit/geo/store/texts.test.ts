import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsWord,
  createTextsBuilder,
  pickTexts,
  rowOfText,
  textAt,
  type Texts,
} from '../../../../geo/store/texts.ts';

function textsOf(list: readonly string[]): Texts {
  const builder = createTextsBuilder();
  for (const text of list) builder.add(text);
  return builder.finish();
}

describe('texts in buffers', () => {
  // longer together than the first chunks, some longer than a chunk alone
  const list = [
    '',
    'Miran Shah',
    'میران شاہ',
    'x'.repeat(70_000),
    '😀 end',
    ...Array.from({ length: 3000 }, (_, i) => `row ${i} ${'y'.repeat(i % 97)}`),
  ];
  const texts = textsOf(list);

  it('come back as they went in', () => {
    expect(list.map((_, row) => textAt(texts, row))).toEqual(list);
  });

  it('come back one by one whatever their letters, halves of pairs alone too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 50 }), (all) => {
        const made = textsOf(all);
        // the platform's own encoding and decoding of each text alone
        const alone = all.map((text) => Buffer.from(new TextEncoder().encode(text)).toString());
        expect(all.map((_, row) => textAt(made, row))).toEqual(alone);
      }),
    );
  });

  it('keep halves of a pair in neighbouring texts apart', () => {
    const made = textsOf(['a\ud83d', '\ude00b', 'c']);
    expect([0, 1, 2].map((row) => textAt(made, row))).toEqual(['a\ufffd', '\ufffdb', 'c']);
  });

  it('are found whole, the first of equals', () => {
    expect(rowOfText(texts, 'row 2999 ' + 'y'.repeat(2999 % 97))).toBe(list.length - 1);
    expect(rowOfText(texts, 'row 299')).toBe(-1);
    expect(rowOfText(textsOf(['a', 'b', 'b']), 'b')).toBe(1);
  });

  it('contain a word whatever the case of its Latin letters', () => {
    expect(containsWord(texts, 'SHAH')(1)).toBe(true);
    expect(containsWord(texts, 'شاہ')(2)).toBe(true);
    expect(containsWord(texts, 'shah')(2)).toBe(false);
    expect(containsWord(texts, 'miran shahs')(1)).toBe(false);
  });

  it('can be picked in another order', () => {
    const picked = pickTexts(texts, Uint32Array.of(4, 1, 4));
    expect([0, 1, 2].map((row) => textAt(picked, row))).toEqual(['😀 end', 'Miran Shah', '😀 end']);
  });
});
