import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCATION_PRECISIONS, type LocationPrecision } from '../../../../geo/model/incident.ts';
import { NO_DISTRICT } from '../../../../geo/store/columns.ts';
import { inMercator } from '../../../../src/scene/mercator.ts';
import { FORM, placesOf } from '../../../../src/scene/places.ts';

interface Row {
  lon: number;
  lat: number;
  precision?: LocationPrecision;
  district?: number;
}

function placesAt(list: Row[], rows: Uint32Array<ArrayBuffer> | null = null) {
  const { x, y } = inMercator(
    Float64Array.from(list, ({ lon }) => lon),
    Float64Array.from(list, ({ lat }) => lat),
  );
  const codes = list.map(({ precision = 'town' }) => LOCATION_PRECISIONS.indexOf(precision));
  const district = Int32Array.from(list, ({ district = NO_DISTRICT }) => district);
  const places = placesOf({ x, y, locationPrecision: Uint8Array.from(codes), district, rows });
  const { begin, rows: grouped } = places.groups;
  const groups = Array.from(begin.subarray(1), (end, place) => [...grouped.subarray(begin[place], end)]);
  const areas = Array.from(places.areas.place, (place) => groups[place]);
  return { x, y, places, groups, areas };
}

describe('located incidents', () => {
  test('within about 10 m share one place', () => {
    const lat = 34;
    const { groups, areas } = placesAt([71.5, 71.50002, 71.5004, 71.5].map((lon) => ({ lon, lat })));
    expect(groups).toEqual([[0, 1, 3], [2]]);
    expect(areas).toEqual([]);
  });

  test('as grouping by a text of the place finds them', () => {
    const degree = (most: number) => fc.integer({ min: -most, max: most });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree(3), degree(3)), { maxLength: 200 }), (list) => {
        const byText = new Map<string, number[]>();
        list.forEach((place, i) => byText.set(String(place), [...(byText.get(String(place)) ?? []), i]));
        const { groups, places } = placesAt(list.map(([x, y]) => ({ lon: x * 60, lat: y * 30 })));
        expect(groups).toEqual([...byText.values()]);
        groups.forEach((rows, place) => rows.forEach((row) => expect(places.of[row]).toBe(place)));
      }),
    );
  });
});

describe('incidents that are known to an area only', () => {
  test('those of one district are together wherever they were put, those of none by their place', () => {
    const { areas, places } = placesAt([
      { lon: 71, lat: 34, precision: 'district', district: 3 },
      { lon: 70, lat: 33, precision: 'district' },
      { lon: 71.2, lat: 34.1, precision: 'district', district: 3 },
      { lon: 70, lat: 33, precision: 'district' },
      { lon: 70, lat: 33, precision: 'region' },
      { lon: 70, lat: 33, precision: 'country' },
    ]);
    expect(areas).toEqual([
      [0, 2],
      [1, 3],
      [4, 5],
    ]);
    expect([...places.areas.form]).toEqual([FORM.ring, FORM.ring, FORM.dashed]);
  });

  test('are never together with a located one', () => {
    const { groups } = placesAt([
      { lon: 70, lat: 33 },
      { lon: 70, lat: 33, precision: 'district' },
    ]);
    expect(groups).toEqual([[0], [1]]);
  });

  test('the symbol stands where one of them was put, near their middle, and not where located ones are', () => {
    const { x, y, places } = placesAt([
      { lon: 71, lat: 34, precision: 'district', district: 0 },
      { lon: 71.1, lat: 34, precision: 'district', district: 0 },
      { lon: 71.2, lat: 34, precision: 'district', district: 0 },
      { lon: 71.1, lat: 34 },
      { lon: 72, lat: 34, precision: 'district', district: 1 },
      { lon: 72.3, lat: 34, precision: 'district', district: 1 },
      { lon: 72.29, lat: 34, precision: 'district', district: 1 },
    ]);
    const { x: areaX, y: areaY, asideX, asideY } = places.areas;
    expect([0, 2].map((row) => x[row])).toContain(areaX[0]);
    expect([areaX[1], areaY[1]]).toEqual([x[6], y[6]]);
    expect([...asideX, ...asideY]).toEqual([0, 0, 0, 0]);
  });

  test('where it has no place of its own it stands aside, each to another side', () => {
    const at = { lon: 69.1628, lat: 34.53109 };
    const { places } = placesAt([at, { ...at, precision: 'district' }, { ...at, precision: 'region' }]);
    const { asideX, asideY } = places.areas;
    const sides = [0, 1].map((area) => `${Math.sign(asideX[area])} ${Math.sign(asideY[area])}`);
    expect(new Set(sides).size).toBe(2);
    for (const area of [0, 1]) expect(Math.hypot(asideX[area], asideY[area])).toBeGreaterThan(20);
  });
});
