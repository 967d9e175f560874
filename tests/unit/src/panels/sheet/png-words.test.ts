import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withWords } from '../../../../../src/panels/sheet/png-words.ts';

/** CRC-32 as zlib writes it at the end of a gzip file. */
const crcOf = (bytes: Buffer) => gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);

function chunk(type: string, data: Buffer): Buffer {
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(Buffer.concat([Buffer.from(type), data])));
  return Buffer.concat([length, Buffer.from(type), data, crc]);
}

/** One black pixel, 8 bits of grey. */
const DOT = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
]);

/** The chunks of a PNG, and whether each has the checksum that it should have. */
function chunksOf(png: Buffer) {
  const chunks: { type: string; data: Buffer; isWhole: boolean }[] = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    const [type, data] = [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end)];
    chunks.push({ type, data, isWhole: png.readUInt32BE(end) === crcOf(png.subarray(at + 4, end)) });
    at = end + 4;
  }
  return chunks;
}

const texts = { Title: 'Die Grenze – خیبر', Description: '1,624 incidents.\nTwo lines.' };

describe('words in a PNG', () => {
  const png = Buffer.from(withWords(DOT, { texts, dotsPerInch: 300 }));
  const chunks = chunksOf(png);

  it('stand between its header and its pixels, each with its checksum', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
    expect(chunks.every(({ isWhole }) => isWhole)).toBe(true);
  });

  it('are keyword, no compression, no language, and UTF-8', () => {
    expect(chunks[2].data).toEqual(Buffer.from('Title\0\0\0\0\0Die Grenze – خیبر', 'utf8'));
    expect(chunks[3].data).toEqual(Buffer.from('Description\0\0\0\0\x001,624 incidents.\nTwo lines.', 'utf8'));
  });

  it('say how large it is: 300 dots an inch are 11,811 a metre', () => {
    const { data } = chunks[1];
    expect([data.readUInt32BE(0), data.readUInt32BE(4), data[8], data.length]).toEqual([11811, 11811, 1, 9]);
  });

  it('leave all else as it was', () => {
    expect(Buffer.from(withWords(DOT, { texts: {}, dotsPerInch: null }))).toEqual(DOT);
  });

  it('hold no end of a text within it', () => {
    const [, , { data }] = chunksOf(
      Buffer.from(withWords(DOT, { texts: { A: '', Title: 'a\0b' }, dotsPerInch: null })),
    );
    expect(data.toString()).toBe('Title\0\0\0\0\0ab');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(60)])],
    ['its first bytes alone', DOT.subarray(0, 20)],
  ])('are not written into %s', (_what, bytes) => {
    expect(() => withWords(bytes, { texts, dotsPerInch: null })).toThrow('The browser made no PNG.');
  });
});
