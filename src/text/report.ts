import type { PlaceSide, Source } from '../../geo/model/incident.ts';
import { BORDER_SIDE_WORDS } from './border-sides.ts';
import { listText, numberText, plainText } from './locale.ts';
import { counted, countText, incidentsText } from './numbers.ts';

/** The words of the report. */
export const REPORT = {
  title: 'Report',
  heading: 'Durand Map: report',
  making: 'The report is being made …',
  print: 'Print or save as PDF',
  close: 'Close',
  closeReport: 'Close the report',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' },
  failed: ({ reason }: { reason: string }) => `The report cannot be made: ${reason}`,
  time: 'Time',
  filters: 'Filters',
  noFilters: 'none: all incidents count',
  made: 'Made on',
  datasets: 'Datasets',
  map: 'The map',
  key: 'Key',
  headline: 'In all',
  incidents: 'Incidents',
  killed: 'Killed, best estimate',
  range: 'Lowest to highest',
  unknown: 'Not known for',
  kinds: 'What happened',
  kind: 'Kind',
  overTime: 'Over time',
  years: 'Year by year',
  yearsHelp: ({ source }: { source: string }) =>
    `Whole years of the time shown, each incident in the year that it began in, beside the deaths that ${source} counts in Pakistan.`,
  year: 'Year',
  inPakistan: 'Of them in Pakistan',
  census: ({ source }: { source: string }) => `Deaths in Pakistan by ${source}`,
  share: 'Share',
  trendWhat: 'What',
  districts: 'Districts of Khyber Pakhtunkhwa',
  district: 'District',
  noDistrict: 'None of them, or not known in which',
  per: 'Incidents per 100,000 people',
  quietDistricts: ({ names }: { names: string }) => `No incident in: ${names}.`,
  distance: 'Distance from the Durand Line',
  band: 'Distance',
  side: 'Side',
  surely: 'Surely',
  possibly: 'Possibly',
  claims: 'Where claims of the killed disagree',
  noClaims: 'No incident shown has claims of the killed that disagree about the same people.',
  claimsMissing: ({ reason }: { reason: string }) => `Claims are not listed: ${reason}`,
  claimsOfAll: ({ shown }: { shown: string }) => `${shown} disagree about the same people, those farthest apart first.`,
  incident: 'Incident',
  apart: 'Apart',
  said: 'Who says what',
  list: 'Incidents',
  date: 'Date',
  place: 'Where',
  what: 'What happened',
  killedShort: 'Killed',
  fromLine: 'From the line',
  sourcesOf: 'Sources',
  noSources: 'none recorded',
  sourcesMissing: ({ reason }: { reason: string }) => `Sources are not listed, as they did not come: ${reason}`,
  tooCoarse: 'too coarse',
  method: 'Method',
  sources: 'Sources and licences',
  licence: ({ title, attribution, licence }: Record<'title' | 'attribution' | 'licence', string>) =>
    `${title}: ${attribution} (${licence})`,
  link: 'This view',
  command: 'The same figures on the command line',
  cite: 'To cite',
} as const;

/** What the list of incidents holds; what it leaves out, and where that is, is said. */
export function listedText(listed: number, all: number): string {
  return listed === all
    ? counted(all, { one: '{count} incident, by first day.', other: 'All {count} incidents, by first day.' })
    : counted(
        all,
        { other: 'The first {listed} of {count} incidents, by first day. Data → Save → CSV has all of them.' },
        { listed: countText(listed) },
      );
}

/** How many incidents of those with several claims disagree. */
export function disagreeingText(count: number, several: number): string {
  return counted(
    count,
    { one: '{count} of {several}', other: '{count} of {several}' },
    {
      several: counted(several, {
        one: '{count} incident with several claims',
        other: '{count} incidents with several claims',
      }),
    },
  );
}

/** A source in a row: `Dawn, 2025`. */
export function shortSource({ publisher, year }: Source): string {
  return listText([publisher, ...(year === null ? [] : [plainText(year)])]);
}

/** A rate with a digit that tells something: `0.4`, `12`. */
export function rateText(rate: number): string {
  return numberText(rate, { decimals: rate < 10 ? 1 : 0 });
}

const PERCENT = ({ percent }: { percent: string }) => `${percent} %`;

/** A share of one in percent. */
export function shareText(share: number): string {
  return PERCENT({ percent: numberText(100 * share) });
}

const WITHOUT = {
  either: ({ side, incidents }: Record<'side' | 'incidents', string>) =>
    `${side}: ${incidents} could be in either of two bands or more.`,
  noInterval: ({ side, incidents }: Record<'side' | 'incidents', string>) =>
    `${side}: ${incidents} with a distance but no known interval.`,
  tooCoarse: ({ side, incidents }: Record<'side' | 'incidents', string>) =>
    `${side}: ${incidents} known too coarsely for a distance.`,
  elsewhere: ({ incidents }: { incidents: string }) => `In neither country: ${incidents}.`,
} as const;

/** What has no place in one band of its side. */
export function withoutBandText(
  what: 'either' | 'noInterval' | 'tooCoarse',
  side: PlaceSide,
  incidents: number,
): string {
  return WITHOUT[what]({ side: BORDER_SIDE_WORDS.side[side], incidents: incidentsText(incidents) });
}

/** What lies in neither country. */
export function elsewhereText(incidents: number): string {
  return WITHOUT.elsewhere({ incidents: incidentsText(incidents) });
}
