import { SURENESSES, type Sureness } from '../../geo/statistics/change-points.ts';
import type { Measure } from '../../geo/store/count.ts';
import { RULE } from '../../geo/story/rule.ts';
import type { WeeklyChange } from '../../geo/views/changes.ts';
import type { ToldBy } from '../../geo/views/options.ts';
import type { Change, NoRatio, PeriodFigure } from '../../geo/views/periods.ts';
import type { Trends } from '../../geo/views/trends.ts';
import { dayText, rangeText, yearText } from './dates.ts';
import { listText, numberText } from './locale.ts';
import { counted, countText, NOT_KNOWN } from './numbers.ts';
import { dimensionsText, valueText, type ValueWording } from './table.ts';

const RULE_END = { end: dayText(RULE.lastDay), year: yearText(RULE.lastDay + 1) };

/** The words of the trends. */
export const TRENDS = {
  rolling: 'Sum of the last',
  by: 'Told apart by',
  all: 'All together',
  nothing: 'nothing',
  figures: {
    incidents: 'Incidents in the days up to each day',
    deaths: 'Killed in the days up to each day',
  } satisfies Record<Measure, string>,
  name: 'What',
  draw: ({ name }: { name: string }) => `Draw the line: ${name}`,
  change: 'Against these',
  region: 'Figures and changes',
  empty: 'No incident fits the filters: there is nothing to sum.',
  short: ({ days }: { days: string }) => `The data are shorter than ${days}: no day has a whole sum.`,
  hint: 'Point at the curve, or use the arrow keys on it, to read a day. Drag to show a stretch of time.',
  window: ({ days, end }: Record<'days' | 'end', string>) => `The ${days} up to ${end}`,
  onFirstDay: 'An incident counts on its first day.',
  /** Where figures are compared across the rule, or within the selection. */
  crosses: ({ end, year }: Record<'end' | 'year', string>) =>
    `Up to ${end} the map holds every event of the rule, from ${year} a selection: the two periods are not comparable, and no ratio and no change is given across.`,
  selection: ({ year }: { year: string }) =>
    `From ${year} the map holds a selection: a change may be one of what was selected.`,
  chance: ({ count }: { count: string }) =>
    `${count} comparisons: of as many, one in twenty leaves out “no change” by chance alone.`,
  spread: {
    incidents: ({ times }: { times: string }) =>
      `Weekly counts vary ${times} times as much as chance alone has it; test and interval are widened by that.`,
    deaths: ({ times }: { times: string }) =>
      `Several die in one incident, and weeks vary: test and interval are widened by ${times}, as fewer independent events.`,
  } satisfies Record<Measure, (values: { times: string }) => string>,
  steady: 'Weekly counts vary no more than chance alone has it.',
  quiet: ({ names }: { names: string }) => `Nothing in any of these days: ${names}.`,
  changes: 'Where the number of incidents a week changes',
  looking: 'Looking for changes…',
  noChanges: 'No change is found that is more than chance would give.',
  notFound: ({ reason }: { reason: string }) => `Changes could not be looked for: ${reason}`,
  changesOfIncidents: 'Of incidents, also where the killed are drawn: these come several at a time.',
} as const;

/** How the figures are made, and where that stands. */
export const TRENDS_METHOD = {
  says: 'Ratio of two Poisson rates by the exact conditional test, with the interval of Clopper and Pearson; counts are divided by the dispersion of weekly counts about their quarter’s mean (Pearson’s chi-squared by its degrees of freedom; for the killed at least the sum of squares by the sum). Changes of the weekly rate by PELT with a Poisson cost, each at 3 log n, weighed by the dispersion.',
  reference:
    'Przyborowski and Wilenski 1940; Clopper and Pearson 1934; Korn and Graubard 1998; McCullagh and Nelder 1989; Killick, Fearnhead and Eckley 2012; Zhang and Siegmund 2007.',
} as const;

/** `1 day`, `90 days`. */
export function daysText(days: number): string {
  return counted(days, { one: '{count} day', other: '{count} days' });
}

/** What they are told apart by, as it is called. */
export function toldText(by: ToldBy): string {
  return by === 'all' ? TRENDS.nothing : dimensionsText([by]);
}

/** One of these, as it is called. */
export function categoryText(by: ToldBy, category: string, wording: ValueWording): string {
  return by === 'all' ? TRENDS.all : valueText(by, category, wording);
}

/** What a period holds: `32`; of killed that are not known for all `32, not known for 3`; `not known`. */
export function periodText({ figure, unknown }: PeriodFigure): string {
  if (figure === null) return NOT_KNOWN;
  return unknown > 0
    ? FIGURES.someKnown({ figure: countText(figure), unknown: countText(unknown) })
    : countText(figure);
}

const FIGURES = {
  someKnown: ({ figure, unknown }: Record<'figure' | 'unknown', string>) => `${figure}, not known for ${unknown}`,
} as const;

