import type { Wording } from '../model/codes.ts';
import type { Note, NoteCode, NoteParams } from '../model/findings.ts';

/** The words for what there is to know of a file as a whole. */
export const NOTE_WORDS: Wording<NoteParams> = {
  'utf-16': ({ order }) => `The text is UTF-16 ${order}.`,
  'windows-1252': () => 'Some lines are not UTF-8: they are read as Windows-1252.',
  'no-header': ({ format }) => `There is no header: read as ${format}.`,
  'header-line': ({ line }) => `The header stands in line ${line}: what is above it was passed over.`,
  'hxl-tags': ({ line }) => `Line ${line} holds HXL tags and was passed over.`,
  'archive-entry': ({ name }) => `Read from the archive: ${name}`,
  'date-order': ({ order, date, line }) =>
    `Dates in numbers are read with the ${order}: ${date} in row ${line} can be read in no other way.`,
  'date-order-usual': ({ order }) =>
    `Dates in numbers are read with the ${order}, as is usual in such files: no date says otherwise.`,
  'spreadsheet-days': () => 'The dates are numbers: read as days as spreadsheets count them, 45657 for 2024-12-31.',
  'epoch-seconds': () => 'The dates are numbers: read as seconds since 1970, and as the days of Greenwich.',
  'epoch-milliseconds': () => 'The dates are numbers: read as milliseconds since 1970, and as the days of Greenwich.',
  sheet: ({ name, names }) => `Read from the sheet ${name}; passed over: ${names.join(', ')}.`,
  'later-fields': ({ names }) =>
    `Fields that the first 1000 records do not have were passed over: ${names.join(', ')}.`,
  'network-link': ({ address }) => `The file also links to a map elsewhere, which was not opened: ${address}`,
  'hxl-columns': ({ line }) => `The HXL tags in line ${line} tell what the columns are.`,
  'one-date': ({ date }) => `Where there is no date, ${date} is taken, as was chosen.`,
  'position-column': ({ column, first }) =>
    `Places are read from ${JSON.stringify(column)}, ${first === 'lon' ? 'longitude' : 'latitude'} first.`,
  'placed-by-name': ({ columns }) =>
    `There are no coordinates: each row stands at the centre of the town or district that is named in ${columns.map((name) => JSON.stringify(name)).join(' or ')}.`,
  'place-guess': ({ written, name, kind, rows }) =>
    `${JSON.stringify(written)} is taken for ${GUESSED[kind] ?? ''}${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}.`,
  'more-place-guesses': ({ count }) => `${count} more names of places were taken for towns or districts.`,
  'deaths-added': ({ columns }) => `Killed is the sum of ${columns.join(', ')}.`,
  'lowest-added': ({ columns }) => `The lowest number of killed is the sum of ${columns.join(', ')}.`,
  'highest-added': ({ columns }) => `The highest number of killed is the sum of ${columns.join(', ')}.`,
  'injured-added': ({ columns }) => `Injured is the sum of ${columns.join(', ')}.`,
};

const GUESSED: Readonly<Record<string, string>> = {
  town: 'the town ',
  district: 'the centre of the district ',
  seat: 'a district, which stands at its town ',
};

/** What there is to know of how a file was read. */
export function noteText<C extends NoteCode>({ code, params }: Note<C>): string {
  return NOTE_WORDS[code](params);
}
