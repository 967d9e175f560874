import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-columns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Printed {
  format: string;
  read: number;
  accepted: number;
  columns: { column: string; taken: string[]; maybe: string | null }[];
}

async function validated(path: string, ...args: string[]) {
  const { status, out, notes } = await callGeo(['validate', path, '--json', ...args]);
  const report = out.length > 0 ? (JSON.parse(out[0]) as Printed) : null;
  const taken = report?.columns.map(({ column, taken, maybe }) => [column, ...taken, ...(maybe ? [`${maybe}?`] : [])]);
  return { status, notes, report, taken };
}

/** What is recorded of each incident of a file. */
async function incidentsOf(path: string, ...args: string[]) {
  const out = join(folder, 'out.csv');
  const { status, notes } = await callGeo(['enrich', path, '--out', out, ...args]);
  expect([status, notes.split('\n').at(-1)]).toEqual([0, expect.anything()]);
  const { out: report } = await callGeo(['report', path, '--json', ...args]);
  return JSON.parse(report[0]) as { incidents: number; deaths: { best: number; unknown: number }; window: object };
}

const GERMAN = write(
  'german.csv',
  'Datum;Ort;Breite;Länge;Tote\n05.03.2021;Wana;32,298;69,572;2\n06.03.2021;Bara;33,920;71,460;1\n',
);
const GTD_PART = write(
  'gtd-part.csv',
  'iyear,imonth,iday,country_txt,city,latitude,longitude,gname,nkill,nwound\n' +
    '2012,2,22,Pakistan,Peshawar,34.01,71.58,TTP,4,11\n2013,11,0,Pakistan,Quetta,30.20,67.01,Unknown,,0\n',
);
const SUMMED = write('summed.csv', 'date,latitude,longitude,a+b,militants killed\n2020-03-01,33.92,71.46,2,5\n');

describe('--columns', () => {
  it('names the columns of a table in any language', async () => {
    const report = await incidentsOf(
      GERMAN,
      '--columns',
      'lat=Breite,lon=Länge,date=Datum,killed=Tote',
      '--date-order',
      'dmy',
    );
    expect(report).toMatchObject({
      incidents: 2,
      deaths: { best: 3 },
      window: { start: '2021-03-05', end: '2021-03-06' },
    });
  });

  it('joins three columns into a date', async () => {
    const report = await incidentsOf(GTD_PART, '--columns', 'date=iyear+imonth+iday', '--columns', 'killed=nkill');
    expect(report).toMatchObject({
      incidents: 2,
      deaths: { best: 4, unknown: 1 },
      window: { start: '2012-02-22', end: '2013-11-30' },
    });
  });

  it('adds columns, one of them with a plus in its name', async () => {
    const report = await incidentsOf(SUMMED, '--columns', String.raw`killed=a\+b+militants killed`);
    expect(report.deaths.best).toBe(7);
  });

  it('splits one column into latitude and longitude', async () => {
    const file = write('one.csv', 'Date,Where is it\n2019-04-30,"32.298, 69.572"\n');
    expect((await incidentsOf(file, '--columns', 'position=Where is it')).incidents).toBe(1);
  });

  it('takes a comma in a name, and names properties of features', async () => {
    const file = write('comma.csv', 'When,"Lat, WGS",lon\n2019-04-30,32.298,69.572\n');
    expect((await incidentsOf(file, '--columns', 'lat=Lat, WGS,date=When')).incidents).toBe(1);
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [71.5, 34] },
      properties: { Wann: '2020-05-06', Tote: 3 },
    };
    const features = write('x.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    const report = await incidentsOf(features, '--columns', 'date=Wann,killed=Tote');
    expect(report).toMatchObject({ incidents: 1, deaths: { best: 3 } });
    expect((await validated(features, '--columns', 'date=Wenn')).notes).toMatch(/\["Wann","Tote"\].*no column "Wenn"/);
  });

  it.each([
    [['lat=Breite,lat=Länge'], 2, /lat is named twice/],
    [['latitude=Breite'], 2, /"latitude" is no field.*lat, lon, position, date, /],
    [['lat'], 2, /lat names no column/],
    [
      ['lat=Broad,lon=Länge,date=Datum'],
      1,
      /\["Datum","Ort","Breite","Länge","Tote"\].*no column "Broad".*for latitude/,
    ],
    [['lat=Breite,lon=Länge'], 1, /date has no column/],
    [['lat=Breite,lon=Länge,date=Datum+Ort+Tote+Datum'], 1, /date was given too many columns/],
  ])('says what is wrong, and what there is to choose from: %s', async (columns, status, message) => {
    const said = await validated(GERMAN, ...columns.flatMap((each) => ['--columns', each]));
    expect([said.status, said.notes]).toEqual([status, expect.stringMatching(message)]);
  });

  it('does not go with a format that has columns of its own', async () => {
    expect((await validated(GERMAN, '--columns', 'lat=Breite', '--format', 'acled')).status).toBe(2);
  });
});

