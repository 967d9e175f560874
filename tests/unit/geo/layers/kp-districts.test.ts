import { area, booleanPointInPolygon, featureCollection, kinks, pointToPolygonDistance, union } from '@turf/turf';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { districtSourceSchema, kpDistricts } from '../../../../geo/layers/kp-districts.ts';
import { readJson } from '../../../../geo/layers/read-json.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { sourceText } from './source-text.ts';

const pieces = JSON.parse(sourceText('durand-line.geojson')).features[0].geometry.coordinates;
const line = durandLine(pieces, 'line').features[0].geometry.coordinates;
const source = readJson(districtSourceSchema, sourceText('kp-districts.geojson'), 'kp-districts.geojson');
const districts = kpDistricts(source, line, 'kp-districts.geojson').features;
const rings = districts.map(({ geometry }) => geometry.coordinates[0] as Position[]);

const edgeName = (a: Position, b: Position) => `${a.join()}>${b.join()}`;
const owners = new Map(rings.flatMap((ring, i) => ring.slice(1).map((b, k) => [edgeName(ring[k], b), i] as const)));

/** Even-odd rule along a parallel, written anew: no word of it is shared with the code. */
function holds(ring: readonly Position[], [x, y]: Position): boolean {
  let crossings = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [low, high] = ring[i][1] < ring[i + 1][1] ? [ring[i], ring[i + 1]] : [ring[i + 1], ring[i]];
    if (y < low[1] || y >= high[1]) continue;
    const across = low[0] + ((high[0] - low[0]) * (y - low[1])) / (high[1] - low[1]);
    if (across > x) crossings++;
  }
  return crossings % 2 === 1;
}

