import type { AcrossBins } from '../store/across.ts';
import type { Measure } from '../store/count.ts';
import type { FiguresTable } from './figures-table.ts';

/** The distances across the line as a table: a row for each bin of both sides, the farthest Afghan first; those beyond have no end, those that may lie on either side no distance. */
export function acrossTable(bins: AcrossBins, measure: Measure): FiguresTable {
  const { heights, half, binKm, beyond, undecided } = bins;
  const reach = half * binKm;
  const figure = ({ incidents, deaths }: AcrossBins['undecided']) => (measure === 'incidents' ? incidents : deaths);
  const rows = Array.from(heights, (height, bin) => {
    const nth = bin < half ? half - 1 - bin : bin - half;
    return [bin < half ? 'AF' : 'PK', nth * binKm, (nth + 1) * binKm, height];
  });
  return {
    columns: ['side', 'from_km', 'to_km', measure === 'incidents' ? 'incidents' : 'killed'],
    rows: [
      ['AF', reach, null, figure(beyond.AF)],
      ...rows,
      ['PK', reach, null, figure(beyond.PK)],
      ['undecided', null, null, figure(undecided)],
    ],
  };
}
