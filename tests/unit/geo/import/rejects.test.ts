import { describe, expect, it } from 'vitest';
import { finding } from '../../../../geo/formats/finding.ts';
import { createReasons, createRejects, rejectAt } from '../../../../geo/import/rejects.ts';
import { fileOf, readAll, rejectedIn } from '../formats/data-file.ts';

async function reasonsOf(text: string) {
  const { add, list } = createReasons();
  for (const entry of (await readAll(fileOf(text))).entries) {
    const found = rejectedIn(entry);
    if (found) add(found, entry.line);
  }
  return list.map(({ code, rows }) => [code, rows]);
}

describe('reasons', () => {
  it('are counted by code, field and params, whatever the value, with the first of each', () => {
    const { add, list } = createReasons();
    const found = [
      finding('lat', 'a', 'no-degrees', { axis: 'latitude' }),
      finding('lat', 'b', 'no-degrees', { axis: 'latitude' }),
      finding('lat', 'c', 'no-degrees', { axis: 'longitude' }),
      finding('lon', 'd', 'no-degrees', { axis: 'latitude' }),
      finding('lat', 'e', 'not-degrees', { axis: 'latitude' }),
      finding('x', 'f', 'wrong-option', { options: ['a', 'b'] }),
      finding('x', 'g', 'wrong-option', { options: ['a', 'b'] }),
      finding('x', 'h', 'wrong-option', { options: ['a'] }),
    ];
    expect(found.map((each, i) => add(each, 10 + i))).toEqual([0, 0, 1, 2, 3, 4, 4, 5]);
    expect(list.map(({ rows, line, value }) => [rows, line, value])).toEqual([
      [2, 10, 'a'],
      [1, 12, 'c'],
      [1, 13, 'd'],
      [1, 14, 'e'],
      [2, 15, 'f'],
      [1, 17, 'h'],
    ]);
  });

  it('are few, however many rows are wrong and however unlike they are', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => {
      const more = ',x'.repeat(1 + (i % 97));
      return [`day ${i},34,71`, `2025-10-08,place ${i},71`, `2025-10-08,34,${200 + i}`, `2025-10-08,34,71${more}`][
        i % 4
      ];
    });
    expect(await reasonsOf(`date,lat,lon\n${rows.join('\n')}\n`)).toEqual([
      ['not-date', 500],
      ['not-degrees', 500],
      ['degrees-out-of-range', 500],
      ['more-cells', 500],
    ]);
  });

  it('are few where each feature is wrong in words of its own', async () => {
    const fields = { id: 'x', title: 'x', type: 'other', start: '2025-10-08', end: '2025-10-08', datePrecision: 'day' };
    const more = { place: null, admin: null, country: null, locationPrecision: 'town', actors: [], injured: null };
    const last = { claims: [], remarks: [], sources: [], confidence: null };
    const features = Array.from({ length: 300 }, (_, i) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [71, 34] },
      properties: { ...fields, ...more, ...last, fatalities: { best: null, low: null, high: null, [`key ${i}`]: i } },
    }));
    expect(await reasonsOf(JSON.stringify({ type: 'FeatureCollection', features }))).toEqual([['unknown-keys', 300]]);
  });
});

it('what was rejected is given back, each with its own value', () => {
  const { add, finish } = createRejects();
  const rejects = ['9', '8'].map((value, i) => {
    return { line: 2 + i, raw: `row ${i}`, ...finding(null, value, 'more-cells', { columns: 7 }) };
  });
  rejects.forEach(add);
  const all = finish();
  expect([all.size, all.reasons.length]).toEqual([2, 1]);
  expect([rejectAt(all, 0), rejectAt(all, 1)]).toEqual(rejects);
});