describe('kpDistricts', () => {
  it('has the 35 districts of the 2023 census with what the census says', () => {
    expect(districts).toHaveLength(35);
    expect(new Set(districts.map(({ properties }) => properties.id)).size).toBe(35);
    // Census 2023: Khyber Pakhtunkhwa 40,856,097
    expect(districts.reduce((sum, { properties }) => sum + properties.population2023, 0)).toBe(40_856_097);
    expect(districts.find(({ properties }) => properties.id === 'north-waziristan')?.properties).toMatchObject({
      name: 'North Waziristan',
      division: 'Bannu',
      formerFata: true,
      population2023: 693_332,
      areaKm2Official: 4707,
    });
  });

  it('shares the Durand Line edge for edge, from end to end, each edge with one district', () => {
    const used = line.slice(1).map((b, i) => owners.get(edgeName(line[i], b)));
    const first = used.findIndex((owner) => owner !== undefined);
    const last = used.findLastIndex((owner) => owner !== undefined);
    expect(used.slice(first, last + 1)).not.toContain(undefined);
    const along = used.slice(first, last + 1).filter((owner, i, all) => owner !== all[i - 1]);
    expect(along.map((owner) => districts[owner ?? -1].properties.name)).toEqual([
      'Upper Chitral',
      'Lower Chitral',
      'Upper Dir',
      'Lower Dir',
      'Bajaur',
      'Mohmand',
      'Khyber',
      'Kurram',
      'North Waziristan',
      'South Waziristan',
    ]);
    // about 1,244 km of the line run along Khyber Pakhtunkhwa
    const km = line.slice(first, last + 2);
    expect(Math.abs(sphereKm(km) - 1244)).toBeLessThan(10);
  });

  it('has no gap and no overlap: every edge has two districts or lies on one closed outer edge', () => {
    expect(owners.size).toBe(rings.reduce((sum, ring) => sum + ring.length - 1, 0));
    const outer = new Map<string, Position>();
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        if (!owners.has(edgeName(ring[i], ring[i - 1]))) outer.set(ring[i - 1].join(), ring[i]);
      }
    }
    let at = outer.get(line[500].join());
    let steps = 1;
    for (; at && at.join() !== line[500].join() && steps <= outer.size; steps++) at = outer.get(at.join());
    expect(steps).toBe(outer.size);
    const whole = union(featureCollection(districts));
    expect(whole?.geometry.type).toBe('Polygon');
    expect(whole?.geometry.coordinates).toHaveLength(1);
    const sum = districts.reduce((total, district) => total + area(district), 0);
    expect(Math.abs(sum / area(whole ?? districts[0]) - 1)).toBeLessThan(1e-9);
  });

  it('keeps every vertex that does not lie at the border, and moves the border by 4 km at most', () => {
    const kept = new Set(rings.flat().map(String));
    const moved = source.features.flatMap(({ geometry }) => geometry.coordinates[0]).filter((p) => !kept.has(p.join()));
    const far = moved.map((position) => Math.min(...line.slice(1).map((b, i) => kmToSegment(position, line[i], b))));
    expect(Math.max(...far)).toBeLessThan(4);
    expect(far.length).toBeGreaterThan(150);
  });

  it('has rings that do not cross themselves and wind counterclockwise', () => {
    for (const [i, district] of districts.entries()) {
      expect(kinks(district).features, district.properties.name).toEqual([]);
      const twice = rings[i].slice(1).reduce((sum, [x, y], k) => sum + rings[i][k][0] * y - x * rings[i][k][1], 0);
      expect(twice, district.properties.name).toBeGreaterThan(0);
    }
  });

  it('gives areas that Turf on a sphere confirms to 0.7 %', () => {
    for (const district of districts) {
      expect(Math.abs(area(district) / 1e6 / district.properties.areaKm2 - 1), district.properties.name).toBeLessThan(
        0.007,
      );
    }
  });

  it('gives label points within the district and away from its edge', () => {
    for (const district of districts) {
      const km = pointToPolygonDistance(district.properties.labelPoint, district);
      // a disc of that radius holds at least a tenth of the district
      expect((Math.PI * km * km) / district.properties.areaKm2, district.properties.name).toBeGreaterThan(0.1);
      expect(km).toBeLessThan(0);
    }
  });

  it('knows neighbours by their shared edge, both ways', () => {
    const of = (id: string) => districts.find(({ properties }) => properties.id === id)?.properties.neighbours;
    expect(of('torghar')).toEqual(
      ['battagram', 'buner', 'haripur', 'mansehra', 'shangla'].filter((id) => of(id)?.includes('torghar')),
    );
    expect(of('lower-chitral')).toEqual(['upper-chitral', 'upper-dir']);
    for (const { properties } of districts) {
      for (const id of properties.neighbours) expect(of(id), `${properties.id} ${id}`).toContain(properties.id);
    }
  });

  it('has every town of towns.csv in its district, by Turf and by a ray cast anew', () => {
    const towns = Papa.parse<Record<string, string>>(sourceText('towns.csv'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(towns).toHaveLength(40);
    for (const { town, district: name, lon, lat, position } of towns) {
      const at: Position = [Number(lon), Number(lat)];
      const index = districts.findIndex(({ properties }) => properties.name === name);
      expect(booleanPointInPolygon(at, districts[index]), town).toBe(holds(rings[index], at));
      const km = Math.max(0, pointToPolygonDistance(at, districts[index]));
      expect(km, town).toBeLessThanOrEqual(position.startsWith('approximate') ? 2 : 0);
    }
  });

  it('has both places of Torkham in Khyber and in no other district', () => {
    for (const torkham of [
      [71.0945, 34.1235],
      [71.0847, 34.1147],
    ] as Position[]) {
      expect(districts.filter((_, i) => holds(rings[i], torkham)).map(({ properties }) => properties.name)).toEqual([
        'Khyber',
      ]);
    }
  });

  it('refuses a district that is there twice', () => {
    const twice = { ...source, features: [...source.features, source.features[3]] };
    expect(() => kpDistricts(twice, line, 'kp-districts.geojson')).toThrow(
      'kp-districts.geojson, row 35, name: "Battagram" is there twice',
    );
  });
});

/** On a sphere: within 0.5 %. */
function sphereKm(course: readonly Position[]): number {
  return course.slice(1).reduce((km, [lon, lat], i) => {
    const [x, y] = [(lon - course[i][0]) * Math.cos((lat * Math.PI) / 180), lat - course[i][1]];
    return km + Math.hypot(x, y) * 111.195;
  }, 0);
}

/** On a plane at the place's latitude: within 1 % for a few km. */
function kmToSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const shrink = Math.cos((y * Math.PI) / 180);
  const [px, py, dx, dy] = [(x - ax) * shrink, y - ay, (bx - ax) * shrink, by - ay];
  const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - t * dx, py - t * dy) * 111.195;
}
