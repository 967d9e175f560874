import { NO_TALLY, type Tally } from '../../geo/store/sums.ts';
import type { Measure } from '../../geo/store/count.ts';

/** The districts in classes: `null` is no data, 0 is none, 1 and up are the classes of `limits`. */
export interface Shading {
  /** The least value of each class, ascending; class `i + 1` reaches from `limits[i]` to below the next. */
  limits: number[];
  classOf: Map<string, number | null>;
}

/** The opacity of districts that are shaded below cells, which are coloured by figures too. */
export const FAINT = 0.4;

const CLASSES = 4;
const LOG_CLASSES = 5;

/** 1, 2, 5, 10, 20, 50 … up to the greatest that `most` reaches; empty where it is 0. */
function ladderTo(most: number): number[] {
  const steps: number[] = [];
  for (let i = 0; ; i++) {
    const step = [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3);
    if (step > most) return steps;
    steps.push(step);
  }
}

/** Round lower limits for at most four classes of counts up to `most`: 1, then the greatest steps of the ladder. */
export function roundLimits(most: number): number[] {
  const ladder = ladderTo(most);
  return ladder.length <= CLASSES ? ladder : [1, ...ladder.slice(1 - CLASSES)];
}

/** Lower limits for at most four classes of rates up to `most`: anything at all, then the greatest steps of the ladder. */
export function rateLimits(most: number): number[] {
  if (most === 0) return [];
  const ladder = ladderTo(most * FINEST_PARTS).map((step) => step / FINEST_PARTS);
  return [Number.MIN_VALUE, ...ladder.slice(1 - CLASSES)];
}

/** A rate's ladder begins at one of so many parts. */
const FINEST_PARTS = 1000;

/** Round lower limits for at most five classes of counts up to `most`, spread over the whole ladder: each a like multiple. */
export function logLimits(most: number): number[] {
  const ladder = ladderTo(most);
  const stride = Math.ceil(ladder.length / LOG_CLASSES);
  return ladder.filter((_, i) => i % stride === 0);
}

/** The class of a value: 0 below all limits, otherwise the last limit's that it reaches, from 1 up. */
export function classIn(limits: readonly number[], value: number): number {
  let reached = 0;
  while (reached < limits.length && limits[reached] <= value) reached++;
  return reached;
}

/** What is shaded by; `null` where there were incidents and not one's deaths are known. */
export function figureOf(tally: Omit<Tally, 'range'>, measure: Measure): number | null {
  const noneKnown = tally.incidents > 0 && tally.deathsUnknown === tally.incidents;
  return measure === 'deaths' && noneKnown ? null : tally[measure];
}

/** The figures of every district named, from the counts over the store's districts. */
export function districtFigures(
  ids: readonly string[],
  districts: readonly { id: string }[],
  counts: readonly Tally[],
): Map<string, Tally> {
  const figures = new Map<string, Tally>(ids.map((id) => [id, NO_TALLY]));
  districts.forEach(({ id }, i) => {
    if (figures.has(id)) figures.set(id, counts[i]);
  });
  return figures;
}

/** What districts are shaded by: figures, or figures per so many people. */
export interface ShadeBy {
  measure: Measure;
  /** the people of each district by its id; `null` for the figures themselves */
  people: ReadonlyMap<string, number> | null;
}

/** People that a rate is of. */
export const RATE_PEOPLE = 100_000;

/** How many of a district's figure come to 100,000 of its people; `null` where either is not known. */
export function rateOf(figure: number | null, people: number | undefined): number | null {
  return figure === null || people === undefined ? null : (figure / people) * RATE_PEOPLE;
}

/**
 * The classes of the districts. Their limits come from the most that each has in any window that is played, so that a
 * colour means the same from window to window.
 */
export function shade(
  figures: ReadonlyMap<string, Tally>,
  most: ReadonlyMap<string, number>,
  { measure, people }: ShadeBy,
): Shading {
  const valueOf = (id: string, figure: number | null) => (people ? rateOf(figure, people.get(id)) : figure);
  const greatest = [...most].reduce((all, [id, figure]) => Math.max(all, valueOf(id, figure) ?? 0), 0);
  const limits = people ? rateLimits(greatest) : roundLimits(greatest);
  const classOf = new Map(
    [...figures].map(([id, tally]) => {
      const value = valueOf(id, figureOf(tally, measure));
      return [id, value === null ? null : classIn(limits, value)];
    }),
  );
  return { limits, classOf };
}
