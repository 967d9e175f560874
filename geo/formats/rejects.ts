import { COLLECTION } from '../collection.ts';
import { csvRecord, guard, unguard } from './csv.ts';
import type { Finding, Layout } from './format.ts';
import { isObject } from './recorded.ts';
import { cellsOf, DELIMITERS } from './records.ts';

/**
 * The columns that go before a rejected row's own: why it was not taken, and its text where it could not be split into
 * cells. Our reader passes over the first four, so that the file can be mended and read again as it is; a mended
 * `rejected_text` is split anew.
 */
export const REJECTED_COLUMNS: readonly string[] = [
  'rejected_line',
  'rejected_field',
  'rejected_value',
  'rejected_reason',
  'rejected_text',
];
const TEXT = REJECTED_COLUMNS.indexOf('rejected_text');
const REASON = REJECTED_COLUMNS.indexOf('rejected_reason');
/** Why a row is not taken whose text is written with commas, whatever its file had. */
export const MORE_CELLS = 'the row has more cells than the header: quote the cells that hold the delimiter';

/** A row that was not taken. */
export interface Rejected extends Finding {
  line: number | null;
  raw: string;
}

/** The texts of a file of rejected rows: its beginning, then a line for each (`first` for the first one), then its end. */
export interface RejectsFile {
  extension: 'csv' | 'geojson';
  head: string;
  line: (rejected: Rejected, first: boolean) => string;
  end: string;
}

/**
 * How rejected rows are written so that nothing of them is lost and they can be read again once they are mended: rows of
 * a table as CSV under their own header, features as GeoJSON, each with why it was not taken.
 */
export function rejectsFile({ header, delimiter }: Pick<Layout, 'header' | 'delimiter'>): RejectsFile {
  if (header === null)
    return { extension: 'geojson', head: COLLECTION.head, line: rejectedFeature, end: COLLECTION.foot };
  const own = bareHeader(header);
  const bareCells = createBareCells(header);
  const ownCells = (raw: string) => {
    const all = cellsOf(raw, { delimiter });
    return all && bareCells(all);
  };
  const fits = (cells: readonly string[]) => cells.slice(own.length).every((cell) => cell.trim() === '');
  return {
    extension: 'csv',
    head: `${csvRecord([...REJECTED_COLUMNS, ...own])}\n`,
    line: ({ line, field, value, reason, raw }) => {
      const all = ownCells(raw);
      const cells = all && fits(all) ? all.slice(0, own.length) : null;
      // a row of too many cells is written as ours are, so that nobody need guess what stood between them
      const text = cells ? '' : all ? csvRecord(all) : raw;
      const why = [String(line ?? ''), field ?? '', value, reason, text];
      return `${csvRecord([...why, ...(cells ?? own.map(() => ''))].map(guard))}\n`;
    },
    end: '',
  };
}

function rejectedFeature({ line, field, value, reason, raw }: Rejected, first: boolean): string {
  const rejected = JSON.stringify({ index: line, field, value, reason });
  const feature =
    /^\{\s*"/.test(raw) && isJson(raw)
      ? `{"rejected":${rejected},${raw.slice(1)}`
      : `{"type":"Feature","rejected":${rejected},"geometry":null,"properties":{"text":${JSON.stringify(raw)}}}`;
  return first ? feature : COLLECTION.between + feature;
}

/** A feature without the reason that `rejectsFile` put into it. */
export function bareFeature(feature: unknown): unknown {
  if (!isObject(feature) || !Object.hasOwn(feature, 'rejected')) return feature;
  const bare = { ...feature };
  delete bare.rejected;
  return bare;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A header without the columns that say why its rows were rejected. */
export function bareHeader(header: readonly string[]): readonly string[] {
  return isRejects(header) ? header.slice(REJECTED_COLUMNS.length) : header;
}

function isRejects(header: readonly string[]): boolean {
  return REJECTED_COLUMNS.every((name, index) => header[index] === name);
}

/**
 * Gives a row's own cells, without what `rejectsFile` put before them; `null` where it holds the text of a row that can
 * still not be split.
 */
export function createBareCells(header: readonly string[]): (cells: readonly string[]) => readonly string[] | null {
  if (!isRejects(header)) return (cells) => cells;
  const width = header.length - REJECTED_COLUMNS.length;
  return (cells) => {
    const text = unguard(cells[TEXT] ?? '');
    if (text === '') return cells.slice(REJECTED_COLUMNS.length).map(unguard);
    return unguard(cells[REASON] ?? '') === MORE_CELLS ? cellsOf(text, { delimiter: ',' }) : splitText(text, width);
  };
}

/** The text's own delimiter is the one that gives as many cells as the header has, or else the most. */
function splitText(text: string, width: number): readonly string[] | null {
  const tries = DELIMITERS.map((delimiter) => cellsOf(text, { delimiter })).filter((cells) => cells !== null);
  const fitting = tries.find(({ length }) => length === width);
  return fitting ?? tries.sort((a, b) => b.length - a.length).at(0) ?? null;
}
