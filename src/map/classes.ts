import type { Tally } from '../../geo/border/profile.ts';
import type { Counts, Measure } from '../../geo/store/count.ts';

/** The districts in classes: `null` is no data, 0 is none, 1 and up are the classes of `limits`. */
export interface Shading {
  /** The least value of each class, ascending; class `i + 1` reaches from `limits[i]` to below the next. */
  limits: number[];
  classOf: Map<string, number | null>;
}

const CLASSES = 4;

/**
 * Round lower limits for at most four classes of counts up to `most`: 1, then neighbours in 1, 2, 5, 10, 20, 50 …
 * up to the greatest that `most` reaches. Empty where `most` is 0.
 */
export function roundLimits(most: number): number[] {
  if (most < 1) return [];
  const ladder = [1];
  for (let i = 1; ; i++) {
    const next = [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3);
    if (next > most) break;
    ladder.push(next);
  }
  return ladder.length <= CLASSES ? ladder : [1, ...ladder.slice(1 - CLASSES)];
}

/** The figures of every district named, from the counts over the store's districts. */
export function districtFigures(
  ids: readonly string[],
  districts: readonly { id: string }[],
  { incidents, deaths, unknown }: Counts['byDistrict'],
): Map<string, Tally> {
  const figures = new Map<string, Tally>(ids.map((id) => [id, { incidents: 0, deaths: 0, deathsUnknown: 0 }]));
  districts.forEach(({ id }, i) => {
    if (!figures.has(id)) return;
    figures.set(id, { incidents: incidents[i], deaths: deaths[i], deathsUnknown: unknown[i] });
  });
  return figures;
}

/** The classes of the districts by one measure; no data where there were incidents and not one's deaths are known. */
export function shade(figures: ReadonlyMap<string, Tally>, measure: Measure): Shading {
  const values = [...figures].map(([id, tally]) => {
    const noneKnown = tally.incidents > 0 && tally.deathsUnknown === tally.incidents;
    return [id, measure === 'deaths' && noneKnown ? null : tally[measure]] as const;
  });
  const limits = roundLimits(values.reduce((most, [, value]) => Math.max(most, value ?? 0), 0));
  const classOf = new Map(
    values.map(([id, value]) => [id, value === null ? null : limits.filter((limit) => limit <= value).length]),
  );
  return { limits, classOf };
}
