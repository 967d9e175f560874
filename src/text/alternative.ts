import { partsOf } from '../../geo/model/day.ts';
import type { BorderSide } from '../../geo/region.ts';
import type { AcrossBins } from '../../geo/store/across.ts';
import type { AlongGrid } from '../../geo/store/along.ts';
import { sumOf, type Measure } from '../../geo/store/count.ts';
import { added, type Tally } from '../../geo/store/sums.ts';
import type { Bins } from '../../geo/time/bins.ts';
import { daysIn, type Window } from '../../geo/time/window.ts';
import type { Claims } from '../../geo/views/claims.ts';
import type { MovementQuarter } from '../../geo/views/movement.ts';
import type { Trends } from '../../geo/views/trends.ts';
import type { Units } from '../choices.ts';
import {
  CLAIM_PARTY_LABELS,
  claimedDayText,
  claimsMissingText,
  claimsSummary,
  COUNTED_LABELS,
  severalText,
  totalText,
} from './claims.ts';
import { rangeText, yearText } from './dates.ts';
import { barText, bothBeyondText } from './distance.ts';
import { listText } from './locale.ts';
import { acrossText, alongText, chartText } from './movement.ts';
import { amountText, counted, countText, deathsFigure, distanceText, distancesText, incidentsText } from './numbers.ts';
import { barsText, binText, figureText, highestText } from './timeline.ts';
import { changeText, curveText, periodText, TRENDS } from './trends.ts';

/** The words of alternative texts, and of charts as files. */
export const ALTERNATIVE = {
  title: 'Alternative text',
  help: 'For those who do not see the chart: written from its figures, and in the file saved as SVG.',
  copy: 'Copy the alternative text',
  saveSvg: 'Save SVG',
  noChart: 'There is no chart to save.',
  /** of charts that are not called by what they show */
  border: 'The border through time',
  claims: 'Who claims what',
} as const;

const SENTENCES = {
  head: ({ what, time, total }: Record<'what' | 'time' | 'total', string>) => `${what}, ${time}: ${total} in all.`,
  most: ({ most }: { most: string }) => `${most}.`,
  empty: (count: number, all: string) =>
    counted(count, { one: 'None in {count} of {all} bars.', other: 'None in {count} of {all} bars.' }, { all }),
  year: ({ year, figure }: Record<'year' | 'figure', string>) => `${year} ${figure}`,
  years: ({ list }: { list: string }) => `Year by year: ${list}.`,
} as const;

/** So many years are named one by one. */
const MOST_YEARS = 40;

/** Bars over time, as their figures have them. */
export interface BarsFigures {
  bins: Bins;
  measure: Measure;
  /** of each bin */
  tallies: readonly Tally[];
}

/** `Incidents by month, 1 Jan 2007 – 30 Nov 2025: 1,624 in all. Most in a month: 41 incidents (May 2009). …` */
export function barsAlternative({ bins, measure, tallies }: BarsFigures): string {
  const { edges, step } = bins;
  const of = ({ incidents, deaths }: Tally) => (measure === 'incidents' ? incidents : deaths);
  const highest = tallies.reduce((best, tally, i) => (of(tally) > (best < 0 ? 0 : of(tallies[best])) ? i : best), -1);
  const time = rangeText({ start: edges[0], end: edges[edges.length - 1] - 1 });
  const none = tallies.filter(({ incidents }) => incidents === 0).length;
  const years = step === 'year' || tallies.length < 2 ? [] : byYear(bins, tallies);
  return [
    SENTENCES.head({ what: barsText(measure, step), time, total: figureText(sumOf(tallies), measure) }),
    ...(highest < 0 ? [] : [SENTENCES.most({ most: highestText(bins, highest, tallies, measure) })]),
    ...(none > 0 ? [SENTENCES.empty(none, countText(tallies.length))] : []),
    ...(step === 'year'
      ? yearsSentence(
          tallies.map((tally, i) => [binText(bins, i), tally]),
          measure,
        )
      : yearsSentence(years, measure)),
  ].join(' ');
}

