import { expect, it } from 'vitest';
import type { Position } from '../../../../geo/model/incident.ts';
import { geometryAt } from '../../../../geo/model/incident-places.ts';
import { boxOf, countOutside } from '../../../../geo/store/places.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { incident } from './made-incidents.ts';

const PLACES: Position[] = [
  [71, 34],
  [36.82, -1.29],
  [-74.07, 4.71],
  [55, 17],
  [88, 50],
  [88.001, 30],
];
const store = createStore(
  PLACES.map((coordinates, i) => ({ ...incident({ id: `i${i}` }), geometry: { type: 'Point', coordinates } })),
);

it('counts what lies outside a box; its edge is inside', () => {
  expect(countOutside(store, [55, 17, 88, 50])).toBe(3);
  expect(countOutside(store, [-180, -90, 180, 90])).toBe(0);
  expect(countOutside(store, [55, 17, 88, 50], 0)).toBe(0);
  expect(countOutside(createStore([]), [55, 17, 88, 50])).toBe(0);
});

it('finds the box of rows; none have none', () => {
  expect(boxOf(store, Uint32Array.of(0, 1, 2))).toEqual([-74.07, -1.29, 71, 34]);
  expect(boxOf(store, Uint32Array.of(4))).toEqual([88, 50, 88, 50]);
  expect(boxOf(store, new Uint32Array())).toBeNull();
});

it('an incident at several places is outside with any of them, once, and a box holds all', () => {
  const made = (id: string, others: [number, number][]) => ({
    ...incident({ id }),
    geometry: geometryAt([71, 34], others),
  });
  const several = createStore([
    made('a', [
      [0, 0],
      [1, 1],
    ]),
    made('b', [[72, 35]]),
    made('c', []),
  ]);
  expect(countOutside(several, [55, 17, 88, 50])).toBe(1);
  expect(countOutside(several, [71.5, 17, 88, 50])).toBe(3);
  expect(countOutside(several, [55, 17, 88, 50], 0)).toBe(0);
  expect(boxOf(several, Uint32Array.of(1, 2))).toEqual([71, 34, 72, 35]);
  expect(boxOf(several, Uint32Array.of(0))).toEqual([0, 0, 71, 34]);
});
