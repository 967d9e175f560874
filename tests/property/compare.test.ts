import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDay } from '../../geo/model/day.ts';
import { compareDatasets } from '../../geo/store/compare.ts';
import { createStore } from '../../geo/store/store.ts';
import { incidents } from './random-incidents.ts';

it('two datasets are compared by month and district as a recount one by one does', () => {
  fc.assert(
    fc.property(incidents, fc.array(fc.nat(2)), (all, datasets) => {
      const store = createStore(all);
      for (let row = 0; row < store.size; row++) store.columns.dataset[row] = datasets[row] ?? 0;
      const rows = Uint32Array.from({ length: store.size }, (_, row) => row).filter((row) => row % 5 !== 4);

      const expected = new Map<string, { a: number; b: number }>();
      for (const row of rows) {
        const { start, district } = store.row(row).properties;
        const key = `${start.slice(0, 7)} ${district?.name ?? ''}`;
        const cell = expected.get(key) ?? { a: 0, b: 0 };
        if (store.columns.dataset[row] === 0) cell.a++;
        if (store.columns.dataset[row] === 2) cell.b++;
        expected.set(key, cell);
      }
      const known = [...expected].filter(([, { a, b }]) => a + b > 0);

      const { cells, both, onlyA, onlyB } = compareDatasets(store, rows, 0, 2);
      const found = cells.map(({ month, district, a, b }) => {
        const day = [...expected.keys()].find((key) => parseDay(`${key.slice(0, 7)}-01`) === month) ?? '';
        return [`${day.slice(0, 7)} ${store.districts[district]?.name ?? ''}`, { a, b }];
      });
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
      expect(found).toHaveLength(known.length);
      expect([both, onlyA, onlyB]).toEqual([
        known.filter(([, { a, b }]) => a > 0 && b > 0).length,
        known.filter(([, { b }]) => b === 0).length,
        known.filter(([, { a }]) => a === 0).length,
      ]);
    }),
    { numRuns: 200 },
  );
});
