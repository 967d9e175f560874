import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeOf, type Brief } from '../../../../geo/model/brief.ts';
import type { Incident, IncidentProperties, Position } from '../../../../geo/model/incident.ts';
import { placesOfIncident } from '../../../../geo/model/incident-places.ts';
import { readFilters } from '../../../../geo/commands/filter-options.ts';
import { FILTER_KEYS } from '../../../../geo/store/filter.ts';
import { reportOf } from '../../../../geo/store/report.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { WRITTEN_FILTERS } from '../../../../geo/store/written-filters.ts';
import { workbook } from '../formats/made-workbook.ts';
import { incident as made } from '../store/made-incidents.ts';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const geo = (...args: string[]) => callGeo(args);
const report = async (...args: string[]) => JSON.parse((await geo('report', ...args, '--json')).out[0]);

let files = 0;
function fileOf(content: string | Uint8Array | object, ending = 'geojson'): string {
  const path = join(folder, `incidents-${files++}.${ending}`);
  const isFile = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isFile ? content : JSON.stringify(content));
  return path;
}

const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const incident = (id: string, coordinates: Position, change: Partial<IncidentProperties>): Incident => ({
  ...made({ id, ...change }),
  geometry: { type: 'Point', coordinates },
});
const kurram = { id: 'kurram', name: 'Kurram' };

/** Six incidents; the figures below were counted by hand from this table. */
const SIX = [
  // in Kurram, 7 km from the line
  incident('A', [70.05, 33.8], {
    type: 'ambush',
    start: '2025-01-05',
    end: '2025-01-05',
    locationPrecision: 'exact',
    fatalities: { best: 3, low: 2, high: 5 },
    actors: [{ name: 'TTP', side: 'ttp', attribution: 'stated', by: null, party: 1, recorded: 'TTP' }],
  }),
  // in Kurram, 12 km from the line, known within 5
  incident('B', [70.1, 33.9], {
    type: 'raid_assault',
    start: '2025-01-10',
    end: '2025-01-10',
    fatalities: { best: null, low: null, high: 4 },
    confidence: 'low',
  }),
  // begins before the window and lasts into it; in Afghanistan, 22 km from the line
  incident('C', [69.9, 33.55], {
    type: 'airstrike',
    start: '2024-12-30',
    end: '2025-01-01',
    locationPrecision: 'exact',
    fatalities: { best: 10, low: 10, high: 10 },
    country: 'AF',
  }),
  incident('D', [70.6, 32.99], {
    type: 'airstrike',
    start: '2025-01-31',
    end: '2025-01-31',
    fatalities: { best: 0, low: 0, high: 0 },
    admin: 'Bannu',
    locationPrecision: 'region',
  }),
  // Doha
  incident('E', [51.53, 25.29], { type: 'talks', start: '2025-01-20', end: '2025-01-20', country: 'other' }),
  // the day after the window; Islamabad, 185 km from the line
  incident('F', [73.05, 33.68], {
    type: 'ambush',
    start: '2025-02-01',
    end: '2025-02-01',
    fatalities: { best: 100, low: 90, high: 120 },
  }),
];
const six = fileOf(collection(SIX));

const deaths = (best: number, low: number, high: number, unknown: number) => ({ best, low, high, unknown });
const total = (incidents: number, ...figures: Parameters<typeof deaths>) => ({
  incidents,
  deaths: deaths(...figures),
});

