import { dayOf, formatDay, type Day } from '../model/day.ts';
import type { District } from '../model/district.ts';
import { KABUL_TAKEN } from '../model/emirate.ts';
import type { Measure } from '../store/count.ts';
import type { Store } from '../store/store.ts';
import { RULE } from '../story/rule.ts';
import { addSteps, daysIn, type Window } from '../time/window.ts';
import type { ViewContext } from './context.ts';
import type { FiguresTable } from './figures-table.ts';
import { occurredIn, occurrencesOf, type Occurrences } from './occurrences.ts';
import type { OwnPair, PresetPair } from './options.ts';
import {
  crossesRule,
  dispersionIn,
  figureOf,
  knownOf,
  LOOKED_BACK,
  ratioCells,
  ratioOf,
  type Change,
  type NoRatio,
  type PeriodFigure,
} from './periods.ts';
import { TELLINGS } from './tell.ts';

/** Days on which something began that is compared with what was before: they are the first ones after. */
export const TURNS = {
  kabul: KABUL_TAKEN,
  /** the army's operation in North Waziristan */
  'zarb-e-azb': dayOf(2014, 6, 15),
} as const satisfies Partial<Record<PresetPair, Day>>;

/** So many days before and after such a day at most: two years. */
export const MOST_TURN_DAYS = 730;

/** Figures are of so many days, and of so many people in a year of so many days. */
export const RATE_DAYS = 30;
const RATE_PEOPLE = 100_000;
const YEAR_DAYS = 365.25;

/** Why two windows are not compared: they share days, there is but one day to halve, or one holds no day of the data. */
export type NotCompared = 'overlap' | 'one-day' | 'outside' | 'no-data';

export type CompareContext = Pick<ViewContext, 'store' | 'mask' | 'window' | 'measure' | 'hasRule'> & {
  options: Pick<ViewContext['options'], 'pair'>;
  districts: readonly Pick<District['properties'], 'id' | 'name' | 'population2023'>[];
};

/** What a window holds, and how much that is. */
export interface PeriodRate extends PeriodFigure {
  /** in 30 days */
  rate: number | null;
  /** in a year, per 100,000 people of 2023; `null` too where they are not known */
  perPeople: number | null;
}

/** What two windows hold. Differences are the second's less the first's, ratios the second's to the first's. */
export interface Compared extends Pick<Change, 'ratio' | 'why'> {
  first: PeriodRate;
  second: PeriodRate;
  /** of the rates in 30 days, and of those per 100,000 people in a year; `null` where either is not known or they are not comparable */
  difference: number | null;
  differencePerPeople: number | null;
  /** how many times the variance is that of Poisson counts, at least 1 */
  dispersion: number;
}

/** A district, or what lies in none or in one that is not known: that has neither id nor name. */
export interface ComparedDistrict extends Compared {
  id: string | null;
  name: string | null;
}

/** Two windows, for all and district by district. */
export interface TwoWindows extends OwnPair {
  measure: Measure;
  all: Compared;
  /** by how much they differ, the most first; those without a difference last */
  districts: ComparedDistrict[];
}

/** The two windows that are compared, cut to the days of the data; or why none are. */
function windowsIn(
  known: Window,
  { window, hasRule, options: { pair } }: Pick<CompareContext, 'window' | 'hasRule' | 'options'>,
): OwnPair | NotCompared {
  if (typeof pair !== 'string') return within(pair, known);
  if (pair === 'halves') return halvesOf(cut(window, known));
  if (pair === 'year-ago') return within(yearAgo(cut(window, known)), known);
  return around(TURNS[pair], known, hasRule);
}

function cut({ start, end }: Window, known: Window): Window {
  return { start: Math.max(start, known.start), end: Math.min(end, known.end) };
}

function within(pair: OwnPair, known: Window): OwnPair | NotCompared {
  const [first, second] = [cut(pair.first, known), cut(pair.second, known)];
  if (daysIn(first) < 1 || daysIn(second) < 1) return 'outside';
  return first.start <= second.end && second.start <= first.end ? 'overlap' : { first, second };
}

/** Of an odd number of days the second half has one more. */
function halvesOf({ start, end }: Window): OwnPair | NotCompared {
  const days = daysIn({ start, end });
  if (days < 1) return 'outside';
  if (days === 1) return 'one-day';
  const half = start + Math.floor(days / 2);
  return { first: { start, end: half - 1 }, second: { start: half, end } };
}

/** The window and the same days a year before; of one longer than a year its last year. */
function yearAgo({ start, end }: Window): OwnPair {
  const second = { start: Math.max(start, addSteps(end + 1, 'year', -1)), end };
  const [before, after] = [second.start, end + 1].map((day) => addSteps(day, 'year', -1));
  return { first: { start: before, end: after - 1 }, second };
}

/** As many days before a day as from it on: at most two years, within the data, and not beyond the rule where that ends after it. */
function around(turn: Day, known: Window, hasRule: boolean): OwnPair | NotCompared {
  const last = hasRule && turn <= RULE.lastDay ? Math.min(known.end, RULE.lastDay) : known.end;
  const days = Math.min(MOST_TURN_DAYS, turn - known.start, last - turn + 1);
  if (days < 1) return 'outside';
  return { first: { start: turn - days, end: turn - 1 }, second: { start: turn, end: turn + days - 1 } };
}

/** What windows are compared of: made once for each filter, so that a step in time only looks sums up. */
export interface CompareSources {
  /** the days of the data; `null` where there are none */
  known: Window | null;
  measure: Measure;
  all: Occurrences;
  districts: { id: string | null; name: string | null; people: number | null; occurrences: Occurrences }[];
}

