import type { Day } from '../model/day.ts';
import { clusterDispersion, dispersionOf } from '../statistics/dispersion.ts';
import { canTell, rateRatio, type RateRatio } from '../statistics/rate-ratio.ts';
import type { Measure } from '../store/count.ts';
import { perStore } from '../store/per-store.ts';
import type { Store } from '../store/store.ts';
import { RULE } from '../story/rule.ts';
import { addSteps, daysIn, type Window } from '../time/window.ts';
import type { ViewContext } from './context.ts';
import type { FiguresTable } from './figures-table.ts';
import {
  incidentsOf,
  occurredIn,
  occurrencesOf,
  weeklyCounts,
  type Listed,
  type Occurrences,
  type Occurred,
} from './occurrences.ts';
import type { ToldBy } from './options.ts';
import { TELLINGS } from './tell.ts';

/** Weeks of a quarter, about the mean of which weekly counts vary. */
export const QUARTER_WEEKS = 13;
/** For so many quarters back they are looked at. */
const QUARTERS = 8;

export type TrendsContext = Pick<ViewContext, 'store' | 'mask' | 'window' | 'measure' | 'hasRule'> & {
  options: Pick<ViewContext['options'], 'rolling' | 'trend'>;
};

/** What trends are counted from, whatever the days: made once for a filter. */
export interface TrendSources {
  measure: Measure;
  /** from the first day on which an incident begins to the last; `null` where there are no data */
  known: Window | null;
  all: Occurrences;
  /** by what they are told apart by, see `TELLINGS`; those without a value are in `all` alone */
  parts: readonly { category: string; occurrences: Occurrences }[];
}

/** Why two periods have no ratio: nothing in either, too few to tell, deaths not known, the rule ends between, or the data begin later. */
export type NoRatio = 'none' | 'few' | 'unknown' | 'rule' | 'before-data';

/** What happened in a period; `null` where nothing is known of it. */
export interface PeriodFigure {
  figure: number | null;
  /** incidents that add nothing, as their killed are not known */
  unknown: number;
}

/** What happened in an earlier period, and how many times that the later one is. */
export interface Change extends PeriodFigure {
  ratio: RateRatio | null;
  /** why there is none; `null` where there is one */
  why: NoRatio | null;
}

export interface Trend extends PeriodFigure {
  /** `null` for all together */
  category: string | null;
  before: Change;
  /** `null` where the period before is that of a year before */
  yearBefore: Change | null;
  /** how many times the variance is that of Poisson counts, at least 1; see `dispersionIn` */
  dispersion: number;
}

/** Incidents, or killed, over the last days of a window, beside the days before and those a year before. */
export interface Trends {
  measure: Measure;
  /** the days that are counted: up to the window's end, or to the last day of the data */
  period: Window;
  before: Window;
  yearBefore: Window | null;
  all: Trend;
  /** by ratio to the period before, greatest first; then those without, the most first */
  parts: Trend[];
}

/** What trends of rows that pass the mask are counted from. */
export function trendSources({
  store,
  mask,
  options,
  measure,
}: Pick<TrendsContext, 'store' | 'mask' | 'measure'> & {
  options: Pick<ViewContext['options'], 'trend'>;
}): TrendSources {
  const { of, lists, categories } = listsOf(store, options.trend);
  const [all, ...parts] = occurrencesOf(store, mask, { of, lists, count: categories.length + 1 }, measure);
  return {
    measure,
    known: knownOf(store),
    all,
    parts: parts
      .map((occurrences, i) => ({ category: categories[i], occurrences }))
      .filter(({ occurrences }) => incidentsOf(occurrences) > 0),
  };
}

/** In which lists the rows of each code are: all in the first, and in one for each value that they have. */
function listsOf(store: Store, by: ToldBy): Listed & { categories: readonly string[] } {
  if (by === 'all') return { ...allOf(store), categories: [] };
  const { of, codes, places, values, value } = TELLINGS[by](store);
  const none = values - 1;
  const lists = Array.from({ length: codes }, (_, code) => [
    0,
    ...(places?.(code) ?? [code]).filter((place) => place !== none).map((place) => place + 1),
  ]);
  return { of, lists, count: values, categories: Array.from({ length: none }, (_, place) => String(value(place))) };
}

/** All rows in one list. */
export const allOf = perStore(({ size }): Listed => ({ of: new Uint8Array(size), lists: [[0]], count: 1 }));

/** An incident counts on its first day: after the last of these nothing is known. */
function knownOf({ columns: { start }, size }: Store): Window | null {
  return size === 0 ? null : { start: start[0], end: start[size - 1] };
}

/** The trends of the rows that pass the mask; `null` where there are no data. */
export function trendsOf(context: TrendsContext): Trends | null {
  return trendsAt(trendSources(context), context);
}

