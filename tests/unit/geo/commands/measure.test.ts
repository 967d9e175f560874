import { describe, expect, it } from 'vitest';
import { measurementSchema } from '../../../../geo/model/border.ts';
import { callGeo } from './call.ts';

const lonLat = (line: string) => {
  const { lon, lat } = measurementSchema.parse(JSON.parse(line));
  return [lon, lat];
};

describe('geo measure', () => {
  it('answers for a place in the order that is promised', async () => {
    const { status, out } = await callGeo(['measure', '71.58', '34.01', '--json']);
    expect([status, out.length]).toEqual([0, 1]);
    const measurement = measurementSchema.parse(JSON.parse(out[0]));
    expect(Object.keys(measurement)).toEqual([
      'lon',
      'lat',
      'borderKm',
      'borderPoint',
      'side',
      'alongKm',
      'district',
      'country',
    ]);
    // to the millimetre, no further
    expect(out[0]).not.toMatch(/"\w+Km":\d+\.\d{7}|\d\.\d{9}/);
    expect(measurement).toMatchObject({ side: 'PK', district: { id: 'peshawar', name: 'Peshawar' }, country: 'PK' });
  });

  it('answers in words, and takes a negative longitude', async () => {
    const { status, out } = await callGeo(['measure', '-71.58', '34.01']);
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/Distance from the Durand Line +11\d{3}\.\d\d km \(7\d{3}\.\d\d miles\)/);
    expect(out.join('\n')).toMatch(/Side +neither/);
  });

  it('reads a table in any order of columns, across chunks, and answers in order', async () => {
    const { status, out } = await callGeo(
      ['measure'],
      '\uFEFFname,Lat,LON\r\n"a,\n""b""",34.',
      '01,71.58\r\n\r\nc,30.9,66.4',
    );
    expect(status).toBe(0);
    expect(out.map(lonLat)).toEqual([
      [71.58, 34.01],
      [66.4, 30.9],
    ]);
  });

  it('reads JSON lines', async () => {
    const { status, out } = await callGeo(
      ['measure', '--json'],
      '{"lon":71.58,"lat":34.01,"x":"a\\"b"}\n{"lat":30.9,"lon":66.4}\n',
    );
    expect(status).toBe(0);
    expect(out.map(lonLat)).toEqual([
      [71.58, 34.01],
      [66.4, 30.9],
    ]);
  });

  it('names bad rows, measures the others and ends refused', async () => {
    const { status, out, notes } = await callGeo(['measure'], 'lon,lat\n71,34\nabc,34\n,34\n71,95\n72,34\n');
    expect(status).toBe(1);
    expect(out.map(lonLat)).toEqual([
      [71, 34],
      [72, 34],
    ]);
    expect(notes).toContain('row 3, lon: "abc"');
    expect(notes).toContain('row 4, lon: ""');
    expect(notes).toContain('row 5, lat: 95');
    expect(notes).toContain('3 of 5 rows');
  });

  it('names a line that is not JSON', async () => {
    const { status, notes } = await callGeo(['measure'], '{"lon":71,"lat":34}\n{"lon":71,\n');
    expect([status, notes.includes('row 2: "{\\"lon\\":71," is not JSON')]).toEqual([1, true]);
  });

  it.each([
    ['nothing', ''],
    ['a table without the columns', 'a,b\n1,2\n'],
  ])('refuses %s', async (_, text) => {
    expect((await callGeo(['measure'], text)).status).toBe(1);
  });

  it('refuses a place outside the world, naming it', async () => {
    const { status, notes } = await callGeo(['measure', '271.58', '34.01']);
    expect([status, notes.includes('longitude: "271.58"')]).toEqual([1, true]);
    expect((await callGeo(['measure', 'NaN', '34'])).status).toBe(1);
  });

  it.each([
    ['', ''],
    ['0x47', '0x22'],
    ['0b1000111', '34.01'],
    ['71.58', '  '],
  ])('refuses %j %j, which JavaScript takes for numbers', async (lon, lat) => {
    const { status, out } = await callGeo(['measure', lon, lat]);
    expect([status, out]).toEqual([1, []]);
  });

  it('reads degrees as the page does', async () => {
    const [plain] = (await callGeo(['measure', '71.58', '34.01', '--json'])).out;
    for (const place of [
      ['71,58', '34,01'],
      ['71°34′48″E', '34°00′36″N'],
      ['34.01N', '71.58E'],
    ])
      expect((await callGeo(['measure', ...place, '--json'])).out).toEqual([plain]);
  });

  it('points out an order that looks swapped, and only that', async () => {
    const swapped = await callGeo(['measure', '34', '71.5']);
    expect([swapped.status, swapped.notes.includes('look swapped')]).toEqual([0, true]);
    expect((await callGeo(['measure', '71.5', '34'])).notes).not.toContain('swapped');
    expect((await callGeo(['measure', '0', '0'])).notes).not.toContain('swapped');
    const all = await callGeo(['measure'], 'lon,lat\n34,71.5\n71.5,34\n');
    expect(all.notes).toContain('look swapped in 1 of 2 rows');
  });

  it('is used wrongly with one coordinate or an unknown option', async () => {
    expect((await callGeo(['measure', '71.58'])).status).toBe(2);
    expect((await callGeo(['measure', '71.58', '34.01', '--miles'])).status).toBe(2);
  });
});
