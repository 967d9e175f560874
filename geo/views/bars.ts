import { formatDay } from '../model/day.ts';
import type { Measure } from '../store/count.ts';
import type { Tally } from '../store/sums.ts';
import type { Bins } from '../time/bins.ts';
import { KILLED_COLUMNS, type FiguresTable } from './figures-table.ts';

/** The bars of a histogram: what each bin holds, and each group's part in its height. */
export interface Bars {
  bins: Bins;
  tallies: readonly Tally[];
  /** what is stacked, and in what order */
  groups: readonly string[];
  measure: Measure;
  /** by bin and group, see `histogram` in geo/store/count.ts */
  heights: Float64Array;
}

/** The bars as a table: a row for each bin, also where nothing is. Where the killed of no incident are known they are `null`. */
export function barsTable({ bins: { edges }, tallies, groups, measure, heights }: Bars): FiguresTable {
  const of = measure === 'incidents' ? 'incidents' : 'killed';
  return {
    columns: ['from', 'to', ...KILLED_COLUMNS, ...groups.map((group) => `${of}_${group}`)],
    rows: tallies.map(({ incidents, deaths, deathsUnknown, range }, bin) => {
      const isKnown = incidents === 0 || deathsUnknown < incidents;
      const killed = [deaths, range?.low ?? null, range?.high ?? null].map((figure) => (isKnown ? figure : null));
      const stacked = groups.map((_, group) => heights[bin * groups.length + group]);
      return [formatDay(edges[bin]), formatDay(edges[bin + 1] - 1), incidents, ...killed, deathsUnknown, ...stacked];
    }),
  };
}
