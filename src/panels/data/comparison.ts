import { formatDay } from '../../../geo/model/day.ts';
import type { Compared, Comparison } from '../../../geo/store/compare.ts';
import { NO_DISTRICT } from '../../../geo/store/store.ts';
import { saveFile } from '../../state/save.ts';

/** Which months and districts of a comparison are looked at: those that both have, or that one has alone. */
export const PARTS = ['all', 'both', 'a', 'b'] as const;
export type ComparedPart = (typeof PARTS)[number];

/** A part of a comparison, those first that differ most; what lies in no district comes last. */
export function comparedRows({ cells }: Comparison, part: ComparedPart): Compared[] {
  const wanted = (cell: Compared) => part === 'all' || partOf(cell) === part;
  const isElsewhere = ({ district }: Compared) => Number(district === NO_DISTRICT);
  const difference = ({ a, b }: Compared) => Math.abs(a - b);
  return cells
    .filter(wanted)
    .sort((p, q) => isElsewhere(p) - isElsewhere(q) || difference(q) - difference(p) || p.month - q.month);
}

function partOf({ a, b }: Compared): ComparedPart {
  if (b === 0) return 'a';
  return a === 0 ? 'b' : 'both';
}
/** Saves every month and district of a comparison as CSV. */
export async function saveComparison(
  { cells }: Comparison,
  names: { a: string; b: string },
  districtOf: (index: number) => string,
): Promise<void> {
  const { csvRecord, guard } = await import('../../../geo/formats/csv.ts');
  const lines = [
    ['month', 'district', names.a, names.b],
    ...cells.map(({ month, district, a, b }) => [
      formatDay(month).slice(0, 7),
      districtOf(district),
      String(a),
      String(b),
    ]),
  ];
  const text = lines.map((cells) => `${csvRecord(cells.map(guard))}\r\n`).join('');
  saveFile('durand-map-comparison.csv', new Blob([text], { type: 'text/csv' }));
}
