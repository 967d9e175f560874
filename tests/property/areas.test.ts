import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GROUP_OF, GROUPS, type Incident } from '../../geo/model/incident.ts';
import { createStore } from '../../geo/store/store.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { areaCells, areaCounts, areaRadius, areaTally } from '../../src/scene/areas.ts';
import { inMercator } from '../../src/scene/mercator.ts';
import { placesOf } from '../../src/scene/places.ts';
import { incidents } from './random-incidents.ts';

const isCoarse = ({ properties: { locationPrecision: p } }: Incident) => p !== 'exact' && p !== 'town';

test('an area counts those of its incidents that are shown, by group, with their killed', () => {
  fc.assert(
    fc.property(incidents, fc.nat(), fc.nat(800), fc.nat(2 ** GROUPS.length - 1), (list, seed, length, groups) => {
      const store = createStore(list);
      const { lon, lat, ...columns } = store.columns;
      const places = placesOf({ rows: null, ...inMercator(lon, lat), ...columns });
      const mask = Uint8Array.from({ length: store.size }, (_, row) => (seed >> (row % 20)) & 1);
      const start = (store.extent?.start ?? 0) + (seed % 300);
      const sums = tallyBy(store, mask, areaCells(places, columns.group, 'type'))({ start, end: start + length });
      const counts = areaCounts(sums, groups, 'type');
      let counted = 0;
      places.areas.place.forEach((place, area) => {
        const there = Array.from({ length: store.size }, (_, row) => row).filter(
          (row) =>
            places.of[row] === place && mask[row] && columns.start[row] <= start + length && columns.end[row] >= start,
        );
        const shown = there.filter((row) => (groups >> columns.group[row]) & 1);
        expect(counts.incidents[area]).toBe(shown.length);
        GROUPS.forEach((group, i) => {
          const ofGroup = shown.filter((row) => GROUP_OF[store.row(row).properties.type] === group);
          expect(counts.byGroup[area * GROUPS.length + i]).toBe(ofGroup.length);
        });
        const known = shown.filter((row) => columns.best[row] >= 0);
        expect(areaTally(sums, area, groups, 'type')).toMatchObject({
          incidents: shown.length,
          deaths: known.reduce((sum, row) => sum + columns.best[row], 0),
          deathsUnknown: shown.length - known.length,
        });
        counted += there.length;
        for (const row of there) expect(isCoarse(store.row(row))).toBe(true);
      });
      const coarse = Array.from({ length: store.size }, (_, row) => row).filter(
        (row) =>
          isCoarse(store.row(row)) && mask[row] && columns.start[row] <= start + length && columns.end[row] >= start,
      );
      expect(counted).toBe(coarse.length);
    }),
  );
});

test('the area of a symbol grows by the same for each incident, up to an end', () => {
  const area = (incidents: number) => areaRadius(incidents) ** 2;
  for (const incidents of [2, 9, 64, 250])
    expect(area(incidents) - area(1)).toBeCloseTo((incidents - 1) * (area(2) - area(1)), 9);
  expect(areaRadius(1e6)).toBe(areaRadius(1e5));
});
