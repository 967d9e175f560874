import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync } from 'node:zlib';
import { NeedsMapping } from '../../../../geo/formats/sample.ts';
import { describe, expect, it } from 'vitest';
import { ONE_DATE } from '../../../../geo/formats/date-style.ts';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import { createRowReader, originalOf } from '../../../../geo/formats/rows.ts';
import { NeedsDate } from '../../../../geo/formats/undated.ts';
import { eventOf, fileOf, readAll, reasonIn, refusalOf } from './data-file.ts';
import { shapeFiles, shapefile } from './made-shapefile.ts';

const RECORD = { id: 'X1', date: '2025-10-08', latitude: '34.01', longitude: 71.58, killed: 2, notes: 'A "b", c' };

async function eventsOf(content: string | Uint8Array, name = 'file') {
  const { layout, entries, notes } = await readAll(fileOf(content, name, 50));
  for (const { raw, read } of entries) if (!('rejected' in read)) expect(createRowReader(layout)(raw)).toEqual(read);
  const events = entries.filter(({ read }) => !('rejected' in read)).map(eventOf);
  return { layout, entries, notes, events, ids: events.map(({ recorded: { id } }) => givenIdOf(id)) };
}

describe('records of JSON', () => {
  const [one, two] = [RECORD, { ...RECORD, id: 'X2', extra: true }];
  it.each([
    ['an array', JSON.stringify([one, two])],
    ['an array over lines, after a byte-order mark', `\uFEFF${JSON.stringify([one, two], null, 2)}`],
    ['one a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ["ACLED's answer", JSON.stringify({ status: 200, success: true, count: 2, data: [one, two] })],
    ["UCDP's answer", JSON.stringify({ TotalCount: 2, NextPageUrl: '', Result: [one, two] })],
    ['under a key of its own', JSON.stringify({ made: { by: [1] }, attacks: [one, two] })],
  ])('are the rows of a table: %s', async (_, content) => {
    const { events, ids, layout } = await eventsOf(content);
    expect(ids).toEqual(['X1', 'X2']);
    expect(events[0]).toMatchObject({
      lat: 34.01,
      lon: 71.58,
      recorded: { start: '2025-10-08', fatalities: { best: 2 } },
    });
    expect(layout.header).toEqual(['id', 'date', 'latitude', 'longitude', 'killed', 'notes', 'extra']);
  });

  it('may hold an array themselves, and objects, of which each field is a column', async () => {
    const record = {
      id: 'X1',
      date: { $date: '2025-10-08T01:00:00Z' },
      where: { lat: 34, lng: 71, town: 'Bara' },
      sources: [{ path: 'x' }],
      tags: ['a', 'b'],
    };
    const { layout, entries, events } = await eventsOf(
      `${JSON.stringify(record)}\n${JSON.stringify({ ...record, id: 'X2' })}`,
    );
    expect(layout.header).toEqual(['id', 'date', 'where.lat', 'where.lng', 'where.town', 'sources', 'tags']);
    expect(originalOf(layout, entries[0].raw).at(-1)).toEqual(['tags', 'a; b']);
    expect(events.map(({ lat, lon, recorded }) => [lat, lon, recorded.start])).toEqual([
      [34, 71, '2025-10-08'],
      [34, 71, '2025-10-08'],
    ]);
    const point = { id: 1, date: '2025-10-08', geo: { type: 'Point', coordinates: [71, 34] } };
    expect((await eventsOf(JSON.stringify([point]))).events[0]).toMatchObject({ lat: 34, lon: 71 });
  });

  it.each([
    ['a pair of any name, the latitude first as is usual', { location: [34.25, 71.5] }],
    ['a pair with the longitude first, as only then it lies in the region', { where: [71.5, 34.25] }],
    ['coordinates as GeoJSON has them', { coordinates: [71.5, 34.25] }],
    ['coordinates with a height', { coordinates: [71.5, 34.25, 400] }],
    ['coordinates in an object', { geo: { coordinates: [71.5, 34.25] } }],
    ['a point of GeoJSON', { at: { type: 'Point', coordinates: [71.5, 34.25] } }],
    ['named degrees in an object', { geo: { lat: 34.25, lng: 71.5 } }],
  ])('have their place in %s', async (_, place) => {
    const rows = [1, 2].map((id) => ({ id, date: '2025-10-08', ...place }));
    const { events } = await eventsOf(JSON.stringify(rows));
    expect(events.map(({ lat, lon }) => [lat, lon])).toEqual([
      [34.25, 71.5],
      [34.25, 71.5],
    ]);
  });

  it('have no place in one of several pairs, nor in one that is not always a pair', async () => {
    const record = { date: '2025-10-08', from: [34.25, 71.5], to: [34, 71] };
    await expect(readAll(fileOf(JSON.stringify([record])))).rejects.toThrow(NeedsMapping);
    const mixed = [
      { id: 1, date: '2025-10-08', at: [34.25, 71.5] },
      { id: 2, date: '2025-10-09', at: ['Wana'] },
    ];
    await expect(readAll(fileOf(JSON.stringify(mixed)))).rejects.toThrow(NeedsMapping);
  });

  it('with lists of small objects have these in words', async () => {
    const sources = [
      { name: 'Dawn', url: 'https://dawn.test/1' },
      { name: 'AP', url: 'https://ap.test/2' },
    ];
    const { events } = await eventsOf(JSON.stringify([{ date: '2025-10-08', lat: 34, lon: 71, sources }]));
    expect(events[0].recorded.sources.map(({ publisher }) => publisher)).toEqual([
      'Dawn, https://dawn.test/1; AP, https://ap.test/2',
    ]);
  });

  it('that are none are rejected, each once, with the line on which they stand', async () => {
    const { entries, ids } = await eventsOf(`[${JSON.stringify(RECORD)},\n5,\n{"id":,},\n{"id":"X3"},\n{"id":"X4","da`);
    expect(ids).toEqual(['X1']);
    expect(entries.map((entry) => [entry.line, reasonIn(entry)?.slice(0, 20) ?? null])).toEqual([
      [1, null],
      [2, 'this is no record: {'],
      [3, 'this is no record: {'],
      [4, expect.any(String)],
      [5, 'this is no record: {'],
    ]);
  });

  it('with fields that only later ones have tell of them', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => ({ ...RECORD, id: `X${i}`, ...(i > 1200 && { late: 1 }) }));
    const { events, notes } = await eventsOf(JSON.stringify(many));
    expect(events).toHaveLength(1500);
    expect(notes).toEqual(['Fields that the first 1000 records do not have were passed over: late.']);
  });

  it('are known for a dataset by their fields', async () => {
    const acled = {
      event_id_cnty: 'PAK1',
      event_date: '2025-10-08',
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      actor1: 'TTP',
      latitude: '34',
      longitude: '71',
      country: 'Pakistan',
      fatalities: '3',
      notes: '',
      source: '',
    };
    const { layout, events } = await eventsOf(JSON.stringify({ status: 200, count: 1, data: [acled] }));
    expect([layout.format, events[0].recorded.type]).toEqual(['acled', 'armed_clash']);
  });

  it.each([
    ['a map of another form', '{"type":"Topology","objects":{"a":{"type":"Point","coordinates":[71,34]}}}'],
    ['an error of a service', '{"status":401,"message":"no"}'],
    ['numbers', '[1,2,3]'],
  ])('are refused: %s', async (_, content) => {
    expect(await refusalOf(fileOf(content))).toMatch(/no GeoJSON feature and no record/);
  });
});

