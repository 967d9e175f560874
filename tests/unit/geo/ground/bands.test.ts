import { booleanPointInPolygon, kinks, rewind } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { borderBands } from '../../../../geo/ground/bands.ts';
import { createBorder } from '../../../../geo/line/border.ts';
import { createSides } from '../../../../geo/ground/side.ts';
import { createArea, ringsOf } from '../../../../geo/areas/area.ts';
import { bandsSchema } from '../../../../geo/model/border.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { outlines, regionPlaces, shippedLine } from '../../../ground.ts';

const border = createBorder(shippedLine());
const shapes = outlines();
const sides = createSides(shapes);
const bands = borderBands(border, shapes);
const LIMITS = [10, 25, 50, 100];

describe('bands', () => {
  it('are four on each side, small, valid and simple', () => {
    expect(bandsSchema.parse(bands).features).toHaveLength(8);
    expect(gzipSync(JSON.stringify(bands)).length).toBeLessThan(45_000);
    for (const { geometry } of bands.features) {
      expect(kinks({ type: 'Feature', properties: {}, geometry }).features).toEqual([]);
      expect(rewind(geometry, { reverse: false })).toEqual(geometry);
      for (const ring of ringsOf(geometry)) {
        expect(ring.length).toBeGreaterThan(3);
        expect(ring.slice(1).every((p, i) => String(p) !== String(ring[i]))).toBe(true);
      }
    }
  });

  it('have edges that are off by at most 0.5 % of their distance', () => {
    let [worst, checked] = [0, 0];
    for (const { geometry, properties } of bands.features) {
      for (const ring of ringsOf(geometry)) {
        for (let i = 1; i < ring.length; i++) {
          for (const t of [0, 0.25, 0.5, 0.75]) {
            const off = deviation(between(ring[i - 1], ring[i], t), properties.fromKm, properties.toKm);
            // else the edge is the line's or a country's, and no distance
            if (off === null) continue;
            worst = Math.max(worst, off);
            checked++;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(20_000);
    expect(worst).toBeLessThan(0.005);
  });

  it('hold the places that lie so far on that side, and no others', () => {
    const areas = bands.features.map(({ geometry, properties }) => ({ ...properties, ...createArea(geometry) }));
    let checked = 0;
    for (const place of regionPlaces(20_000, 9)) {
      const km = border.nearest(...place).borderKm;
      const side = sides(...place);
      // not where an edge is allowed to stray
      if (km < 0.35 || LIMITS.some((limit) => Math.abs(km - limit) < limit * 0.005)) continue;
      const found = areas.filter((area) => area.contains(...place));
      const holding = side && km < 100 ? [`${side} ${LIMITS.find((limit) => km < limit) ?? ''}`] : [];
      const names = found.map((area) => `${area.side} ${area.toKm}`);
      if (String(names) === String(holding)) checked++;
      else expect(outlineKm(place), `${String(place)} in ${String(names)}, not ${String(holding)}`).toBeLessThan(0.3);
    }
    expect(checked).toBeGreaterThan(19_000);
  });

  it('leave out third countries', () => {
    // Tajikistan north of the Wakhan, Iran west of the line's end, China east of the other
    for (const place of [
      [72.5, 37.2],
      [60.6, 29.8],
      [74.9, 37.2],
    ] as Position[]) {
      expect(border.nearest(...place).borderKm).toBeLessThan(100);
      expect(bands.features.some(({ geometry }) => booleanPointInPolygon(place, geometry))).toBe(false);
    }
  });
});

function between(a: Position, b: Position, t: number): Position {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** How far a place of a band's edge is off the nearer limit, as a share of it; `null` where the edge is no distance. */
function deviation(place: Position, fromKm: number, toKm: number): number | null {
  const km = border.nearest(...place).borderKm;
  const off = Math.min(...[fromKm, toKm].filter((limit) => limit > 0).map((limit) => Math.abs(km - limit) / limit));
  if (off < 0.002) return off;
  const isEdge = km < 0.35 || outlineKm(place) < 0.3;
  return isEdge ? null : off;
}

const outline = shapes.features.flatMap(({ geometry }) => ringsOf(geometry)).filter((ring) => ring.length > 100);
const outlineBorders = outline.map((ring) => createBorder(ring));

function outlineKm(place: Position): number {
  return Math.min(...outlineBorders.map((ring) => ring.nearest(...place).borderKm));
}
