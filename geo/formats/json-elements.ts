/** An element of a JSON text. One with a flaw may be cut. */
export interface JsonElement {
  index: number;
  /** The line of the text on which it begins; the first is 1. */
  line: number;
  raw: string;
  flaw: JsonFlaw | null;
}
/** Longer or deeper than what is read, or cut off by the end of the file. */
export type JsonFlaw = 'length' | 'depth' | 'end';

/** Longer elements, in characters, and deeper ones are flawed: what reads them would run out of memory or stack. */
export const LONGEST_ELEMENT = 4_000_000;
export const DEEPEST_ELEMENT = 100;

const [LINE_FEED, SPACE, QUOTE, COMMA, BACKSLASH] = [10, 32, 34, 44, 92];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93];
const BYTE_ORDER_MARK = 0xfeff;

/** A key, and how much of the text before a bracket is looked at for the one that stands before the array of elements. */
const ANY_KEY = /[{,\s]"([^"\\]{1,60})"\s*:\s*$/;
const KEY_LENGTH = 100;
/** After the array of elements: what follows in its object is none. */
const NOWHERE = -1;

/**
 * The elements of a JSON text that is handed in piece by piece, the last with `final`: those of the array under `key` in its object,
 * those of a bare array, or one object after the other (a single one, or one a line). Nothing is parsed, no more than one element is
 * held, and everything between two commas is an element, so that nothing is lost.
 */
export function createElementReader(key = 'features'): { feed: (chunk: string, final: boolean) => JsonElement[] } {
  let depth = 0;
  /** How deep elements begin. */
  let base = 0;
  let deepest = 0;
  let inText = false;
  let escaped = false;
  let index = 0;
  /** The element so far, in the pieces that came before this one; `null` between elements. */
  let held: string[] | null = null;
  let length = 0;
  let before = '';
  let [line, firstLine] = [1, 1];

  function feed(chunk: string, final: boolean): JsonElement[] {
    const elements: JsonElement[] = [];
    let from = 0;

    function begin(at: number): void {
      [held, length, deepest, from] = [[], 0, 0, at];
      firstLine = line;
    }

    function hold(to: number): void {
      const room = LONGEST_ELEMENT - length;
      length += to - from;
      if (room > 0) held?.push(chunk.slice(from, Math.min(to, from + room)));
    }

    function give(to: number, isCut: boolean): void {
      hold(to);
      const flaw = length > LONGEST_ELEMENT ? 'length' : deepest > DEEPEST_ELEMENT ? 'depth' : isCut ? 'end' : null;
      elements.push({ index: index++, line: firstLine, raw: held?.join('').trim() ?? '', flaw });
      held = null;
    }

    for (let at = 0; at < chunk.length; at++) {
      if (inText) {
        // up to its last quote, or to the end of the chunk
        at = textEnd(chunk, at);
        continue;
      }
      const code = chunk.charCodeAt(at);
      const isBetween = code <= SPACE || code === COMMA || code === BYTE_ORDER_MARK;
      if (isBetween) {
        const ends = code === COMMA || (base === 0 && code === LINE_FEED);
        if (held && ends && depth === base) give(at, false);
        if (code === LINE_FEED) line++;
        continue;
      }
      const opens = code === OPEN_BRACE || code === OPEN_BRACKET;
      const closes = code === CLOSE_BRACE || code === CLOSE_BRACKET;
      if (code === OPEN_BRACKET && base === 0 && isElements(chunk, at)) {
        base = ++depth;
        held = null;
        continue;
      }
      if (!held && depth === base && !closes) begin(at);
      if (code === QUOTE) inText = true;
      if (opens) deepest = Math.max(deepest, ++depth - base);
      if (!closes) continue;
      if (held && depth === base) give(at, false);
      depth = Math.max(0, depth - 1);
      if (held && depth === base) give(at + 1, false);
      if (depth < base) base = NOWHERE;
      if (depth === 0) base = 0;
    }
    if (held) {
      if (final) give(chunk.length, depth > base || inText);
      else hold(chunk.length);
    }
    before = (before + chunk).slice(-KEY_LENGTH);
    return elements;
  }

  /** Passes over a text from a place in it: gives the place of the quote that ends it, or the end of the chunk. */
  function textEnd(chunk: string, at: number): number {
    if (escaped) at++;
    escaped = false;
    for (;;) {
      const quote = chunk.indexOf('"', at);
      const end = quote < 0 ? chunk.length : quote;
      let slashes = 0;
      while (end - slashes > at && chunk.charCodeAt(end - slashes - 1) === BACKSLASH) slashes++;
      if (quote < 0) {
        escaped = slashes % 2 === 1;
        return chunk.length;
      }
      at = quote + 1;
      if (slashes % 2 === 1) continue;
      inText = false;
      return quote;
    }
  }

  /** Whether a bracket opens the elements: those of the object around it, or a bare array of them. */
  function isElements(chunk: string, at: number): boolean {
    if (depth === 0) return held === null;
    if (depth !== 1) return false;
    const text = at >= KEY_LENGTH ? chunk.slice(at - KEY_LENGTH, at) : before + chunk.slice(0, at);
    return ANY_KEY.exec(text)?.[1] === key;
  }

  return { feed };
}

/**
 * The keys of an object that a JSON text begins with, as far as the text goes: all, and those of arrays of objects. `null` where it
 * does not begin with one, or where more objects follow.
 */
export function keysOfFirst(sample: string): { all: string[]; ofArrays: string[] } | null {
  const [all, ofArrays]: [string[], string[]] = [[], []];
  let depth = 0;
  let last = '';
  const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g;
  for (const token of sample.matchAll(tokens)) {
    const [mark, text, isKey] = token;
    if (depth === 0 && mark !== '{') return null;
    if (depth === 1 && isKey !== undefined) all.push((last = text));
    if (depth === 1 && mark === '[' && /^\s*\{/.test(sample.slice(token.index + 1, token.index + KEY_LENGTH))) {
      ofArrays.push(last);
    }
    if (mark === '{' || mark === '[') depth++;
    if (mark === '}' || mark === ']') depth--;
    if (depth === 0) return sample.slice(token.index + 1).trim() === '' ? { all, ofArrays } : null;
  }
  return { all, ofArrays };
}
