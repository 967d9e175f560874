import type { Day } from '../../geo/model/day.ts';
import type { PictureSizeId } from '../choices.ts';
import { whenText } from './dates.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import { listText } from './locale.ts';
import { bytesText, counted, countText, incidentsText } from './numbers.ts';
import { piecesOf } from './pieces.ts';

/** The terms of what people open, by format: their own downloads. */
export const LICENCES: Readonly<Record<string, string>> & { other: string } = {
  acled: 'ACLED, your own download under its terms of use',
  ucdp: 'UCDP, CC BY 4.0',
  gtd: 'GTD, University of Maryland, your own download under its terms',
  other: 'your own file',
};

/** Whom figures of the dead count, by the format of the file that they came from. */
export const KILLED_COUNTED: Readonly<Record<string, string>> = {
  acled: 'Killed: a cautious estimate. Attackers are counted too; 0 means that no deaths were reported.',
  ucdp: 'Killed: an estimate. All reported deaths are counted, of any side.',
  gtd: 'Killed: attackers are left out of attacks where the file says how many of them died; else they are counted.',
};

interface UnseenWords {
  /** the names of the files */
  names: readonly string[];
  /** the days on show */
  time: string;
}

/** The words of the data panel. */
export const DATA = {
  own: 'Durand Map, a selection',
  ownLicence: 'CC BY 4.0, sources with each incident',
  open: 'Open files…',
  drop: 'Drop files to open them',
  folder: (name: string) => `${name} is a folder. Open the files in it.`,
  kinds:
    'ACLED, UCDP GED, GTD, tables (CSV, TSV, Excel, OpenDocument, JSON, Parquet), GeoJSON, KML, GPX, zipped shapefiles; also gzipped or zipped.',
  privacy: 'It is read here. Nothing leaves this computer.',
  reading: (file: string) => `Reading ${file}`,
  progress: ({ read, accepted, rejected }: ImportCounts) =>
    counted(
      read,
      {
        one: '{count} row read, {accepted} taken, {rejected} rejected',
        other: '{count} rows read, {accepted} taken, {rejected} rejected',
      },
      { accepted: countText(accepted), rejected: countText(rejected) },
    ),
  cancel: 'Cancel',
  waiting: (count: number) => counted(count, { one: '{count} more file waits.', other: '{count} more files wait.' }),
  dismiss: 'Close the report',
  failed: (file: string, reason: string) => `${file} could not be opened. ${reason}`,
  allThere: (file: string, rows: number) =>
    rows === 1
      ? `The only row of ${file} is there already; nothing was changed.`
      : `All ${countText(rows)} rows of ${file} are there already; nothing was changed.`,
  nothing: ({ file, rejected }: { file: string; rejected: number }) =>
    rejected === 0
      ? `${file} added nothing: it holds no rows.`
      : `${file} added nothing: no row could be taken. The rejected rows can be downloaded below.`,
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
    counted(count, {
      one: '{count} incident lies outside the region around Pakistan and Afghanistan.',
      other: '{count} incidents lie outside the region around Pakistan and Afghanistan.',
    }),
  /** Of opened files of which nothing is seen. */
  unseen: {
    time: ({ names, time }: UnseenWords) => `Nothing of ${listText(names)} lies in the time that is shown, ${time}.`,
    filters: ({ names }: UnseenWords) => `Nothing of ${listText(names)} passes the filters.`,
    both: ({ names, time }: UnseenWords) =>
      `Nothing of ${listText(names)} is shown: the time, ${time}, and the filters leave it out.`,
    map: ({ names }: UnseenWords) => `All of ${listText(names)} lies beside the part of the map that is shown.`,
  },
  showUnseen: {
    time: 'Show its days',
    filters: 'Clear the filters',
    both: 'Show its days without filters',
    map: 'Move the map there',
  },
  outsideFit: 'Fit the map to what is shown',
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} was removed.`,
  undo: 'Undo',
  incidents: incidentsText,
  about: ({ count, licence, isBeingKept }: { count: number; licence: string; isBeingKept: boolean }) =>
    `${incidentsText(count)} · ${licence}${isBeingKept ? ' · being kept…' : ''}`,
  report: 'Licence and import report',
  reportOf: ({ file, format }: Record<'file' | 'format', string>) =>
    piecesOf('{file}, {format}', { file, format }, 'file'),
  counts: ({ read, accepted, rejected }: ImportCounts) =>
    counted(
      read,
      {
        one: '{count} row read: {accepted} taken, {rejected} rejected.',
        other: '{count} rows read: {accepted} taken, {rejected} rejected.',
      },
      { accepted: countText(accepted), rejected: countText(rejected) },
    ),
  rejected: 'Rejected',
  warnings: 'Taken, but look at them',
  download: 'Download the rejected rows',
  save: 'Save',
  saveWhat: 'Which incidents',
  scopes: { shown: 'What is shown', all: 'All incidents' },
  formats: { csv: 'CSV', geojson: 'GeoJSON', kml: 'KML' },
  notSaved: (reason: string) => `It could not be saved. ${reason}`,
  notLoaded: 'The layers are not loaded yet.',
  saveProject: 'Save as a project',
  projectHelp: 'A project holds your files and this view. Open it on another day or machine.',
  makeReport: 'Report (to read, print or save as PDF)',
  savePicture: 'Save the map as a picture (PNG)',
  pictureSize: 'Size of the picture',
  saveAs: (format: string) => `Save as ${format}`,
  compare: 'Compare two datasets',
  compareHelp:
    'Incidents on show by month and district: what each has, and what the other lacks. Elsewhere is outside Khyber Pakhtunkhwa.',
  compareNames: { a: 'A', b: 'B' },
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
  tooMany: (most: number) =>
    `There are ${countText(most)} datasets already, which is as many as can be shown. Remove some of them first.`,
  lost: 'It is no longer kept in this browser. Open its file again.',
  damaged: (part: string) => `Of what was kept of it, ${part} is missing or damaged. Open its file again.`,
  partNotLoaded: 'A part of the page could not be loaded. Reload the page once it can be reached.',
  projectDamaged: 'The project is cut off or damaged. Save it again where it was made.',
  projectNewer: 'It is of a newer version of this page. Reload the page, and open it again.',
  projectWrong: (part: string) =>
    `It is no project as this page makes them: ${part === '' ? 'its list' : part} is missing, too long or not as it should be.`,
  projectLacks: (file: string) => `It lacks the file ${file}, which its list names.`,
  projectTooLarge: (most: number) =>
    `It holds more than ${bytesText(most)} when it is unpacked. Unpack it and open its datasets one by one.`,
  partSilent:
    'The part of the page that worked on it has given no sign for two minutes. Perhaps the memory ran out: close other pages, then try again.',
  storeHangs: 'What the browser keeps for this page does not open. Close other tabs with this page, then reload it.',
  /** By the browser's own name for what is wrong with what it keeps for a page. */
  storeProblems: {
    QuotaExceededError: 'The browser has no more room for this page.',
    VersionError: 'It holds files of a newer version of this page. Reload the page.',
    SecurityError: 'The browser does not let this page keep anything, as in some private windows.',
  } as Readonly<Record<string, string>>,
  listDamaged: (count: number) =>
    counted(count, {
      one: '{count} file that was kept in this browser could not be brought back: its entry in the list is damaged. Open it again.',
      other:
        '{count} files that were kept in this browser could not be brought back: their entries in the list are damaged. Open them again.',
    }),
  forgetSure: 'Delete all opened files from this browser?',
  notKept: (reason: string) =>
    `This browser keeps no files now: what you open is gone when the page is closed. Save a project to keep it. (${reason})`,
  notRestored: (name: string, reason: string) => `${name} could not be brought back. ${reason}`,
} as const;

/** The sizes of a picture. */
export const PICTURE_SIZE_NAMES: Readonly<Record<PictureSizeId, string>> = {
  screen: 'as on the screen',
  full: '1920 × 1080',
  large: '3840 × 2160',
  square: 'square, 2160 × 2160',
};
