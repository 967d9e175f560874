import { censusSchema, type Census, type CensusArea, type UndatedRecord } from '../model/census.ts';
import { formatDay, parseDay } from '../model/day.ts';
import { SourceError } from '../model/errors.ts';
import { firstDayOf } from '../story/census.ts';
import { addSteps, monthsBetween } from '../time/window.ts';
import { readCount, readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

const DEATHS = ['deaths_best', 'deaths_low', 'deaths_high'] as const;
const MONTHS = {
  file: 'monthly-totals.csv',
  columns: ['source', 'area', 'month', 'events', ...DEATHS],
} as const;
const UNDATED = {
  file: 'monthly-undated.csv',
  columns: ['source', 'area', 'from', 'to', 'events', ...DEATHS, 'record'],
} as const;
const DISTRICTS = {
  file: 'monthly-by-district.csv',
  columns: ['month', 'district', 'events', 'deaths_best'],
} as const;

/** The texts of the two tables of the census. */
export interface CensusSources {
  /** monthly-totals.csv */
  months: string;
  /** monthly-undated.csv */
  undated: string;
}

/**
 * The census by month and area, with what is known to no month. Throws a `SourceError` for a second source, a month that
 * is none or comes twice, an area that lacks one of the months, a count that is none, a range that does not hold its
 * estimate, or an undated record that ends before it begins or is of an area without months.
 */
export function censusLayer({ months, undated }: CensusSources): Census {
  const rows = readCsvTable(months, MONTHS.file, MONTHS.columns);
  const source = rows[0]?.cells.source ?? '';
  const byArea = new Map<string, { line: number; month: string; figures: MonthFigures }[]>();
  for (const row of rows) {
    checkSource(row, MONTHS.file, source);
    checkNamed(row, MONTHS.file, 'area');
    const { area, month } = row.cells;
    checkMonth(row, MONTHS.file);
    const known = byArea.get(area) ?? [];
    byArea.set(area, known);
    const twice = known.find((one) => one.month === month);
    if (twice) throw refuseIn(MONTHS.file)(row, 'month', `is given for ${area} in row ${twice.line} too`, 'Keep one.');
    known.push({ line: row.line, month, figures: figuresOf(row, MONTHS.file) });
  }
  const all = rows.map(({ cells }) => cells.month).sort();
  const [first = '', last = ''] = [all[0], all.at(-1)];
  const areas = [...byArea].map(([area, known]): CensusArea => {
    known.sort((a, b) => (a.month < b.month ? -1 : 1));
    known.forEach(({ month, line }, i) => {
      const due = monthAfter(first, i);
      if (month !== due) throw lacking(area, due, line);
    });
    if (known.length <= monthsFrom(first, last))
      throw lacking(area, monthAfter(first, known.length), known.at(-1)?.line);
    const list = (key: keyof MonthFigures) => known.map(({ figures }) => figures[key]);
    return { area, events: list('events'), best: list('best'), low: list('low'), high: list('high') };
  });
  return censusSchema.parse({ source, first, last, areas, undated: undatedRecords(undated, source, byArea) });
}

/**
 * The census by month and district, over the months of the other; a month that a district lacks has no events. Throws a
 * `SourceError` for a month that is none, is not among those or comes twice for a district, or a count that is none.
 */
export function censusByDistrict(text: string, { source, first, last }: Census): Census {
  const size = monthsFrom(first, last) + 1;
  const lineOf = new Map<string, number>();
  const byDistrict = new Map<string, CensusArea>();
  for (const row of readCsvTable(text, DISTRICTS.file, DISTRICTS.columns)) {
    const { file } = DISTRICTS;
    checkNamed(row, file, 'district');
    checkMonth(row, file);
    const { district, month } = row.cells;
    if (month < first || month > last) {
      throw refuseIn(file)(row, 'month', `is not from ${first} to ${last}`, `${MONTHS.file} has those months alone.`);
    }
    const key = JSON.stringify([district, month]);
    const twice = lineOf.get(key);
    if (twice !== undefined)
      throw refuseIn(file)(row, 'month', `is given for ${district} in row ${twice} too`, 'Keep one.');
    lineOf.set(key, row.line);
    const zeros = (): number[] => Array.from({ length: size }, () => 0);
    const area = byDistrict.get(district) ?? { area: district, events: zeros(), best: zeros(), low: null, high: null };
    byDistrict.set(district, area);
    const at = monthsFrom(first, month);
    area.events[at] = readKnown(row, file, 'events');
    area.best[at] = readKnown(row, file, 'deaths_best');
  }
  const areas = [...byDistrict.values()].sort((a, b) => (a.area < b.area ? -1 : 1));
  return censusSchema.parse({ source, first, last, areas, undated: [] });
}

type MonthFigures = Record<'events' | 'best' | 'low' | 'high', number>;

function undatedRecords(text: string, source: string, areas: ReadonlyMap<string, unknown>): UndatedRecord[] {
  return readCsvTable(text, UNDATED.file, UNDATED.columns).map((row) => {
    checkSource(row, UNDATED.file, source);
    checkNamed(row, UNDATED.file, 'record');
    const { area, from, to, record } = row.cells;
    if (!areas.has(area)) {
      throw refuseIn(UNDATED.file)(row, 'area', 'is an area without months', `Name an area of ${MONTHS.file}.`);
    }
    const [start, end] = (['from', 'to'] as const).map((field) => {
      const day = parseDay(row.cells[field]);
      if (day !== null) return day;
      throw refuseIn(UNDATED.file)(row, field, 'is no day', 'Give a day of the calendar as YYYY-MM-DD.');
    });
    if (end < start) throw refuseIn(UNDATED.file)(row, 'to', `is before ${from}`, 'Swap the two.');
    return { area, from, to, ...figuresOf(row, UNDATED.file), record };
  });
}

function figuresOf(row: TableRow<'events' | (typeof DEATHS)[number]>, file: string): MonthFigures {
  const [events, best, low, high] = (['events', ...DEATHS] as const).map((column) => readKnown(row, file, column));
  if (low > best)
    throw refuseIn(file)(row, 'deaths_low', `is above deaths_best ${best}`, 'Widen the range to hold it.');
  if (high < best)
    throw refuseIn(file)(row, 'deaths_high', `is below deaths_best ${best}`, 'Widen the range to hold it.');
  return { events, best, low, high };
}

function readKnown<Column extends string>(row: TableRow<Column>, file: string, column: Column): number {
  const count = readCount(row, file, column);
  if (count === null) throw refuseIn(file)(row, column, 'is empty', 'Give a whole number from 0.');
  return count;
}

function checkSource(row: TableRow<'source'>, file: string, source: string): void {
  checkNamed(row, file, 'source');
  if (row.cells.source === source) return;
  throw refuseIn(file)(row, 'source', `is not ${source}, the source above`, 'A census has one source: never join two.');
}

function checkNamed<Column extends string>(row: TableRow<Column>, file: string, column: Column): void {
  if (row.cells[column].trim() === '') throw refuseIn(file)(row, column, 'is empty', 'Name it.');
}

function checkMonth(row: TableRow<'month'>, file: string): void {
  const { month } = row.cells;
  if (/^\d{4}-\d{2}$/.test(month) && parseDay(`${month}-01`) !== null) return;
  throw refuseIn(file)(row, 'month', 'is no month', 'Give a month of the calendar as YYYY-MM.');
}

/** From one month, `YYYY-MM`, to another. */
function monthsFrom(from: string, to: string): number {
  return monthsBetween(firstDayOf(from), firstDayOf(to));
}

/** The month so many months after, `YYYY-MM`. */
function monthAfter(month: string, count: number): string {
  return formatDay(addSteps(firstDayOf(month), 'month', count)).slice(0, 'YYYY-MM'.length);
}

function lacking(area: string, month: string, line: number | undefined): SourceError {
  const where = { file: MONTHS.file, row: line ?? null, field: 'month', value: month };
  return new SourceError(where, `is lacking for ${area}`, 'Give every month of each area; one without events has 0.');
}
