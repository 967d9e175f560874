/** A record is not longer than this many characters: a longer one is rejected, its text kept so far. */
export const LONGEST_RECORD = 4_000_000;
const BATCH = 1000;

const QUOTE = 34;
const CR = 13;
const SPACE = 32;

/** Why a record cannot be split into cells; `record` where it is none, in what has records and no text. */
export type Flaw = 'quotes' | 'length' | 'record';

/** A record of a table. One with a flaw has no cells. */
export interface TableRecord {
  /** The line on which it begins; the first is 1. */
  line: number;
  /** Its text as it stands, without the line break at its end; of one that is too long the first part. */
  raw: string;
  cells: string[];
  flaw: Flaw | null;
}

/** What stands between the cells of a table, the usual first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a table is written. */
export interface Dialect {
  /** one character */
  delimiter: string;
  /** What ends a line; a `\r` before `\n` is taken off. */
  lineEnd: '\n' | '\r';
}

/**
 * The records of a table (RFC 4180) from its text in chunks, in batches. A quote that is never closed, or that stands
 * inside a quoted cell without its twin, gives a record with the flaw `quotes` that holds the one line; reading goes on
 * in the next line. So does reading after a record of more than `LONGEST_RECORD`. Records of nothing but empty cells are
 * passed over. No more than one record and one chunk is held.
 */
