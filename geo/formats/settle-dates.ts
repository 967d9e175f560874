import { InputError, type Where } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { createDateSurvey, DATE_COUNT, DATE_ORDER, styleIn, type DateSeen, type DatesFound } from './date-style.ts';
import type { DatePlaces } from './date-places.ts';
import { note } from './finding.ts';
import type { DateCells, Entry, Layout } from './format.ts';
import { plainDate, readingsOf } from './one-date.ts';

/** A date that can be read in several ways: what it may be, by its order. */
export interface DateChoice {
  text: string;
  /** of a feature its number, from 1 */
  line: number;
  /** YYYY-MM-DD */
  readings: Partial<Record<string, string>>;
}

/** A file whose dates do not tell in which order their numbers stand, or tell two: it has to be chosen. */
export class NeedsDateOrder extends InputError {
  override name = 'NeedsDateOrder';
  /** Two dates at the most that may be either; where the file holds both orders, two that can only be the one, then two of the other. */
  readonly choices: readonly DateChoice[];

  constructor(file: string, { open, against }: Pick<DatesFound, 'open' | 'against'>) {
    const [first] = open.length > 0 ? open : against.day;
    const where: Where = { file, row: first.line, field: null, value: first.text };
    super(
      open.length > 0
        ? { where, code: 'date-order-open', params: {} }
        : {
            where,
            code: 'date-orders-two',
            params: { dayFirst: against.day.map(placed), monthFirst: against.month.map(placed) },
          },
    );
    this.choices = (open.length > 0 ? open : [...against.day, ...against.month]).map(choiceOf);
  }
}

const placed = ({ text, line }: DateSeen) => `${line}: ${text}`;

function choiceOf({ text, line }: DateSeen): DateChoice {
  const readings = readingsOf(plainDate(text))?.readings ?? new Map();
  return { text, line, readings: Object.fromEntries([...readings].map(([order, { start }]) => [order, start])) };
}

/** A row's dates. */
export interface DatedRow extends DateCells {
  /** of a feature its number, from 1 */
  line: number;
}

interface Unsettled {
  file: string;
  layout: Layout;
  notes: Note[];
  places: DatePlaces;
  /** All rows of the file, from its beginning. */
  rows: () => AsyncIterable<Iterable<DatedRow>>;
}

/**
 * Goes through the whole file for how its dates are written, puts that into the layout's mapping, and tells of it in the notes.
 * @throws NeedsDateOrder where the dates leave it open, or tell two orders, and nobody has chosen one
 */
export async function settleDates({ file, layout, notes, places, rows }: Unsettled): Promise<void> {
  const { see, found } = createDateSurvey(places);
  for await (const batch of rows()) {
    for (const { texts, year, line } of batch) for (const text of texts) see(text, year, line);
  }
  const dates = found();
  const chosen = styleIn(layout.mapping ?? {});
  if (chosen.order === null && (dates.open.length > 0 || dates.against.day.length + dates.against.month.length > 0)) {
    throw new NeedsDateOrder(file, dates);
  }
  const order = chosen.order ?? dates.order;
  const numbers = chosen.numbers ?? dates.numbers;
  layout.mapping = { ...layout.mapping, [DATE_ORDER]: order ?? 'each', [DATE_COUNT]: numbers ?? 'none' };
  if (chosen.order === null && order !== null) notes.push(orderNote(order, dates));
  if (chosen.numbers === null && dates.numbers !== null) notes.push(note(NUMBER_NOTES[dates.numbers]));
}

const NUMBER_NOTES = {
  spreadsheet: 'spreadsheet-days',
  seconds: 'epoch-seconds',
  milliseconds: 'epoch-milliseconds',
} as const;

function orderNote(order: string, { by }: DatesFound): Note {
  if (by) return note('date-order', { order, date: by.text, line: by.line });
  return note('date-order-usual', { order });
}

/**
 * The entries of rows in batches. When a date first turns out to need it, `settle` finds out how the file's dates are written; the
 * batch is then read anew by what `createReader` gives from then on.
 */
export async function* settledEntries<T>(
  batches: AsyncIterable<T[]>,
  createReader: () => (row: T) => Entry,
  settle: () => Promise<void>,
): AsyncGenerator<Entry[]> {
  let read = createReader();
  let isSettled = false;
  for await (const batch of batches) {
    let entries = batch.map(read);
    if (!isSettled && entries.some(isUnclear)) {
      await settle();
      isSettled = true;
      read = createReader();
      entries = batch.map(read);
    }
    yield entries;
  }
}

function isUnclear({ read }: Entry): boolean {
  if ('rejected' in read) return read.rejected.code === 'unclear-date';
  return read.warnings.length > 0 && read.warnings.some(({ code }) => code === 'unclear-date');
}
