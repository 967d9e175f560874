import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../../geo/cli.ts';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import type { FileReport } from '../../../../geo/commands/events-file.ts';
import { incidentCollectionSchema } from '../../../../geo/model/incident.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-enrich-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function geo(...args: string[]): Promise<{ status: number; out: string[]; notes: string }> {
  const [out, notes]: string[][] = [[], []];
  const io = { out: (line: string) => out.push(line), note: (line: string) => notes.push(line) };
  const status = await main(args, { ...io, output: new Writable(), input: (async function* () {})() });
  return { status, out, notes: notes.join('\n') };
}
const report = (out: string[]) => JSON.parse(out[0]) as FileReport;
const at = (name: string) => join(folder, name);

function write(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

/** Two rows that can be taken, Peshawar and Kabul, and three that cannot: a date, a place, an id that is there twice. */
const FIVE = write(
  'five.csv',
  'id,date,latitude,longitude,title,killed,country\n' +
    '1,2025-10-08,34.01,71.58,"=Ambush, ""پشاور""",3,Pakistan\n' +
    '2,soon,34.01,71.58,x,,\n' +
    '3,2025-10-09,34.52,69.18,Kabul,,Afghanistan\n' +
    '4,2025-10-09,0,0,"=x\ny",,\n' +
    '1,2025-10-10,34.01,71.58,again,,\n',
);

describe('geo enrich', () => {
  it('writes what it takes as incidents in our own form, computed, and says what it read', async () => {
    const { status, out } = await geo('enrich', FIVE, '--out', at('out.geojson'), '--json');
    expect(status).toBe(0);
    expect(report(out)).toMatchObject({ format: 'table', read: 5, accepted: 2, rejected: 3, warnings: [] });
    expect(report(out).reasons.map(({ field, rows, line }) => [field, rows, line])).toEqual([
      ['start', 1, 3],
      ['lat', 1, 5],
      ['id', 1, 7],
    ]);
    const said = (JSON.parse(out[0]) as { reasons: object[] }).reasons;
    expect(said[1]).toEqual({
      field: 'lat',
      reason: 'the place is 0, 0: not known rather than in the sea',
      rows: 1,
      line: 5,
      value: '0, 0',
      code: 'zero-place',
      params: {},
    });
    const { features } = incidentCollectionSchema.parse(JSON.parse(readFileSync(at('out.geojson'), 'utf8')));
    expect(
      features.map(({ id, properties }) => [givenIdOf(id), properties.side, properties.district?.id ?? null]),
    ).toEqual([
      ['1', 'PK', 'peshawar'],
      ['3', 'AF', null],
    ]);
    expect(features[0].properties.borderKm).toBeGreaterThan(20);
  });

  it('writes CSV that comes back in unchanged, without a formula in it', async () => {
    await geo('enrich', FIVE, '--out', at('one.csv'));
    const { status, out } = await geo('enrich', at('one.csv'), '--out', at('two.csv'), '--json');
    expect([status, report(out).format, report(out).accepted]).toEqual([0, 'durand', 2]);
    const text = readFileSync(at('one.csv'), 'utf8');
    expect(readFileSync(at('two.csv'), 'utf8')).toBe(text);
    expect(
      Papa.parse<string[]>(text)
        .data.flat()
        .filter((cell) => cell.startsWith('=')),
    ).toEqual([]);
  });

  it('keeps the original columns beside its own, whatever it is asked to write, and when it is done again', async () => {
    const acled = write(
      'acled.csv',
      'event_id_cnty,event_date,event_type,actor1,latitude,longitude,notes,__proto__\n' +
        'PAK1,2024-02-14,Battles,Taliban,34.01,71.58,"=x, ""y""\nz",p\n',
    );
    const original = { event_id_cnty: 'PAK1', event_date: '2024-02-14', event_type: 'Battles', actor1: 'Taliban' };
    const features = async (from: string, to: string) => {
      expect((await geo('enrich', from, '--out', at(to))).status).toBe(0);
      return incidentCollectionSchema.parse(JSON.parse(readFileSync(at(to), 'utf8'))).features;
    };
    const [one] = await features(acled, 'acled-1.geojson');
    expect(one.original).toMatchObject({ ...original, notes: '=x, "y"\nz' });
    const [two] = await features(at('acled-1.geojson'), 'acled-2.geojson');
    expect(two).toEqual(one);

    await geo('enrich', acled, '--out', at('acled-1.csv'));
    const text = readFileSync(at('acled-1.csv'), 'utf8');
    const [row] = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    expect(row).toMatchObject({ id: 'ACLED-PAK1', original_event_type: 'Battles', original_notes: `'=x, "y"\nz` });
    await geo('enrich', at('acled-1.csv'), '--out', at('acled-2.csv'));
    expect(readFileSync(at('acled-2.csv'), 'utf8')).toBe(text);
    const [three] = await features(at('acled-1.csv'), 'acled-3.geojson');
    expect(three).toEqual(one);

    const plain = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [71, 34] },
      properties: { date: '2025', a: 1 },
    };
    await geo('enrich', write('plain.geojson', JSON.stringify(plain)), '--out', at('plain.csv'));
    const [feature] = Papa.parse<Record<string, string>>(readFileSync(at('plain.csv'), 'utf8'), { header: true }).data;
    expect(JSON.parse(feature.original)).toEqual({ date: '2025', a: '1' });
  });

  it('writes what it does not take whole, with the reason, to be mended and read again', async () => {
    await geo('enrich', FIVE, '--rejects', at('rejects.csv'));
    const text = readFileSync(at('rejects.csv'), 'utf8');
    const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    expect(rows.map((row) => [row.rejected_line, row.rejected_field, row.id, row.date, row.title])).toEqual([
      ['3', 'start', '2', 'soon', 'x'],
      ['5', 'lat', '4', '2025-10-09', "'=x\ny"],
      ['7', 'id', '1', '2025-10-10', 'again'],
    ]);
    expect(rows.map((row) => [row.rejected_code, row.rejected_reason])).toEqual([
      ['not-date', 'this is not a date: write YYYY-MM-DD'],
      ['zero-place', 'the place is 0, 0: not known rather than in the sea'],
      ['duplicate-id', 'this id is there already: the first one was kept'],
    ]);
    const mended = write('mended.csv', text.replace(',2,soon,', ',2,2025-10-01,').replace(',0,0,', ',34,71,'));
    const { out } = await geo('enrich', mended, '--out', at('mended.geojson'), '--json');
    expect(report(out)).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
    const { features } = incidentCollectionSchema.parse(JSON.parse(readFileSync(at('mended.geojson'), 'utf8')));
    expect(features[1].properties.title).toBe('=x\ny');
  });

  it('keeps features that it does not take as GeoJSON', async () => {
    const line = { type: 'Feature', geometry: { type: 'LineString', coordinates: [] }, properties: { a: 1 } };
    const point = { type: 'Feature', geometry: { type: 'Point', coordinates: [71, 34] }, properties: { date: '2025' } };
    const file = write('x.geojson', JSON.stringify({ type: 'FeatureCollection', features: [line, point] }));
    const { out } = await geo('enrich', file, '--rejects', at('rejects.geojson'), '--json');
    expect(report(out)).toMatchObject({ format: 'geojson', read: 2, accepted: 1, rejected: 1 });
    const rejects = JSON.parse(readFileSync(at('rejects.geojson'), 'utf8')) as { features: object[] };
    expect(rejects.features).toHaveLength(1);
    expect(rejects.features[0]).toMatchObject({
      ...line,
      rejected: {
        index: 0,
        field: 'geometry',
        value: 'LineString',
        code: 'not-point',
        reason: 'only points can be read',
      },
    });
  });

  it('is used wrongly without a file, with an unknown format or an unknown ending', async () => {
    expect((await geo('enrich')).status).toBe(2);
    expect((await geo('enrich', FIVE, '--format', 'dbf')).status).toBe(2);
    expect((await geo('enrich', FIVE, '--out', at('x.shp'))).status).toBe(2);
  });

  it('refuses a file that is not there or cannot be read, and a path that cannot be written', async () => {
    expect((await geo('enrich', at('nothing.csv'))).status).toBe(1);
    const { status, notes } = await geo('enrich', write('one-column.csv', 'a\nb\n'));
    expect([status, notes.includes('one-column.csv')]).toEqual([1, true]);
    expect((await geo('enrich', FIVE, '--out', join(folder, 'no', 'such', 'x.csv'))).status).toBe(1);
  });
});

describe('geo validate', () => {
  it('ends refused where a row cannot be taken, after the report', async () => {
    const { status, out, notes } = await geo('validate', FIVE, '--json');
    expect(status).toBe(1);
    expect(report(out)).toMatchObject({ read: 5, accepted: 2, rejected: 3 });
    expect(notes).toContain('of 5 rows cannot be taken');
    expect((await geo('validate', FIVE)).out.join('\n')).toMatch(/Rejected +3/);
  });

  it('is content with a file of which every row can be taken', async () => {
    const file = write('good.csv', 'date,lat,lon\n2025-10-08,34,71\n');
    expect((await geo('validate', file, '--format', 'table')).status).toBe(0);
  });
});
