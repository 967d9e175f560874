import { pick } from './columns.ts';
import { resized } from './resize.ts';

/** Chunks double in size from the first to the largest. */
const FIRST_BYTES = 1 << 16;
const MOST_BYTES = 1 << 23;

/**
 * A text for each row, in UTF-8: few large buffers in place of as many strings, so that a million cost no more than
 * their bytes and can be handed to another thread. A row's text lies within one chunk.
 */
export interface Texts {
  chunks: readonly Uint8Array<ArrayBuffer>[];
  /** index in `chunks`; the wider one where there are more than the other can count */
  chunk: Uint16Array | Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
}

export interface TextsBuilder {
  add: (text: string) => void;
  /** The texts in the order in which they came. */
  finish: () => Texts;
}

/** So many characters are encoded at once: a call of the encoder for each text would take longer than the encoding. */
const BATCH = 1 << 16;

/** Collects texts. */
export function createTextsBuilder(): TextsBuilder {
  const encoder = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let [chunk, start, end] = [new Uint16Array(1024), new Uint32Array(1024), new Uint32Array(1024)];
  let [size, used] = [0, 0];
  let waiting: string[] = [];
  let characters = 0;

  function add(text: string): void {
    waiting.push(text);
    characters += text.length;
    if (characters >= BATCH) encode();
  }

  function encode(): void {
    while (size + waiting.length > chunk.length) {
      [chunk, start, end] = [
        resized(chunk, chunk.length * 2),
        resized(start, start.length * 2),
        resized(end, end.length * 2),
      ];
    }
    // a line break between them, so that half of a pair at the end of one does not join with half of one in the next
    const joined = waiting.join('\n');
    const current = roomFor(joined.length * 3); // bytes that UTF-8 can take for them
    const { written } = encoder.encodeInto(joined, current.subarray(used));
    const isAscii = written === joined.length;
    const after = used + written;
    for (const text of waiting) {
      chunk[size] = chunks.length - 1;
      start[size] = used;
      used += isAscii ? text.length : bytesOf(text);
      end[size++] = used;
      used += 1;
    }
    used = after;
    waiting = [];
    characters = 0;
  }

  function roomFor(bytes: number): Uint8Array {
    const last = chunks.at(-1);
    if (last && last.length - used >= bytes) return last;
    if (last) chunks[chunks.length - 1] = resized(last, used);
    const next = new Uint8Array(Math.max(bytes, Math.min(MOST_BYTES, FIRST_BYTES * 2 ** chunks.length)));
    chunks.push(next);
    used = 0;
    return next;
  }

  function finish(): Texts {
    encode();
    const last = chunks.pop();
    if (last) chunks.push(resized(last, used));
    return { chunks, chunk: resized(chunk, size), start: resized(start, size), end: resized(end, size) };
  }

  return { add, finish };
}

/** Bytes of a text in UTF-8; half of a pair alone is encoded as U+FFFD, three bytes. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (isHigh(code) && isLow(text.charCodeAt(i + 1))) {
      bytes += 2; // four for the two
      i++;
    } else bytes += 2;
  }
  return bytes;
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

const decoder = new TextDecoder();

export function textAt(texts: Texts, row: number): string {
  return decoder.decode(texts.chunks[texts.chunk[row]].subarray(texts.start[row], texts.end[row]));
}

/** The first row with that text, or -1. */
export function rowOfText({ chunks, chunk, start, end }: Texts, text: string): number {
  const wanted = new TextEncoder().encode(text);
  for (let row = 0; row < start.length; row++) {
    if (end[row] - start[row] !== wanted.length) continue;
    const bytes = chunks[chunk[row]];
    let i = 0;
    while (i < wanted.length && bytes[start[row] + i] === wanted[i]) i++;
    if (i === wanted.length) return row;
  }
  return -1;
}

/** The texts of some rows, in their order; the bytes are shared. */
export function pickTexts({ chunks, chunk, start, end }: Texts, rows: Uint32Array): Texts {
  return { chunks, chunk: pick(chunk, rows), start: pick(start, rows), end: pick(end, rows) };
}

/** So many chunks can be told apart in 16 bits. */
const MOST_NARROW = 1 << 16;

/** The texts of several parts in the order of a merge: row `i` is row `rows[i]` of part `parts[i]`; the bytes are shared. */
export function mergeTexts(from: readonly Texts[], parts: Uint16Array, rows: Uint32Array): Texts {
  const chunks = from.flatMap((texts) => texts.chunks);
  let before = 0;
  const firstChunk = from.map((texts) => (before += texts.chunks.length) - texts.chunks.length);
  const size = rows.length;
  const chunk = chunks.length > MOST_NARROW ? new Uint32Array(size) : new Uint16Array(size);
  const merged = { chunks, chunk, start: new Uint32Array(size), end: new Uint32Array(size) };
  for (let i = 0; i < size; i++) {
    const part = parts[i];
    merged.chunk[i] = from[part].chunk[rows[i]] + firstChunk[part];
    merged.start[i] = from[part].start[rows[i]];
    merged.end[i] = from[part].end[rows[i]];
  }
  return merged;
}

/** The buffers, to be transferred with the texts. */
export function buffersOfTexts({ chunks, chunk, start, end }: Texts): ArrayBuffer[] {
  return [...chunks, chunk, start, end].map(({ buffer }) => buffer as ArrayBuffer);
}

/** Gives whether a row's text holds a word, whatever the case of its Latin letters. */
export function containsWord({ chunks, chunk, start, end }: Texts, word: string): (row: number) => boolean {
  const wanted = new TextEncoder().encode(word.toLowerCase());
  return (row) => {
    const bytes = chunks[chunk[row]];
    for (let at = start[row]; at <= end[row] - wanted.length; at++) {
      let i = 0;
      while (i < wanted.length && lowerCase(bytes[at + i]) === wanted[i]) i++;
      if (i === wanted.length) return true;
    }
    return false;
  };
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
