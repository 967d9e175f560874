import { dayOf, formatDay, type Day } from '../model/day.ts';
import { annualTotalsSchema, type AnnualTotal } from '../model/story.ts';
import { readCount, readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

const FILE = 'annual-totals.csv';
const refuse = refuseIn(FILE);
const COLUMNS = ['source', 'scope', 'year', 'attacks_or_events', 'deaths', 'injured', 'note', 'seen_url'] as const;
type TotalsRow = TableRow<(typeof COLUMNS)[number]>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = MONTHS.join('|');
const YEAR = /^(\d{4})$/;
const HALF = /^(\d{4})-H([12])$/;
const TWO_YEARS = /^(\d{4})-(\d{2})$/;
const DAYS_OF_SCOPE = new RegExp(`\\((\\d{1,2}) (${MONTH}) (\\d{4})-(\\d{1,2}) (${MONTH}) (\\d{4})\\)`);
const MONTHS_OF_SCOPE = new RegExp(`\\b(${MONTH})-(${MONTH})\\b`);
const TO_MID_MONTH = new RegExp(`\\bto mid-(${MONTH})\\b`);

/**
 * The published totals of the table, in its order, with the first and last day that each covers.
 * Throws a `SourceError` for a period that cannot be read, a count that is none, or a total given twice.
 */
export function annualTotalsLayer(text: string): AnnualTotal[] {
  const lineOf = new Map<string, number>();
  const totals = readCsvTable(text, FILE, COLUMNS).map((row) => {
    const { source, scope, year } = row.cells;
    const key = JSON.stringify([source, scope, year]);
    const first = lineOf.get(key);
    if (first !== undefined) throw refuse(row, 'year', `is given for this series in row ${first} too`, 'Keep one.');
    lineOf.set(key, row.line);
    for (const column of ['source', 'scope'] as const) {
      if (row.cells[column].trim() === '') throw refuse(row, column, 'is empty', 'Name it: it tells series apart.');
    }
    const [start, end] = periodOf(row);
    return {
      source,
      scope,
      period: year,
      start: formatDay(start),
      end: formatDay(end),
      events: readCount(row, FILE, 'attacks_or_events'),
      deaths: readCount(row, FILE, 'deaths'),
      injured: readCount(row, FILE, 'injured'),
      note: row.cells.note === '' ? null : row.cells.note,
      seenUrl: row.cells.seen_url === '' ? null : row.cells.seen_url,
    };
  });
  return annualTotalsSchema.parse(totals);
}

/** First and last day. The scope narrows a year where it names months (`Jan-Oct`, `to mid-Dec`: its 15th) or days. */
function periodOf(row: TotalsRow): [Day, Day] {
  const { year: period, scope } = row.cells;
  const year = Number(YEAR.exec(period)?.[1] ?? NaN);
  if (!Number.isNaN(year)) return partOfYear(year, scope);
  const half = HALF.exec(period);
  if (half) {
    const [y, first] = [Number(half[1]), half[2] === '1'];
    return first ? [dayOf(y, 1, 1), dayOf(y, 6, 30)] : [dayOf(y, 7, 1), dayOf(y, 12, 31)];
  }
  const days = DAYS_OF_SCOPE.exec(scope);
  const [from, to] = TWO_YEARS.exec(period)?.slice(1) ?? [];
  if (days && from === days[3] && to === days[6].slice(2)) {
    const [start, end] = [dayIn(days[3], days[2], days[1]), dayIn(days[6], days[5], days[4])];
    if (start <= end) return [start, end];
  }
  const fix = 'Give YYYY, YYYY-H1, YYYY-H2, or YYYY-YY with the days in the scope: (15 Aug 2020-14 Aug 2021).';
  throw refuse(row, 'year', 'is no period', fix);
}

function partOfYear(year: number, scope: string): [Day, Day] {
  const months = MONTHS_OF_SCOPE.exec(scope);
  if (months) return [dayOf(year, monthOf(months[1]), 1), dayOf(year, monthOf(months[2]) + 1, 0)];
  const middle = TO_MID_MONTH.exec(scope);
  if (middle) return [dayOf(year, 1, 1), dayOf(year, monthOf(middle[1]), 15)];
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}

function dayIn(year: string, month: string, date: string): Day {
  return dayOf(Number(year), monthOf(month), Number(date));
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name) + 1;
}
