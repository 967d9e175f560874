import type { Note } from '../model/findings.ts';
import { note } from './finding.ts';

/** Text that has no line end for so long is decoded all the same. */
const LONGEST_LINE = 1 << 20;
const LINE_FEED = 10;
const ASCII = 0x80;

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9f. Node's own decoder leaves these as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const UTF_16 = { fffe: 'utf-16le', feff: 'utf-16be' } as const;
/** So many bytes tell the encoding. */
const HEAD = 4;

/**
 * Text from bytes: UTF-8, or UTF-16 where a byte-order mark or the zeros between its first letters say so. Lines that are no UTF-8 are read as Windows-1252
 * (of which Latin-1 is a part), so that a file in that encoding, or in both, loses nothing; `onNote` is told once.
 * The mark itself is left out.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  onNote: (note: Note) => void,
): AsyncGenerator<string> {
  const bytes = chunks[Symbol.asyncIterator]();
  const head = await firstBytes(bytes);
  const rest = { [Symbol.asyncIterator]: () => bytes };
  const encoding = utf16Of(head);
  if (encoding) {
    onNote(note('utf-16', { order: encoding === 'utf-16le' ? 'LE' : 'BE' }));
    const decoder = new TextDecoder(encoding);
    yield decoder.decode(head, { stream: true });
    for await (const chunk of rest) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  yield* decodeLines(head, rest, onNote);
}

/** Enough bytes that a mark is seen whole, unless there are no more. */
async function firstBytes(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < HEAD) {
    const next = await bytes.next();
    if (next.done) break;
    head = joined(head, next.value);
  }
  return head;
}

function utf16Of(head: Uint8Array): string | null {
  if (head.length < 2) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return UTF_16.fffe;
  if (head[0] === 0xfe && head[1] === 0xff) return UTF_16.feff;
  if (head.length < HEAD) return null;
  if (isLetter(head[0]) && head[1] === 0 && isLetter(head[2]) && head[3] === 0) return UTF_16.fffe;
  return head[0] === 0 && isLetter(head[1]) && head[2] === 0 && isLetter(head[3]) ? UTF_16.feff : null;
}

/** A character of ASCII that text may hold. */
function isLetter(code: number): boolean {
  return (code >= 32 && code < 127) || (code >= 9 && code <= 13);
}

async function* decodeLines(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  onNote: (note: Note) => void,
): AsyncGenerator<string> {
  let other = false;
  const decode = (part: Uint8Array): string => {
    const text = utf8(part);
    if (text !== null) return text;
    if (!other) onNote(note('windows-1252'));
    other = true;
    return linesOf(part)
      .map((line) => utf8(line) ?? windows1252(line))
      .join('');
  };
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  let held = isMarked ? head.subarray(3) : head;
  let cut = wholeLines(held);
  if (cut > 0) yield decode(held.subarray(0, cut));
  held = held.subarray(cut);
  for await (const chunk of rest) {
    held = joined(held, chunk);
    cut = wholeLines(held);
    if (cut === 0) continue;
    yield decode(held.subarray(0, cut));
    held = held.subarray(cut);
  }
  if (held.length > 0) yield decode(held);
}

/** How many of the bytes are whole lines; of a line that does not end, up to a byte that ends a character. */
function wholeLines(bytes: Uint8Array): number {
  const cut = bytes.lastIndexOf(LINE_FEED) + 1;
  if (cut > 0 || bytes.length < LONGEST_LINE) return cut;
  for (let at = bytes.length - 1; at > bytes.length - LONGEST_LINE; at--) if (bytes[at] < ASCII) return at + 1;
  return bytes.length;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(at, end));
    at = end;
  }
  return lines;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

const latin = new TextDecoder('windows-1252');

function windows1252(bytes: Uint8Array): string {
  return latin.decode(bytes).replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - ASCII]);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