/** The bins of each year that they begin in; a bin that reaches into the next counts in the first. */
function byYear({ edges }: Bins, tallies: readonly Tally[]): [string, Tally][] {
  const years = new Map<number, [string, Tally]>();
  tallies.forEach((tally, i) => {
    const { year } = partsOf(edges[i]);
    const known = years.get(year);
    years.set(year, [yearText(edges[i]), known ? added(known[1], tally) : tally]);
  });
  return [...years.values()];
}

function yearsSentence(years: readonly (readonly [string, Tally])[], measure: Measure): string[] {
  if (years.length < 2 || years.length > MOST_YEARS) return [];
  const figure = (tally: Tally) => (measure === 'incidents' ? countText(tally.incidents) : deathsFigure(tally));
  return [
    SENTENCES.years({ list: listText(years.map(([year, tally]) => SENTENCES.year({ year, figure: figure(tally) }))) }),
  ];
}

const CURVES = {
  chart: ({ chart }: { chart: string }) => `${chart}.`,
  highest: ({ name, figure, days }: Record<'name' | 'figure' | 'days', string>) => `${name}: most ${figure}, ${days}.`,
  now: ({ all, days, figure }: Record<'all' | 'days' | 'figure', string>) => `${all}, ${days}: ${figure}.`,
  before: ({ days, figure, change }: Record<'days' | 'figure' | 'change', string>) =>
    `Against ${days}, ${figure}: ${change}.`,
} as const;

/** A line of the curves: its highest sum, and the last day of the days that it is of; `null` where it has none. */
export interface CurveHighest {
  name: string;
  most: { figure: number; day: number } | null;
}

/** The curves: what each reaches at most and when, and the last days against those before. */
export function curvesAlternative(trends: Trends, axis: Window, lines: readonly CurveHighest[]): string {
  const { measure, period, before, yearBefore, all } = trends;
  const rolling = daysIn(period);
  const highest = lines.reduce((most, line) => Math.max(most, line.most?.figure ?? 0), 0);
  const against = (days: Window, change: Trends['all']['before']) =>
    CURVES.before({ days: rangeText(days), figure: periodText(change), change: changeText(change) });
  return [
    CURVES.chart({ chart: curveText(measure, rolling, axis, highest) }),
    ...lines.flatMap(({ name, most }) =>
      most === null || most.figure === 0
        ? []
        : [
            CURVES.highest({
              name,
              figure: countText(most.figure),
              days: rangeText({ start: most.day - rolling + 1, end: most.day }),
            }),
          ],
    ),
    CURVES.now({ all: TRENDS.all, days: rangeText(period), figure: periodText(all) }),
    against(before, all.before),
    ...(yearBefore && all.yearBefore ? [against(yearBefore, all.yearBefore)] : []),
  ].join(' ');
}

const STRIP = {
  head: ({ amount, within, time }: Record<'amount' | 'within' | 'time', string>) =>
    `The Durand Line through time, ${time}: ${amount} within ${within} of it.`,
  ofSide: {
    PK: ({ amount }) => `On the Pakistani side: ${amount}.`,
    AF: ({ amount }) => `On the Afghan side: ${amount}.`,
  } satisfies Record<BorderSide, (values: { amount: string }) => string>,
  most: ({ stretch, amount }: Record<'stretch' | 'amount', string>) =>
    `Most along the line at ${stretch} from its north-eastern end: ${amount}.`,
  named: ({ stretch, names }: Record<'stretch' | 'names', string>) => `${stretch} (${names})`,
  when: ({ time, amount }: Record<'time' | 'amount', string>) => `Most at one time: ${amount} (${time}).`,
} as const;

