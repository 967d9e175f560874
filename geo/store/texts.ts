/** Chunks double in size from the first to the largest. */
const FIRST_BYTES = 1 << 16;
const MOST_BYTES = 1 << 23;

/**
 * A text for each row, in UTF-8: few large buffers in place of as many strings, so that a million cost no more than
 * their bytes and can be handed to another thread. A row's text lies within one chunk.
 */
export interface Texts {
  chunks: readonly Uint8Array<ArrayBuffer>[];
  chunk: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
}

export interface TextsBuilder {
  add: (text: string) => void;
  /** The texts in the order in which they came. */
  finish: () => Texts;
}

/** Collects texts. */
export function createTextsBuilder(): TextsBuilder {
  const encoder = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let [chunk, start, end] = [new Uint16Array(1024), new Uint32Array(1024), new Uint32Array(1024)];
  let [size, used] = [0, 0];

  function add(text: string): void {
    if (size === chunk.length) {
      [chunk, start, end] = [
        longer(chunk, new Uint16Array(size * 2)),
        longer(start, new Uint32Array(size * 2)),
        longer(end, new Uint32Array(size * 2)),
      ];
    }
    const most = text.length * 3; // bytes that UTF-8 can take for it
    let current = chunks.at(-1);
    if (!current || current.length - used < most) {
      if (current) chunks[chunks.length - 1] = current.slice(0, used);
      current = new Uint8Array(Math.max(most, Math.min(MOST_BYTES, FIRST_BYTES * 2 ** chunks.length)));
      chunks.push(current);
      used = 0;
    }
    const { written } = encoder.encodeInto(text, current.subarray(used));
    chunk[size] = chunks.length - 1;
    start[size] = used;
    used += written;
    end[size++] = used;
  }

  function finish(): Texts {
    const last = chunks.pop();
    if (last) chunks.push(last.slice(0, used));
    return { chunks, chunk: chunk.slice(0, size), start: start.slice(0, size), end: end.slice(0, size) };
  }

  return { add, finish };
}

function longer<A extends Uint16Array | Uint32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

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
  const picked = {
    chunks,
    chunk: new Uint16Array(rows.length),
    start: new Uint32Array(rows.length),
    end: new Uint32Array(rows.length),
  };
  for (let i = 0; i < rows.length; i++) {
    picked.chunk[i] = chunk[rows[i]];
    picked.start[i] = start[rows[i]];
    picked.end[i] = end[rows[i]];
  }
  return picked;
}

/** The texts of several parts in the order of a merge: row `i` is row `rows[i]` of part `parts[i]`; the bytes are shared. */
export function mergeTexts(from: readonly Texts[], parts: Uint8Array, rows: Uint32Array): Texts {
  const chunks = from.flatMap((texts) => texts.chunks);
  const firstChunk = from.map((_, i) => from.slice(0, i).reduce((sum, texts) => sum + texts.chunks.length, 0));
  const size = rows.length;
  const merged = { chunks, chunk: new Uint16Array(size), start: new Uint32Array(size), end: new Uint32Array(size) };
  for (let i = 0; i < size; i++) {
    const part = parts[i];
    merged.chunk[i] = from[part].chunk[rows[i]] + firstChunk[part];
    merged.start[i] = from[part].start[rows[i]];
    merged.end[i] = from[part].end[rows[i]];
  }
  return merged;
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
