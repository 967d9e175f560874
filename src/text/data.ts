import type { PlainField } from '../../geo/formats/plain.ts';
import type { Day } from '../../geo/model/day.ts';
import type { Comparison } from '../../geo/store/compare.ts';
import { whenText } from '../../geo/time/text.ts';
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

/** The words of the data panel. */
export const DATA = {
  own: 'Durand Map, a selection',
  ownLicence: 'CC BY 4.0, sources with each incident',
  title: 'Data',
  open: 'Open a file…',
  drop: 'Drop the file to open it',
  kinds: 'ACLED, UCDP GED, GTD, tables (CSV, TSV, Excel), GeoJSON, KML, GPX; also gzipped or zipped.',
  privacy: 'It is read here. Nothing leaves this computer.',
  reading: (file: string) => `Reading ${file}`,
  progress: ({ read, accepted, rejected }: ImportCounts) =>
    `${plural(read, 'row')} read, ${countText(accepted)} taken, ${countText(rejected)} rejected`,
  cancel: 'Cancel',
  failed: (file: string, reason: string) => `${file} could not be opened. ${reason}`,
  nothing: (file: string) => `${file} added nothing: no row could be taken. The rejected rows can be downloaded below.`,
  show: (name: string) => `Show ${name}`,
  name: 'Name of the dataset',
  earlier: (name: string) => `Move ${name} up`,
  remove: (name: string) => `Remove ${name}`,
  incidents: (count: number) => plural(count, 'incident'),
  report: 'Import report',
  counts: ({ read, accepted, rejected }: ImportCounts) =>
    `${plural(read, 'row')} read: ${countText(accepted)} taken, ${countText(rejected)} rejected.`,
  rejected: 'Rejected',
  warnings: 'Taken, but look at them',
  reason: ({ field, reason, rows, line, value }: Reason) =>
    `${plural(rows, 'row')}: ${field === null ? '' : `${field} `}${reason} (first in line ${line}${value === '' ? '' : `: ${value}`})`,
  download: 'Download the rejected rows',
  close: 'Close the report',
  mapping: 'Which columns?',
  mappingHelp: (file: string) =>
    `The columns of ${file} are not those of a known format. Say which hold what is needed.`,
  mappingRead: 'Read the file',
  notMapped: 'none',
  dateOrder: 'Dates with slashes',
  dateOrders: { iso: 'as 2024-12-31', day: 'as 31/12/2024', month: 'as 12/31/2024' },
  save: 'Save',
  saveWhat: 'Which incidents',
  scopes: { shown: 'What is shown', all: 'All incidents' },
  formats: { csv: 'CSV', geojson: 'GeoJSON', kml: 'KML' },
  notLoaded: 'The layers are not loaded yet.',
  saveProject: 'Save as a project',
  projectHelp: 'A project holds your files and this view. Open it on another day or machine.',
  savePicture: 'Save the map as a picture (PNG)',
  saveAs: (format: string) => `Save as ${format}`,
  compare: 'Compare two datasets',
  compareHelp: 'Incidents on show by month and district: what each has, and what the other lacks.',
  compareFirst: 'First dataset, A',
  compareSecond: 'Second dataset, B',
  compared: ({ both, onlyA, onlyB }: Comparison) =>
    `Months and districts: ${countText(both)} in both, ${countText(onlyA)} in A alone, ${countText(onlyB)} in B alone.`,
  comparedRows: (shown: number, all: number) =>
    shown === all ? 'Most different first' : `The ${countText(shown)} most different of ${countText(all)}`,
  month: 'Month',
  district: 'District',
  elsewhere: 'elsewhere',
  monthText: (day: Day) => whenText(day, day, 'month'),
  saveComparison: 'Save the comparison as CSV',
  kept: (size: string) => `Kept in this browser: ${size}.`,
  keptHelp: 'Opened files stay in this browser until you remove them.',
  forget: 'Delete everything',
  forgetSure: 'Delete all opened files from this browser?',
  notKept: (reason: string) =>
    `This browser keeps no files now: what you open is gone when the page is closed. (${reason})`,
  notRestored: (name: string, reason: string) => `${name} could not be brought back. ${reason}`,
} as const;