/** A ratio, with as many digits as tell something: `12`, `2.1`, `0.43`. */
export function ratioText(ratio: number): string {
  return numberText(ratio, { decimals: ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2 });
}

type Interval = Record<'ratio' | 'low' | 'high', string>;

const CHANGES = {
  more: ({ ratio, low, high }: Interval) =>
    `more than chance would give (ratio ${ratio}, 95 % interval ${low} to ${high})`,
  fewer: ({ ratio, low, high }: Interval) =>
    `fewer than chance would give (ratio ${ratio}, 95 % interval ${low} to ${high})`,
  chance: ({ ratio, low, high }: Interval) => `could be chance (ratio ${ratio}, 95 % interval ${low} to ${high})`,
  /** Where nothing was before: there is no ratio, and no upper end. */
  moreThanNone: ({ low }: { low: string }) =>
    `more than chance would give (none before; at least ${low} times as many)`,
  chanceAfterNone: 'could be chance (none before)',
} as const;

const NO_RATIO: Readonly<Record<NoRatio, string>> = {
  none: 'none in either',
  few: 'too few to say',
  unknown: 'killed not known',
  rule: `not comparable: from ${RULE_END.year} a selection`,
  'before-data': 'the data begin later',
};

/** Whether a change could be chance: `more than chance would give (ratio 2.1, 95 % interval 1.6 to 2.8)`, `too few to say`. */
export function changeText({ ratio, why }: Pick<Change, 'ratio' | 'why'>): string {
  if (ratio === null) return NO_RATIO[why ?? 'few'];
  const low = ratioText(ratio.low);
  if (ratio.ratio === null || ratio.high === null)
    return ratio.low > 1 ? CHANGES.moreThanNone({ low }) : CHANGES.chanceAfterNone;
  const values = { ratio: ratioText(ratio.ratio), low, high: ratioText(ratio.high) };
  if (ratio.low > 1) return CHANGES.more(values);
  return ratio.high < 1 ? CHANGES.fewer(values) : CHANGES.chance(values);
}

/** What must be known of the periods that are compared: `null` where nothing need be said. */
export function rulesText({ all: { before, yearBefore }, period }: Trends, hasRule: boolean): string | null {
  if (before.why === 'rule' || yearBefore?.why === 'rule') return TRENDS.crosses(RULE_END);
  return hasRule && period.end > RULE.lastDay ? TRENDS.selection(RULE_END) : null;
}

/** What is told apart and has nothing in any of the periods. */
export function quietText(names: readonly string[]): string {
  return TRENDS.quiet({ names: listText(names) });
}

/** How much more than by chance the weeks vary. */
export function spreadText(dispersion: number, measure: Measure): string {
  return dispersion > 1 ? TRENDS.spread[measure]({ times: numberText(dispersion, { decimals: 1 }) }) : TRENDS.steady;
}

const SURE: Readonly<Record<Sureness, string>> = {
  barely: 'barely more than chance',
  rather: 'rather sure',
  sure: 'sure',
  'very-sure': 'very sure',
};

const WEEKLY = {
  change: ({ day, between, before, after, sure }: Record<'day' | 'between' | 'before' | 'after' | 'sure', string>) =>
    `${day}: from ${before} to ${after} incidents a week; ${sure}; with 95 % in ${between}`,
  read: ({ days, figures }: Record<'days' | 'figures', string>) => `${days}: ${figures}`,
  figure: ({ name, figure }: Record<'name' | 'figure', string>) => `${name} ${figure}`,
  chart: ({ what, rolling, time, most }: Record<'what' | 'rolling' | 'time' | 'most', string>) =>
    `${what}, sums of ${rolling}, ${time}; at most ${most}`,
} as const;

/** A change point in words. */
export function weeklyChangeText({ day, from, to, before, after, sureness }: WeeklyChange): string {
  return WEEKLY.change({
    day: dayText(day),
    between: rangeText({ start: from, end: to }),
    before: ratioText(before),
    after: ratioText(after),
    sure: SURE[sureness],
  });
}

/** How sure a change is, as a number from 1: what it is drawn by. */
export function surenessLevel(sureness: Sureness): number {
  return SURENESSES.indexOf(sureness) + 1;
}

/** What is read off the curve at a day. */
export function readText(
  days: { start: number; end: number },
  lines: readonly { name: string; figure: string }[],
): string {
  const figures = lines.length === 1 ? lines[0].figure : listText(lines.map((line) => WEEKLY.figure(line)));
  return WEEKLY.read({ days: rangeText(days), figures });
}

/** The curve in words, for those who cannot see it. */
export function curveText(
  measure: Measure,
  rolling: number,
  time: { start: number; end: number },
  most: number,
): string {
  return WEEKLY.chart({
    what: TRENDS.figures[measure],
    rolling: daysText(rolling),
    time: rangeText(time),
    most: countText(most),
  });
}
