import type { Measure } from '../store/count.ts';
import { perStore } from '../store/per-store.ts';
import type { Store } from '../store/store.ts';
import { addSteps, type Window } from '../time/window.ts';
import type { ViewContext } from './context.ts';
import type { FiguresTable } from './figures-table.ts';
import { incidentsOf, occurredIn, occurrencesOf, type Listed, type Occurrences } from './occurrences.ts';
import type { ToldBy } from './options.ts';
import {
  crossesRule,
  daysTo,
  dispersionIn,
  figureOf,
  knownOf,
  ratioCells,
  ratioOf,
  type Change,
  type NoRatio,
  type PeriodFigure,
} from './periods.ts';
import { TELLINGS } from './tell.ts';

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
      return {
        ...figureOf(then, measure),
        ...ratioOf({ occurred: now, days: rolling }, { occurred: then, days: rolling }, { measure, dispersion, why }),
      };
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

/** Why two periods cannot be compared, whatever they hold. */
function whyNot(period: Window, other: Window, known: Window, hasRule: boolean): NoRatio | null {
  if (other.start < known.start) return 'before-data';
  return hasRule && crossesRule({ start: other.start, end: period.end }) ? 'rule' : null;
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
    return [change.figure, change.unknown, ...ratioCells(change)];
  };
  const rowOf = ({ category, figure, unknown, dispersion, before, yearBefore }: Trend) => [
    ...[category ?? 'all', figure, unknown, dispersion],
    ...[...changeCells(before), ...changeCells(yearBefore)],
  ];
  return { columns, rows: trends ? [trends.all, ...trends.parts].map(rowOf) : [] };
}