export async function* readRecords(chunks: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<TableRecord[]> {
  const { feed } = createRecordReader(dialect);
  for await (const chunk of chunks) yield* batchesOf(feed(chunk, false));
  yield* batchesOf(feed('', true));
}

function* batchesOf<T>(all: T[]): Generator<T[]> {
  if (all.length <= BATCH) {
    if (all.length > 0) yield all;
    return;
  }
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

/** The cells of one record's text; `null` where its quotes are broken or it is more than one record. */
export function cellsOf(raw: string, { delimiter }: Pick<Dialect, 'delimiter'>): string[] | null {
  if (!raw.includes('"')) return raw.split(delimiter);
  // a record's own line breaks stand in quotes; the end of the text ends it, whichever way its lines end
  const cells: string[] = [];
  const scan = createScan(raw, delimiter, '\n');
  return scan.quoted(0, cells, true) === raw.length ? cells : null;
}

/**
 * Reads records from text that is handed in piece by piece; the last piece with `final`. Every record is given once,
 * with the piece that ends it.
 */
export function createRecordReader({ delimiter, lineEnd }: Dialect): {
  feed: (chunk: string, final: boolean) => TableRecord[];
} {
  let pending = '';
  /** Text is not looked at again before it is so long: a record over many pieces is not scanned once for each. */
  let wanted = 0;
  let line = 1;
  /** in the rest of a line that was too long */
  let skipping = false;

  function feed(chunk: string, final: boolean): TableRecord[] {
    pending = pending === '' ? chunk : pending + chunk;
    if (!final && pending.length < wanted) return [];
    const text = pending;
    const records: TableRecord[] = [];
    const scan = createScan(text, delimiter, lineEnd);
    let at = 0;
    while (at < text.length) {
      const end = scan.lineEndFrom(at);
      if (skipping) {
        if (end < 0) {
          at = text.length;
          break;
        }
        skipping = false;
        line++;
        at = end + 1;
        continue;
      }
      if (end === at) {
        line++;
        at++;
        continue;
      }
      const next = record(scan, text, at, end, final, records);
      if (next < 0) break;
      at = next;
    }
    pending = at === 0 ? text : text.slice(at);
    wanted = Math.min(2 * pending.length, LONGEST_RECORD + 1);
    return records;
  }

  /** Takes the record at `at`, whose line ends at `end`, and gives where the next begins; -1 where more text is needed. */
  function record(scan: Scan, text: string, at: number, end: number, final: boolean, records: TableRecord[]): number {
    const quote = scan.quoteFrom(at);
    if (quote < 0 || (end >= 0 && quote > end)) {
      if (end < 0 && !final) return tooLong(text, at, records);
      const stop = end < 0 ? text.length : end;
      if (stop - at > LONGEST_RECORD) return flawed('length', text, at, stop, records);
      const raw = text.slice(at, withoutCr(text, at, stop));
      keep(records, { line, raw, cells: raw.split(delimiter), flaw: null });
      line++;
      return stop + 1;
    }
    const cells: string[] = [];
    const next = scan.quoted(at, cells, final);
    if (next === OPEN && !final) {
      if (text.length - at <= LONGEST_RECORD) return -1;
      return end < 0 ? tooLong(text, at, records) : flawed('quotes', text, at, end, records);
    }
    if (next < 0) {
      if (end < 0 && !final) return tooLong(text, at, records);
      return flawed('quotes', text, at, end < 0 ? text.length : end, records);
    }
    if (next - at > LONGEST_RECORD) return flawed('length', text, at, end < 0 ? text.length : end, records);
    const stop = text.endsWith(lineEnd, next) ? next - 1 : next;
    const raw = text.slice(at, withoutCr(text, at, stop));
    keep(records, { line, raw, cells, flaw: null });
    line += 1 + breaksIn(text, at, stop, end);
    return next;
  }

  /** More of the line is needed, unless it is too long already: then its first part is kept, the rest passed over. */
  function tooLong(text: string, at: number, records: TableRecord[]): number {
    if (text.length - at <= LONGEST_RECORD) return -1;
    records.push({ line, raw: text.slice(at, at + LONGEST_RECORD), cells: [], flaw: 'length' });
    skipping = true;
    return text.length;
  }

  function flawed(flaw: Flaw, text: string, at: number, stop: number, records: TableRecord[]): number {
    const raw = text.slice(at, Math.min(withoutCr(text, at, stop), at + LONGEST_RECORD));
    records.push({ line, raw, cells: [], flaw });
    line++;
    return stop + 1;
  }

  function withoutCr(text: string, at: number, stop: number): number {
    return lineEnd === '\n' && stop > at && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;
  }

  function breaksIn(text: string, at: number, stop: number, first: number): number {
    let count = 0;
    for (let i = first; i >= at && i < stop; i = text.indexOf(lineEnd, i + 1)) count++;
    return count;
  }

  return { feed };
}

function keep(records: TableRecord[], record: TableRecord): void {
  const { cells } = record;
  if (isBlank(cells[0]) && cells.every(isBlank)) return;
  records.push(record);
}

function isBlank(cell: string): boolean {
  return cell === '' || (cell.charCodeAt(0) <= SPACE && cell.trim() === '');
}

/** A quoted cell that does not end in the text. */
const OPEN = -1;
/** A closing quote with something other after it than the end of the cell. */
const STRAY = -2;

type Scan = ReturnType<typeof createScan>;

/** Looks for quotes, delimiters and line ends from left to right; each stretch of the text is searched once. */
function createScan(text: string, delimiter: string, lineEnd: string) {
  const delimiterCode = delimiter.charCodeAt(0);
  const lineEndCode = lineEnd.charCodeAt(0);
  const quoteFrom = createFinder(text, '"');
  const lineEndFrom = createFinder(text, lineEnd);
  const delimiterFrom = createFinder(text, delimiter);

  /** Splits the record at `at` into `cells`; gives where the next record begins, or `OPEN` or `STRAY`. */
  function quoted(at: number, cells: string[], final: boolean): number {
    for (;;) {
      if (text.charCodeAt(at) !== QUOTE) {
        const [delimiterAt, end] = [delimiterFrom(at), lineEndFrom(at)];
        if (delimiterAt >= 0 && (end < 0 || delimiterAt < end)) {
          cells.push(text.slice(at, delimiterAt));
          at = delimiterAt + 1;
          continue;
        }
        if (end < 0 && !final) return OPEN;
        const stop = end < 0 ? text.length : end;
        const bare = lineEnd === '\n' && stop > at && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;
        cells.push(text.slice(at, bare));
        return end < 0 ? text.length : end + 1;
      }
      const close = closingQuote(at + 1);
      if (close < 0) return OPEN;
      if (close === text.length - 1 && !final) return OPEN;
      const cell = text.slice(at + 1, close);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      let after = close + 1;
      while (text.charCodeAt(after) === SPACE && delimiterCode !== SPACE) after++;
      if (text.charCodeAt(after) === CR && lineEndCode !== CR) after++;
      if (after >= text.length) return final ? text.length : OPEN;
      const code = text.charCodeAt(after);
      if (code === lineEndCode) return after + 1;
      if (code !== delimiterCode) return STRAY;
      at = after + 1;
    }
  }

  /** The quote that ends the cell whose text begins at `from`; -1 where there is none. A doubled quote ends nothing. */
  function closingQuote(from: number): number {
    for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 2)) {
      if (text.charCodeAt(quote + 1) !== QUOTE) return quote;
    }
    return -1;
  }

  return { quoteFrom, lineEndFrom, quoted };
}

/**
 * `indexOf` of one character for places that go forward, and back only over a record that turned out to be flawed: what
 * is known is kept, so that no stretch of the text is searched for every record anew.
 */
function createFinder(text: string, wanted: string): (from: number) => number {
  /** `found` is the first one from here on */
  let known = text.length;
  let found = -1;
  return (from) => {
    if (from < known && found === -1 && known === text.length) {
      found = text.indexOf(wanted, from);
    } else if (from < known) {
      const before = text.slice(from, known).indexOf(wanted);
      if (before >= 0) found = from + before;
    } else if (found !== -1 && found < from) {
      found = text.indexOf(wanted, from);
    } else return found;
    known = from;
    return found;
  };
}
