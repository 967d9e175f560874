import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../../../geo/model/incident.ts';
import { capOf } from '../../../../geo/store/cap.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { incident } from './made-incidents.ts';

const capAround = (places: Position[]) => {
  const store = createStore(
    places.map((coordinates, i) => ({ ...incident({ id: `i${i}` }), geometry: { type: 'Point', coordinates } })),
  );
  const cap = capOf(
    store,
    Uint32Array.from(places, (_, i) => i),
  );
  if (!cap) throw new Error('there is none');
  return cap;
};
const apart = (a: Position, b: Position) => distance(a, b, { units: 'degrees' });
/** Kabul, Nairobi, Manila, Paris; Bogotá and Los Angeles lie on the other side of the earth. */
const WORLD: Position[] = [
  [69.18, 34.52],
  [36.82, -1.29],
  [120.98, 14.6],
  [2.35, 48.86],
  [-74.07, 4.71],
  [-118.24, 34.05],
];

describe('the part of a globe to show', () => {
  it('has the most incidents that can be seen at once in sight', () => {
    const { lon, lat, radius } = capAround(WORLD);
    const inside = WORLD.filter((place) => apart(place, [lon, lat]) <= radius + 1e-6);
    expect(inside).toEqual(WORLD.slice(0, 4));
    expect(radius).toBeLessThan(70);
  });

  it('is the middle between two places, across the 180th meridian too', () => {
    const { lon, lat, radius } = capAround([
      [170, 0],
      [-170, 0],
    ]);
    expect(Math.abs(Math.abs(lon) - 180)).toBeLessThan(0.5);
    expect([Math.abs(lat) < 0.5, Math.abs(radius - 10) < 0.3]).toEqual([true, true]);
  });

  it('is the place itself where there is one, and nothing where there is none', () => {
    const { lon, lat, radius } = capAround([[71.58, 34.01]]);
    expect([lon.toFixed(6), lat.toFixed(6), radius < 1e-4]).toEqual(['71.580000', '34.010000', true]);
    expect(capOf(createStore([]), new Uint32Array())).toBeNull();
  });

  it('holds all places of a region, hardly wider than it must be', () => {
    const near = fc.tuple(fc.double({ min: 55, max: 95, noNaN: true }), fc.double({ min: 10, max: 50, noNaN: true }));
    fc.assert(
      fc.property(fc.array(near, { minLength: 2, maxLength: 30 }), (places) => {
        const { lon, lat, radius } = capAround(places);
        for (const place of places) expect(apart(place, [lon, lat])).toBeLessThanOrEqual(radius + 1e-6);
        // no circle that holds two places is narrower than half of what is between them
        const widest = Math.max(...places.map((a) => Math.max(...places.map((b) => apart(a, b)))));
        // and by Jung's theorem, on the sphere wider than in the plane, the smallest is no wider than this
        const [half, jung] = [
          widest / 2,
          Math.asin(Math.min(1, (2 / Math.sqrt(3)) * Math.sin((widest * Math.PI) / 360))),
        ];
        expect(radius).toBeGreaterThanOrEqual(half - 1e-6);
        expect(radius).toBeLessThanOrEqual(((jung * 180) / Math.PI) * 1.03 + 0.01);
      }),
    );
  });
});
