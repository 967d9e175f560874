import { describe, expect, it } from 'vitest';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import { createElementReader, DEEPEST_ELEMENT, LONGEST_ELEMENT } from '../../../../geo/formats/json-elements.ts';
import { readEvents, type ReadOptions } from '../../../../geo/formats/read.ts';
import { createRowReader, originalOf } from '../../../../geo/formats/rows.ts';
import { incident } from '../store/made-incidents.ts';
import { eventOf, fileOf, readAll, reasonIn, rejectedIn, warningsOf } from './data-file.ts';

const point = { type: 'Point', coordinates: [71.5, 34] };
const feature = (properties: object, geometry: object | null = point) => ({ type: 'Feature', geometry, properties });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

function elements(text: string, piece: number) {
  const { feed } = createElementReader();
  const all = [];
  for (let at = 0; at < text.length; at += piece) all.push(...feed(text.slice(at, at + piece), false));
  return [...all, ...feed('', true)].map(({ raw, flaw }) => flaw ?? raw);
}

describe('the elements of GeoJSON', () => {
  const a = '{"a":"]},[{ \\" \\\\","b":[1,{}]}';
  it.each([
    [
      'a collection',
      `{"type":"FeatureCollection", "crs":{"features":[9]},\n"features" : [${a} , {} ],"bbox":[{"x":1}]}`,
      [a, '{}'],
    ],
    ['a bare array', `[${a},${a}]`, [a, a]],
    ['one object', ` ${a}\n`, [a]],
    ['an object a line', `${a}\n\u001e{}\n`, [a, '{}']],
    ['what is no feature', '{"features":[null, 7,"x, y",[1,2] ,]}', ['null', '7', '"x, y"', '[1,2]']],
    ['an empty array', '{"features":[]}', []],
    ['a collection that is cut off', '{"features":[{},{"a":[1', ['{}', 'end']],
  ])('are found in %s', (_, text, expected) => {
    for (const piece of [1, 2, 3, 1000]) expect(elements(text, piece), `pieces of ${piece}`).toEqual(expected);
  });

  it('are flawed where they are too deep or too long, and the next are read', () => {
    const deep = '['.repeat(DEEPEST_ELEMENT + 1) + ']'.repeat(DEEPEST_ELEMENT + 1);
    const long = `{"a":"${'x'.repeat(LONGEST_ELEMENT)}"}`;
    expect(elements(`{"features":[${deep},{},${long},{"b":1}]}`, 1 << 20)).toEqual([
      'depth',
      '{}',
      'length',
      '{"b":1}',
    ]);
  });
});

