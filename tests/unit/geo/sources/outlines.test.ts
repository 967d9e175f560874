import { booleanPointInPolygon, area, kinks, pointToPolygonDistance, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { neighboursSchema, outlinesSchema } from '../../../../geo/layers/context.ts';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { readJson } from '../../../../geo/layers/read-json.ts';
import { placesSchema } from '../../../../geo/model/context.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { sourceText } from '../layers/source-text.ts';

const outlines = readJson(outlinesSchema, sourceText('pakistan-afghanistan.geojson'), 'pakistan-afghanistan.geojson');
const [pakistan, afghanistan] = outlines.features;
const pieces: Position[][] = JSON.parse(sourceText('durand-line.geojson')).features[0].geometry.coordinates;
const line = durandLine(pieces, 'line').features[0].geometry.coordinates;

/** The outer ring of the country's greatest polygon, which comes first. */
function mainland({ geometry }: (typeof outlines.features)[number]): Position[] {
  return geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0];
}

function edges(ring: readonly Position[]): Set<string> {
  return new Set(ring.slice(1).map((b, i) => `${ring[i].join()}>${b.join()}`));
}

describe('the outlines of Pakistan and Afghanistan', () => {
  it('have the whole Durand Line as their shared edge, and no other', () => {
    const [ours, theirs] = [edges(mainland(pakistan)), edges(mainland(afghanistan))];
    const along = line.slice(1).map((b, i) => [line[i].join(), b.join()]);
    expect(along.filter(([a, b]) => !ours.has(`${a}>${b}`))).toEqual([]);
    expect(along.filter(([a, b]) => !theirs.has(`${b}>${a}`))).toEqual([]);
    const shared = [...ours].filter((edge) => theirs.has(edge.split('>').toReversed().join('>')));
    expect(shared).toHaveLength(line.length - 1);
  });

  it('do not cross themselves', () => {
    for (const country of outlines.features) expect(kinks(polygon([mainland(country)])).features).toEqual([]);
  });

  it('are as large as the countries: Natural Earth has 874,000 and 642,000 km², to 1.5 %', () => {
    expect(Math.abs(area(pakistan) / 1e6 / 874_000 - 1)).toBeLessThan(0.015);
    expect(Math.abs(area(afghanistan) / 1e6 / 642_000 - 1)).toBeLessThan(0.015);
  });

  it("hold every town that GeoNames counts to them; the other country's outline does not", () => {
    const places = readJson(placesSchema, sourceText('places.geojson'), 'places.geojson').features;
    const wrong = places.filter(({ geometry, properties }) => {
      const [own, other] = properties.country === 'PK' ? [pakistan, afghanistan] : [afghanistan, pakistan];
      if (properties.country !== 'PK' && properties.country !== 'AF') return false;
      if (booleanPointInPolygon(geometry.coordinates, other)) return true;
      return (
        !booleanPointInPolygon(geometry.coordinates, own) && pointToPolygonDistance(geometry.coordinates, own) > 0.6
      );
    });
    expect(wrong.map(({ properties }) => properties.name)).toEqual([]);
    expect(places.length).toBeGreaterThan(400);
  });

  it('hold the waters within: the Indus, the Helmand, and lakes that the borders run through', () => {
    const water: [Position, typeof pakistan][] = [
      [[68.85, 27.69], pakistan],
      [[73.65, 33.15], pakistan],
      [[64.36, 31.58], afghanistan],
      // middles of what the package leaves out as water: beside the Durand Line, in Hamun-i-Mashkel, in Hamun-e Saberi
      [[65.019, 29.315], pakistan],
      [[63.045, 28.205], pakistan],
      [[61.327, 31.498], afghanistan],
    ];
    for (const [at, country] of water) expect(booleanPointInPolygon(at, country), at.join()).toBe(true);
  });
});

describe('the countries around', () => {
  it('share no place with each other, nor with Pakistan and Afghanistan', () => {
    const around = readJson(neighboursSchema, sourceText('neighbours.geojson'), 'neighbours.geojson').features;
    const all = [...around, ...outlines.features];
    const shared: string[] = [];
    // steps that meet no edge of the clipping frame
    for (let lon = 55.013; lon < 82; lon += 0.217) {
      for (let lat = 22.017; lat < 42; lat += 0.203) {
        const holders = all.filter((country) => booleanPointInPolygon([lon, lat], country));
        if (holders.length > 1)
          shared.push(`${lon},${lat}: ${holders.map(({ properties }) => properties.name).join()}`);
      }
    }
    expect(shared).toEqual([]);
  });
});