/** The rows that pass the mask, each on its first day: all, and those of each district, of the given and of the store's. */
export function compareSources({
  store,
  mask,
  measure,
  districts,
}: Pick<CompareContext, 'store' | 'mask' | 'measure' | 'districts'>): CompareSources {
  const { all, placed } = byDistrict(store, mask, measure);
  const given = new Set(districts.map(({ id }) => id));
  const unplaced = store.districts.filter(({ id }) => !given.has(id));
  const named = [
    ...districts.map(({ id, name, population2023 }) => ({ id, name, people: population2023 })),
    ...unplaced.map(({ id, name }) => ({ id, name, people: null })),
    { id: null, name: null, people: null },
  ];
  return {
    known: knownOf(store),
    measure,
    all,
    districts: named.map((district) => ({ ...district, occurrences: placed.get(district.id) ?? NOTHING })),
  };
}

/** What two windows hold of the sources; or why that is not compared. */
export function compareAt(
  { known, measure, all, districts }: CompareSources,
  context: Pick<CompareContext, 'window' | 'hasRule' | 'options'>,
): TwoWindows | NotCompared {
  if (known === null) return 'no-data';
  const windows = windowsIn(known, context);
  if (typeof windows === 'string') return windows;
  const whyNot = context.hasRule && crossesRule(hull(windows)) ? 'rule' : null;
  const compared = (occurrences: Occurrences, people: number | null) =>
    comparedOf(occurrences, { windows, known, measure, people, whyNot });
  return {
    ...windows,
    measure,
    all: compared(all, null),
    districts: districts
      .map(({ id, name, people, occurrences }) => ({ id, name, ...compared(occurrences, people) }))
      .sort(byDifference),
  };
}

/** What two windows hold of the rows that pass the mask; or why that is not compared. */
export function compareOf(context: CompareContext): TwoWindows | NotCompared {
  return compareAt(compareSources(context), context);
}

/** The incidents of all, and of each district by its id; those of none by `null`. */
function byDistrict(store: Store, mask: Uint8Array, measure: Measure) {
  const { of, codes, values, value } = TELLINGS.district(store);
  const lists = Array.from({ length: codes }, (_, code) => [0, code + 1]);
  const [all, ...each] = occurrencesOf(store, mask, { of, lists, count: values + 1 }, measure);
  return { all, placed: new Map(each.map((occurrences, place) => [value(place), occurrences])) };
}

/** Of a district that the data do not name. */
const NOTHING: Occurrences = { days: new Int32Array(0), incidents: new Float64Array(1), killed: null };

interface ComparedWith {
  windows: OwnPair;
  known: Window;
  measure: Measure;
  people: number | null;
  whyNot: NoRatio | null;
}

function comparedOf(occurrences: Occurrences, { windows, known, measure, people, whyNot }: ComparedWith): Compared {
  const [one, other] = [windows.first, windows.second].map((window) => ({
    occurred: occurredIn(occurrences, window),
    days: daysIn(window),
    dispersion: dispersionIn(occurrences, window.end, known, Math.max(LOOKED_BACK, daysIn(window))),
  }));
  const [first, second] = [one, other].map(({ occurred, days }): PeriodRate => {
    const figure = figureOf(occurred, measure);
    const rate = figure.figure === null ? null : (figure.figure / days) * RATE_DAYS;
    return {
      ...figure,
      rate,
      perPeople: rate === null || people === null ? null : ((rate / RATE_DAYS) * YEAR_DAYS * RATE_PEOPLE) / people,
    };
  });
  // the more spread out of the two: neither is called sure by the other's steadiness
  const dispersion = Math.max(one.dispersion, other.dispersion);
  const less = (from: number | null, what: number | null) =>
    from === null || what === null || whyNot ? null : from - what;
  return {
    ...{ first, second, dispersion },
    difference: less(second.rate, first.rate),
    differencePerPeople: less(second.perPeople, first.perPeople),
    ...ratioOf(other, one, { measure, dispersion, why: whyNot }),
  };
}

function hull({ first, second }: OwnPair): Window {
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}

function byDifference(a: Compared, b: Compared): number {
  const size = ({ difference }: Compared) => (difference === null ? -1 : Math.abs(difference));
  const figures = ({ first, second }: Compared) => (first.figure ?? 0) + (second.figure ?? 0);
  return size(b) - size(a) || figures(b) - figures(a);
}

const WINDOWS = ['first', 'second'] as const;

/** The comparison as a table: a row for all, then one for each district; none where the windows are not compared. */
export function compareTable(comparison: TwoWindows | NotCompared): FiguresTable {
  const measured = typeof comparison !== 'string' && comparison.measure === 'deaths' ? 'killed' : 'incidents';
  const columns = [
    'district',
    ...WINDOWS.flatMap((name) =>
      ['from', 'to', measured, 'unknown', 'per_30_days', 'per_100000_a_year'].map((of) => `${name}_${of}`),
    ),
    ...['difference_per_30_days', 'difference_per_100000_a_year', 'ratio', 'low', 'high', 'p', 'why', 'dispersion'],
  ];
  if (typeof comparison === 'string') return { columns, rows: [] };
  const rowOf = (name: string | null, compared: Compared) => [
    name,
    ...WINDOWS.flatMap((of) => {
      const { figure, unknown, rate, perPeople } = compared[of];
      return [formatDay(comparison[of].start), formatDay(comparison[of].end), figure, unknown, rate, perPeople];
    }),
    ...[compared.difference, compared.differencePerPeople],
    ...ratioCells(compared),
    compared.dispersion,
  ];
  return {
    columns,
    rows: [rowOf('all', comparison.all), ...comparison.districts.map((district) => rowOf(district.name, district))],
  };
}
