import type { PlainField } from '../../geo/formats/plain.ts';
import type { Day } from '../../geo/model/day.ts';
import { whenText } from './dates.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import type { Reason } from '../../geo/import/rejects.ts';
import { countText, plural } from './numbers.ts';

/** The terms of what people open, by format: their own downloads. */
export const LICENCES: Readonly<Record<string, string>> & { other: string } = {
  acled: 'ACLED, your own download under its terms of use',
  ucdp: 'UCDP, CC BY 4.0',
  gtd: 'GTD, University of Maryland, your own download under its terms',
  other: 'your own file',
};

/** What the columns of an unknown table may hold, in words. */
export const MAPPED_FIELDS = {
  lat: 'Latitude',
  lon: 'Longitude',
  start: 'Date',
  end: 'Last day',
  title: 'Title',
  type: 'Type',
  place: 'Place',
  admin: 'District',
  country: 'Country',
  best: 'Killed',
  injured: 'Injured',
  actor1: 'Actor 1',
  actor2: 'Actor 2',
  remarks: 'Notes',
  publisher: 'Source',
  id: 'Id',
} as const satisfies Partial<Record<PlainField, string>>;
/** Without these no row can be read. */
export const NEEDED = ['lat', 'lon', 'start'] as const satisfies readonly PlainField[];

/** Formats whose findings name our fields; those of datasets name their columns. */
const PLAIN: readonly string[] = ['table', 'geojson', 'kml', 'gpx'];

function fieldText(field: string, format: string): string {
  if (!PLAIN.includes(format) || !Object.hasOwn(MAPPED_FIELDS, field)) return field;
  return MAPPED_FIELDS[field as keyof typeof MAPPED_FIELDS].toLowerCase();
}

