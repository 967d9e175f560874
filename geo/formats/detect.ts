import type { PlaceOf } from '../ground/place-names.ts';
import type { Note } from '../model/findings.ts';
import type { Format, Layout, Mapping, TableFormat } from './format.ts';
import { namesColumns } from './date-style.ts';
import { note } from './finding.ts';
import { isTags, namedByTags, tellAll } from './hxl.ts';
import { createRecordReader, DELIMITERS, type Dialect, type TableRecord } from './records.ts';
import { bareHeader } from './rejects.ts';
import { HEADERLESS, TABLE_FORMATS } from './registry.ts';
import { isPlacedByName, table } from './table.ts';

/** A header is looked for in so many rows: some tables have a title above it. */
const HEADER_WITHIN = 10;
/** So many rows under it tell more. */
const LOOKED_AT = 20;
/** Less sure than this is not recognised. */
export const LEAST_SCORE = 0.5;

/** What a table is and where its rows begin. */
export interface Detected {
  layout: Layout & { header: readonly string[] };
  format: TableFormat;
  /** The line of the header; 0 where it has none. */
  headerLine: number;
  /** The line on which the first row of data stands at the earliest. */
  firstLine: number;
  notes: Note[];
}

/** A table whose columns are not known, and the line of what is most likely its header. */
export interface Unknown {
  headerLine: number;
}

/** How a table is written, told from the beginning of its text, whose last line is whole only if `isWhole`. */
export function dialectOf(sample: string, isWhole: boolean): { dialect: Dialect; records: TableRecord[] } {
  const lineEnd = !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';
  const separator = /^sep=(.)\r?[\n\r]/.exec(sample)?.[1];
  const tries = (separator === undefined ? DELIMITERS : [separator]).map((delimiter) => {
    const dialect: Dialect = { delimiter, lineEnd };
    const read = createRecordReader(dialect).feed(sample, isWhole);
    const records = read.length === 0 ? createRecordReader(dialect).feed(sample, true) : read;
    return { dialect, records, ...fitOf(records.slice(0, 2 * HEADER_WITHIN)) };
  });
  return tries.reduce((best, each) => (isBetter(each, best) ? each : best));
}

interface Fit {
  score: number;
  /** rows with as many cells as most have, where these are more than one */
  even: number;
  width: number;
}

function fitOf(records: readonly TableRecord[]): Fit {
  const widths = new Map<number, number>();
  for (const { cells } of records) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, even] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { score: best(records)?.score ?? 0, even, width };
}

function isBetter(a: Fit, b: Fit): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.even === b.even ? a.width > b.width : a.even > b.even;
}

/** The format and the header row that are surest among the first; `null` where none of them is a header of any. */
function best(
  records: readonly TableRecord[],
  within = HEADER_WITHIN,
): { format: TableFormat; score: number; at: number } | null {
  let found: { format: TableFormat; score: number; at: number } | null = null;
  for (const [at, { cells }] of records.slice(0, within).entries()) {
    if (isTags(cells)) continue;
    for (const format of TABLE_FORMATS) {
      const score = format.score(bareHeader(cells), under(records, at));
      if (score > (found?.score ?? 0)) found = { format, score, at };
    }
  }
  return found;
}

/** What the user has said of a table. */
interface Asked {
  format?: Format | undefined;
  mapping?: Mapping | undefined;
  /** Said to be the line of the header, which is then the first record. */
  headerRow?: number | undefined;
  placeNames?: (() => PlaceOf) | undefined;
}

/** The first rows under a header. */
function under(records: readonly TableRecord[], at: number): string[][] {
  return records.slice(at + 1, at + 1 + LOOKED_AT).map(({ cells }) => cells);
}

