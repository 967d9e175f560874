import { damagedPage, numberAt } from './packed-page.ts';

/** No block unfolds to more bytes (RFC 8878, 3.1.1.2.3). */
const MOST_IN_BLOCK = 1 << 17;
const [MAGIC, SKIPPABLE] = [0xfd2fb528, 0x184d2a5];

/** Cells of a table by which codes are read: the code, how many bits the next cell takes, and from where these count. */
interface CodeTable {
  log: number;
  codes: Uint8Array;
  bits: Uint8Array;
  bases: Uint16Array;
}

/** How often each code comes, -1 for less than once (RFC 8878, 3.1.1.3.2.2): of lengths of literals, of offsets, of matches. */
const USUAL = [
  tableOf(6, [4, 3, ...times(11, 2), 1, 1, 1, ...times(9, 2), 3, 2, ...times(5, 1), ...times(4, -1)]),
  tableOf(5, [...times(6, 1), 2, 2, 2, ...times(15, 1), ...times(5, -1)]),
  tableOf(6, [1, 4, 3, ...times(6, 2), ...times(37, 1), ...times(7, -1)]),
] as const;
const MOST_LOG = [9, 8, 9] as const;

/** The bits beside a code, and the least length of each (3.1.1.3.2.1.1). */
const LITERALS = lengthsOf(0, [...times(16, 0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
const MATCHES = lengthsOf(3, [
  ...times(32, 0),
  ...[1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
]);
/** An offset has as many bits as its code says. */
const MOST_OFFSET = 31;

function times(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value);
}

function lengthsOf(first: number, bits: readonly number[]): { bits: readonly number[]; least: readonly number[] } {
  let next = first;
  return { bits, least: bits.map((each) => (next += 1 << each) - (1 << each)) };
}

/**
 * Throws a `RangeError` for Zstandard (RFC 8878) that does not unfold to exactly `length` bytes in one frame. fzstd, which is to unfold
 * it next, goes on as long as lengths of copies say, though nothing is written beyond the end: nine bytes keep it busy for seconds.
 * Nothing is unfolded here: only the lengths are read and added up.
 */
export function checkZstd(packed: Uint8Array, length: number): void {
  let frames = 0;
  for (let at = 0; at < packed.length;) {
    const magic = numberAt(packed, at, 4);
    if (magic >>> 4 === SKIPPABLE) {
      at += 8 + numberAt(packed, at + 4, 4);
      continue;
    }
    if (magic !== MAGIC || ++frames > 1) throw damagedPage();
    at = checkFrame(packed, at + 4, length);
  }
  if (frames === 0 && length > 0) throw damagedPage();
}

/** Where a frame ends. */
function checkFrame(packed: Uint8Array, from: number, length: number): number {
  const flags = numberAt(packed, from, 1);
  const isSingle = (flags >> 5) & 1;
  const sizeBytes = flags >> 6 > 0 ? 1 << (flags >> 6) : isSingle;
  let at = from + 2 - isSingle + [0, 1, 2, 4][flags & 3] + sizeBytes;
  let tables: CodeTable[] | null = null;
  let left = length;
  for (let isLast = false; !isLast;) {
    const head = numberAt(packed, at, 3);
    isLast = (head & 1) === 1;
    const [kind, size] = [(head >> 1) & 3, head >> 3];
    at += 3;
    const end = at + (kind === 1 ? 1 : size);
    if (end > packed.length || kind === 3) throw damagedPage();
    if (kind === 2) {
      const block = readBlock(packed.subarray(at, end), tables, Math.min(left, MOST_IN_BLOCK));
      tables = block.tables;
      left -= block.length;
    } else left -= size;
    if (left < 0) throw damagedPage();
    at = end;
  }
  if (left > 0) throw damagedPage();
  return at + ((flags >> 2) & 1) * 4;
}

interface Block {
  /** how many bytes it unfolds to */
  length: number;
  /** those that a later block can use again */
  tables: CodeTable[] | null;
}

function readBlock(block: Uint8Array, before: CodeTable[] | null, most: number): Block {
  const { length: literals, end } = literalsIn(block);
  let at = end;
  let count = numberAt(block, at++, 1);
  if (count === 255) {
    count = numberAt(block, at, 2) + 0x7f00;
    at += 2;
  } else if (count > 127) count = (count - 128) * 256 + numberAt(block, at++, 1);
  if (literals > most) throw damagedPage();
  if (count === 0) return { length: literals, tables: before };
  const modes = numberAt(block, at++, 1);
  const tables = USUAL.map((usual, i) => {
    const mode = (modes >> (6 - 2 * i)) & 3;
    if (mode === 0) return usual;
    if (mode === 1) return oneCode(numberAt(block, at++, 1));
    if (mode === 2) {
      const read = readTable(block, at, MOST_LOG[i]);
      at = read.end;
      return read.table;
    }
    if (before === null) throw damagedPage();
    return before[i];
  });
  const copied = copiedIn(block.subarray(at), tables, { count, literals, most: most - literals });
  return { length: literals + copied, tables };
}

/** How many bytes stand in a block as they are, and where what tells of them ends. */
function literalsIn(block: Uint8Array): { length: number; end: number } {
  const head = numberAt(block, 0, 1);
  const [kind, form] = [head & 3, (head >> 2) & 3];
  if (kind < 2) {
    const bytes = [1, 2, 1, 3][form];
    const length = numberAt(block, 0, bytes) >>> (bytes === 1 ? 3 : 4);
    return { length, end: bytes + (kind === 0 ? length : 1) };
  }
  const [bytes, bits] = [
    [3, 10],
    [3, 10],
    [4, 14],
    [5, 18],
  ][form];
  const sizes = Math.floor(numberAt(block, 0, bytes) / 16);
  return { length: sizes % 2 ** bits, end: bytes + Math.floor(sizes / 2 ** bits) };
}

interface Copies {
  count: number;
  /** how many bytes there are that stand as they are */
  literals: number;
  /** so many may be copied */
  most: number;
}

/** How many bytes are copied of those before; read from the end, bit by bit. */
function copiedIn(bytes: Uint8Array, tables: readonly CodeTable[], { count, literals, most }: Copies): number {
  const last = bytes.at(-1) ?? 0;
  if (last === 0) throw damagedPage();
  let bit = bytes.length * 8 - 8 + 31 - Math.clz32(last);
  const read = (bits: number) => {
    if ((bit -= bits) < 0) throw damagedPage();
    return bitsAt(bytes, bit, bits);
  };
  const states = tables.map(({ log }) => read(log));
  const lengthIn = ({ bits, least }: typeof LITERALS, code: number) => {
    if (code >= bits.length) throw damagedPage();
    return least[code] + read(bits[code]);
  };
  let copied = 0;
  for (let i = 0; i < count; i++) {
    const [literal, offset, match] = tables.map(({ codes }, which) => codes[states[which]]);
    if (offset > MOST_OFFSET || (bit -= offset) < 0) throw damagedPage();
    copied += lengthIn(MATCHES, match);
    literals -= lengthIn(LITERALS, literal);
    if (copied > most || literals < 0) throw damagedPage();
    if (i === count - 1) break;
    for (const which of [0, 2, 1]) {
      const { bits, bases } = tables[which];
      states[which] = bases[states[which]] + read(bits[states[which]]);
    }
  }
  return copied;
}

function oneCode(code: number): CodeTable {
  return { log: 0, codes: Uint8Array.of(code), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/** A table that a block brings with it (RFC 8878, 4.1.1), and where it ends. */
function readTable(block: Uint8Array, from: number, mostLog: number): { table: CodeTable; end: number } {
  let bit = from * 8;
  const read = (bits: number) => {
    if (bit >> 3 >= block.length) throw damagedPage();
    const value = bitsAt(block, bit, bits);
    bit += bits;
    return value;
  };
  const log = read(4) + 5;
  if (log > mostLog) throw damagedPage();
  const counts: number[] = [];
  for (let left = 1 << log; left > 0;) {
    const bits = 32 - Math.clz32(left + 1);
    const [low, spare] = [(1 << (bits - 1)) - 1, (1 << bits) - 2 - left];
    let value = read(bits);
    if ((value & low) < spare) {
      bit--;
      value &= low;
    } else if (value > low) value -= spare;
    counts.push(value - 1);
    left -= Math.abs(value - 1);
    if (left < 0 || counts.length > 255) throw damagedPage();
    if (value !== 1) continue;
    for (let more = 3; more === 3;) {
      more = read(2);
      counts.push(...times(more, 0));
    }
  }
  return { table: tableOf(log, counts), end: Math.ceil(bit / 8) };
}

/** A table from how often each code comes. */
function tableOf(log: number, counts: readonly number[]): CodeTable {
  const size = 1 << log;
  const codes = new Uint8Array(size);
  let end = size;
  counts.forEach((count, code) => {
    if (count === -1) codes[--end] = code;
  });
  let at = 0;
  counts.forEach((count, code) => {
    for (let i = 0; i < count; i++) {
      codes[at] = code;
      do at = (at + (size >> 1) + (size >> 3) + 3) & (size - 1);
      while (at >= end);
    }
  });
  const next = counts.map(Math.abs);
  const [bits, bases] = [new Uint8Array(size), new Uint16Array(size)];
  for (let i = 0; i < size; i++) {
    const state = next[codes[i]]++;
    bits[i] = log - 31 + Math.clz32(state);
    bases[i] = (state << bits[i]) - size;
  }
  return { log, codes, bits, bases };
}

/** So many bits, 17 at most, from a bit on: the least first. */
function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  const at = bit >> 3;
  const three = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
  return (three >> (bit & 7)) & ((1 << count) - 1);
}
