import { fieldWords, isTakenAs } from './columns.ts';
import type { Problem, ProblemCode, ProblemParams } from '../model/errors.ts';

/** The words for why a file is not read: the value, as JSON, is what they are about. They end with what to do. */
export const PROBLEM_WORDS: { readonly [C in ProblemCode]: (params: ProblemParams[C], value: string) => string } = {
  'archive-empty': (_, value) => `${value} files are in the archive. Give one that holds a file`,
  'archive-password': (_, value) => `${value} is an archive with a password. ${UNPACK}`,
  'archive-too-deep': (_, value) => `${value} archives in one another. ${UNPACK}`,
  'archive-too-full': (_, value) => `${value} files and more are in the archive. ${UNPACK}`,
  'archive-unfolds': ({ times }, value) =>
    `${value} unfolds to more than ${times} times its size: no table does that. Give the file unpacked if you trust it`,
  'archive-damaged': ({ met }) => damaged(met),
  'archive-cut-off': () => damaged('An end before its time'),
  'archive-without-files': ({ endings }, value) => `${value} are no files that can be read. ${oneThatEndsIn(endings)}`,
  'archive-packing': (_, value) => `${value} is a way of packing or encrypting that cannot be read. ${UNPACK}`,
  'several-tables': (_, value) => `${value} may each be a table of events. Say which: --sheet NAME`,
  'no-such-sheet': ({ names }, value) => `${value} is not in it. There are: ${names.join(', ')}`,

  'old-workbook': (_, value) =>
    `${value} is an old Excel workbook, or one with a password. Save it as .xlsx without a password, or as CSV`,
  'workbook-damaged': ({ met }) =>
    `${JSON.stringify(met)} was met: the workbook cannot be read. Save the sheet as CSV and give that`,
  'workbook-empty': (_, value) => `${value} sheets hold nothing. Give a workbook with a table`,

  'empty-file': (_, value) => `${value} holds nothing. Give a file with rows`,
  'not-text': (_, value) =>
    `${value} is how it begins: this is no text. Give a table as CSV (UTF-8), .xlsx, .ods or Parquet, JSON, GeoJSON, KML or GPX, packed as zip or gzip or not`,
  'unknown-xml': (_, value) => `${value} is XML or HTML of no kind that can be read. Give a table, GeoJSON, KML or GPX`,
  'not-json-events': (_, value) =>
    `${value} is no GeoJSON feature and no record with fields. Give a FeatureCollection of points, or an array of records with date, latitude and longitude`,
  'network-link': (_, value) =>
    `${value} is a link to a map elsewhere, and all that the file holds: no points. In Google My Maps choose Export to KML/KMZ without “Keep data up to date with network link KML”; in Google Earth open the link and save the place that appears`,
  'no-dates': ({ label }) =>
    `no point of this ${label} file has a date${label === 'KML' ? ', which is a TimeStamp or a TimeSpan' : ''}. Say one for all of them: --date 2021-05-03, 2021-05 or 2021`,
  'parquet-damaged': ({ met }) =>
    `${JSON.stringify(met)} was met: the Parquet file cannot be read. Save the table as CSV and give that`,
  'parquet-too-large': ({ most }, value) =>
    `${value} bytes would be held at once, more than ${most}. Write the file with smaller row groups, or unpacked`,
  'shape-alone': (_, value) =>
    `${value} is one file of a shapefile, which is several. Give a zip that holds the .shp, the .dbf and the .prj`,
  'shape-not-points': ({ kind }, value) => `${value} holds ${kind}. Give a file of points`,
  'shape-other-system': (_, value) =>
    `${value} is the system of its coordinates. Save it in WGS 84 (EPSG:4326), longitude and latitude in degrees`,
  'shape-damaged': (_, value) => `${value} is damaged or cut off. Save it again`,
  'asked-but-features': ({ format, label }, value) =>
    `${value} was asked for, but this is ${label}. Read it as ${format}, or as auto`,
  'asked-but-table': (_, value) => `${value} was asked for, but this is a table. Read it as table, or as auto`,

  'no-header': (_, value) => `${value} is no header. Give a table with a header row`,
  'header-row-missing': ({ last }, value) =>
    `${value} is no row of the file, or an empty one. Give one of the first ${last} that holds the names of the columns`,
  'header-row-of-features': ({ label }, value) =>
    `${value} was given as the row of the header, but ${label} has none. Leave it out`,
  'unknown-header': (_, value) => `${value} is no header that is known. ${SAY_WHICH}`,
  'unknown-columns': ({ most }, value) =>
    `${value} columns, none of them known: nobody can choose among more than ${most}. Name its columns lat, lon and date, or leave out others`,
  'mapped-column-missing': ({ field, column }, value) =>
    `${value} is the header: it has no column ${JSON.stringify(column)}, which was named for ${wordsOf(field)}. Name one that it has`,
  'too-many-columns': ({ field }, value) =>
    `${value} is the header: ${wordsOf(field)} was given too many columns. Figures may have any number, the date three for year, month and day, and all else one`,
  'field-without-column': ({ field }, value) => `${value} is the header: ${wordsOf(field)} has no column. ${SAY_WHICH}`,
  'dataset-columns-missing': ({ dataset, columns }, value) =>
    `${value} is the header: no column ${columns.join(', ')}. Give the columns as ${dataset} has them`,

  'date-order-open': (_, value) =>
    `${value} can be read with the day or with the month first, and no date in the file tells which. ${SAY_ORDER}`,
  'date-orders-two': ({ dayFirst, monthFirst }) =>
    `some dates can only have the day first (${dayFirst.join('; ')}), others only the month (${monthFirst.join('; ')}). ${SAY_ORDER}`,

  'no-points': (_, value) => `${value} holds nothing. Give points as a table or as JSON lines`,
  'no-lon-lat': (_, value) => `${value} names no columns lon and lat. Give a header such as lon,lat`,
  'point-not-json': (_, value) => `${value} is not JSON. Give {"lon":71.58,"lat":34.01}`,
  'point-open-quotes': (_, value) => `${value} has open quotes. Mend the quotes of this row`,
  'not-longitude': (_, value) => `${value} is no longitude. Give degrees from -180 to 180`,
  'not-latitude': (_, value) => `${value} is no latitude. Give degrees from -90 to 90`,
};

const UNPACK = 'Unpack it and give the file inside';
const SAY_ORDER = 'Mend the dates, or say which holds: --date-order dmy, mdy or ymd';
const SAY_WHICH = 'Say which columns hold latitude, longitude and date: --columns lat=…,lon=…,date=…';

/** What a field of a plain table is called. */
function wordsOf(field: string): string {
  return isTakenAs(field) ? fieldWords(field) : field;
}

function damaged(met: string): string {
  return `${JSON.stringify(met)} was met: the archive is damaged, cut off or has a password. Download it again, or unpack it and give the file inside`;
}

function oneThatEndsIn(endings: readonly string[]): string {
  return `Unpack it and give one file that ends in ${endings.join(', ')}`;
}

/** Why a file is not read, and what to do. Where in it, `whereText` says. */
export function problemText<C extends ProblemCode>({ where, code, params }: Problem<C>): string {
  return PROBLEM_WORDS[code](params, JSON.stringify(where.value) ?? '');
}