/** What the first records of a table say it is. With `format` or a mapping the user has said so already. */
export function detectTable(records: readonly TableRecord[], delimiter: string, asked: Asked): Detected | Unknown {
  const isSaid = asked.headerRow !== undefined;
  const rows = isSaid ? records : records.filter(({ cells }) => !isRemark(cells[0] ?? ''));
  const found = best(rows, isSaid ? 1 : HEADER_WITHIN);
  const wanted =
    asked.format?.kind === 'table' ? asked.format : asked.mapping && namesColumns(asked.mapping) ? table : null;
  if (wanted) {
    const at = isSaid ? 0 : found && found.format === wanted ? found.at : headerAt(rows);
    if (at < rows.length) return detected(rows, at, wanted, delimiter, asked.mapping);
  } else if (found && found.score >= LEAST_SCORE) {
    return detected(rows, found.at, found.format, delimiter, asked.mapping);
  }
  const tagged = taggedAt(rows, isSaid ? 1 : HEADER_WITHIN);
  if (tagged >= 0) return detected(rows, tagged, table, delimiter, asked.mapping);
  if (!isSaid && !wanted) {
    for (const { format, header, fits } of HEADERLESS) {
      // the very first row may be a bad one
      if (!rows.slice(0, HEADER_WITHIN).some(({ cells }) => fits(cells))) continue;
      const notes = [note('no-header', { format: format.label })];
      const layout = { format: format.id, header, delimiter, mapping: asked.mapping ?? null };
      return { layout, format, headerLine: 0, firstLine: rows[0].line, notes };
    }
  }
  const at = isSaid ? 0 : headerAt(rows);
  const head = { header: bareHeader(rows.at(at)?.cells ?? []), rows: under(rows, at) };
  if (asked.placeNames && isPlacedByName(head, asked.placeNames)) {
    return detected(rows, at, table, delimiter, asked.mapping);
  }
  return { headerLine: rows.at(at)?.line ?? 1 };
}

/** Of an unknown table the row that is most likely its header: the first that fills most of its columns, as a title above it does not. */
function headerAt(rows: readonly TableRecord[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled.slice(0, HEADER_WITHIN));
  return Math.max(
    0,
    filled.findIndex((count) => count > most / 2),
  );
}

function detected(
  rows: readonly TableRecord[],
  at: number,
  format: TableFormat,
  delimiter: string,
  mapping?: Mapping,
): Detected {
  const { cells: header, line } = rows[at];
  const next = rows.at(at + 1);
  const notes: Note[] = at > 0 ? [note('header-line', { line })] : [];
  const below = next !== undefined && isTags(next.cells) ? next : null;
  const tags = below ?? (isTags(header) ? rows[at] : null);
  const named = tags && format === table ? namedByTags(header, tags.cells) : {};
  const isNamed = Object.keys(named).length > 0;
  if (tags && isNamed) notes.push(note('hxl-columns', { line: tags.line }));
  else if (below) notes.push(note('hxl-tags', { line: below.line }));
  const said = isNamed ? { ...named, ...mapping } : mapping;
  const rowsUnder = under(rows, below ? at + 1 : at);
  const told = format.told?.({ header: bareHeader(header), rows: rowsUnder }, said ?? {});
  if (told) notes.push(...told.notes);
  const layout = {
    format: format.id,
    header,
    delimiter,
    mapping: told && Object.keys(told.mapping).length > 0 ? told.mapping : (said ?? null),
  };
  return { layout, format, headerLine: line, firstLine: (below?.line ?? line) + 1, notes };
}

/** Where the header stands that tells all with its row of HXL tags, or is one; -1 for none. */
function taggedAt(rows: readonly TableRecord[], within: number): number {
  const isTagged = ({ cells }: TableRecord, at: number) => {
    const tags = [rows.at(at + 1)?.cells ?? [], cells].find(isTags);
    return tags !== undefined && tellAll(cells, tags);
  };
  return rows.slice(0, within).findIndex(isTagged);
}

/** What may stand above a header: a remark, or Excel's word for the delimiter. */
function isRemark(cell: string): boolean {
  return cell.startsWith('# ') || cell.startsWith('sep=');
}
