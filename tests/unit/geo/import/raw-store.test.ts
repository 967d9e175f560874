import { expect, it } from 'vitest';
import { rawStore } from '../../../../geo/import/raw-store.ts';
import { importFile } from './imported.ts';

it('equal rows without an id are two incidents, each found by its own id', async () => {
  const { rows, layout } = await importFile('date,lat,lon\n05/13/2020,34,71\n05/13/2020,34,71\n');
  const store = rawStore(rows, layout);
  const incidents = [0, 1].map((row) => store.row(row));
  expect(new Set(incidents.map(({ id }) => id)).size).toBe(2);
  for (const [row, { id, properties }] of incidents.entries()) {
    expect([store.indexOf(id), properties.id, properties.start]).toEqual([row, id, '2020-05-13']);
  }
});