/** The border through time, as it is drawn: one grid for both sides, or one for each. */
export interface StripsFigures {
  grids: readonly { side: BorderSide | null; grid: AlongGrid }[];
  bins: Bins;
  measure: Measure;
  withinKm: number;
  lengthKm: number;
  units: Units;
  /** the names of the stretches that a kilometre of the line lies in */
  namesAt: (km: number) => readonly string[];
}

/** Where along the line and when there is most, and how much on each side where these are apart. */
export function stripsAlternative({ grids, bins, measure, withinKm, lengthKm, units, namesAt }: StripsFigures): string {
  const totalOf = ({ cells }: AlongGrid) => cells.reduce((sum, cell) => sum + cell, 0);
  const [{ grid: first }] = grids;
  const sums = (count: number, of: (cell: number) => number) => {
    const all = new Float64Array(count);
    for (const { grid } of grids) grid.cells.forEach((figure, cell) => (all[of(cell)] += figure));
    return all;
  };
  const byRow = sums(first.rows, (cell) => Math.floor(cell / first.columns));
  const byBin = sums(first.columns, (cell) => cell % first.columns);
  const [row, bin] = [placeOfMost(byRow), placeOfMost(byBin)];
  const total = grids.reduce((sum, { grid }) => sum + totalOf(grid), 0);
  const time = rangeText({ start: bins.edges[0], end: bins.edges[bins.edges.length - 1] - 1 });
  const [fromKm, toKm] = [row * first.rowKm, Math.min(lengthKm, (row + 1) * first.rowKm)];
  const names = namesAt((fromKm + toKm) / 2);
  const stretch = distancesText(fromKm, toKm, units);
  return [
    STRIP.head({ amount: amountText(total, measure), within: distanceText(withinKm, units, 0), time }),
    ...grids.flatMap(({ side, grid }) =>
      side === null ? [] : [STRIP.ofSide[side]({ amount: amountText(totalOf(grid), measure) })],
    ),
    ...(total === 0
      ? []
      : [
          STRIP.most({
            stretch: names.length > 0 ? STRIP.named({ stretch, names: listText(names) }) : stretch,
            amount: amountText(byRow[row], measure),
          }),
          STRIP.when({ time: binText(bins, bin), amount: amountText(byBin[bin], measure) }),
        ]),
  ].join(' ');
}

/** The first place of the greatest figure. */
function placeOfMost(figures: Float64Array): number {
  let most = 0;
  for (let i = 1; i < figures.length; i++) if (figures[i] > figures[most]) most = i;
  return most;
}

const ACROSS = {
  head: ({ time, pk, af }: Record<'time' | 'pk' | 'af', string>) =>
    `Distance from the Durand Line, ${time}: ${pk} on the Pakistani side, ${af} on the Afghan side.`,
  most: ({ bar }: { bar: string }) => `Most at ${bar}.`,
} as const;

/** The distances from the border on both sides: how much on each, and where there is most. */
export function acrossAlternative(
  bins: AcrossBins,
  { measure, units, window, reachKm }: { measure: Measure; units: Units; window: Window; reachKm: number },
): string {
  const { heights, half, binKm } = bins;
  const sum = (from: number, to: number) => heights.subarray(from, to).reduce((all, one) => all + one, 0);
  const [af, pk] = [sum(0, half), sum(half, 2 * half)];
  const most = placeOfMost(heights);
  const nth = most < half ? half - 1 - most : most - half;
  const bar = {
    fromKm: nth * binKm,
    toKm: (nth + 1) * binKm,
    side: most < half ? 'AF' : 'PK',
    figure: heights[most],
    measure,
  } as const;
  return [
    ACROSS.head({ time: rangeText(window), pk: amountText(pk, measure), af: amountText(af, measure) }),
    ...(heights[most] > 0 ? [ACROSS.most({ bar: barText(bar, units) })] : []),
    bothBeyondText(bins.beyond, measure, reachKm, units),
  ].join(' ');
}

