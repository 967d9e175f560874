import { formatDay } from '../../../geo/model/day.ts';
import type { Comparison } from '../../../geo/store/compare.ts';
import { saveFile } from '../save.ts';

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
