import type { Measure } from '../../geo/store/count.ts';
import { RULE } from '../../geo/story/rule.ts';
import { RATE_DAYS, TURNS, type NotCompared, type PeriodRate, type TwoWindows } from '../../geo/views/compare.ts';
import type { OwnPair, PresetPair } from '../../geo/views/options.ts';
import type { Difference } from '../choices.ts';
import { dayText, rangeText, yearText } from './dates.ts';
import { selectionText } from './filters.ts';
import { listText, numberText } from './locale.ts';
import { amountText, countText, NOT_KNOWN } from './numbers.ts';
import { periodText } from './trends.ts';

const DAYS = countText(RATE_DAYS);

/** The words of two windows beside each other. */
export const COMPARE = {
  which: 'Compare',
  by: 'Difference',
  maps: 'Two maps',
  own: 'two windows of your own',
  first: 'First',
  second: 'Second',
  from: ({ which }: { which: string }) => `${which}, from`,
  to: ({ which }: { which: string }) => `${which}, to`,
  shown: 'Time shown',
  take: ({ which }: { which: string }) => `${which}: take the time shown`,
  badDates: 'Each window needs two dates, the first not after the second.',
  region: 'The two windows, district by district',
  caption: 'The two windows, the districts that differ most first',
  all: 'All together',
  nowhere: 'In no district of ours, or not known in which',
  columns: {
    district: 'District',
    rate: `per ${DAYS} days`,
    people: 'per 100,000 a year',
    difference: `Difference per ${DAYS} days`,
    differenceOfPeople: 'Difference per 100,000 a year',
    chance: 'Second against first',
  },
  fly: ({ name }: { name: string }) => `Show ${name} on the map`,
  noDifference: 'no difference',
  keyNote: 'A thick edge: more or fewer than chance would give.',
  onFirstDay: 'An incident counts on its first day.',
  people: 'People by the census of 2023, in both windows.',
  chance: ({ count }: { count: string }) =>
    `${count} comparisons: of as many, one in twenty leaves out “no change” by chance alone.`,
  crosses: ({ end, year }: Record<'end' | 'year', string>) =>
    `Up to ${end} the map holds every event of the rule, from ${year} a selection: windows on both sides of it are not comparable, and no difference and no ratio is given.`,
  selection: ({ year }: { year: string }) =>
    `From ${year} the map holds a selection: a difference may be one of what was selected.`,
} as const;

const AROUND = {
  /** `before and after 15 Aug 2021: the Taliban take Kabul` */
  day: ({ day, what }: Record<'day' | 'what', string>) => `before and after ${day}: ${what}`,
} as const;

/** Pairs of windows that are offered, as they are called. */
export const PAIR_WORDS: Readonly<Record<PresetPair, string>> = {
  halves: 'the two halves of the time shown',
  'year-ago': 'a year ago and the time shown',
  kabul: AROUND.day({ day: dayText(TURNS.kabul), what: 'the Taliban take Kabul' }),
  'zarb-e-azb': AROUND.day({ day: dayText(TURNS['zarb-e-azb']), what: 'Zarb-e-Azb begins' }),
};

/** What the difference is of, as it is called. */
export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  rate: COMPARE.columns.rate,
  people: COMPARE.columns.people,
};

/** Why two windows are not compared, and what to do. */
export const NOT_COMPARED_WORDS: Readonly<Record<NotCompared, string>> = {
  overlap: 'The two windows share days: choose two that do not.',
  'one-day': 'One day has no halves: show a longer time.',
  outside: 'One of the windows holds no day of the data: choose another.',
  'no-data': 'There is no incident to compare.',
};

const SAID = {
  plus: ({ figure }: { figure: string }) => `+${figure}`,
  between: ({ from, to, what }: Record<'from' | 'to' | 'what', string>) => `${what}, ${from} to ${to}`,
  upTo: ({ to, what }: Record<'to' | 'what', string>) => `${what}, up to ${to}`,
  title: ({ what, by, second, first }: Record<'what' | 'by' | 'second' | 'first', string>) =>
    `${what} ${by}, ${second} against ${first}`,
  map: ({ range, amount }: Record<'range' | 'amount', string>) => `${range}: ${amount}`,
  windows: ({ first, second }: Record<'first' | 'second', string>) => `${first}, then ${second}`,
  twoMaps: ({ first, second }: Record<'first' | 'second', string>) => `Two maps: first ${first}; then ${second}`,
  more: 'more',
  fewer: 'fewer',
} as const;

