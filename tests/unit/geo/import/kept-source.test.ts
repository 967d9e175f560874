import { expect, it } from 'vitest';
import { fileOfKept } from '../../../../geo/import/kept-source.ts';
import type { Layout } from '../../../../geo/formats/format.ts';
import { createTextsBuilder } from '../../../../geo/store/texts.ts';
import { eventOf, readAll } from '../formats/data-file.ts';
import { importFile } from './imported.ts';

const TABLE = `id;date;lat;lon;title;Opfer
b;2024-03-06;34,0;71,5;"Two
lines; ""quoted""";3
a;2024-03-05;33,0;70,1;First;1
c;2024-13-01;33,0;70,1;No such month;2
`;

it('of a table that was read makes a file again: the rows that were taken as they stood, then the others', async () => {
  const { layout, rows, rejects, warnings } = await importFile(TABLE);
  if (!rows.raw) throw new Error('no raw rows');
  const file = fileOfKept({ name: 'mine.csv', layout, raw: rows.raw, rejects, warnings });
  expect(await new Response(file.stream()).text()).toBe(TABLE);
  const { entries } = await readAll(file, { mapping: { best: 'Opfer' } });
  expect(entries.slice(0, 2).map((entry) => eventOf(entry).recorded.fatalities.best)).toEqual([3, 1]);
  expect(entries).toHaveLength(3);
});

it('of features makes a collection, without what would spoil it', async () => {
  const texts = (...all: string[]) => {
    const builder = createTextsBuilder();
    for (const text of all) builder.add(text);
    return builder.finish();
  };
  const feature = (date: string) =>
    JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates: [71, 34] }, properties: { date } });
  const layout: Layout = { format: 'geojson', header: null, delimiter: '', mapping: null };
  const rejects = { lines: new Uint32Array(2), raw: texts('{"type":"Feature","cut', feature('soon')) };
  const kept = { name: 'mine.geojson', layout, raw: texts(feature('2024-03-05')), rejects, warnings: [] };
  const { entries } = await readAll(fileOfKept(kept));
  expect(entries.map(({ read }) => 'rejected' in read)).toEqual([false, true]);
});