describe('points without a date', () => {
  const placemark = (more = '') =>
    `<Placemark><name>Post</name>${more}<Point><coordinates>71.4,33.9,0</coordinates></Point></Placemark>`;
  const kml = (inside: string) => `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
  const point = (properties: object) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [71.4, 33.9] },
    properties,
  });
  const geojson = JSON.stringify({
    type: 'FeatureCollection',
    features: [point({ name: 'Post' }), point({ name: 'Post 2' })],
  });

  it.each([
    ['KML', kml(placemark())],
    ['GeoJSON', geojson],
  ])('are asked about: %s', async (_, content) => {
    await expect(readAll(fileOf(content))).rejects.toThrow(NeedsDate);
    expect(await refusalOf(fileOf(content))).toMatch(/no point of this .* has a date.*--date 2021-05-03/);
  });

  it.each([
    ['2021-05-03', '2021-05-03', 'day'],
    ['2021-05', '2021-05-01', 'month'],
    ['2021', '2021-01-01', 'year'],
  ])('have the one date that is said: %s', async (date, start, datePrecision) => {
    for (const content of [kml(placemark()), geojson]) {
      const { layout, entries, notes } = await readAll(fileOf(content), { mapping: { [ONE_DATE]: date } });
      expect(eventOf(entries[0]).recorded).toMatchObject({ start, datePrecision });
      expect(notes.join()).toMatch(new RegExp(`${date} is taken`));
      expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
    }
  });

  it('beside others that have one are rejected, and told what KML needs', async () => {
    const dated = placemark('<TimeStamp><when>2024-03-05</when></TimeStamp>');
    const { entries } = await readAll(fileOf(kml(placemark() + dated)));
    expect(entries.map(reasonIn)).toEqual([expect.stringMatching(/give the placemark a TimeStamp/), null]);
    const said = await readAll(fileOf(kml(placemark() + dated)), { mapping: { [ONE_DATE]: '2021' } });
    expect(said.entries.map((entry) => eventOf(entry).recorded.start)).toEqual(['2021-01-01', '2024-03-05']);
  });

  it('are not there in a link to a map elsewhere', async () => {
    const link = '<NetworkLink><Link><href>https://example.org/kml?mid=x&amp;y=1</href></Link></NetworkLink>';
    expect(await refusalOf(fileOf(kml(link)))).toMatch(
      /"https:\/\/example.org\/kml\?mid=x&y=1" is a link.*no points.*Export/,
    );
    const { notes, entries } = await readAll(fileOf(kml(link + placemark('<TimeStamp><when>2024</when></TimeStamp>'))));
    expect([entries.length, notes.join()]).toEqual([1, expect.stringMatching(/also links to a map elsewhere/)]);
  });
});

describe('a shapefile', () => {
  const names = ['date', 'title', 'killed'];
  const rows = [
    ['20251008', 'Überfall', '2'],
    ['20251009', 'پشاور', '0'],
  ];
  const made = { places: [[71.5, 34.25] as [number, number], null], names, rows };

  it('of points is read with its attributes', async () => {
    const { layout, entries, events } = await eventsOf(shapefile(made));
    expect(layout.header).toEqual(['lat', 'lon', ...names]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ lat: 34.25, lon: 71.5, recorded: { start: '2025-10-08', title: 'Überfall' } });
    expect(entries.map(reasonIn)).toEqual([null, 'there is no latitude']);
  });

  it.each([
    ['what is said beside it', { cpg: 'ISO 88591' }],
    ['what is said beside it', { cpg: '1252' }],
    ['nothing', {}],
  ])('has texts in Windows-1252, by %s', async (_, more) => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
    const { events } = await eventsOf(shapefile({ ...made, ...more, encode: latin }));
    expect(events[0].recorded.title).toBe('Überfall');
  });

  it.each([
    [
      'another system',
      { prj: 'PROJCS["WGS_1984_UTM_Zone_42N",GEOGCS["GCS_WGS_1984"]]' },
      /"WGS_1984_UTM_Zone_42N" is the system.*EPSG:4326/,
    ],
    ['another datum', { prj: 'GEOGCS["GCS_Kalianpur_1975",DATUM["D"]]' }, /GCS_Kalianpur_1975/],
    ['lines', { type: 3 }, /holds lines\. Give a file of points/],
  ])('is refused for %s', async (_, more, message) => {
    expect(await refusalOf(fileOf(shapefile({ ...made, ...more })))).toMatch(message);
  });

  it('of sets of points has one incident for each set, wherever its attributes say that it was', async () => {
    const sets: [number, number][][] = [
      [
        [71.5, 34.25],
        [72, 35],
        [71.5, 34.25],
      ],
      [[70, 33]],
      [],
    ];
    const attributes = { names: ['lat', 'lon', 'date', 'killed'], rows: sets.map(() => ['1', '2', '20251008', '10']) };
    const { layout, entries, events } = await eventsOf(shapefile({ places: [], sets, ...attributes }));
    expect(layout.header).toEqual(['wkt', ...attributes.names]);
    expect(events.map(({ lon, lat, otherPlaces }) => [lon, lat, otherPlaces])).toEqual([
      [71.5, 34.25, [[72, 35]]],
      [70, 33, undefined],
    ]);
    expect(events.map(({ recorded }) => recorded.fatalities.best)).toEqual([10, 10]);
    expect(entries.map(reasonIn)).toEqual([null, null, 'there are no coordinates']);
    for (const { raw, read } of entries) expect(createRowReader(layout)(raw)).toEqual(read);
    const cut = shapeFiles({ places: [], sets, ...attributes });
    const damaged = zipSync({ 'data.shp': cut['data.shp'].slice(0, 180), 'data.dbf': cut['data.dbf'] });
    expect(await refusalOf(fileOf(damaged))).toMatch(/damaged or cut off/);
  });

  it('of sets of points without dates asks for them', async () => {
    const sets: [number, number][][] = [[[71.5, 34.25]]];
    const made = shapefile({ places: [], sets, names: ['title'], rows: [['x']] });
    await expect(readAll(fileOf(made))).rejects.toThrow(NeedsMapping);
  });

  it('is refused without its other files, and where it is cut off', async () => {
    const files = shapeFiles(made);
    expect(await refusalOf(fileOf(files['data.shp'], 'data.shp'))).toMatch(/one file of a shapefile/);
    expect(await refusalOf(fileOf(files['data.dbf'], 'data.dbf'))).toMatch(/one file of a shapefile/);
    const cut = zipSync({ 'data.shp': files['data.shp'].slice(0, 120), 'data.dbf': files['data.dbf'] });
    expect(await refusalOf(fileOf(cut))).toMatch(/damaged or cut off/);
  });

  it('whose files do not have as many rows loses none', async () => {
    const { entries } = await eventsOf(
      shapefile({
        ...made,
        places: [
          [71, 34],
          [71, 35],
          [71, 36],
        ],
        rows: rows.slice(0, 1),
      }),
    );
    expect(entries).toHaveLength(3);
    expect((await eventsOf(shapefile({ ...made, places: made.places.slice(0, 1) }))).entries).toHaveLength(2);
  });
});

describe('a Parquet file', () => {
  const days = ['2025-10-08', '2025-10-09', '2025-10-10'];
  const columns = [
    { name: 'date', data: days.map((day) => new Date(`${day}T00:00:00Z`)) },
    { name: 'title', data: ['Raid', 'پشاور', 'Ambush'] },
    { name: 'killed', data: [2n, 0n, 5n], type: 'INT64' as const },
  ];
  const degrees = [
    { name: 'latitude', data: [34.25, 34.5, 34.75] },
    { name: 'longitude', data: [71.5, 71.6, 71.7] },
  ];
  const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
  const bytes = (options: Partial<Parameters<typeof parquetWriteBuffer>[0]> = {}) =>
    new Uint8Array(parquetWriteBuffer({ columnData: [...columns, ...degrees], ...options }));

  it.each([
    ['Snappy', {}],
    ['one row in a group', { rowGroupSize: 1 }],
    ['nothing packed', { codec: 'UNCOMPRESSED' as const }],
    ['gzip', { codec: 'GZIP' as const, compressors: { GZIP: (page: Uint8Array) => gzipSync(page) } }],
  ])('is read: %s', async (_, options) => {
    const { events, entries } = await eventsOf(bytes(options));
    expect(entries.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(
      events.map(({ lat, lon, recorded }) => [lat, lon, recorded.start, recorded.title, recorded.fatalities.best]),
    ).toEqual([
      [34.25, 71.5, days[0], 'Raid', 2],
      [34.5, 71.6, days[1], 'پشاور', 0],
      [34.75, 71.7, days[2], 'Ambush', 5],
    ]);
  });

  it('has points where it is a GeoParquet', async () => {
    const geometry = {
      name: 'geometry',
      data: degrees[0].data.map((lat, i) => point(degrees[1].data[i], lat)),
      type: 'GEOMETRY' as const,
    };
    const { layout, events } = await eventsOf(bytes({ columnData: [...columns, geometry] }));
    expect(layout.header).toEqual(['lat', 'lon', 'date', 'title', 'killed']);
    expect(events.map(({ lat, lon }) => [lat, lon])).toEqual([
      [34.25, 71.5],
      [34.5, 71.6],
      [34.75, 71.7],
    ]);
  });

  const SETS = [
    [
      [71.5, 34.25],
      [71.8, 34.5],
    ],
    [[71.6, 34.5]],
    [
      [71.7, 34.75],
      [71.7, 34.75],
      [71.9, 34],
    ],
  ];
  const toldOf = (geometry: object) => [
    { key: 'geo', value: JSON.stringify({ primary_column: 'geometry', columns: { geometry } }) },
  ];
  const AT = [
    [34.25, 71.5, [[71.8, 34.5]]],
    [34.5, 71.6, []],
    [34.75, 71.7, [[71.9, 34]]],
  ];
  const placesIn = ({ events }: Awaited<ReturnType<typeof eventsOf>>) =>
    events.map(({ lat, lon, otherPlaces = [] }) => [lat, lon, otherPlaces]);

  it('has incidents at several places where it is a GeoParquet of sets of points', async () => {
    const data = SETS.map((coordinates) => ({ type: 'MultiPoint', coordinates }));
    data[1] = { type: 'Point', coordinates: SETS[1][0] } as unknown as (typeof data)[0];
    const geometry = { name: 'geometry', data, type: 'GEOMETRY' as const };
    const kvMetadata = toldOf({ encoding: 'WKB', geometry_types: ['MultiPoint', 'Point'] });
    const read = await eventsOf(bytes({ columnData: [...columns, geometry], kvMetadata }));
    expect(read.layout.header).toEqual(['wkt', 'date', 'title', 'killed']);
    expect(placesIn(read)).toEqual(AT);
  });

  const AXES = ['x', 'y'].map((name) => ({ name, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const }));
  const POINT = [{ name: 'geometry', repetition_type: 'OPTIONAL' as const, num_children: 2 }, ...AXES];
  const SET = [
    { name: 'geometry', repetition_type: 'OPTIONAL' as const, num_children: 1, converted_type: 'LIST' as const },
    { name: 'list', repetition_type: 'REPEATED' as const, num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL' as const, num_children: 2 },
    ...AXES,
  ];
  /** A GeoParquet with its places as GeoArrow writes them. */
  const arrow = (encoding: 'point' | 'multipoint', data: unknown[]) =>
    eventsOf(
      bytes({
        columnData: [
          { name: 'date', data: data.map((_, i) => days[i]) },
          { name: 'geometry', data },
        ],
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'date', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          ...(encoding === 'point' ? POINT : SET),
        ],
        kvMetadata: toldOf({ encoding, geometry_types: [] }),
      }),
    );
  const inAxes = (places: readonly number[][]) => places.map(([x, y]) => ({ x, y }));

  it('has points and sets of them as GeoArrow writes them', async () => {
    expect(placesIn(await arrow('multipoint', SETS.map(inAxes)))).toEqual(AT);
    const points = await arrow(
      'point',
      SETS.map((places) => inAxes(places)[0]),
    );
    expect(points.layout.header).toEqual(['lat', 'lon', 'date']);
    expect(placesIn(points)).toEqual(AT.map(([lat, lon]) => [lat, lon, []]));
  });

  it('loses a row with a set of too many points or of none, and says why', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => [70 + i / 10_000, 34]);
    const { entries } = await arrow('multipoint', [inAxes(many), [], null]);
    const data = [many, []].map((coordinates) => ({ type: 'MultiPoint', coordinates }));
    const columnData = [
      { name: 'date', data: days.slice(0, 2) },
      { name: 'geometry', data, type: 'GEOMETRY' as const },
    ];
    const kvMetadata = toldOf({ encoding: 'WKB', geometry_types: ['MultiPoint'] });
    const packed = await eventsOf(bytes({ columnData, kvMetadata }));
    const [tooMany, none] = [expect.stringMatching(/too many points/), 'there are no coordinates'];
    expect(packed.entries.map(reasonIn)).toEqual([tooMany, none]);
    expect(entries.map(reasonIn)).toEqual([tooMany, none, none]);
  });

  /** Well-known binary as the OGC has it (06-103r4, 8.2), little-endian. */
  const wkb = (type: 1 | 2 | 4, ...places: number[][]) => {
    const part = (of: number, count: readonly number[], at: readonly number[]) => {
      const view = new DataView(new ArrayBuffer(5 + 4 * count.length + 8 * at.length));
      view.setUint8(0, 1);
      view.setUint32(1, of, true);
      count.forEach((value) => view.setUint32(5, value, true));
      at.forEach((value, i) => view.setFloat64(5 + 4 * count.length + 8 * i, value, true));
      return [...new Uint8Array(view.buffer)];
    };
    if (type === 1) return Uint8Array.from(part(1, [], places[0]));
    if (type === 2) return Uint8Array.from(part(2, [places.length], places.flat()));
    return Uint8Array.from([...part(4, [places.length], []), ...places.flatMap((place) => part(1, [], place))]);
  };
  /** Columns of bytes of which the file says nothing. */
  const bare = (data: (Uint8Array | null)[], more: { name: string; data: number[] }[] = []) => {
    const wkbColumn = { name: 'wkb_geometry', data, type: 'BYTE_ARRAY' as const, nullable: true };
    return eventsOf(bytes({ columnData: [...columns, ...more, wkbColumn] }));
  };

  it('has incidents at several places where its columns are WKB of which nothing is told', async () => {
    const read = await bare([wkb(4, ...SETS[0]), wkb(1, ...SETS[1]), wkb(4, ...SETS[2])]);
    expect(read.layout.header).toEqual(['wkt', 'date', 'title', 'killed']);
    expect(placesIn(read)).toEqual(AT);
    // as Parquet itself names geometries, without what GeoParquet says of them
    const data = SETS.map((coordinates) => ({ type: 'MultiPoint', coordinates }));
    const named = await eventsOf(bytes({ columnData: [...columns, { name: 'g', data, type: 'GEOMETRY' as const }] }));
    expect(placesIn(named)).toEqual(AT);
  });

  it('has points where these are WKB of which nothing is told, and a row without one is lost', async () => {
    const { entries, layout, events } = await bare([wkb(1, [71.5, 34.25]), null, wkb(1, [71.7, 34.75])]);
    expect(layout.header).toEqual(['lat', 'lon', 'date', 'title', 'killed']);
    expect(events.map(({ lat, lon }) => [lat, lon])).toEqual([
      [34.25, 71.5],
      [34.75, 71.7],
    ]);
    expect(entries.map(reasonIn)).toEqual([null, 'there is no latitude', null]);
  });

  it('has no places in bytes that are none, are no points or no degrees, or where other columns say where', async () => {
    const POINT_OF = (lon: number, lat: number) => wkb(1, [lon, lat]);
    const others = [
      [POINT_OF(71, 34), Uint8Array.of(1, 2, 3), POINT_OF(71, 34)],
      [POINT_OF(71, 34), wkb(2, [71, 34], [72, 34]), POINT_OF(71, 34)],
      [POINT_OF(7_900_000, 4_000_000), POINT_OF(7_900_000, 4_000_000), POINT_OF(7_900_000, 4_000_000)],
      [null, null, null],
    ];
    for (const data of others) await expect(bare(data)).rejects.toThrow(/unknown-header/);
    const { layout, events } = await bare(
      degrees[0].data.map(() => POINT_OF(71, 34)),
      degrees,
    );
    expect(layout.header).toEqual(['date', 'title', 'killed', 'latitude', 'longitude', 'wkb_geometry']);
    expect(events.map(({ lat }) => lat)).toEqual(degrees[0].data);
  });

  it.each(['SNAPPY', 'GZIP', 'ZSTD'] as const)(
    'is refused with the column whose pages are damaged: %s',
    async (codec) => {
      const columnData = [...columns, ...degrees].map((column) => ({
        ...column,
        codec: column.name === 'killed' ? codec : ('UNCOMPRESSED' as const),
      }));
      const damaged = bytes({
        columnData,
        compressors: { [codec]: () => Uint8Array.of(200, 1, 2, 3, 4, 5, 6, 7, 8, 9) },
      });
      expect(await refusalOf(fileOf(damaged, 'x.parquet'))).toMatch(
        /^x\.parquet, killed: .* the Parquet file cannot be read/,
      );
    },
  );

  it('is refused with the column that unfolds to more than it says', async () => {
    // a frame of ZSTD that says it holds 255 MB (RFC 8878, 3.1.1: all in one segment, its size in four bytes)
    const frame = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0xff, 0x0f, 1, 0, 0);
    const columnData = [...columns, { ...degrees[0], codec: 'ZSTD' as const }, degrees[1]];
    const large = bytes({ columnData, compressors: { ZSTD: () => frame } });
    expect(await refusalOf(fileOf(large, 'x.parquet'))).toMatch(/^x\.parquet, latitude: /);
  });

  it('may lie in a zip, and is refused where it is damaged', async () => {
    expect((await eventsOf(zipSync({ 'x.parquet': bytes() }))).events).toHaveLength(3);
    expect(await refusalOf(fileOf(bytes().slice(0, -20)))).toMatch(/Parquet file cannot be read/);
  });
});
