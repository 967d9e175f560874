import { damagedPage, numberAt } from './packed-page.ts';

/**
 * Unfolds Snappy (github.com/google/snappy/blob/main/format_description.txt) into exactly `length` bytes. hyparquet's own goes back in a
 * damaged text and never ends. Throws a `RangeError` for what is damaged.
 */
export function unfoldSnappy(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  let to = 0;
  const read = (bytes: number) => {
    const value = numberAt(packed, at, bytes);
    at += bytes;
    return value;
  };

  if (length === 0) return out;
  while (read(1) >= 0x80);
  while (at < packed.length) {
    const tag = read(1);
    const kind = tag & 3;
    const six = tag >> 2;
    const size = kind === 0 ? (six < 60 ? six : read(six - 59)) + 1 : kind === 1 ? (six & 7) + 4 : six + 1;
    if (to + size > length) throw damagedPage();
    if (kind === 0) {
      if (at + size > packed.length) throw damagedPage();
      out.set(packed.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const back = kind === 1 ? (tag >> 5) * 256 + read(1) : read(kind === 2 ? 2 : 4);
    if (back === 0 || back > to) throw damagedPage();
    for (const end = to + size; to < end; to++) out[to] = out[to - back];
  }
  if (to !== length) throw damagedPage();
  return out;
}
