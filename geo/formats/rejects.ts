import { COLLECTION } from '../collection.ts';
import type { Finding, FindingCode } from '../model/findings.ts';
import { csvRecord, guard, unguard } from './csv.ts';
import type { Layout } from './format.ts';
import { isObject } from './recorded.ts';
import { cellsOf, DELIMITERS } from './records.ts';

/**
 * The columns that go before a rejected row's own: why it was not taken, and its text where it could not be split into
 * cells. Our reader passes over all but the code and the text, so that the file can be mended and read again as it is; a
 * mended `rejected_text` is split anew.
 */
const REJECTED_COLUMNS: readonly string[] = [
  'rejected_line',
  'rejected_field',
  'rejected_value',
  'rejected_code',
  'rejected_reason',
  'rejected_text',
];
/** Of files that were made when there were no codes. */
const COLUMNS_BEFORE = REJECTED_COLUMNS.filter((name) => name !== 'rejected_code');
/** What such files have in place of the code of a row with more cells than the header. */
const MORE_CELLS_BEFORE = 'the row has more cells than the header: quote the cells that hold the delimiter';
/** A row with it is written with commas, whatever its file had. */
const MORE_CELLS = 'more-cells' satisfies FindingCode;

/** A row that was not taken. */
export type Rejected = Finding & { line: number | null; raw: string };

/** What puts findings into words for those who mend the file. */
export interface FindingText {
  reasonText: (finding: Finding) => string;
  valueText: (finding: Finding) => string;
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
export function rejectsFile(
  { header, delimiter }: Pick<Layout, 'header' | 'delimiter'>,
  words: FindingText,
): RejectsFile {
  if (header === null) {
    const line = (rejected: Rejected, first: boolean) => rejectedFeature(rejected, words, first);
    return { extension: 'geojson', head: COLLECTION.head, line, end: COLLECTION.foot };
  }
  const own = bareHeader(header);
  const bareCells = createBareCells(header);
  const ownCells = (raw: string) => {
    const all = cellsOf(raw, { delimiter });
    return all && bareCells(all);
  };
  const fits = (cells: readonly string[]) => cells.slice(own.length).every((cell) => cell.trim() === '');
  return {
    extension: 'csv',
    head: `${csvRecord([...REJECTED_COLUMNS, ...own.map(guard)])}\n`,
    line: (rejected) => {
      const { line, field, code, raw } = rejected;
      const all = ownCells(raw);
      const cells = all && fits(all) ? all.slice(0, own.length) : null;
      // a row of too many cells is written as ours are, so that nobody need guess what stood between them
      const text = cells ? '' : all ? csvRecord(all) : raw;
      const why = [field ?? '', words.valueText(rejected), code, words.reasonText(rejected)];
      return `${csvRecord([String(line ?? ''), ...why, text, ...(cells ?? own.map(() => ''))].map(guard))}\n`;
    },
    end: '',
  };
}

function rejectedFeature(finding: Rejected, { reasonText, valueText }: FindingText, first: boolean): string {
  const { line, field, code, raw } = finding;
  const why = { index: line, field, value: valueText(finding), code, reason: reasonText(finding) };
  const rejected = JSON.stringify(why);
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
  const columns = rejectedColumnsIn(header);
  return columns.length === 0 ? header : header.slice(columns.length).map(unguard);
}

/** The columns of a file of rejected rows that a header begins with; none where it is of no such file. */
function rejectedColumnsIn(header: readonly string[]): readonly string[] {
  const begins = (columns: readonly string[]) => columns.every((name, index) => header[index] === name);
  return [REJECTED_COLUMNS, COLUMNS_BEFORE].find(begins) ?? [];
}

/**
 * Gives a row's own cells, without what `rejectsFile` put before them; `null` where it holds the text of a row that can
 * still not be split.
 */
export function createBareCells(header: readonly string[]): (cells: readonly string[]) => readonly string[] | null {
  const columns = rejectedColumnsIn(header);
  if (columns.length === 0) return (cells) => cells;
  const width = header.length - columns.length;
  const [textAt, codeAt, reasonAt] = ['text', 'code', 'reason'].map((name) => columns.indexOf(`rejected_${name}`));
  const hasMoreCells = (cells: readonly string[]) =>
    codeAt < 0 ? unguard(cells[reasonAt] ?? '') === MORE_CELLS_BEFORE : cells[codeAt] === MORE_CELLS;
  return (cells) => {
    const text = unguard(cells[textAt] ?? '');
    if (text === '') return cells.slice(columns.length).map(unguard);
    return hasMoreCells(cells) ? cellsOf(text, { delimiter: ',' }) : splitText(text, width);
  };
}

/** The text's own delimiter is the one that gives as many cells as the header has, or else the most. */
function splitText(text: string, width: number): readonly string[] | null {
  const tries = DELIMITERS.map((delimiter) => cellsOf(text, { delimiter })).filter((cells) => cells !== null);
  const fitting = tries.find(({ length }) => length === width);
  return fitting ?? tries.sort((a, b) => b.length - a.length).at(0) ?? null;
}
