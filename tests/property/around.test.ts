import fc from 'fast-check';
import { expect, it } from 'vitest';
import { geometryAt } from '../../geo/model/incident-places.ts';
import type { Position } from '../../geo/model/incident.ts';
import { createAround } from '../../geo/near/around.ts';
import { createStore } from '../../geo/store/store.ts';
import { karney } from '../oracle.ts';
import { incident } from '../unit/geo/store/made-incidents.ts';

/** Anywhere, and often where degrees are no help: at the poles, at 180°, at the same place. */
const position = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.tuple(fc.double({ min: 60, max: 75, noNaN: true }), fc.double({ min: 29, max: 37, noNaN: true })),
  fc.tuple(fc.constantFrom(-180, -179.9, 179.9, 180), fc.double({ min: -2, max: 2, noNaN: true })),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-90, -89.9, 89.9, 90)),
  fc.constant([0, 0] as [number, number]),
);
const places = fc.array(fc.array(position, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 40 });
const distances = fc.oneof(
  fc.constantFrom(5, 50, 500, 5000, 20_040),
  fc.double({ min: 0.1, max: 20_000, noNaN: true }),
);

const storeOf = (all: readonly Position[][]) =>
  createStore(
    all.map(([first, ...others], i) => ({
      ...incident({ id: `i${String(i).padStart(3, '0')}` }),
      geometry: geometryAt(first, others),
    })),
  );

it('what is around a place is what an exhaustive Karney search finds, with its distances to a millimetre', () => {
  fc.assert(
    fc.property(places, position, distances, (all, at, km) => {
      const around = createAround(storeOf(all));
      const expected = all
        .map((each, row) => ({ row, km: Math.min(...each.map((place) => karney(at, place))) / 1000 }))
        .sort((a, b) => a.km - b.km || a.row - b.row);
      const found = around.within(at[0], at[1], km);
      // a micrometre more or less than the distance itself is either
      const clearly = expected.filter((one) => one.km < km - 1e-6);
      expect(found.length).toBeGreaterThanOrEqual(clearly.length);
      expect(found.length).toBeLessThanOrEqual(expected.filter((one) => one.km <= km + 1e-6).length);
      for (const one of clearly) {
        const same = found.find(({ row }) => row === one.row);
        expect(Math.abs((same?.km ?? NaN) - one.km)).toBeLessThan(1e-6);
      }
      expect(found.map((one) => one.km)).toEqual(found.map((one) => one.km).sort((a, b) => a - b));

      const isEven = (row: number) => row % 2 === 0;
      const [nearest] = expected.filter(({ row }) => isEven(row));
      expect(Math.abs((around.nearest(at[0], at[1], isEven)?.km ?? NaN) - nearest.km)).toBeLessThan(1e-6);
      expect(around.nearest(at[0], at[1], () => false)).toBeNull();
    }),
  );
});