/** Where a finding was met first, and the value there. */
function firstText(line: number | null, value: string): string {
  const parts = [line === null ? '' : `first in line ${line}`, value].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(': ')})`;
}

/** The words of the data panel. */
export const DATA = {
  own: 'Durand Map, a selection',
  ownLicence: 'CC BY 4.0, sources with each incident',
  title: 'Data',
  open: 'Open files…',
  drop: 'Drop files to open them',
  folder: (name: string) => `${name} is a folder. Open the files in it.`,
  kinds: 'ACLED, UCDP GED, GTD, tables (CSV, TSV, Excel), GeoJSON, KML, GPX; also gzipped or zipped.',
  privacy: 'It is read here. Nothing leaves this computer.',
  reading: (file: string) => `Reading ${file}`,
  progress: ({ read, accepted, rejected }: ImportCounts) =>
    `${plural(read, 'row')} read, ${countText(accepted)} taken, ${countText(rejected)} rejected`,
  cancel: 'Cancel',
  waiting: (count: number) => `${plural(count, 'more file waits', 'more files wait')}.`,
  dismiss: 'Close the report',
  /** The reason may name the file itself, which is not said twice. */
  failed: (file: string, reason: string) =>
    `${file} could not be opened. ${reason.startsWith(`${file}: `) ? reason.slice(file.length + 2) : reason}`,
  allThere: (file: string, rows: number) =>
    rows === 1
      ? `The only row of ${file} is there already; nothing was changed.`
      : `All ${countText(rows)} rows of ${file} are there already; nothing was changed.`,
  nothing: (file: string) => `${file} added nothing: no row could be taken. The rejected rows can be downloaded below.`,
  show: (name: string) => `Show ${name}`,
  name: 'Name of the dataset',
  licence: 'Licence',
  licenceOf: (name: string) => `Licence of ${name}`,
  only: 'Only this',
  onlyOf: (name: string) => `Only this: ${name}`,
  all: 'Show all',
  earlier: (name: string) => `Move ${name} up`,
  /** How many incidents of opened files lie beyond the countries around Pakistan and Afghanistan. */
  outside: (count: number) =>
    `${plural(count, 'incident lies', 'incidents lie')} outside the region around Pakistan and Afghanistan.`,
  outsideFit: 'Fit the map to what is shown',
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} was removed.`,
  undo: 'Undo',
  incidents: (count: number) => plural(count, 'incident'),
  report: 'Licence and import report',
  counts: ({ read, accepted, rejected }: ImportCounts) =>
    `${plural(read, 'row')} read: ${countText(accepted)} taken, ${countText(rejected)} rejected.`,
  killed: (whom: string) => `Killed: ${whom[0].toLowerCase()}${whom.slice(1)}`,
  rejected: 'Rejected',
  warnings: 'Taken, but look at them',
  reason: ({ field, reason, rows, line, value }: Reason, format: string) =>
    `${plural(rows, 'row')}${field === null ? '' : `, ${fieldText(field, format)}`}: ${reason}${firstText(line, value)}`,
  download: 'Download the rejected rows',
  mapping: 'Which columns?',
  mappingHelp: (file: string) => `Not every column that is needed was recognised in ${file}. Choose what is missing.`,
  mappingRows: (file: string) => `The first rows of ${file}`,
  mappingNames:
    'The first row looks like an incident, but is taken as the names of the columns and is not read. To keep it, put a row of names above it in the file.',
  mappingRead: 'Read the file',
  mappingOthers: (found: number) => (found === 0 ? 'Other columns' : `Other columns, ${countText(found)} recognised`),
  mappingLacks: (fields: readonly string[]) => `Still needed: ${fields.join(', ').toLowerCase()}.`,
  mappingComplete: 'All that is needed is chosen.',
  notMapped: 'none',
  dateOrder: 'Date order',
  dateOrders: { any: 'told from the rows', day: 'day first, 31/12/2024', month: 'month first, 12/31/2024' },
  save: 'Save',
  saveWhat: 'Which incidents',
  scopes: { shown: 'What is shown', all: 'All incidents' },
  formats: { csv: 'CSV', geojson: 'GeoJSON', kml: 'KML' },
  notSaved: (reason: string) => `It could not be saved. ${reason}`,
  notLoaded: 'The layers are not loaded yet.',
  saveProject: 'Save as a project',
  projectHelp: 'A project holds your files and this view. Open it on another day or machine.',
  savePicture: 'Save the map as a picture (PNG)',
  saveAs: (format: string) => `Save as ${format}`,
  compare: 'Compare two datasets',
  compareHelp:
    'Incidents on show by month and district: what each has, and what the other lacks. Elsewhere is outside Khyber Pakhtunkhwa.',
  compareFirst: 'First dataset, A',
  compareSecond: 'Second dataset, B',
  compareSame: 'Choose two that differ.',
  compareWhich: 'Months and districts',
  compareParts: {
    all: (count: number) => `${countText(count)} in all`,
    both: (count: number) => `${countText(count)} in both`,
    a: (count: number) => `${countText(count)} in A alone`,
    b: (count: number) => `${countText(count)} in B alone`,
  },
  compareNone: 'There are none.',
  comparedRows: (shown: number, all: number) =>
    `${shown === all ? 'Most' : `The ${countText(shown)} of ${countText(all)} most`} different first, elsewhere last`,
  month: 'Month',
  district: 'District',
  elsewhere: 'elsewhere',
  monthText: (day: Day) => whenText(day, day, 'month'),
  saveComparison: 'Save the comparison as CSV',
  kept: (size: string) => `Kept in this browser: ${size}.`,
  keptHelp: 'Opened files stay in this browser until you remove them.',
  notKeptHelp: 'Not all of them are kept in this browser. Save a project before you close the page.',
  forget: 'Delete everything',
  beingKept: 'being kept…',
  tooMany: (most: number) =>
    `There are ${countText(most)} datasets already, which is as many as can be shown. Remove some of them first.`,
  lost: 'It is no longer kept in this browser. Open its file again.',
  damaged: (part: string) => `Of what was kept of it, ${part} is missing or damaged. Open its file again.`,
  partNotLoaded: 'A part of the page could not be loaded. Reload the page once it can be reached.',
  forgetSure: 'Delete all opened files from this browser?',
  notKept: (reason: string) =>
    `This browser keeps no files now: what you open is gone when the page is closed. Save a project to keep it. (${reason})`,
  notRestored: (name: string, reason: string) => `${name} could not be brought back. ${reason}`,
} as const;
