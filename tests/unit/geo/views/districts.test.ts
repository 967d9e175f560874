import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../../../geo/model/day.ts';
import { NO_DISTRICT, createStore } from '../../../../geo/store/store.ts';
import { binsOf } from '../../../../geo/time/bins.ts';
import { curveOf, districtCurves, districtsTable } from '../../../../geo/views/districts.ts';
import { DISTRICTS, incident, incidents } from '../store/made-incidents.ts';

const dayOf = (text: string) => parseDay(text) ?? NaN;

test('each incident counts once, in its district and in the bin of its first day', () => {
  fc.assert(
    fc.property(incidents, fc.integer({ min: 1, max: 7 }), (made, kept) => {
      const store = createStore(made);
      const mask = Uint8Array.from({ length: store.size }, (_, row) => Number(row % kept === 0));
      const bins = binsOf(store.extent ?? { start: 20_000, end: 20_000 }, 'week');
      const curves = districtCurves(store, mask, bins);
      for (const index of [NO_DISTRICT, ...store.districts.keys()]) {
        const id = index === NO_DISTRICT ? null : store.districts[index].id;
        const expected = Array.from({ length: curves.count }, () => ({ incidents: 0, deaths: 0 }));
        for (let row = 0; row < store.size; row++) {
          const { district, start, fatalities } = store.row(row).properties;
          if (!mask[row] || (district?.id ?? null) !== id) continue;
          const bin = bins.edges.findIndex((edge, i) => edge <= dayOf(start) && dayOf(start) < bins.edges[i + 1]);
          expected[bin].incidents++;
          expected[bin].deaths += fatalities.best ?? 0;
        }
        expect([...curveOf(curves, index, 'incidents')]).toEqual(expected.map((cell) => cell.incidents));
        expect([...curveOf(curves, index, 'deaths')]).toEqual(expected.map((cell) => cell.deaths));
      }
    }),
  );
});

test('the table has a row for each district and bin, and what lies in none first', () => {
  const store = createStore([
    incident({ id: 'a', district: DISTRICTS[0], fatalities: { best: 3, low: 2, high: 5 } }),
    incident({ id: 'b' }),
  ]);
  const day = dayOf('2025-10-08');
  const curves = districtCurves(store, Uint8Array.of(1, 1), binsOf({ start: day, end: day }, 'month'));
  expect(districtsTable({ ...curves, names: [null, 'Kurram'] })).toEqual({
    columns: ['district', 'from', 'to', 'incidents', 'killed', 'killed_low', 'killed_high', 'killed_unknown'],
    rows: [
      [null, '2025-10-01', '2025-10-31', 1, null, null, null, 1],
      ['Kurram', '2025-10-01', '2025-10-31', 1, 3, 2, 5, 0],
    ],
  });
});
