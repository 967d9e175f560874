import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../../../geo/model/day.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { borderOf, borderTable, STRETCH_KM } from '../../../../geo/views/border.ts';
import { incident, incidents } from '../store/made-incidents.ts';

const ALL = { start: parseDay('1990-01-01') ?? NaN, end: parseDay('2039-12-31') ?? NaN };
const dead = (best: number | null) => ({ best, low: best, high: best });
const near = (id: string, change: object) =>
  incident({ id, start: '2009-05-04', end: '2009-05-04', side: 'PK', borderKm: 20, alongKm: 120, ...change });

test('an incident counts once, in its stretch, side and year; what is farther or has no distance does not', () => {
  const store = createStore([
    near('a', { fatalities: dead(3) }),
    near('b', { fatalities: dead(null), alongKm: 149.9 }),
    near('c', { side: 'AF', alongKm: 150, fatalities: dead(null) }),
    near('d', { start: '2010-01-01', end: '2010-01-01', fatalities: { best: 4, low: 2, high: 9 } }),
    near('e', { borderKm: 25.1 }),
    near('f', { borderKm: null, alongKm: null, side: null }),
  ]);
  const mask = new Uint8Array(store.size).fill(1);
  const extent = store.extent ?? ALL;
  expect(borderTable(borderOf({ store, mask, extent, withinKm: 25 }))).toEqual({
    columns: [
      'from_km',
      'to_km',
      'side',
      'from',
      'to',
      'incidents',
      'killed',
      'killed_low',
      'killed_high',
      'killed_unknown',
    ],
    rows: [
      [100, 150, 'PK', '2009-01-01', '2009-12-31', 2, 3, 3, 3, 1],
      [100, 150, 'PK', '2010-01-01', '2010-12-31', 1, 4, 2, 9, 0],
      [150, 200, 'AF', '2009-01-01', '2009-12-31', 1, null, null, null, 1],
    ],
  });
  expect(borderTable(borderOf({ store, mask: new Uint8Array(store.size), extent, withinKm: 25 })).rows).toEqual([]);
});

test('counts are those of brute force', () => {
  fc.assert(
    fc.property(incidents, fc.integer({ min: 1, max: 300 }), (made, withinKm) => {
      const store = createStore(made);
      const mask = new Uint8Array(store.size).fill(1);
      const { rows } = borderTable(borderOf({ store, mask, extent: ALL, withinKm }));
      const expected = new Map<string, number>();
      for (let row = 0; row < store.size; row++) {
        const { borderKm, alongKm, side, start } = store.row(row).properties;
        if (borderKm === null || alongKm === null || borderKm > withinKm) continue;
        const key = [Math.floor(alongKm / STRETCH_KM) * STRETCH_KM, side, start.slice(0, 4)].join();
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const counted = rows.map(([from, , side, first, , count]) => [
        [from, side, String(first).slice(0, 4)].join(),
        count,
      ]);
      expect(new Map(counted as [string, number][])).toEqual(expected);
    }),
  );
});
