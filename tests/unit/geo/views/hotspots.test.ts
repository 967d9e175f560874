import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { geodesicBetween } from '../../../../geo/line/geodesic.ts';
import { dayOf } from '../../../../geo/model/day.ts';
import type { Districts } from '../../../../geo/model/district.ts';
import type { Incident, IncidentProperties, Position } from '../../../../geo/model/incident.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { hexagonsOf } from '../../../../geo/views/hexagons.ts';
import { createHotspots, hotspotsTable, type HotDistrict, type HotQuery } from '../../../../geo/views/hotspots.ts';
import { incident } from '../store/made-incidents.ts';

const layer = JSON.parse(readFileSync('public/layers/kp-districts.geojson', 'utf8')) as Districts;
const DISTRICTS: HotDistrict[] = layer.features.map(({ properties: p }) => ({
  ...{ id: p.id, name: p.name, labelPoint: p.labelPoint, neighbours: p.neighbours },
  people: p.population2023,
}));
const QUERY: HotQuery = {
  window: { start: dayOf(2025, 1, 1), end: dayOf(2025, 12, 31) },
  areas: 'district',
  figure: 'incidents',
};

type Made = Partial<IncidentProperties> & { at?: Position };

function of(made: Made[], query: Partial<HotQuery> = {}, districts = DISTRICTS) {
  const incidents = made.map(({ at = [71, 34], ...change }, i): Incident => {
    const one = incident({ id: `i${i}`, ...change });
    return { ...one, geometry: { type: 'Point', coordinates: at } };
  });
  const store = createStore(incidents);
  const rows = {
    columns: store.columns,
    longestSpan: store.longestSpan,
    districtIds: store.districts.map(({ id }) => id),
  };
  return createHotspots(rows, districts)(new Uint8Array(store.size).fill(1), { ...QUERY, ...query });
}

const inDistrict = (id: string, count: number, change: Made = {}): Made[] =>
  Array.from({ length: count }, () => ({ district: { id, name: id }, ...change }));

/** Gi* as Ord and Getis 1995 write it, over a whole matrix of weights. */
function brute(values: number[], weights: number[][]): number[] {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b) / n;
  const s = Math.sqrt(values.reduce((a, b) => a + b * b, 0) / n - mean * mean);
  return weights.map((row) => {
    const w = row.reduce((a, b) => a + b);
    const w2 = row.reduce((a, b) => a + b * b, 0);
    const sum = row.reduce((a, b, j) => a + b * values[j], 0);
    return (sum - mean * w) / (s * Math.sqrt((n * w2 - w * w) / (n - 1)));
  });
}

