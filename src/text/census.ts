import type { UndatedRecord } from '../../geo/model/census.ts';
import type { Measure } from '../../geo/store/count.ts';
import { ALL_AREAS, figureOf, NO_CENSUS, type CensusStep } from '../../geo/story/census.ts';
import { parseDay } from '../../geo/model/day.ts';
import type { Step, Window } from '../../geo/time/window.ts';
import { monthText, rangeText, yearText } from './dates.ts';
import { counted, countsText } from './numbers.ts';

const eventsText = (count: number) => counted(count, { one: '{count} event', other: '{count} events' });
const deathsText = (count: number) => counted(count, { one: '{count} death', other: '{count} deaths' });

const FIGURE = {
  incidents: eventsText,
  deaths: deathsText,
} satisfies Record<Measure, (count: number) => string>;

/** The words of the census behind the bars. */
export const CENSUS = {
  title: ({ source }: { source: string }) => `${source}: what it counts by month`,
  choose: 'Census by month',
  about: 'About this census',
  none: 'No census',
  all: 'Pakistan',
  choice: ({ source, area }: Record<'source' | 'area', string>) => `${source}: ${area}`,
  areas: 'Areas',
  districts: 'Districts',
  hint: ({ most, end }: Record<'most' | 'end', string>) => `up to ${most}, own scale; to ${end}`,
  ofStep: ({ source, area, time, figure }: Record<'source' | 'area' | 'time' | 'figure', string>) =>
    `${source}, ${area}, ${time}: ${figure}`,
  /** All that the census counts of an area. */
  total: ({ area, events, deaths, time }: Record<'area' | 'events' | 'deaths' | 'time', string>) =>
    `${area}: ${events}, ${deaths}, ${time}.`,
  deathsIn: ({ deaths, range }: Record<'deaths' | 'range', string>) =>
    `${deaths} (${range} by the lowest and highest counts)`,
  what: 'Counted is all organised violence that UCDP records in Pakistan, but for fighting of the Government of India. An event counts in the month of its first day.',
  scale: 'Its height has a scale of its own, and filters do not change it: the bars count the incidents of this map.',
  ends: ({ end }: { end: string }) =>
    `It ends with ${end}: UCDP’s later counts are not in this edition. Annual totals of a named source go on from there.`,
  undated: (deaths: number) =>
    counted(deaths, {
      one: '{count} death is known to no month, and is in none of its steps:',
      other: '{count} deaths are known to no month, and are in none of its steps:',
    }),
  undatedRecord: ({ time, deaths, record, area }: Record<'time' | 'deaths' | 'record' | 'area', string>) =>
    `${time}: ${deaths}, ${area} (record ${record})`,
  nothingUndated: 'Of this area it knows the month of every death.',
  ofDistrict: 'Of districts it counts only what UCDP gives a district.',
  citation:
    'Source: UCDP Georeferenced Event Dataset (GED) Global version 22.1 (CC BY 4.0). Sundberg and Melander 2013; Davies, Pettersson and Öberg 2022.',
  page: 'Page of the dataset',
  /** For those who do not see it: what stands behind the bars. */
  behind: ({ source, area, time, most }: Record<'source' | 'area' | 'time' | 'most', string>) =>
    `Behind the bars: ${source}, ${area}, ${time}, up to ${most}.`,
  notCome: (reason: string) => `The census cannot be drawn: ${reason}`,
} as const;

/** Where the dataset is described and downloaded. */
export const CENSUS_PAGE = 'https://ucdp.uu.se/downloads/';

/** An area of a census by its name. */
export function areaText(area: string): string {
  return area === ALL_AREAS ? CENSUS.all : area;
}

/** An area to choose, or none. */
export function areaChoiceText(area: string, source: string): string {
  if (area === NO_CENSUS) return CENSUS.none;
  return CENSUS.choice({ source, area: areaText(area) });
}

/** What a step of the census counts: `26 events`, `1,164 deaths`. */
export function censusFigureText(step: CensusStep, measure: Measure): string {
  return FIGURE[measure](figureOf(step, measure));
}

/** The highest figure, and where it ends: `up to 110 events, own scale; to Dec 2021`. */
export function censusHintText(most: number, measure: Measure, { end }: Window): string {
  return CENSUS.hint({ most: FIGURE[measure](most), end: monthText(end) });
}

/** For those who do not see it: `Behind the bars: UCDP GED, Pakistan, 1 Jan 2004 – 31 Dec 2021, up to 110 events.` */
export function censusBehindText(source: string, area: string, days: Window, most: number, measure: Measure): string {
  return CENSUS.behind({ source, area: areaText(area), time: rangeText(days), most: FIGURE[measure](most) });
}

/** The time of a step: a month, a year, or the months of a quarter. */
export function stepTimeText({ start, end }: Window, step: Step): string {
  if (step === 'year') return yearText(start);
  return step === 'quarter' ? rangeText({ start, end }) : monthText(start);
}

/** All that is counted: `Pakistan: 5,968 events, 38,831 deaths (31,000–47,000 by the lowest and highest counts), …`. */
export function censusTotalText(
  area: string,
  { events, best, low, high }: Omit<CensusStep, 'start' | 'end'>,
  days: Window,
): string {
  const deaths = deathsText(best);
  return CENSUS.total({
    area: areaText(area),
    events: eventsText(events),
    deaths: low === null || high === null ? deaths : CENSUS.deathsIn({ deaths, range: countsText(low, high) }),
    time: rangeText(days),
  });
}

/** A record that is known to no month. */
export function undatedText({ from, to, best, record, area }: UndatedRecord): string {
  const days = { start: parseDay(from) ?? 0, end: parseDay(to) ?? 0 }; // both are days: the schema has seen to it
  return CENSUS.undatedRecord({ time: rangeText(days), deaths: deathsText(best), record, area });
}

/** The records that are known to no month, as one. */
export function undatedDeathsText(records: readonly UndatedRecord[]): string {
  return CENSUS.undated(records.reduce((sum, { best }) => sum + best, 0));
}
