import { dayText, monthsText, monthText, rangeText, yearText } from './dates.ts';
import type { AnnualTotal, Phase } from '../../geo/model/story.ts';
import type { Far } from '../../geo/store/far.ts';
import type { Tally } from '../../geo/store/sums.ts';
import { sumOf, type Measure } from '../../geo/store/count.ts';
import type { Bins } from '../../geo/time/bins.ts';
import type { Mode, Step, Window } from '../../geo/time/window.ts';
import { listText, plainText } from './locale.ts';
import { countText, deathsText, incidentsText } from './numbers.ts';
import { piecesOf } from './pieces.ts';

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

interface MostValues {
  figure: string;
  time: string;
}
const MOST_IN: Readonly<Record<Step, (values: MostValues) => string>> = {
  day: ({ figure, time }) => `Most in a day: ${figure} (${time})`,
  week: ({ figure, time }) => `Most in a week: ${figure} (${time})`,
  month: ({ figure, time }) => `Most in a month: ${figure} (${time})`,
  quarter: ({ figure, time }) => `Most in a quarter: ${figure} (${time})`,
  year: ({ figure, time }) => `Most in a year: ${figure} (${time})`,
};

const BARS: Readonly<Record<Measure, Readonly<Record<Step, string>>>> = {
  incidents: {
    day: 'Incidents by day',
    week: 'Incidents by week',
    month: 'Incidents by month',
    quarter: 'Incidents by quarter',
    year: 'Incidents by year',
  },
  deaths: {
    day: 'Deaths by day',
    week: 'Deaths by week',
    month: 'Deaths by month',
    quarter: 'Deaths by quarter',
    year: 'Deaths by year',
  },
};

/** The words of the timeline. */
export const TIMELINE = {
  region: 'Timeline',
  allTime: 'All time',
  whole: 'Whole timeline',
  zoomHint: 'Drag over the years to go nearer. So does the wheel.',
  /** The window is before or after what the timeline shows. */
  away: { before: 'The window is earlier: go to it', after: 'The window is later: go to it' },
  farFrom: ({ incidents, time }: Record<'incidents' | 'time', string>) =>
    `Far from the rest in time: ${incidents}, ${time}.`,
  farLeftOut: ({ incidents, time }: Record<'incidents' | 'time', string>) =>
    `Left out, far from the rest in time: ${incidents}, ${time}.`,
  leaveOut: 'Leave out',
  takeIn: 'Take in again',
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
  speedOf: (speed: number) => `${plainText(speed)} a second`,
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
  note: 'All events with 10+ killed to 2021, then a selection.',
  noteComparable: '10 or more killed: comparable from 2004 to 2021.',
  counted: (datasets: readonly string[]) => `Counted here: ${datasets.join(' + ')}.`,
  aboutBars: 'An incident counts once, in the bar of its first day. What the window leaves out is pale.',
  barsButton: 'How these bars were made; copy and save them',
  totalsNote:
    'The incidents on the map are a selection, so their bars cannot be compared with these totals in height. Sources count differently: never join or add two of them.',
  page: 'Page',
  pageOf: (period: string) => `Page for ${period}`,
  phaseTitle: ({ name, time }: Record<'name' | 'time', string>) => `${name}, ${time}`,
  /** A series of annual totals: under the histogram, over its table, and to choose. */
  seriesName: ({ source, scope }: Record<'source' | 'scope', string>) => `${source}, ${scope}`,
  seriesTitle: ({ source, scope }: Record<'source' | 'scope', string>) => `${source}: ${scope}`,
  seriesChoice: ({ source, scope }: Record<'source' | 'scope', string>) => `${source} – ${scope}`,
  seriesLacks: ({ series, lacks }: Record<'series' | 'lacks', string>) => `${series} (${lacks})`,
  /** The figures of a bar. */
  ofBin: ({ time, figure }: Record<'time' | 'figure', string>) =>
    piecesOf('{time}: {figure}', { time, figure }, 'time'),
  ofGroup: ({ group, figure }: Record<'group' | 'figure', string>) => `${group} ${figure}`,
  ofTotal: ({ source, period, figure }: Record<'source' | 'period' | 'figure', string>) =>
    `${source} ${period}: ${figure}`,
  period: 'Period',
  events: 'Events',
  deaths: 'Deaths',
  injured: 'Injured',
  remark: 'Note',
  notGiven: 'not given',
} as const;

