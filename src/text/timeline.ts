import { dayText, monthText, rangeText } from './dates.ts';
import { partsOf } from '../../geo/model/day.ts';
import type { Tally } from '../../geo/store/sums.ts';
import { sumOf, type Measure } from '../../geo/store/count.ts';
import type { Bins } from '../../geo/time/bins.ts';
import type { Mode, Step, Window } from '../../geo/time/window.ts';
import { countText, deathsText, plural } from './numbers.ts';

export const MODE_LABELS: Readonly<Record<Mode, string>> = {
  window: 'Moving window',
  instant: 'One step',
  'from-start': 'From the start',
  'to-end': 'To the end',
};

export const STEP_LABELS: Readonly<Record<Step, string>> = {
  day: 'By day',
  week: 'By week',
  month: 'By month',
  quarter: 'By quarter',
  year: 'By year',
};

export const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  incidents: 'Incidents',
  deaths: 'Deaths',
};

const STEP_NAMES: Readonly<Record<Step, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

/** The words of the timeline. */
export const TIMELINE = {
  region: 'Timeline',
  allTime: 'All time',
  dates: 'Type the dates',
  from: 'From',
  to: 'To',
  show: 'Show',
  close: 'Close',
  details: 'Details',
  badDates: 'The first day must not be after the last.',
  more: 'More',
  mode: 'Mode',
  step: 'Step',
  speed: 'Speed',
  speedOf: (speed: number) => `${speed} a second`,
  loop: 'Loop',
  backwards: 'Play backwards',
  backwardsWord: 'Backwards',
  bars: 'Bars',
  phase: 'Phase',
  noPhase: 'None',
  phases: 'Phases of the conflict',
  incidents: 'Incidents',
  sources: 'Sources',
  totals: 'Annual totals',
  noTotals: 'No annual totals',
  aboutTotals: 'About these totals',
  startThumb: 'First day of the window',
  endThumb: 'Last day of the window',
  note: 'A selection of documented incidents, not a census.',
  counted: (datasets: readonly string[]) => `Counted here: ${datasets.join(' + ')}.`,
  totalsNote:
    'The incidents on the map are a selection, so their bars cannot be compared with these totals in height. Sources count differently: never join or add two of them.',
  page: 'Page',
  pageOf: (period: string) => `Page for ${period}`,
  period: 'Period',
  events: 'Events',
  deaths: 'Deaths',
  injured: 'Injured',
  remark: 'Note',
  notGiven: 'not given',
} as const;

/** Incidents or deaths with the figure: `1 incident`, `about 12 killed, not known for 3`. */
export function figureText(tally: Tally, measure: Measure): string {
  return measure === 'incidents' ? plural(tally.incidents, 'incident') : deathsText(tally);
}

/** The days of a bin: `Oct 2025`, `2025`, `Jul–Sep 2025`, `6–12 Oct 2025`. */
export function binText({ step, edges }: Bins, bin: number): string {
  const [start, end] = [edges[bin], edges[bin + 1] - 1];
  switch (step) {
    case 'year':
      return String(partsOf(start).year);
    case 'month':
      return monthText(start);
    case 'quarter':
      return `${monthText(start).split(' ')[0]}–${monthText(end)}`;
    case 'week':
    case 'day':
      return rangeText({ start, end });
  }
}

/** What the highest bar says: `Most in a month: 14 incidents (Oct 2025)`. `bin` is -1 where there is none. */
export function highestText(bins: Bins, bin: number, tallies: readonly Tally[], measure: Measure): string {
  if (bin >= 0)
    return `Most in a ${STEP_NAMES[bins.step]}: ${figureText(tallies[bin], measure)} (${binText(bins, bin)})`;
  const { incidents, deathsUnknown } = sumOf(tallies);
  if (incidents === 0) return 'No incident passes the filters';
  if (deathsUnknown === incidents) return 'Killed not known';
  return deathsUnknown > 0 ? `No deaths recorded, not known for ${countText(deathsUnknown)}` : 'No deaths recorded';
}

/** What the histogram is, for those who do not see it. */
export function histogramText(bins: Bins, measure: Measure, total: Tally, highest: string, extent: Window): string {
  const what = measure === 'incidents' ? 'Incidents' : 'Deaths';
  return `${what} by ${STEP_NAMES[bins.step]}, ${rangeText(extent)}: ${figureText(total, measure)}. ${highest}. ${TIMELINE.note}`;
}

/** What marks a series that lacks the figures on show. */
export function lacksText(measure: Measure, hasOther: boolean): string {
  if (!hasOther) return 'no such figures';
  return measure === 'incidents' ? 'deaths only' : 'events only';
}

/** What the highest of the annual totals is: `up to 959 events, own scale`. */
export function totalsHintText(most: number | null, measure: Measure): string {
  const what = measure === 'incidents' ? 'events' : 'deaths';
  return most === null ? `no figure for ${what}` : `up to ${countText(most)} ${what}, own scale`;
}

/** A figure of a source, or that it gives none. */
export function givenText(figure: number | null): string {
  return figure === null ? TIMELINE.notGiven : countText(figure);
}

/** What a thumb says of itself. */
export const thumbText = dayText;