describe('geo report', () => {
  it('counts a window, both days included', async () => {
    const { status, out } = await geo('report', six, '--window', '2025-01-01/2025-01-31', '--json');
    expect([status, out.length]).toEqual([0, 1]);
    const report = JSON.parse(out[0]);
    expect(report).toMatchObject({
      window: { start: '2025-01-01', end: '2025-01-31' },
      rows: { read: 6, accepted: 6, rejected: 0 },
      // A to E: 3 + ? + 10 + 0 + ?
      ...total(5, 13, 12, 15, 2),
      byGroup: {
        attack: total(2, 3, 2, 5, 1),
        explosion: total(0, 0, 0, 0, 0),
        force: total(2, 10, 10, 10, 0),
        politics: total(1, 0, 0, 0, 1),
      },
      byType: { ambush: total(1, 3, 2, 5, 0), airstrike: total(2, 10, 10, 10, 0) },
      byDistrict: [
        { ...kurram, ...total(2, 3, 2, 5, 1) },
        { id: 'bannu', name: 'Bannu', ...total(1, 0, 0, 0, 0) },
      ],
      noDistrict: total(2, 10, 10, 10, 1),
    });
    const { bands, either, tooCoarse, elsewhere } = report.byDistance;
    const band = (side: string, fromKm: number) =>
      bands.find((b: { side: string; fromKm: number }) => b.side === side && b.fromKm === fromKm);
    expect(bands).toHaveLength(15);
    // A lies surely within 10 km; B is at 12 km, but may be nearer than 10
    expect(band('PK', 0)).toMatchObject({
      toKm: 10,
      figure: { incidents: 1, deaths: 3, deathsUnknown: 0 },
      surely: { incidents: 1, deaths: 3 },
      possibly: { incidents: 1, deaths: 0, deathsUnknown: 1 },
    });
    expect(band('PK', 10)).toMatchObject({ figure: { incidents: 1, deathsUnknown: 1 }, surely: { incidents: 0 } });
    expect(band('AF', 10)).toMatchObject({ figure: { incidents: 1, deaths: 10 }, surely: { incidents: 1 } });
    expect(band('PK', 100)).toMatchObject({ toKm: null, figure: { incidents: 0 } });
    expect([either.PK.incidents, tooCoarse.PK.incidents, elsewhere.incidents]).toEqual([1, 1, 1]);
  });

  it('counts all time without a window', async () => {
    const all = await report(six);
    expect(all).toMatchObject({ window: { start: '2024-12-30', end: '2025-02-01' }, ...total(6, 113, 102, 135, 2) });
    expect(all.byDistance.bands[4]).toMatchObject({ side: 'PK', fromKm: 100, figure: { incidents: 1, deaths: 100 } });
  });

  it('counts several windows, each for itself', async () => {
    const windows = ['--window', '2025-01-01/2025-01-31', '--window', '2025-02-01/2025-02-28'];
    const { out } = await geo('report', six, ...windows, '--json');
    expect(out.map((line) => (JSON.parse(line) as { incidents: number }).incidents)).toEqual([5, 1]);
    const text = (await geo('report', six, ...windows)).out.join('\n');
    expect(text.match(/^Window .*$/gm)).toEqual([
      'Window     2025-01-01 to 2025-01-31',
      'Window     2025-02-01 to 2025-02-28',
    ]);
  });

  it('prints the same in words', async () => {
    const { out } = await geo('report', six, '--window', '2025-01-01/2025-01-31');
    const text = out.join('\n');
    expect(text).toContain('Window     2025-01-01 to 2025-01-31');
    expect(text).toContain('Killed     13 (12 to 15 by the lowest and highest counts); not known for 2 incidents');
    expect(text).toMatch(/^Kurram +2 +3 +2 +5 +1$/m);
    expect(text).toMatch(/^PK 0-10 km +1 +1 +1 +3 +3 +0$/m);
    expect(text).not.toContain('explosion');
    expect((await geo('report', six, '--types', 'talks')).out).toContain('Killed     0; not known for 1 incident');
  });

  it.each(['2025-01-01', '2025-01-01/2025-02-30', '2025-01-01/2025-01-02/2025-01-03', '2025-02-01/2025-01-01', ''])(
    'refuses the window %j, naming it',
    async (window) => {
      const { status, notes } = await geo('report', six, '--window', window);
      expect(status).toBe(1);
      expect(notes).toContain(`window: ${JSON.stringify(window)}`);
    },
  );

  it('refuses a file that is not there, one without incidents, and a call without a file or with one that is not there', async () => {
    const gone = await geo('report', join(folder, 'gone.geojson'));
    expect([gone.status, gone.notes.includes('gone.geojson')]).toEqual([1, true]);
    expect(await geo('report', fileOf(collection([])))).toMatchObject({ status: 1, out: [] });
    expect((await geo('report')).status).toBe(2);
    expect((await geo('report', six, 'b')).status).toBe(1);
    expect((await geo('report', six, '--all')).status).toBe(2);
  });

  it('leaves out rows that cannot be taken, and says how many', async () => {
    const rows = fileOf('date,lat,lon,killed\n2025-01-05,33.8,70.05,3\nsoon,33.8,70.05,4\n', 'csv');
    const { status, out, notes } = await geo('report', rows, '--json');
    expect(JSON.parse(out[0])).toMatchObject({ rows: { read: 2, accepted: 1, rejected: 1 }, incidents: 1 });
    expect([status, notes.split('\n').at(-1)]).toEqual([
      0,
      '1 of 2 rows cannot be taken and are not counted: validate names them.',
    ]);
    const none = await geo('report', fileOf('date,lat,lon\nsoon,33.8,70.05\n', 'csv'), '--json');
    expect(JSON.parse(none.out[0])).toMatchObject({ window: null, ...total(0, 0, 0, 0, 0), byDistrict: [] });
  });

  it('says which table it cannot read', async () => {
    const { status, out, notes } = await geo('report', fileOf('a,b\n1,2\n', 'csv'));
    expect([status, out, notes]).toEqual([1, [], expect.stringMatching(/incidents-\d+\.csv, row 1: .*columns/)]);
  });
});