/** The trends at the end of a window. */
export function trendsAt(
  { measure, known, all, parts }: TrendSources,
  { window, options: { rolling }, hasRule }: Pick<TrendsContext, 'window' | 'options' | 'hasRule'>,
): Trends | null {
  if (known === null) return null;
  const end = Math.min(window.end, known.end);
  const period = daysTo(end, rolling);
  const before = daysTo(period.start - 1, rolling);
  const yearBefore = rolling === 365 ? null : daysTo(addSteps(end, 'year', -1), rolling);
  const trend = (category: string | null, occurrences: Occurrences): Trend => {
    const now = occurredIn(occurrences, period);
    const dispersion = dispersionIn(occurrences, end, known);
    const change = (other: Window): Change => {
      const then = occurredIn(occurrences, other);
      const why = whyNot(period, other, known, hasRule);
      return { ...figureOf(then, measure), ...ratioOf(now, then, rolling, { measure, dispersion, why }) };
    };
    return {
      category,
      ...figureOf(now, measure),
      before: change(before),
      yearBefore: yearBefore && change(yearBefore),
      dispersion,
    };
  };
  return {
    measure,
    period,
    before,
    yearBefore,
    all: trend(null, all),
    parts: parts.map(({ category, occurrences }) => trend(category, occurrences)).sort(byChange),
  };
}

function daysTo(end: Day, days: number): Window {
  return { start: end - days + 1, end };
}

function figureOf({ incidents, best, unknown }: Occurred, measure: Measure): PeriodFigure {
  if (measure === 'incidents') return { figure: incidents, unknown: 0 };
  return { figure: incidents > 0 && unknown === incidents ? null : best, unknown };
}

/** Why two periods cannot be compared, whatever they hold. */
function whyNot(period: Window, other: Window, known: Window, hasRule: boolean): NoRatio | null {
  if (other.start < known.start) return 'before-data';
  return hasRule && crossesRule({ start: other.start, end: period.end }) ? 'rule' : null;
}

/**
 * Whether the rule of selection ends within these days. What comes after is a selection at any number of killed, so that
 * no filter makes the two comparable.
 */
export function crossesRule({ start, end }: Window): boolean {
  return start <= RULE.lastDay && end > RULE.lastDay;
}

function ratioOf(
  now: Occurred,
  then: Occurred,
  days: number,
  { measure, dispersion, why }: { measure: Measure; dispersion: number; why: NoRatio | null },
): Pick<Change, 'ratio' | 'why'> {
  const without = (reason: NoRatio) => ({ ratio: null, why: reason });
  if (why) return without(why);
  const [one, other] = [figureOf(now, measure).figure, figureOf(then, measure).figure];
  if (one === null || other === null) return without('unknown');
  if (one + other === 0) return without('none');
  const [exposed, otherwise] = [
    { count: one, days },
    { count: other, days },
  ];
  if (!canTell(exposed, otherwise, dispersion)) return without('few');
  return { ratio: rateRatio(exposed, otherwise, dispersion), why: null };
}

/**
 * How many times the variance of what is counted is that of Poisson counts, at least 1: by the weekly counts of up to two
 * years that end with the day, each about the mean of its quarter; of the killed not below what comes of several dying in
 * one incident.
 */
function dispersionIn(occurrences: Occurrences, end: Day, known: Window): number {
  const days = Math.min(daysIn({ start: known.start, end }), QUARTERS * QUARTER_WEEKS * 7);
  const weeks = Math.max(0, QUARTER_WEEKS * Math.floor(days / (QUARTER_WEEKS * 7)));
  const span = daysTo(end, QUARTERS * QUARTER_WEEKS * 7);
  const { best, squares } = occurredIn(occurrences, span);
  const counts = weeklyCounts(occurrences, end - 7 * weeks + 1, weeks);
  return Math.max(1, dispersionOf(counts, QUARTER_WEEKS) ?? 1, clusterDispersion(best, squares) ?? 1);
}

/** Those with a ratio first, the greatest of them first; where nothing was before it is greater than any. */
function byChange(a: Trend, b: Trend): number {
  const rank = ({ before: { ratio } }: Trend) => (ratio === null ? -1 : (ratio.ratio ?? Infinity));
  const [p, q] = [rank(a), rank(b)];
  return p === q ? (b.figure ?? 0) - (a.figure ?? 0) : q > p ? 1 : -1;
}

const CHANGES = ['before', 'year_before'] as const;

/** The trends as a table: a row for all, then one for each that they are told apart by. */
export function trendsTable(trends: Trends | null): FiguresTable {
  const measured = trends?.measure === 'deaths' ? 'killed' : 'incidents';
  const columns = [
    ...['trend', measured, 'unknown', 'dispersion'],
    ...CHANGES.flatMap((name) => [
      name,
      ...['unknown', 'ratio', 'low', 'high', 'p', 'why'].map((of) => `${name}_${of}`),
    ]),
  ];
  const changeCells = (change: Change | null) => {
    if (!change) return Array<null>(7).fill(null);
    const { figure, unknown, ratio, why } = change;
    return [figure, unknown, ratio?.ratio ?? null, ratio?.low ?? null, ratio?.high ?? null, ratio?.p ?? null, why];
  };
  const rowOf = ({ category, figure, unknown, dispersion, before, yearBefore }: Trend) => [
    ...[category ?? 'all', figure, unknown, dispersion],
    ...[...changeCells(before), ...changeCells(yearBefore)],
  ];
  return { columns, rows: trends ? [trends.all, ...trends.parts].map(rowOf) : [] };
}
