import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base85 } from '../../../../src/one-file/base85.ts';

/** Written out here, and read with whole numbers of any size. */
const DIGITS = '!#$%()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|';

function decoded(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    const value = [...group.padEnd(5, '|')].reduce((sum, digit) => sum * 85n + BigInt(DIGITS.indexOf(digit)), 0n);
    const four = [24n, 16n, 8n, 0n].map((shift) => Number((value >> shift) & 255n));
    bytes.push(...four.slice(0, group.length - 1));
  }
  return bytes;
}

it('writes any bytes as text that HTML and scripts may hold, and that gives them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = base85(bytes);
      expect(text).not.toMatch(/["&'<\\`\s]/);
      expect(decoded(text)).toEqual([...bytes]);
    }),
  );
});

it('takes five characters for four bytes', () => {
  expect(base85(new Uint8Array(400)).length).toBe(500);
  expect(base85(new Uint8Array())).toBe('');
});

it('is read by the script that starts a page with the same digits', () => {
  const start = readFileSync('scripts/one-file/start.js', 'utf8');
  const left = /for \(let char = 33; char < 127; char\+\+\) if \(!'(.*?)'\.includes/.exec(start)?.[1];
  expect(left).toBe(`"&\\'<\\\\\``);
});