describe('hot and cold spots by district', () => {
  it('are those of Gi* over the whole matrix of weights', () => {
    const counts = DISTRICTS.map((_, i) => (i * 7) % 11);
    const { cells, counted } = of(DISTRICTS.flatMap(({ id }, i) => inDistrict(id, counts[i])));
    const weights = DISTRICTS.map((a) => DISTRICTS.map((b) => Number(a === b || a.neighbours.includes(b.id))));
    const expected = brute(counts, weights);
    expect(cells).toHaveLength(35);
    expect(counted).toBe(counts.reduce((a, b) => a + b));
    for (const { id, z } of cells) {
      const i = DISTRICTS.findIndex((district) => district.id === id);
      expect(z).toBeCloseTo(expected[i], 10);
    }
    expect(cells.map(({ z }) => z)).toEqual(cells.map(({ z }) => z).toSorted((a, b) => (b ?? 0) - (a ?? 0)));
  });

  it('are hot where all happens', () => {
    const { cells } = of(['north-waziristan', 'south-waziristan', 'bannu', 'tank'].flatMap((id) => inDistrict(id, 30)));
    const hot = cells.filter(({ heat }) => heat === 'hot').map(({ id }) => id);
    expect(hot).toContain('bannu');
    expect(hot).not.toContain('swat');
    for (const { heat, adjusted } of cells) expect(heat === 'neither').toBe((adjusted ?? 1) > 0.05);
  });

  it('leave out what is in no district, or not known to be in one', () => {
    const { counted, tooCoarse, outside } = of([
      ...inDistrict('swat', 3, { locationPrecision: 'district' }),
      ...inDistrict('swat', 2, { locationPrecision: 'region' }),
      {},
    ]);
    expect({ counted, tooCoarse, outside }).toEqual({ counted: 3, tooCoarse: 2, outside: 1 });
  });

  it('say nothing of what is not known', () => {
    const killed = { fatalities: { best: 4, low: null, high: null } };
    const made = [...inDistrict('swat', 3), ...inDistrict('dir-lower', 2, killed), ...inDistrict('buner', 2, killed)];
    const swat = of(made, { figure: 'deaths' }).cells.find(({ id }) => id === 'swat');
    expect(swat).toMatchObject({ incidents: 3, figure: null, z: null, p: null, heat: 'neither' });
    const districts = DISTRICTS.map((one) => (one.id === 'buner' ? { ...one, people: null } : one));
    const { cells } = of(made, { figure: 'incidents-per-100k' }, districts);
    expect(cells.find(({ id }) => id === 'buner')).toMatchObject({ figure: null, z: null });
    const people = DISTRICTS.find(({ id }) => id === 'swat')?.people ?? 0;
    expect(cells.find(({ id }) => id === 'swat')?.figure).toBeCloseTo((3 / people) * 100_000, 10);
  });

  it.each(['district', 'hexagon'] as const)('have no figure that is not one: %s', (areas) => {
    const cases: Made[][] = [[], [{}], [{ start: '2020-01-01', end: '2020-01-01' }], inDistrict('swat', 5)];
    for (const made of cases) {
      const found = of(made, { areas, figure: 'deaths' });
      expect(found.cells.every(({ z, heat }) => z === null && heat === 'neither')).toBe(true);
      expect(JSON.stringify(found)).not.toContain('NaN');
      const { columns, rows } = hotspotsTable(found);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});

describe('hot and cold spots by hexagon', () => {
  it('take in places that are known to within half a hexagon, and only hexagons where something happened', () => {
    const { cells, tooCoarse, acrossKm, counted } = of(
      [
        { at: [71, 34] },
        { at: [71.5, 34], start: '2001-01-01', end: '2001-01-01' },
        { at: [72, 34], locationPrecision: 'district' },
        { at: [72, 34], borderKm: 30, borderKmMin: 5, borderKmMax: 55 },
      ],
      { areas: 'hexagon' },
    );
    expect(acrossKm).toBe(25);
    expect({ counted, tooCoarse }).toEqual({ counted: 1, tooCoarse: 2 });
    expect(cells.map(({ incidents }) => incidents).toSorted()).toEqual([0, 1]);
  });

  it('are wider where there would be too many, and one far place changes nothing', () => {
    const over = (step: number) =>
      Array.from({ length: 5000 }, (_, i): Made => ({ at: [60 + (i % 100) * step, 20 + Math.floor(i / 100) * step] }));
    expect(of(over(0.3), { areas: 'hexagon' }).acrossKm).toBe(50);
    expect(of([{ at: [-100, 40] }, { at: [71, 34] }], { areas: 'hexagon' }).acrossKm).toBe(25);
  });

  it('are hot where incidents crowd', () => {
    // one in each of many places, and twenty more in three that are side by side
    const grid = Array.from({ length: 100 }, (_, i): Made => ({
      at: [70 + (i % 10) * 0.27, 32 + Math.floor(i / 10) * 0.2],
    }));
    const crowd = [70.81, 71.08, 70.95].flatMap((lon) => Array.from({ length: 20 }, (): Made => ({ at: [lon, 33] })));
    const { cells } = of([...grid, ...crowd], { areas: 'hexagon' });
    const hot = cells.filter(({ heat }) => heat === 'hot');
    expect(hot.length).toBeGreaterThan(2);
    for (const { middle } of hot) expect(geodesicBetween(...middle, 70.95, 33).m).toBeLessThan(60_000);
    expect(cells.filter(({ heat }) => heat === 'cold')).toEqual([]);
  });
});

describe('hexagonsOf', () => {
  const hexagons = hexagonsOf(33, 25);

  it('gives the nearest of all middles, and six neighbours as far apart as each other', () => {
    for (let i = 0; i < 300; i++) {
      const [lon, lat] = [61 + ((i * 37) % 160) / 10, 24 + ((i * 53) % 130) / 10];
      const own = hexagons.at(lon, lat);
      const beside = hexagons.beside(own);
      expect(new Set([own, ...beside]).size).toBe(7);
      expect(hexagons.at(...hexagons.middle(own))).toBe(own);
      for (const other of beside) expect(hexagons.beside(other)).toContain(own);
    }
  });

  it('have one area', () => {
    const areaOf = (lon: number, lat: number) => {
      const ring = hexagons.ring(hexagons.at(lon, lat));
      const middle = hexagons.middle(hexagons.at(lon, lat));
      return ring.slice(1).reduce((sum, to, i) => {
        const [a, b, c] = [
          geodesicBetween(...ring[i], ...to).m,
          geodesicBetween(...middle, ...to).m,
          geodesicBetween(...middle, ...ring[i]).m,
        ];
        const half = (a + b + c) / 2;
        return sum + Math.sqrt(half * (half - a) * (half - b) * (half - c));
      }, 0);
    };
    const expected = (25_000 ** 2 * Math.sqrt(3)) / 2;
    for (const lat of [24.5, 30, 36.5]) expect(areaOf(70, lat) / expected).toBeCloseTo(1, 3);
  });
});