/** How the bars of the timeline are made. */
export const BARS_METHOD = {
  says: 'An incident counts once, on its first day, with all the killed of it. The bars hold whole steps: the first and the last may reach past the timeline’s ends. The command gives the same by month, quarter or year; where the bars are of weeks or days it gives their months.',
  reference: 'Calendar days as recorded with each incident; weeks begin on Monday (ISO 8601).',
} as const;

/** Incidents or deaths with the figure: `1 incident`, `about 12 killed, not known for 3`. */
export function figureText(tally: Tally, measure: Measure): string {
  return measure === 'incidents' ? incidentsText(tally.incidents) : deathsText(tally);
}

/** The days of a bin: `Oct 2025`, `2025`, `Jul–Sep 2025`, `6–12 Oct 2025`. */
export function binText({ step, edges }: Bins, bin: number): string {
  const [start, end] = [edges[bin], edges[bin + 1] - 1];
  switch (step) {
    case 'year':
      return yearText(start);
    case 'month':
      return monthText(start);
    case 'quarter':
      return monthsText({ start, end });
    case 'week':
    case 'day':
      return rangeText({ start, end });
  }
}

/** What the highest bar says: `Most in a month: 14 incidents (Oct 2025)`. `bin` is -1 where there is none. */
export function highestText(bins: Bins, bin: number, tallies: readonly Tally[], measure: Measure): string {
  if (bin >= 0) return MOST_IN[bins.step]({ figure: figureText(tallies[bin], measure), time: binText(bins, bin) });
  const { incidents, deathsUnknown } = sumOf(tallies);
  if (incidents === 0) return 'No incident passes the filters';
  if (deathsUnknown === incidents) return 'Killed not known';
  return deathsUnknown > 0 ? `No deaths recorded, not known for ${countText(deathsUnknown)}` : 'No deaths recorded';
}

/** What bars of a step are: `Incidents by month`. */
export function barsText(measure: Measure, step: Step): string {
  return BARS[measure][step];
}

/** What the histogram is, for those who do not see it, with what stands behind it, if anything does. */
export function histogramText(
  bins: Bins,
  measure: Measure,
  total: Tally,
  highest: string,
  extent: Window,
  behind: string | null = null,
  note: string = TIMELINE.note,
): string {
  const [what, time, figure] = [barsText(measure, bins.step), rangeText(extent), figureText(total, measure)];
  const bars = `${what}, ${time}: ${figure}. ${highest}. ${note}`;
  return behind === null ? bars : `${bars} ${behind}`;
}

/** What marks a series that lacks the figures on show. */
export function lacksText(measure: Measure, hasOther: boolean): string {
  if (!hasOther) return 'no such figures';
  return measure === 'incidents' ? 'deaths only' : 'events only';
}

const HIGHEST_TOTAL: Readonly<Record<Measure, { none: string; most: (values: { most: string }) => string }>> = {
  incidents: { none: 'no figure for events', most: ({ most }) => `up to ${most} events, own scale` },
  deaths: { none: 'no figure for deaths', most: ({ most }) => `up to ${most} deaths, own scale` },
};

/** What the highest of the annual totals is: `up to 959 events, own scale`. */
export function totalsHintText(most: number | null, measure: Measure): string {
  const words = HIGHEST_TOTAL[measure];
  return most === null ? words.none : words.most({ most: countText(most) });
}

/** A series to choose, with what it lacks of the figures on show; `lacks` is `null` where it lacks nothing. */
export function seriesText({ source, scope }: Pick<AnnualTotal, 'source' | 'scope'>, lacks: string | null): string {
  const series = TIMELINE.seriesChoice({ source, scope });
  return lacks === null ? series : TIMELINE.seriesLacks({ series, lacks });
}

/** A source of a phase, with all that is known of it. */
export function phaseSourceText({ publisher, title, record, year }: Phase['sources'][number]): string {
  return listText([publisher, title, record, year === null ? null : plainText(year)].filter((part) => part !== null));
}

/** A figure of a source, or that it gives none. */
export function givenText(figure: number | null): string {
  return figure === null ? TIMELINE.notGiven : countText(figure);
}

/** What is said of incidents that are far from the rest in time. */
export function farText({ incidents, days }: Pick<Far, 'incidents' | 'days'>, isLeftOut: boolean): string {
  const words = isLeftOut ? TIMELINE.farLeftOut : TIMELINE.farFrom;
  return words({ incidents: incidentsText(incidents), time: listText(days.map(rangeText)) });
}

/** What a thumb says of itself. */
export const thumbText = dayText;
