import type { Wording } from '../model/codes.ts';
import type { Finding, FindingCode, FindingParams } from '../model/findings.ts';

/** Of a text or a list the length is meant. */
const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };

/** The words for what is wrong or odd about a row: why, and what to do where that is not plain. */
export const FINDING_WORDS: Wording<FindingParams> = {
  'open-quotes': () => 'a quote is not closed, or not doubled in a quoted cell: mend the quotes of this line',
  'row-too-long': () => 'the row is too long: its first 4 million characters were kept',
  'more-cells': () => 'the row has more cells than the header: quote the cells that hold the delimiter',
  'fewer-cells': () => 'the row has fewer cells than the header: the last ones are taken as empty',
  'not-json': () => 'this is not JSON',
  'not-xml': () => 'this is not well-formed XML',
  'not-feature': () => 'this is not a feature',
  'not-record': () => 'this is no record: { and } with fields between them are expected',
  'feature-too-long': () => 'the feature is too long: its first 4 million characters were kept',
  'feature-too-deep': () => 'the feature is nested more than 100 deep',
  'feature-cut-off': () => 'the file ends in the middle of this feature: it is cut off',
  'too-many-points': () => 'these are too many points for one incident: give each incident its own',
  'several-places': () => 'one incident at several places: it is drawn at each and counted once, at the first',

  'no-place': () => 'the element has no place',
  'no-geometry': () => 'the feature has no geometry',
  'not-point': () => 'only points can be read',
  'no-coordinates': () => 'the point has no coordinates',
  'coordinates-not-numbers': () => 'the coordinates are not two numbers of degrees',
  'no-position': () => 'there are no coordinates',
  'not-position': () => 'this is no pair of latitude and longitude',
  'other-system': () =>
    'the point is in another system of coordinates: give longitude and latitude on WGS 84 (EPSG:4326)',
  'no-place-name': () => 'there are no coordinates, and no place or district is named',
  'place-not-known': () =>
    'no coordinates, and no town or district of this name is known: give coordinates, or the district and the country',
  'place-not-unique': () =>
    'no coordinates, and several towns or districts have this name: give coordinates, or name the district of today',
  'no-degrees': ({ axis }) => `there is no ${axis}`,
  'not-degrees': ({ axis }) => `the ${axis} is not a number of degrees`,
  'degrees-out-of-range': ({ axis, limit }) => `the ${axis} is not between -${limit} and ${limit}`,
  'latitude-exchanged': () => 'the latitude is not between -90 and 90: it looks exchanged with the longitude',
  'zero-place': () => 'the place is 0, 0: not known rather than in the sea',
  exchanged: () => 'latitude and longitude look exchanged: with them exchanged the place lies in the named country',
  'maybe-exchanged': () => 'latitude and longitude may be exchanged: then the place would lie in the region',
  'far-from-country': () => 'the place is far from the named country',
  'not-kilometres': () => 'this is not a number of kilometres',

  'no-date': () => 'there is no date',
  'no-time-stamp': () => 'there is no date: give the placemark a TimeStamp or a TimeSpan, or say one date for all',
  'not-date': () => 'this is not a date: write YYYY-MM-DD',
  'unclear-date': () => 'which number is the day and which the month is not clear: write YYYY-MM-DD',
  'other-date-order': () =>
    'the day and the month stand in another order than in the rest of the file: write YYYY-MM-DD',
  'short-year': () => 'the year has two digits: 00 to 49 is taken as 2000 to 2049, 50 to 99 as 1950 to 1999',
  'odd-end': () => 'the last day is no date, or is before the first: the incident is taken to end when it began',
  'not-day': () => 'this is not a day of the calendar: write YYYY-MM-DD',
  'year-out-of-range': ({ first, last }) => `the year is not between ${first} and ${last}`,
  'end-before-start': () => 'the end is before the start',
  'after-today': () => 'the day is after today',

  'not-number': () => 'this is not a number',
  'figure-not-number': () => 'this is not a number: taken as not known',
  'figures-added': () => 'the figure is the sum of several properties',
  'figure-below-zero': () => 'a figure is below zero: leave it empty where it is not known',
  'figure-not-whole': () => 'a figure is not a whole number',
  'low-above-high': () => 'the lowest estimate is above the highest',
  'range-left-out': () => 'the lowest estimate is above the highest: both are left out',
  'outside-own-range': () => 'the estimate is outside its own lowest and highest',
  'range-without-best': () => `the lowest and highest number of killed are known, no best figure: ${NOT_IN_TOTALS}`,
  'bound-without-best': ({ bound }) =>
    `of the killed the ${bound} number alone is known, no best figure: ${NOT_IN_TOTALS}`,
  'many-dead': ({ most }) => `more than ${most} dead in one incident`,
  'many-injured': ({ most }) => `more than ${most} injured in one incident`,

  'unknown-code': () => 'this code is not known: taken as the coarsest',
  'rounded-id': () => 'a spreadsheet has rounded this id: one from the whole row is taken',
  'duplicate-id': () => 'this id is there already: the first one was kept',
  'duplicate-row': () => 'the same row is there already: the first one was kept',
  'equal-rows': () => 'an equal row stands before it, and the file has no ids to tell them apart: both were kept',
  'same-id-elsewhere': () => 'another file has a row with this id and other content: both were kept',

  'wrong-type': ({ expected, received }) => `Invalid input: expected ${expected}, received ${received}`,
  'wrong-option': ({ options }) =>
    `Invalid option: expected one of ${options.map((option) => JSON.stringify(option)).join('|')}`,
  'wrong-value': () => 'Invalid input',
  'too-small': ({ kind, least }) => `Too small: expected ${kind} ${sized(kind, `>=${least}`)}`,
  'too-large': ({ kind, most }) => `Too big: expected ${kind} ${sized(kind, `<=${most}`)}`,
  'not-web-address': () => 'Invalid URL',
  'unknown-keys': () => 'Unrecognized key',
  'own-not-day': () => 'is not a calendar day written YYYY-MM-DD',
  'own-low-above-high': () => 'low is above high',
};

/** What becomes of the killed of a row that has no best figure. */
const NOT_IN_TOTALS = 'it is shown with the incident, and the total counts it as not known';

function sized(kind: string, limit: string): string {
  return Object.hasOwn(UNITS, kind) ? `to have ${limit} ${UNITS[kind]}` : `to be ${limit}`;
}

/** Why a row was not taken, or what is odd about it. */
export function reasonText<C extends FindingCode>({ code, params }: Finding<C>): string {
  return FINDING_WORDS[code](params);
}

/** Where in a file something was met first: features have no lines, and are counted from 1 as people do. */
export function metText(line: number | null, isFeature: boolean): string {
  if (line === null) return '';
  return isFeature ? `first in feature ${line + 1}` : `first in line ${line}`;
}

/** The value that a finding is about, as it is shown. */
export function valueText({ code, params, value }: Finding): string {
  return code === 'more-cells' || code === 'fewer-cells' ? `${value} cells, not ${params.columns}` : value;
}