describe('the files that geo report reads', () => {
  const FIELDS = 'date date_end lat lon type killed killed_low killed_high location_precision'.split(' ');
  const cells = SIX.map((incident) => ({ place: placesOfIncident(incident)[0], p: incident.properties })).map(
    ({ place, p }) => [
      ...[p.start, p.end, place[1], place[0], p.type],
      ...[p.fatalities.best ?? '', p.fatalities.low ?? '', p.fatalities.high ?? '', p.locationPrecision],
    ],
  );
  const table = [FIELDS, ...cells];
  const lines = (delimiter: string) => table.map((row) => row.join(delimiter)).join('\n');
  const cellXml = (cell: string | number) =>
    typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const sheet = table.map((row, i) => `<row r="${i + 1}">${row.map(cellXml).join('')}</row>`).join('');
  const placemarks = cells.map((row) => {
    const data = row.map((cell, i) => `<Data name="${FIELDS[i]}"><value>${cell}</value></Data>`).join('');
    return `<Placemark><ExtendedData>${data}</ExtendedData><Point><coordinates>${row[3]},${row[2]}</coordinates></Point></Placemark>`;
  });
  const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('')}</Document></kml>`;
  const features = SIX.map(({ geometry }, row) => ({
    type: 'Feature',
    geometry,
    properties: Object.fromEntries(cells[row].map((cell, i) => [FIELDS[i], cell])),
  }));
  const csv = lines(',');

  it.each<[string, string, string | Uint8Array | object]>([
    ['a table', 'csv', csv],
    ['a table with tabs', 'tsv', lines('\t')],
    ['a workbook', 'xlsx', workbook([sheet], [])],
    ['GeoJSON of others', 'geojson', collection(features)],
    ['KML', 'kml', kml],
    ['KMZ', 'kmz', zipSync({ 'doc.kml': strToU8(kml) })],
    ['a zipped table', 'zip', zipSync({ 'rows.csv': strToU8(csv) })],
    ['a gzipped table', 'csv.gz', gzipSync(csv)],
  ])('%s gives the same figures', async (_, ending, content) => {
    const { byDistrict, byGroup, byType, byDistance, ...read } = await report(fileOf(content, ending));
    expect(read).toMatchObject({ rows: { read: 6, accepted: 6 }, ...total(6, 113, 102, 135, 2) });
    expect([byDistrict[0], byGroup.force, byType.ambush]).toEqual([
      { ...kurram, ...total(2, 3, 2, 5, 1) },
      total(2, 10, 10, 10, 0),
      total(2, 103, 92, 125, 0),
    ]);
    expect(byDistance.bands[0]).toMatchObject({ side: 'PK', fromKm: 0, figure: { incidents: 1, deaths: 3 } });
  });
});

describe('geo report of several files', () => {
  // A's twin, a day later and one killed more; and another event
  const other = fileOf(
    collection([
      incident('Y', [70.05, 33.8], {
        start: '2025-01-06',
        end: '2025-01-06',
        fatalities: { best: 4, low: 4, high: 4 },
      }),
      incident('Z', [66, 29], { start: '2025-01-06', end: '2025-01-06', fatalities: { best: 7, low: 7, high: 7 } }),
    ]),
  );

  it('counts all, and tells the events that are probably in two', async () => {
    const all = await report(six, other);
    expect(all).toMatchObject({
      rows: { read: 8, accepted: 8, rejected: 0 },
      pairs: [{ of: other, in: six, count: 1 }],
      once: false,
      ...total(8, 124, 113, 146, 2),
    });
    const { out } = await geo('report', six, other);
    expect(out.join('\n')).toContain('Probably in two files, counted in each');
    expect(out.join('\n')).toMatch(/of \S+ in \S+ +1\n/);
  });

  it('counts them once where asked: the row of the file that is named first', async () => {
    expect(await report(six, other, '--once', '1')).toMatchObject({ once: true, ...total(7, 120, 109, 142, 2) });
    expect(await report(other, six, '--once', '1')).toMatchObject({ once: true, ...total(7, 121, 111, 141, 2) });
    expect(await report(six, other, '--pairs', '1')).toMatchObject({ incidents: 2 });
    expect((await geo('report', six, other, '--once', '1')).out.join('\n')).toContain('counted once');
  });

  it('of one file says nothing of pairs', async () => {
    expect(await report(six)).not.toHaveProperty('pairs');
  });
});

describe('the filters of geo report', () => {
  const layer = 'public/layers/incidents.geojson';
  let incidents: Incident[] = [];
  beforeAll(() => {
    const { features } = JSON.parse(readFileSync(layer, 'utf8')) as { features: Brief[] };
    incidents = features.map((brief) => wholeOf(brief, null));
  });

  /** Words and pairs have tests of their own. */
  const ALONE = FILTER_KEYS.filter((key) => key !== 'text' && key !== 'once' && key !== 'paired');

  /** What each filter lets pass, told from the incidents one by one. */
  type Case = [text: string, passes: (p: IncidentProperties) => boolean];
  const CASES: Readonly<Record<(typeof ALONE)[number], Case>> = {
    types: ['ambush,airstrike', ({ type }) => type === 'ambush' || type === 'airstrike'],
    sides: ['emirate', ({ actors }) => actors.some(({ side }) => side === 'emirate')],
    actors: [
      'Frontier Corps (Pakistan)|Pakistan Army',
      ({ actors }) => actors.some(({ name }) => name === 'Frontier Corps (Pakistan)' || name === 'Pakistan Army'),
    ],
    districts: ['kurram,khyber', ({ district }) => district?.id === 'kurram' || district?.id === 'khyber'],
    provinces: ['PK-BA,AF-KAN', ({ province }) => province === 'PK-BA' || province === 'AF-KAN'],
    countries: ['AF', ({ country }) => country === 'AF'],
    confidences: ['low,medium', ({ confidence }) => confidence === 'low' || confidence === 'medium'],
    deaths: ['5..25', ({ fatalities: { best } }) => best !== null && best >= 5 && best <= 25],
    borderKm: ['..20', ({ borderKm }) => borderKm !== null && borderKm <= 20],
    borderSide: ['AF', ({ side }) => side === 'AF'],
    alongKm: ['800..1000', ({ alongKm }) => alongKm !== null && alongKm >= 800 && alongKm <= 1000],
    acrossKm: ['-10..10', ({ side, borderKm }) => side !== null && borderKm !== null && borderKm <= 10],
  };

  it.each(ALONE)('%s', (key) => {
    const [text, passes] = CASES[key];
    const wanted = incidents.filter(({ properties }) => passes(properties));
    const filters = readFilters({ [WRITTEN_FILTERS[key].name]: text });
    const { incidents: counted, deaths } = reportOf(createStore(incidents), null, filters);
    expect(counted).toBe(wanted.length);
    expect(deaths.best).toBe(wanted.reduce((sum, { properties: p }) => sum + (p.fatalities.best ?? 0), 0));
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(incidents.length);
  });

  it('reads the layer of the page, whose claims and sources lie in another, and searches its publishers', async () => {
    const { rows, deaths } = await report(layer);
    expect(rows).toEqual({ read: incidents.length, accepted: incidents.length, rejected: 0 });
    expect(deaths.best).toBe(incidents.reduce((sum, { properties: p }) => sum + (p.fatalities.best ?? 0), 0));
    const dawn = incidents.filter(({ properties: { sources } }) =>
      sources.some(({ publisher }) => publisher === 'Dawn'),
    );
    expect(dawn.length).toBeGreaterThan(0);
    expect((await report(layer, '--q', 'Dawn')).incidents).toBeGreaterThanOrEqual(dawn.length);
  });

  it('words, and several filters at once', async () => {
    expect((await report(six, '--q', 'title of d')).incidents).toBe(1);
    expect((await report(six, '--types', 'ambush', '--districts', 'kurram')).incidents).toBe(1);
    expect((await report(six, '--types', 'ambush', '--window', '2025-02-01/2025-02-01')).incidents).toBe(1);
  });

  it.each([
    ['types', 'ambush,raid,war', '--types: "raid,war" is not known. Give ambush,'],
    ['side', 'DE', '--side: "DE" is not known. Give PK, AF'],
    ['deaths', '25..5', '--deaths: "25..5" is not written as 5..25'],
    ['border', 'near', '--border: "near" is not written as 5..25'],
    ['districts', 'kurram,atlantis', '--districts: "atlantis" is no district'],
  ])('--%s %s is refused in words', async (name, value, words) => {
    const { status, out, notes } = await geo('report', six, `--${name}`, value);
    expect([status, out, notes]).toEqual([1, [], expect.stringContaining(words)]);
  });

  it('are the page’s, under the names that they have in its address', async () => {
    const { out } = await geo('report', '--help');
    for (const { name } of Object.values(WRITTEN_FILTERS)) expect(out.join('\n')).toContain(`[--${name} …]`);
  });
});