const MEASURED = { incidents: 'Incidents', deaths: 'Killed' } as const satisfies Record<Measure, string>;

/** A rate or a difference of rates, with as many digits as tell something. */
export function rateFigure(rate: number): string {
  return numberText(rate, { decimals: Math.abs(rate) >= 100 ? 0 : Math.abs(rate) >= 10 ? 1 : 2 });
}

/** A difference with its sign: `+2.1`, `−0.43`, `0`; not known. */
export function differenceText(difference: number | null): string {
  if (difference === null) return NOT_KNOWN;
  if (difference === 0) return countText(0);
  const figure = rateFigure(difference);
  return difference > 0 ? SAID.plus({ figure }) : figure;
}

/** What a window holds, and its rate: `41, not known for 3` and `2.1`. */
export function periodTexts(period: PeriodRate): { figure: string; rate: string } {
  return { figure: periodText(period), rate: period.rate === null ? NOT_KNOWN : rateFigure(period.rate) };
}

/** The title of the map's key. */
export function keyTitle({ first, second, measure }: TwoWindows, by: Difference): string {
  return SAID.title({
    ...{ what: MEASURED[measure], by: DIFFERENCE_WORDS[by] },
    ...{ second: rangeText(second), first: rangeText(first) },
  });
}

/** A class of differences: `more, up to 2.1`, `fewer, 2.1 to 4.2`. */
export function classText(sign: 'more' | 'fewer', from: number, to: number): string {
  const what = sign === 'more' ? SAID.more : SAID.fewer;
  return from === 0
    ? SAID.upTo({ to: rateFigure(to), what })
    : SAID.between({ from: rateFigure(from), to: rateFigure(to), what });
}

/** What one of two maps shows: its days, and how much that is. */
export function mapText(
  window: { start: number; end: number },
  { figure }: Pick<PeriodRate, 'figure'>,
  measure: Measure,
): string {
  const amount = figure === null ? NOT_KNOWN : amountText(figure, measure);
  return SAID.map({ range: rangeText(window), amount });
}

/** What two maps show, in the order in which they stand. */
export function twoMapsText({
  first,
  second,
  filters,
}: {
  first: string;
  second: string;
  filters: readonly string[];
}): string {
  return selectionText({ time: SAID.twoMaps({ first, second }), filters });
}

/** The two windows: `1 Jan – 31 Dec 2009, then 1 Jan – 31 Dec 2010`. */
export function windowsText({ first, second }: OwnPair): string {
  return SAID.windows({ first: rangeText(first), second: rangeText(second) });
}

/** What must be known of the two windows; `null` where nothing need be said. */
export function compareRuleText({ all, first, second }: TwoWindows, hasRule: boolean): string | null {
  const values = { end: dayText(RULE.lastDay), year: yearText(RULE.lastDay + 1) };
  if (all.why === 'rule') return COMPARE.crosses(values);
  return hasRule && Math.max(first.end, second.end) > RULE.lastDay ? COMPARE.selection(values) : null;
}

const QUIET = ({ names }: { names: string }) => `Nothing in either: ${names}.`;

/** The districts that have nothing in either window. */
export function quietDistrictsText(names: readonly string[]): string {
  return QUIET({ names: listText(names) });
}

/** How the figures are made, and where that stands. */
export const COMPARE_METHOD = {
  says: 'Incidents, or killed, of each window by their first day, divided by its days. Ratio of two Poisson rates by the exact conditional test, with the interval of Clopper and Pearson; counts are divided by the dispersion of weekly counts about their quarter’s mean, the greater of the two windows’ (two years to the end of each at least; for the killed not below the sum of squares by the sum).',
  reference:
    'Przyborowski and Wilenski 1940; Clopper and Pearson 1934; Korn and Graubard 1998; McCullagh and Nelder 1989.',
} as const;
