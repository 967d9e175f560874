import type { ColumnRead } from '../../geo/formats/columns-read.ts';
import type { DateOrder } from '../../geo/formats/one-date.ts';
import type { TakenAs } from '../../geo/formats/taken.ts';
import { parseDay } from '../../geo/model/day.ts';
import type { Recorded } from '../../geo/model/incident.ts';
import { fieldLabel, fieldWords } from '../../geo/words/columns.ts';
import { dayText, whenText } from './dates.ts';
import { killedText } from './incident.ts';
import { listText } from './locale.ts';
import { countText } from './numbers.ts';

export { MAPPED_FIELDS, type MappedField } from '../../geo/words/columns.ts';

/** The orders of the numbers in dates. */
export const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  'day first': 'day first, 31/12/2024',
  'month first': 'month first, 12/31/2024',
  'year first': 'year first, 24/12/31',
};

/** The words for what the columns of a file became, and for the choice of how it is read. */
export const COLUMNS = {
  change: 'Change columns…',
  changeOf: (file: string) => `Change columns of ${file}…`,
  summary: (taken: number, left: number) =>
    left === 0
      ? `Columns: ${countText(taken)} taken`
      : `Columns: ${countText(taken)} taken, ${countText(left)} left over`,
  column: 'Column',
  taken: 'Taken as',
  nameless: (number: number) => `column ${countText(number)}, without a name`,
  takenWord: fieldWords,
  fieldLabel,
  takenAs: (taken: readonly TakenAs[]) => listText(taken.map(fieldWords)),
  leftOver: 'left over',
  /** Of a column that counts people of one kind beside the figure of others, or of all. */
  notAdded: (figure: TakenAs) => `left over, of one kind of people: not added to ${fieldWords(figure)}`,
  perhaps: (field: TakenAs) => `left over, perhaps ${fieldWords(field)}`,
  /** Where nothing was taken for a field, and columns look as if they held it. */
  offer: (field: TakenAs, names: readonly string[]) =>
    `Nothing was taken as ${fieldWords(field)}. It may stand in: ${listText(names)}.`,

  heading: 'Which columns?',
  help: (file: string) => `Not every column that is needed was recognised in ${file}. Choose what is missing.`,
  changeHelp: (file: string) => `How ${file} is read. What is read anew takes the place of what was read before.`,
  rows: (file: string) => `The first rows of ${file}`,
  names:
    'The first row looks like an incident, but is taken as the names of the columns and is not read. To keep it, put a row of names above it in the file.',
  read: 'Read the file',
  others: (found: number) => (found === 0 ? 'Other columns' : `Other columns, ${countText(found)} recognised`),
  lacks: (fields: readonly TakenAs[]) => `Still needed: ${listText(fields.map(fieldWords))}.`,
  complete: 'All that is needed is chosen.',
  byName: 'Without coordinates each row stands at the centre of the town or district that it names.',
  none: 'none',
  needed: ({ field }: { field: string }) => `${field} *`,
  labels: (fields: readonly string[]) => (fields.length === 0 ? '–' : listText(fields)),
  format: 'Read as',
  sheet: 'Sheet',
  headerRow: 'Names in',
  headerOption: (line: number, cells: readonly string[]) => {
    const names = cells.filter((cell) => cell.trim() !== '').slice(0, 4);
    return names.length === 0 ? `row ${countText(line)}` : `row ${countText(line)}: ${listText(names)}`;
  },
  onePlace: 'Latitude and longitude in one column',
  threeDates: 'Year, month and day in three columns',
  add: 'Add a column',
  addTo: (field: string) => `Add a column to ${field}`,
  more: (field: string, number: number) => `${field}, column ${countText(number)}`,
  own: (format: string) => `The columns are taken as ${format} has them. To choose them, read it as a table.`,
  preview: 'As it would be read',
  previewRow: ({ start, end, datePrecision, title, fatalities }: Recorded, place: string | null) => {
    const when = whenText(parseDay(start) ?? 0, parseDay(end) ?? 0, datePrecision);
    const killed =
      fatalities.best === null ? `killed ${killedText(fatalities)}` : `${countText(fatalities.best)} killed`;
    return [when, place, killed, title].filter((part) => part !== null).join(' · ');
  },
  previewRejected: (line: number, reason: string) => `Row ${countText(line)} would be rejected: ${reason}`,

  dateOrder: 'Date order',
  orderOfRows: 'told from the rows',
  order: 'Day or month first?',
  orderOpen: (file: string) =>
    `No date of ${file} tells in which order day and month stand. Choose it for the whole file.`,
  orderBoth: (file: string) =>
    `Some dates of ${file} can only have the day first, others only the month. Choose one order for the whole file: rows of the other are then rejected, and can be mended.`,
  /** A date as the file has it, with its row, and the day that it would be. */
  orderExample: ({ text, line, day }: { text: string; line: number; day: string | undefined }) =>
    day === undefined
      ? `Row ${countText(line)}, ${text}: rejected`
      : `Row ${countText(line)}, ${text}: ${dayText(parseDay(day) ?? 0)}`,

  whichSheet: 'Which table?',
  whichSheetHelp: (file: string) => `${file} holds several tables of incidents. Open it once for each that you want.`,
  whichDate: 'Which date?',
  whichDateHelp: (file: string) => `Nothing in ${file} has a date. Give one for all of it: a year, a month or a day.`,
  oneDate: 'Date of all',
  oneDateForm: '2024, 2024-03 or 2024-03-05',
} as const;

/** What was left over and looks useful, by what it may be. */
export function offersIn(columns: readonly ColumnRead[]): [field: TakenAs, names: string[]][] {
  const offers = new Map<TakenAs, string[]>();
  for (const { name, maybe } of columns) if (maybe !== null) offers.set(maybe, [...(offers.get(maybe) ?? []), name]);
  return [...offers];
}
