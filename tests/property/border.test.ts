import { nearestPointOnLine, pointToLineDistance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBorder } from '../../geo/line/border.ts';
import { placeAt } from '../../geo/line/geodesic.ts';
import type { Position } from '../../geo/model/incident.ts';
import { regionPlaces, shippedLine } from '../ground.ts';
import { exhaustive, karney } from '../oracle.ts';
import geographiclib from 'geographiclib-geodesic';

const line = shippedLine();
const border = createBorder(line);
const back = createBorder([...line].reverse());

const region = fc.tuple(fc.double({ min: 58, max: 80, noNaN: true }), fc.double({ min: 22, max: 40, noNaN: true }));
const world = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
const onLine = fc.double({ min: 0, max: 1, noNaN: true }).map((share): Position => {
  const at = share * (line.length - 1);
  const i = Math.min(line.length - 2, Math.floor(at));
  const t = at - i;
  return [line[i][0] + (line[i + 1][0] - line[i][0]) * t, line[i][1] + (line[i + 1][1] - line[i][1]) * t];
});

describe('against the exhaustive search', () => {
  it('is within 1 mm in the region', () => {
    fc.assert(
      fc.property(region, (place) => {
        expect(Math.abs(border.nearest(...place).borderKm * 1000 - exhaustive(line, place))).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('is within 1 mm in the world', () => {
    fc.assert(
      fc.property(world, (place) => {
        expect(Math.abs(border.nearest(...place).borderKm * 1000 - exhaustive(line, place))).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('is within 1 mm for any short line of the world', () => {
    const vertices = fc.uniqueArray(world, { minLength: 2, maxLength: 3, selector: String });
    fc.assert(
      fc.property(vertices, world, (few, place) => {
        // legs of a few hundred km, so that the search by exhaustion ends
        const near = few.map(([lon, lat]): Position => [
          few[0][0] + (lon - few[0][0]) / 90,
          few[0][1] + (lat - few[0][1]) / 90,
        ]);
        fc.pre(new Set(near.map(String)).size === near.length);
        expect(Math.abs(createBorder(near).nearest(...place).borderKm * 1000 - exhaustive(near, place))).toBeLessThan(
          1e-3,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is within 1 mm for a line of 30,000 vertices', () => {
    const fine = wrinkled(10);
    expect(fine.length).toBeGreaterThan(30_000);
    const fineBorder = createBorder(fine);
    for (const place of regionPlaces(6, 5)) {
      expect(Math.abs(fineBorder.nearest(...place).borderKm * 1000 - exhaustive(fine, place))).toBeLessThan(1e-3);
    }
  });
});

/** The line with each segment cut in `parts`, the cuts pushed to and fro by some 50 m. */
function wrinkled(parts: number): Position[] {
  return line
    .slice(1)
    .flatMap((to, i) =>
      Array.from({ length: parts }, (_, part): Position => {
        const push = part === 0 ? 0 : 5e-4 * Math.sin(i * 7 + part * 3);
        const t = part / parts;
        return [line[i][0] + (to[0] - line[i][0]) * t + push, line[i][1] + (to[1] - line[i][1]) * t - push];
      }),
    )
    .concat([line[line.length - 1]]);
}

describe('laws', () => {
  it('a line read backwards gives the same place, counted from the other end', () => {
    fc.assert(
      fc.property(fc.oneof(region, world), (place) => {
        const [a, b] = [border.nearest(...place), back.nearest(...place)];
        expect(Math.abs(a.borderKm - b.borderKm)).toBeLessThan(1e-6);
        // where two places of the line are as near as each other, either may be given
        const apart = karney(a.borderPoint, b.borderPoint) / 1000;
        if (apart < 0.01) expect(Math.abs(a.alongKm + b.alongKm - border.lengthKm)).toBeLessThan(0.02);
      }),
      { numRuns: 300 },
    );
  });

  it('the distance is the geodesic to the place given, which lies on the line where alongKm says', () => {
    fc.assert(
      fc.property(fc.oneof(region, world), (place) => {
        const { borderKm, borderPoint, alongKm, segment } = border.nearest(...place);
        expect(borderKm * 1000).toBeCloseTo(karney(place, borderPoint), 6);
        const again = border.nearest(...borderPoint);
        expect(again.borderKm).toBeLessThan(1e-6);
        expect(Math.abs(again.alongKm - alongKm)).toBeLessThan(1e-3);
        expect(karney(line[segment], borderPoint) + karney(borderPoint, line[segment + 1])).toBeLessThan(
          karney(line[segment], line[segment + 1]) + 5,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('two places differ in distance by no more than they lie apart', () => {
    fc.assert(
      fc.property(fc.oneof(region, world), fc.oneof(region, world), (a, b) => {
        const apart = karney(a, b) / 1000;
        expect(Math.abs(border.nearest(...a).borderKm - border.nearest(...b).borderKm)).toBeLessThanOrEqual(
          apart + 1e-6,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('no place of the line is nearer', () => {
    fc.assert(
      fc.property(fc.oneof(region, world), onLine, (place, other) => {
        expect(border.nearest(...place).borderKm * 1000).toBeLessThanOrEqual(karney(place, other) + 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  it('a step along the shortest geodesic shortens the distance by that much', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(region, world), share, (place, part) => {
        const { borderKm, borderPoint } = border.nearest(...place);
        const { Geodesic } = geographiclib;
        const { azi1 } = Geodesic.WGS84.Inverse(place[1], place[0], borderPoint[1], borderPoint[0], Geodesic.AZIMUTH);
        const [lon, lat] = placeAt(place[0], place[1], azi1 ?? NaN, borderKm * 1000 * part);
        expect(Math.abs(border.nearest(lon, lat).borderKm - borderKm * (1 - part))).toBeLessThan(1e-5);
      }),
      { numRuns: 300 },
    );
  });

  it('alongKm grows along the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: line.length - 2 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (i, t) => {
          const place: Position = [
            line[i][0] + (line[i + 1][0] - line[i][0]) * t,
            line[i][1] + (line[i + 1][1] - line[i][1]) * t,
          ];
          const km = border.nearest(...place).alongKm - border.nearest(...line[i]).alongKm;
          expect(km).toBeGreaterThan(0);
          expect(Math.abs(km * 1000 - karney(line[i], place))).toBeLessThan(5);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('Turf, on its sphere, agrees within its own error', () => {
  // A sphere of 6,371 km is off by at most 0.6 % from WGS 84; nearestPointOnLine adds a metre or so of its own.
  const feature = {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'LineString' as const, coordinates: line },
  };
  for (const place of regionPlaces(12, 3)) {
    const km = border.nearest(...place).borderKm;
    const snapped = nearestPointOnLine(feature, place);
    expect(Math.abs((snapped.properties.pointDistance ?? NaN) - km)).toBeLessThan(0.006 * km + 0.01);
    expect(Math.abs(pointToLineDistance(place, feature, { method: 'geodesic' }) - km)).toBeLessThan(0.012 * km + 0.2);
    const [lon, lat] = snapped.geometry.coordinates;
    expect(karney(place, [lon, lat]) / 1000).toBeGreaterThanOrEqual(km - 1e-3);
  }
});
