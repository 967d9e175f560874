import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'near-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const EVENTS = write(
  'events.csv',
  [
    'id,date,latitude,longitude,title,killed,location_precision',
    'one,2025-01-01,34.0000,71.5000,At the office,3,exact',
    'two,2025-02-01,34.0900,71.5000,Ten km north,,exact',
    'three,2024-02-01,34.0000,71.5000,A year before,7,exact',
  ].join('\n'),
);
const PLACES = write('offices.csv', 'name,lat,lon\n=Office,34,71.5\nFar,33,70\n');

describe('geo near', () => {
  it('counts within each distance, and gives the nearest', async () => {
    const { status, out } = await callGeo([
      ...['near', PLACES, EVENTS, '--within', '5,12', '--window', '2025-01-01/2025-12-31', '--json'],
    ]);
    expect(status).toBe(0);
    const nothing = { incidents: 0, possibly: 0, killed: { best: 0, low: 0, high: 0, unknown: 0 } };
    expect(JSON.parse(out.join(''))).toMatchObject({
      places: [
        {
          name: '=Office',
          lon: 71.5,
          lat: 34,
          within: {
            5: { incidents: 1, possibly: 1, killed: { best: 3, low: 3, high: 3, unknown: 0 } },
            12: { incidents: 2, possibly: 2, killed: { best: 3, low: 3, high: 3, unknown: 1 } },
          },
          nearest: { id: expect.stringContaining('one'), km: 0, start: '2025-01-01' },
        },
        // 0.09° of latitude at 34° are 9.98 km; Peshawar's office is 178 km from 70° E, 33° N
        { name: 'Far', within: { 5: nothing, 12: nothing }, nearest: { start: '2025-01-01' } },
      ],
    });
  });

  it('writes a table that a spreadsheet does not reckon with', async () => {
    const { out } = await callGeo(['near', PLACES, EVENTS, '--within', '12', '--csv']);
    expect(out[0]).toBe('place,lon,lat,incidents_12km,possibly_12km,killed_12km,nearest_km,nearest_day,nearest_id');
    expect(out[1]).toMatch(/^'=Office,71\.5,34,3,3,10,0,/);
  });

  it('takes the filters of report', async () => {
    const { out } = await callGeo(['near', PLACES, EVENTS, '--within', '12', '--deaths', '5..', '--csv']);
    expect(out[1]).toMatch(/^'=Office,71\.5,34,1,1,7,0,2024-02-01,/);
  });

  it('names what is no place, takes the rest, and ends refused', async () => {
    const path = write('odd.csv', 'name,lat,lon\nOffice,34,71.5\nPole,95,0\n');
    const { status, out, notes } = await callGeo(['near', path, EVENTS, '--json']);
    expect(status).toBe(1);
    expect(notes).toContain('odd.csv, row 3, lat: "95" is outside the world; it is passed over.');
    expect(JSON.parse(out.join(''))).toMatchObject({ places: [{ name: 'Office' }] });
  });

  it('refuses what it cannot do anything with', async () => {
    expect(await callGeo(['near', PLACES])).toMatchObject({ status: 2 });
    expect(await callGeo(['near', PLACES, EVENTS, '--csv', '--json'])).toMatchObject({ status: 2 });
    for (const within of ['', '0', '5,x', '-5', '2000'])
      expect(await callGeo(['near', PLACES, EVENTS, `--within=${within}`])).toMatchObject({
        status: 1,
        notes: expect.stringContaining('is no list of distances'),
      });
    const none = await callGeo(['near', EVENTS.replace('events.csv', 'none.csv'), EVENTS]);
    expect(none).toMatchObject({ status: 1, notes: expect.stringContaining('is no file') });
    const dates = write('dates.csv', 'name,date\na,2024-01-01\n');
    expect(await callGeo(['near', dates, EVENTS])).toMatchObject({
      status: 1,
      notes: expect.stringContaining('none of them is a place'),
    });
  });
});