describe('GeoJSON', () => {
  it('gives our own incidents back unchanged, with the radius that their interval was made with', async () => {
    const own = incident({ id: 'a', title: 'پشاور, "x"\n', borderKm: 30, borderKmMin: 5, borderKmMax: 55 });
    const { entries, layout } = await readAll(fileOf(collection({ ...own, dataset: { name: 'x' } })));
    const {
      district,
      districtByPoint,
      province,
      borderKm,
      borderKmMin,
      borderKmMax,
      borderPoint,
      side,
      alongKm,
      ...recorded
    } = own.properties;
    void [district, districtByPoint, province, borderKm, borderKmMin, borderKmMax, borderPoint, side, alongKm];
    expect(eventOf(entries[0])).toEqual({
      recorded: { ...recorded, title: 'پشاور, "x"' },
      lon: 71,
      lat: 34,
      radiusKm: 25,
    });
    expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
  });

  it('reads plain features by the names of their properties, and keeps the others', async () => {
    const properties = { title: 'Ambush', description: 'At night', date: '2025-10-08', 'marker-color': '#f00', n: 3 };
    const { entries, layout } = await readAll(fileOf(collection({ ...feature(properties), id: 17 })));
    expect(givenIdOf(eventOf(entries[0]).recorded.id)).toBe('17');
    expect(eventOf(entries[0]).recorded).toMatchObject({ title: 'Ambush', remarks: ['At night'] });
    expect(originalOf(layout, entries[0].raw)).toContainEqual(['marker-color', '#f00']);
    expect(originalOf(layout, entries[0].raw)).toContainEqual(['n', '3']);
  });

  it('takes FROM and TO for the dates where no other property is one', async () => {
    const properties = { TITLE: 'Raid', FROM: '22.07.2011', TO: '24.07.2011' };
    const { entries } = await readAll(fileOf(collection(feature(properties))));
    expect(eventOf(entries[0]).recorded).toMatchObject({ start: '2011-07-22', end: '2011-07-24' });
    const other = await readAll(fileOf(collection(feature({ ...properties, date: '2011-08-01' }))));
    expect(eventOf(other.entries[0]).recorded).toMatchObject({ start: '2011-08-01' });
  });

  it('takes a state before a region, which may be half a continent', async () => {
    const properties = { date: '2025-10-08', region: 'Middle East', state: 'Anbar' };
    const { entries } = await readAll(fileOf(collection(feature(properties))));
    expect(eventOf(entries[0]).recorded.admin).toBe('Anbar');
  });

  const coordinates = [
    [71, 34],
    [72, 35],
    [71, 34],
  ];

  it('takes several points as one incident that is counted once, and refuses other geometries by their index', async () => {
    const dated = { date: '2025-10-08', id: 'm', killed: 10, precision: 'exact' };
    const several = { type: 'MultiPoint', coordinates };
    const line = { type: 'LineString', coordinates };
    const { entries, layout } = await readAll(
      fileOf(collection(feature(dated, line), feature(dated, several), feature(dated, null), 5)),
    );
    expect(entries.map((entry) => [entry.line, reasonIn(entry) ?? givenIdOf(eventOf(entry).recorded.id)])).toEqual([
      [0, 'only points can be read'],
      [1, 'm'],
      [2, 'the feature has no geometry'],
      [3, 'this is not a feature'],
    ]);
    const { lon, lat, otherPlaces, recorded } = eventOf(entries[1]);
    expect([lon, lat, otherPlaces]).toEqual([71, 34, [[72, 35]]]);
    expect([recorded.fatalities.best, recorded.remarks]).toEqual([10, []]);
    expect(warningsOf(entries[1])).toEqual([expect.stringContaining('counted once')]);
    for (const { raw, read } of entries) expect(createRowReader(layout)(raw)).toEqual(read);
  });

  it('takes several points that are one place as a point, and none of which one is no place, or that are too many', async () => {
    const dated = { date: '2025-10-08' };
    const several = (...points: unknown[]) => feature(dated, { type: 'MultiPoint', coordinates: points });
    const { entries } = await readAll(
      fileOf(
        collection(
          several([71, 34], [71, 34]),
          several([71, 34], [71, 95]),
          several([71, 34], ['x', 35]),
          several(),
          several(...Array.from({ length: 1001 }, (_, i) => [71, 34 + i / 1000])),
        ),
      ),
    );
    expect([warningsOf(entries[0]), eventOf(entries[0]).otherPlaces]).toEqual([[], undefined]);
    expect(entries.slice(1).map((entry) => rejectedIn(entry)?.code)).toEqual([
      'degrees-out-of-range',
      'coordinates-not-numbers',
      'no-coordinates',
      'too-many-points',
    ]);
  });

  it('takes the points of a MultiGeometry in KML as one incident', async () => {
    const point = (place: string) => `<Point><coordinates>${place}</coordinates></Point>`;
    const { entries } = await readAll(
      fileOf(
        `<kml><Placemark><name>Raids</name><TimeStamp><when>2025-10-08</when></TimeStamp><MultiGeometry>${point('71,34')}${point('72,35')}</MultiGeometry></Placemark></kml>`,
      ),
    );
    expect(entries).toHaveLength(1);
    expect(eventOf(entries[0])).toMatchObject({
      lon: 71,
      lat: 34,
      otherPlaces: [[72, 35]],
      recorded: { title: 'Raids' },
    });
  });

  it('may come as a sequence of features (RFC 8142)', async () => {
    const one = JSON.stringify(feature({ date: '2025-10-08' }));
    const { entries } = await readAll(fileOf(`\u001e${one}\n\u001e${one}\n`));
    expect(entries.map((entry) => eventOf(entry).lat)).toEqual([34, 34]);
  });

  it('is not harmed by __proto__, nor runs what is in its texts', async () => {
    const text =
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[71,34]},"properties":{"__proto__":{"date":"2025-10-08","polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"<script>alert(1)</script>","date":"2025-10-09"}}';
    const { entries } = await readAll(fileOf(text));
    expect(eventOf(entries[0]).recorded).toMatchObject({ start: '2025-10-09', title: '<script>alert(1)</script>' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('names the field of an own incident that is wrong', async () => {
    const own = incident({ id: 'a' });
    const wrong = { ...own, properties: { ...own.properties, confidence: 'sure' } };
    const { entries } = await readAll(fileOf(collection(wrong)));
    expect(rejectedIn(entries[0])).toMatchObject({ field: 'confidence', value: 'sure' });
  });
});

describe('KML and GPX', () => {
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><!-- <Placemark> -->
    <Placemark id="p1"><name>Ambush</name><description><![CDATA[<b>no</b></Placemark>]]></description>
      <TimeStamp><when>2025-10-08</when></TimeStamp><Point><coordinates>71.5,34,0</coordinates></Point></Placemark>
    <Placemark><name>Siege</name><TimeSpan><begin>2025-10-08</begin><end>2025-10-10</end></TimeSpan>
      <ExtendedData><Data name="killed"><value>4</value></Data></ExtendedData><Point><coordinates>71,33</coordinates></Point></Placemark>
    <Placemark><name>Road</name><LineString><coordinates>71,34 72,35</coordinates></LineString></Placemark>
    <Placemark><name>broken</nam></Placemark>
    <Placemark><name>Nowhere</name></Placemark></Document></kml>`;

  it.each([1, 10, 1 << 16])('reads placemarks in pieces of %i bytes, a broken one for itself', async (piece) => {
    const { layout, entries } = await readAll(fileOf(kml, 'x', piece));
    expect(layout.format).toBe('kml');
    const [ambush, siege, ...others] = entries;
    expect(eventOf(ambush)).toMatchObject({
      lon: 71.5,
      lat: 34,
      recorded: {
        id: expect.stringMatching(/^p1~[0-9a-z]{7}$/),
        title: 'Ambush',
        start: '2025-10-08',
        remarks: ['<b>no</b></Placemark>'],
      },
    });
    expect(eventOf(siege).recorded).toMatchObject({ start: '2025-10-08', end: '2025-10-10', fatalities: { best: 4 } });
    expect(others.map((entry) => reasonIn(entry))).toEqual([
      'only points can be read',
      'this is not well-formed XML',
      'the feature has no geometry',
    ]);
  });

  it('reads waypoints, and refuses tracks', async () => {
    const { layout, entries } = await readAll(
      fileOf(`<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="34" lon="71.5"><time>2025-10-08T23:00:00Z</time><name>Post</name><desc>d</desc></wpt>
        <wpt lat="34" lon="71"/><trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="3"/></trkseg></trk></gpx>`),
    );
    expect(layout.format).toBe('gpx');
    expect(eventOf(entries[0]).recorded).toMatchObject({ title: 'Post', start: '2025-10-08', remarks: ['d'] });
    expect(entries.slice(1).map((entry) => reasonIn(entry))).toEqual(['there is no date', 'only points can be read']);
  });
});

describe('GeoJSON of a dataset', () => {
  const UCDP_ROW = {
    ...{ id: 9000001, year: 2012, type_of_violence: 1, side_a: 'Government of Pakistan', side_b: 'TTP' },
    ...{ where_prec: 4, where_coordinates: 'Bara', adm_1: 'Khyber Pakhtunkhwa', country: 'Pakistan', date_prec: 4 },
    ...{ date_start: '2012-03-01', date_end: '2012-03-31', best: 7, low: 5, high: 9 },
  };

  it('is read as the same rows in a table are', async () => {
    const { entries, label, columns } = await readWhole(collection(feature(UCDP_ROW)));
    const names = [...Object.keys(UCDP_ROW), 'latitude', 'longitude'];
    const row = [...Object.values(UCDP_ROW), 34, 71.5].join(',');
    const asTable = await readAll(fileOf(`${names.join(',')}\n${row}\n`));
    expect([label, asTable.label]).toEqual(['GeoJSON', 'UCDP']);
    expect(eventOf(entries[0])).toEqual(eventOf(asTable.entries[0]));
    // 4 is the centre of a province, and a month
    expect(eventOf(entries[0])).toMatchObject({
      ...{ lon: 71.5, lat: 34 },
      recorded: {
        ...{ id: 'UCDP-9000001', locationPrecision: 'region', datePrecision: 'month' },
        fatalities: { best: 7, low: 5, high: 9 },
      },
    });
    expect(columns).toContainEqual({ name: 'where_prec', taken: ['locationPrecision'], maybe: null });
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(UCDP_ROW));
  });

  it('stands where its geometry is, whatever else the properties say', async () => {
    const { entries } = await readWhole(collection(feature({ ...UCDP_ROW, latitude: 1, longitude: 2 })));
    expect(eventOf(entries[0])).toMatchObject({ lon: 71.5, lat: 34 });
  });

  it('is told in which order its dates are written', async () => {
    const acled = (event_date: string) => ({ event_date, event_type: 'Battles', actor1: 'TTP', fatalities: 2 });
    const { entries, notes } = await readWhole(collection(feature(acled('31/12/2020')), feature(acled('02/03/2021'))));
    expect(entries.map((entry) => eventOf(entry).recorded.start)).toEqual(['2020-12-31', '2021-03-02']);
    expect(notes).toHaveLength(1);
  });

  it('is read by the columns that somebody chose, where they did', async () => {
    const { entries } = await readWhole(collection(feature(UCDP_ROW)), { mapping: { best: 'high' } });
    expect(eventOf(entries[0]).recorded).toMatchObject({ locationPrecision: 'town', fatalities: { best: 9 } });
  });
});

/** All of a text's entries, with what became of its columns. */
async function readWhole(text: string, options: ReadOptions = {}) {
  const { columns } = await readEvents(fileOf(text), options);
  return { ...(await readAll(fileOf(text), options)), columns };
}