const QUARTERS = {
  chart: ({ chart }: { chart: string }) => `${chart}.`,
  first: ({ sentence }: { sentence: string }) => `First: ${sentence}`,
  last: ({ sentence }: { sentence: string }) => `Last: ${sentence}`,
  none: 'In no quarter are there enough to say.',
} as const;

/** The quartiles by quarter: the first and the last of which something can be said, side by side. */
export function quartersAlternative(
  kind: 'across' | 'along',
  quarters: readonly MovementQuarter[],
  units: Units,
): string {
  const sides = kind === 'along' ? [null] : (['PK', 'AF'] as const);
  const said = sides.flatMap((side) => {
    const known = quarters.filter((one) => (side === null ? one.along : one.sides[side]).quartiles);
    const text = (one: MovementQuarter) => (side === null ? alongText(one, units) : acrossText(one, side, units));
    if (known.length === 0) return [];
    const [first, last] = [text(known[0]), text(known[known.length - 1])];
    return known.length === 1 ? [first] : [QUARTERS.first({ sentence: first }), QUARTERS.last({ sentence: last })];
  });
  return [
    QUARTERS.chart({ chart: chartText(kind, quarters.length) }),
    ...(said.length > 0 ? said : [QUARTERS.none]),
  ].join(' ');
}

const TILES = {
  head: ({ what, time }: Record<'what' | 'time', string>) =>
    `${what}, ${time}, in each district of Khyber Pakhtunkhwa.`,
  one: ({ name, amount }: Record<'name' | 'amount', string>) => `${name} ${amount}`,
  most: ({ list }: { list: string }) => `Most in: ${list}.`,
  none: (count: number) => counted(count, { one: 'None in {count} district.', other: 'None in {count} districts.' }),
  outside: ({ amount }: { amount: string }) => `In none of them, or not known in which: ${amount}.`,
} as const;

/** So many districts are named. */
const MOST_TILES = 8;

/** The districts beside each other: where there is most, and in how many there is none. */
export function districtsAlternative(
  bins: Bins,
  measure: Measure,
  districts: readonly { name: string; total: number }[],
  outside: number,
): string {
  const { edges, step } = bins;
  const some = districts.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  const none = districts.length - some.length;
  const list = some.slice(0, MOST_TILES).map(({ name, total }) => TILES.one({ name, amount: countText(total) }));
  return [
    TILES.head({
      what: barsText(measure, step),
      time: rangeText({ start: edges[0], end: edges[edges.length - 1] - 1 }),
    }),
    ...(list.length > 0 ? [TILES.most({ list: listText(list) })] : []),
    ...(none > 0 ? [TILES.none(none)] : []),
    ...(outside > 0 ? [TILES.outside({ amount: amountText(outside, measure) })] : []),
  ].join(' ');
}

const CLAIMED = {
  one: ({ title, day, summary }: Record<'title' | 'day' | 'summary', string>) => `${title} (${day}): ${summary}.`,
  party: ({ party, counting, incidents, killed }: Record<'party' | 'counting' | 'incidents' | 'killed', string>) =>
    `${party}, counting ${counting}: ${killed} over ${incidents}.`,
} as const;

/** So many incidents are told. */
const MOST_CLAIMED = 3;

/** Who claims what: the incidents whose claims are farthest apart, and what each party claims in all. */
export function claimsAlternative(claims: Claims): string {
  if (claims.incidents.length === 0) return claimsMissingText(claims);
  return [
    severalText(claims),
    ...claims.incidents
      .slice(0, MOST_CLAIMED)
      .map((one) => CLAIMED.one({ title: one.title, day: claimedDayText(one), summary: claimsSummary(one) })),
    ...claims.totals.flatMap(({ party, counted: whom, incidents, range }) =>
      range === null
        ? []
        : [
            CLAIMED.party({
              party: CLAIM_PARTY_LABELS[party],
              counting: COUNTED_LABELS[whom],
              incidents: incidentsText(incidents),
              killed: totalText(range),
            }),
          ],
    ),
  ].join(' ');
}
