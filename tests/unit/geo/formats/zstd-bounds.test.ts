import { describe, expect, it } from 'vitest';
import { loadUnfolds } from '../../../../geo/formats/parquet-pages.ts';
import { checkZstd } from '../../../../geo/formats/zstd-bounds.ts';
import { createRandom } from '../../../../geo/synth/random.ts';

const PLACES = ['Wana', 'Bara', 'Quetta', 'Swat'];
const TEXT = Array.from(
  { length: 300 },
  (_, i) => `2021-03-${1 + ((i * 7) % 28)},${PLACES[((i * i) % 11) % 4]},${((i * 7919) % 97) / 4}`,
).join('\n');
/** `TEXT` as zstd 1.5.4 packs it at its level 19, which makes tables of its own. */
const PACKED = [
  'KLUv/WCGFpUWAFYiRBaQJ8UcgGvHxvrtRPfS0iayT0b/9fkERQA6ADsAxqNsjWYMRrsPlyMbL4s2Sqk8m5cxLP3SI6WVtTE4lLex/DJKTwGhIG',
  'GgcHLZtsaiiXSh4KBAoHAAUSgwKCAoHCARcKMBl89h5MtaWp59DJR+SRyxmjGUxn50KC0reI2n3+LIsY5PepSmtWJwuI9ypC2anj1jDtIvaZba',
  'xoG3BA/SL2mkVsfAI+NHOXLLojhrzGH6rVmuyviWHqVpaTWDw81+dKQt0pxtnPEg/dJIrZ4DTz5Kcmt0GYMFZPwoR26L4uyYw/Rbs1wd89ijpL',
  'llzRjufnQoLYs0Z/N4WPoljhhrDicfJWmNLmOg/TDyLZKWZx8BgTaoUVhfLS2bAdGNkBAHmQ8ROAQIgiBEQAiDKvtyk4WtQeKStC77IJ4XCAev',
  '2wVBfFdUULZlnRcruXYl4rcaRCHYda1p39i7gpEtPec9dqG+qoHXbk7sJi6h+i8k28ajh65/8IaA9iCiHbpyOq+7TudI0pp78JTtKjJZHnMdXs',
  '12l9Te3lRu7RrwmIPpernXxnY3ro2PF0DdljzhGi9u3jh+3bWu3YoGxT+lgzWgdU1BFVLwKdEq1byCb/J7G16hos1zLIFSXR8r6Xbe2T94nh/G',
  '4L2zIPTc+n3ehT8aoQ8uuyFDljr0Eu9nXkeqdgYUWdOurZzTTV4f1F52QFqKawUH//icwXXTia/PHPLmP0haFFTzTcTeNWvJ6nzbdnMkLatOdc',
  '3irSn49SF/85zXJhJ4vG49YuJ8iSK/fEsrTqquVbrcPA4Ev3P/mc8u8ExM+N/4K7l95OHhWnR+EHnS21HcqtX41siKErrJRylAVSuuCUpWOsiN',
  'NMWPlv7VvM1cro4C9mjHHvF4TVB85RelmgpLa5HkuIBqEdEqYJMgSiD8sWx0sfSBOjhhgV31AcDVV6sBQIWV6lU5JVCTpVQB',
].join('');
const packed = Uint8Array.from(Buffer.from(PACKED, 'base64'));

const LENGTH = 255;
/** Copies of 65,539 bytes, more of them than a page can hold, from codes that take no bits. */
const COPIES = [0x00, 0xff, 0xff, 0xff, 0x54, 0x00, 0x00, 0x34];

/** A frame of one block that says it unfolds to 255 bytes. */
function frameOf(block: readonly number[]): Uint8Array {
  const head = block.length * 8 + 4 + 1;
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, LENGTH, head & 255, (head >> 8) & 255, head >> 16, ...block);
}

describe('checkZstd', () => {
  const bits = Array.from({ length: 120_000 }, () => 0);
  it.each([
    ['without bits for the copies', frameOf([...COPIES, 1])],
    ['with bits for them', frameOf([...COPIES, ...bits, 1])],
  ])('refuses what kept fzstd busy for seconds, %s', async (_, frame) => {
    const { ZSTD: unfold } = await loadUnfolds();
    const before = performance.now();
    expect(() => unfold(frame, LENGTH)).toThrow('a page that cannot be unfolded');
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('refuses more bytes than the page says, fewer, and a second frame', () => {
    for (const length of [0, TEXT.length - 1, TEXT.length + 1]) {
      expect(() => checkZstd(packed, length)).toThrow(RangeError);
    }
    expect(() => checkZstd(Uint8Array.of(...packed, ...packed), 2 * TEXT.length)).toThrow(RangeError);
    expect(() => checkZstd(packed.subarray(0, -1), TEXT.length)).toThrow(RangeError);
  });

  it('takes what is packed well', async () => {
    const { ZSTD: unfold } = await loadUnfolds();
    expect(new TextDecoder().decode(unfold(packed, TEXT.length))).toBe(TEXT);
    // 100,000 zeros, with their sum at the end
    const zeros = Uint8Array.from(Buffer.from('KLUv/QRYVQAAEAAAAQCbhjnAAtsjTvM=', 'base64'));
    expect(unfold(zeros, 100_000)).toEqual(new Uint8Array(100_000));
  });

  it('ends soon for whatever is damaged', async () => {
    const { ZSTD: unfold } = await loadUnfolds();
    const random = createRandom(12);
    const before = performance.now();
    for (let i = 0; i < 500; i++) {
      const other = Uint8Array.from(packed);
      for (let j = 0; j < 3; j++) other[Math.floor(random() ** 3 * other.length)] = Math.floor(random() * 256);
      try {
        expect(unfold(other, TEXT.length)).toHaveLength(TEXT.length);
      } catch (error) {
        expect((error as Error).name).not.toBe('AssertionError');
      }
    }
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