describe('--header-row', () => {
  const file = write('title.csv', 'Date,lat,lon of my incidents\nin 2020,,\nWhen,lat,lon\n2020-05-06,34,71\n');

  it('says where the header is', async () => {
    expect((await validated(file)).status).toBe(1);
    const { status, report } = await validated(file, '--header-row', '3', '--columns', 'date=When');
    expect([status, report?.read, report?.accepted]).toEqual([0, 1, 1]);
  });

  it.each([
    ['9', 1, /9 is no row of the file, or an empty one. Give one of the first 4/],
    ['0', 2, /from 1, not "0"/],
    ['x', 2, /from 1, not "x"/],
  ])('says what is wrong with row %s', async (row, status, message) => {
    const said = await validated(file, '--header-row', row);
    expect([said.status, said.notes]).toEqual([status, expect.stringMatching(message)]);
  });

  it('is nothing that features have', async () => {
    const features = write(
      'y.geojson',
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[71,34]},"properties":{"date":"2020-03-01"}}]}',
    );
    expect((await validated(features, '--header-row', '1')).notes).toMatch(/GeoJSON has none/);
  });
});

describe('what the columns became', () => {
  it('is said of a plain table, with what was left over and looks useful by name and cells', async () => {
    const file = write(
      'left.csv',
      'date,lat,lon,Dead by police,Death toll,Percent dead,Wounded?,Link,Colour,Said\n' +
        `2020-03-01,33.92,71.46,2,5,a few,3,https://example.org/1,red,${'long words '.repeat(10)}\n`,
    );
    expect((await validated(file)).taken).toEqual([
      ['date', 'date'],
      ['lat', 'lat'],
      ['lon', 'lon'],
      ['Dead by police', 'killed?'],
      ['Death toll', 'killed?'],
      ['Percent dead'],
      ['Wounded?', 'injured'],
      ['Link', 'url'],
      ['Colour'],
      ['Said', 'notes?'],
    ]);
    const { out } = await callGeo(['validate', file]);
    expect(out.join('\n')).toContain(
      `Left over, perhaps killed: "Dead by police", "Death toll". Read it so with --columns 'killed=Dead by police+Death toll'`,
    );
    expect(out.join('\n')).toMatch(/Left over: "Percent dead", "Colour"/);
    expect((await callGeo(['report', file])).notes).toContain('date → date; lat → latitude');
  });

  it('is said of recognised formats too', async () => {
    const acled = write(
      'acled.csv',
      'event_id_cnty,event_date,event_type,actor1,inter1,latitude,longitude,region,fatalities,deaths_seen\n' +
        'PAK1,2024-02-14,Battles,Taliban,2,34.01,71.58,South Asia,3,4\n',
    );
    expect((await validated(acled)).taken).toEqual([
      ['event_id_cnty', 'id'],
      ['event_date', 'date'],
      ['event_type', 'type'],
      ['actor1', 'actor1'],
      ['inter1', 'actor1'],
      ['latitude', 'lat'],
      ['longitude', 'lon'],
      ['region'],
      ['fatalities', 'killed'],
      ['deaths_seen'],
    ]);
    await callGeo(['enrich', acled, '--out', join(folder, 'own.csv')]);
    const own = await validated(join(folder, 'own.csv'));
    expect(own.report?.format).toBe('durand');
    expect(own.taken).toContainEqual(['fatalities', 'killed']);
    expect(own.taken).toContainEqual(['borderKm']);
    await callGeo(['enrich', acled, '--out', join(folder, 'own.geojson')]);
    expect((await validated(join(folder, 'own.geojson'))).taken).toContainEqual(['actors', 'actors']);
  });
});
