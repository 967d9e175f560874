import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Incident, IncidentProperties } from '../../../../geo/model/incident.ts';
import { incident as made } from '../store/made-incidents.ts';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const geo = (...args: string[]) => callGeo(args);

let files = 0;
function fileOf(content: unknown): string {
  const path = join(folder, `incidents-${files++}.geojson`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const incident = (id: string, change: Partial<IncidentProperties>): Incident => made({ id, ...change });
const kurram = { id: 'kurram', name: 'Kurram' };

/** Six incidents; the figures below were counted by hand from this table. */
const SIX = collection([
  incident('A', {
    type: 'ambush',
    start: '2025-01-05',
    end: '2025-01-05',
    fatalities: { best: 3, low: 2, high: 5 },
    district: kurram,
    side: 'PK',
    borderKm: 8,
    borderKmMin: 7,
    borderKmMax: 9,
  }),
  incident('B', {
    type: 'raid_assault',
    start: '2025-01-10',
    end: '2025-01-10',
    fatalities: { best: null, low: null, high: 4 },
    district: kurram,
    side: 'PK',
    borderKm: 12,
    borderKmMin: 7,
    borderKmMax: 17,
  }),
  // begins before the window and lasts into it
  incident('C', {
    type: 'airstrike',
    start: '2024-12-30',
    end: '2025-01-01',
    fatalities: { best: 10, low: 10, high: 10 },
    country: 'AF',
    side: 'AF',
    borderKm: 30,
    borderKmMin: 29,
    borderKmMax: 31,
  }),
  incident('D', {
    type: 'airstrike',
    start: '2025-01-31',
    end: '2025-01-31',
    fatalities: { best: 0, low: 0, high: 0 },
    district: { id: 'bannu', name: 'Bannu' },
    side: 'PK',
    locationPrecision: 'region',
  }),
  incident('E', { type: 'talks', start: '2025-01-20', end: '2025-01-20', country: 'other' }),
  // the day after the window
  incident('F', {
    type: 'ambush',
    start: '2025-02-01',
    end: '2025-02-01',
    fatalities: { best: 100, low: 90, high: 120 },
    district: kurram,
    side: 'PK',
    borderKm: 120,
    borderKmMin: 119,
    borderKmMax: 121,
  }),
]);

const deaths = (best: number, low: number, high: number, unknown: number) => ({ best, low, high, unknown });
const total = (incidents: number, ...figures: Parameters<typeof deaths>) => ({
  incidents,
  deaths: deaths(...figures),
});

describe('geo report', () => {
  it('counts a window, both days included', async () => {
    const { status, out } = await geo('report', fileOf(SIX), '--window', '2025-01-01/2025-01-31', '--json');
    expect([status, out.length]).toEqual([0, 1]);
    const report = JSON.parse(out[0]);
    expect(report).toMatchObject({
      window: { start: '2025-01-01', end: '2025-01-31' },
      // A to E: 3 + ? + 10 + 0 + ?
      ...total(5, 13, 12, 19, 2),
      byGroup: {
        attack: total(2, 3, 2, 9, 1),
        explosion: total(0, 0, 0, 0, 0),
        force: total(2, 10, 10, 10, 0),
        politics: total(1, 0, 0, 0, 1),
      },
      byType: { ambush: total(1, 3, 2, 5, 0), airstrike: total(2, 10, 10, 10, 0) },
      byDistrict: [
        { ...kurram, ...total(2, 3, 2, 9, 1) },
        { id: 'bannu', name: 'Bannu', ...total(1, 0, 0, 0, 0) },
      ],
      noDistrict: total(2, 10, 10, 10, 1),
    });
    const { bands, either, tooCoarse, elsewhere } = report.byDistance;
    const band = (side: string, fromKm: number) =>
      bands.find((b: { side: string; fromKm: number }) => b.side === side && b.fromKm === fromKm);
    expect(bands).toHaveLength(10);
    // A lies surely within 10 km; B is at 12 km, but may be nearer than 10
    expect(band('PK', 0)).toMatchObject({
      toKm: 10,
      figure: { incidents: 1, deaths: 3, deathsUnknown: 0 },
      surely: { incidents: 1, deaths: 3 },
      possibly: { incidents: 1, deaths: 0, deathsUnknown: 1 },
    });
    expect(band('PK', 10)).toMatchObject({ figure: { incidents: 1, deathsUnknown: 1 }, surely: { incidents: 0 } });
    expect(band('AF', 25)).toMatchObject({ figure: { incidents: 1, deaths: 10 }, surely: { incidents: 1 } });
    expect(band('PK', 100)).toMatchObject({ toKm: null, figure: { incidents: 0 } });
    expect([either.PK.incidents, tooCoarse.PK.incidents, elsewhere.incidents]).toEqual([1, 1, 1]);
  });

  it('counts all time without a window', async () => {
    const report = JSON.parse((await geo('report', fileOf(SIX), '--json')).out[0]);
    expect(report).toMatchObject({
      window: { start: '2024-12-30', end: '2025-02-01' },
      ...total(6, 113, 102, 139, 2),
    });
    expect(report.byDistance.bands[4]).toMatchObject({
      side: 'PK',
      fromKm: 100,
      figure: { incidents: 1, deaths: 100 },
    });
  });

  it('has no window for a file without incidents', async () => {
    const report = JSON.parse((await geo('report', fileOf(collection([])), '--json')).out[0]);
    expect(report).toMatchObject({ window: null, ...total(0, 0, 0, 0, 0), byDistrict: [] });
  });

  it('prints the same in words', async () => {
    const { out } = await geo('report', fileOf(SIX), '--window', '2025-01-01/2025-01-31');
    const text = out.join('\n');
    expect(text).toContain('Window     2025-01-01 to 2025-01-31');
    expect(text).toContain('Killed     13 (12 to 19); not known for 2 incidents');
    expect(text).toMatch(/^Kurram +2 +3 +2 +9 +1$/m);
    expect(text).toMatch(/^PK 0-10 km +1 +1 +1 +3 +3 +0$/m);
    expect(text).not.toContain('explosion');
  });

  const [first] = SIX.features as Incident[];
  it.each([
    ['a table', 'id,lon,lat\nA,71,34\n', /incidents-\d+\.geojson: "id,lon,lat.*is not JSON/],
    ['another GeoJSON', collection([{ ...first, properties: { name: 'x' } }]), /row 0, properties\./],
    [
      'a day that is none',
      collection([first, incident('B', { start: '2025-02-29', end: '2025-02-29' })]),
      /row 1, properties\.start: "2025-02-29"/,
    ],
    ['an incident that ends before it starts', collection([incident('A', { end: '2025-01-01' })]), /ends before/],
    ['an id that comes twice', collection([first, first]), /row 1, properties\.id: "A" is the id of an earlier/],
  ])('refuses %s with file, feature and field', async (_, content, message) => {
    const { status, out, notes } = await geo('report', fileOf(content));
    expect([status, out]).toEqual([1, []]);
    expect(notes).toMatch(message);
  });

  it.each(['2025-01-01', '2025-01-01/2025-02-30', '2025-01-01/2025-01-02/2025-01-03', '2025-02-01/2025-01-01', ''])(
    'refuses the window %j, naming it',
    async (window) => {
      const { status, notes } = await geo('report', fileOf(SIX), '--window', window);
      expect(status).toBe(1);
      expect(notes).toContain(`window: ${JSON.stringify(window)}`);
    },
  );

  it('refuses a file that is not there, and a call without a file or with two', async () => {
    const gone = await geo('report', join(folder, 'gone.geojson'));
    expect([gone.status, gone.notes.includes('gone.geojson')]).toEqual([1, true]);
    expect((await geo('report')).status).toBe(2);
    expect((await geo('report', 'a', 'b')).status).toBe(2);
    expect((await geo('report', fileOf(SIX), '--all')).status).toBe(2);
  });
});
