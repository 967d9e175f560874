import { expect, it } from 'vitest';
import { parseDay } from '../../../../geo/model/day.ts';
import { nearPlaces } from '../../../../geo/near/near-places.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { DISTRICTS, incident } from '../store/made-incidents.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] as [number, number] });
const known = { borderKm: 40, borderKmMin: 35, borderKmMax: 45 } as const;

// along the equator a degree is 111.3195 km long: 10 km are 0.089831°
const TEN_KM = 10 / 111.3195;
const store = createStore([
  {
    ...incident({
      id: 'at',
      start: '2025-01-01',
      end: '2025-01-01',
      locationPrecision: 'exact',
      borderKm: 40,
      borderKmMin: 39,
      borderKmMax: 41,
      fatalities: { best: 3, low: 2, high: 5 },
    }),
    geometry: point(0, 0),
  },
  {
    ...incident({ id: 'ten', start: '2025-02-01', end: '2025-02-01', locationPrecision: 'town', ...known }),
    geometry: point(TEN_KM, 0),
  },
  {
    ...incident({ id: 'later', start: '2026-02-01', end: '2026-02-01', locationPrecision: 'town', ...known }),
    geometry: point(0, 0),
  },
  {
    ...incident({
      id: 'district',
      start: '2025-03-01',
      end: '2025-03-01',
      locationPrecision: 'district',
      district: DISTRICTS[0],
    }),
    geometry: point(1, 0),
  },
  {
    ...incident({ id: 'region', start: '2025-03-01', end: '2025-03-01', locationPrecision: 'region' }),
    geometry: point(0, 0),
  },
]);
const looked = {
  mask: Uint8Array.from({ length: store.size }, () => 1),
  window: { start: day('2025-01-01'), end: day('2025-12-31') },
  districtKm: (id: string) => (id === DISTRICTS[0].id ? 7 : NaN),
};
const office = { name: 'Office', lon: 0, lat: 0 };

it('counts incidents where they are recorded, and those that may have been as near', () => {
  const [{ within, nearest }] = nearPlaces(store, [office], [4, 6, 9, 11], looked);
  // the town is known to 5 km: from 5 km on it may be as near, at 10 km it is; the district's nearest part is 7 km away
  expect(within.map(({ km, incidents, possibly }) => [km, incidents, possibly])).toEqual([
    [4, 2, 1],
    [6, 2, 2],
    [9, 2, 3],
    [11, 3, 3],
  ]);
  // the region's deaths are not known
  expect(within[0].deaths).toEqual({ best: 3, low: 2, high: 5, unknown: 1 });
  expect(store.row(nearest?.row ?? -1).properties.id).toBe('at');
});

it('leaves out what the filters leave out; where nothing is left nothing is nearest', () => {
  const [{ within, nearest }] = nearPlaces(store, [office], [11], { ...looked, mask: new Uint8Array(store.size) });
  expect(within[0]).toMatchObject({ incidents: 0, possibly: 0 });
  expect(nearest).toBeNull();
});
