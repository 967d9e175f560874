import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../geo/formats/decode.ts';
import { noteText } from '../../../../geo/words/notes.ts';

async function decode(bytes: Uint8Array, piece: number): Promise<{ text: string; notes: string[] }> {
  const notes: string[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.slice(at, at + piece));
  }
  let text = '';
  for await (const part of decodeText(chunks(), (note) => notes.push(noteText(note)))) text += part;
  return { text, notes };
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding', () => {
  it.each([1, 2, 3, 5, 1000])('reads UTF-8 in pieces of %i bytes, without its byte-order mark', async (piece) => {
    const text = 'Café\nپشاور 🌄\n“x”';
    expect(await decode(utf8(`\uFEFF${text}`), piece)).toEqual({ text, notes: [] });
  });

  it.each([1, 3, 1000])('reads UTF-16 of both orders in pieces of %i bytes', async (piece) => {
    // "a,é" as the standard writes it out
    const little = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0xe9, 0]);
    const big = Uint8Array.from([0xfe, 0xff, 0, 0x61, 0, 0x2c, 0, 0xe9]);
    expect((await decode(little, piece)).text).toBe('a,é');
    expect((await decode(big, piece)).text).toBe('a,é');
  });

  it.each([1, 3, 1000])('reads UTF-16 without a mark in pieces of %i bytes', async (piece) => {
    const text = 'id,title\n1,پشاور';
    const little = Uint8Array.from(Buffer.from(text, 'utf16le'));
    const big = Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
    expect(await decode(little, piece)).toEqual({ text, notes: ['The text is UTF-16 LE.'] });
    expect(await decode(big, piece)).toEqual({ text, notes: ['The text is UTF-16 BE.'] });
  });

  it('reads lines that are not UTF-8 as Windows-1252, whatever the others are, and says so once', async () => {
    // € “ é ” as Windows-1252 has them
    const bytes = Uint8Array.from([...utf8('پشاور\n'), 0x80, 0x93, 0xe9, 0x94, 0x0a, ...utf8('é\n'), 0xe9]);
    for (const piece of [1, 4, 1000]) {
      const { text, notes } = await decode(bytes, piece);
      expect(text).toBe('پشاور\n€“é”\né\né');
      expect(notes).toEqual(['Some lines are not UTF-8: they are read as Windows-1252.']);
    }
  });

  it('reads a text of several megabytes without a line end', async () => {
    const text = 'é'.repeat(1_500_000);
    expect((await decode(utf8(text), 1 << 16)).text === text).toBe(true);
  });
});
