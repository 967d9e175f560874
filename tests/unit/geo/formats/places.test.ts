import { describe, expect, it } from 'vitest';
import { readPlaceNames } from '../../../../geo/commands/ground.ts';
import type { ReadOptions } from '../../../../geo/formats/read.ts';
import { NeedsMapping } from '../../../../geo/formats/sample.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { lazily } from '../../../../geo/ground/district-lookup.ts';
import { eventOf, fileOf, readAll, reasonIn, warningsOf } from './data-file.ts';

const placeNames = lazily(readPlaceNames);

/** All rows of a table; those that are taken are read again the same from what is kept of it. */
async function read(text: string, options: ReadOptions = {}) {
  const all = await readAll(fileOf(text), options);
  const again = createRowReader(structuredClone(all.layout));
  for (const { raw, read: one } of all.entries) if ('event' in one) expect(again(raw)).toEqual(one);
  return all;
}

const placesIn = async (text: string, options?: ReadOptions) =>
  (await read(text, options)).entries.map(eventOf).map(({ lat, lon }) => [lat, lon]);

describe('coordinates in two columns', () => {
  it.each([
    ['degrees, minutes and seconds', '"34°00\'36""N"', '"71°34\'48""E"'],
    ['letters before', 'N 34.01', 'E71.58'],
    ['decimal commas', '"34,01"', '"71,58"'],
    ['minutes with a sign of their own', "34° 0.6' N", "71° 34.8' E"],
    ['Urdu digits', '۳۴٫۰۱', '۷۱٫۵۸'],
    ['letters that tell that they are exchanged', '71.58 E', '34.01 N'],
  ])('are read with %s', async (_, lat, lon) => {
    const [[y, x]] = await placesIn(`date,lat,lon\n2025-10-08,${lat},${lon}\n`);
    expect([y, x]).toEqual([expect.closeTo(34.01, 9), expect.closeTo(71.58, 9)]);
  });

  it.each([
    ['2025-10-08,91 N,71', 'the latitude is not between -90 and 90'],
    ['2025-10-08,near Wana,71', 'the latitude is not a number of degrees'],
    ['2025-10-08,34,', 'there is no longitude'],
    ['2025-10-08,NA,NA', 'there is no latitude'],
  ])('are refused: %s', async (row, reason) => {
    const { entries } = await read(`date,lat,lon\n${row}\n`);
    expect(reasonIn(entries[0])).toBe(reason);
  });
});

it.each([
  ['geo_lat,geo_lon'],
  ['target-latitude,target-longitude'],
  ['GPS Latitude,GPS Longitude'],
  ['Latitude (°N),Longitude (°E)'],
  ['ycoord,xcoord'],
  ['Y_Coordinate,X_Coordinate'],
])('the columns of coordinates are known by their words: %s', async (names) => {
  expect(await placesIn(`date,${names}\n2025-10-08,34.01,71.58\n`)).toEqual([[34.01, 71.58]]);
});

it('two pairs of columns are asked about', async () => {
  const text = 'date,from_lat,from_lon,to_lat,to_lon\n2025-10-08,34,71,33,70\n';
  await expect(readAll(fileOf(text))).rejects.toBeInstanceOf(NeedsMapping);
});

describe('coordinates in one column', () => {
  it.each([
    ['latitude first', 'Estimated Coordinates', '"32.298, 69.572"'],
    ['longitude first, as the region tells', 'where', '"69.572, 32.298"'],
    ['longitude first, as its name says', 'lon/lat', '69.572 32.298'],
    ['brackets', 'Location', '"(32.298, 69.572)"'],
    ['letters', 'GPS', '32.298N 69.572E'],
    ['degrees, minutes and seconds', 'gps', '"32°17\'52.8""N 69°34\'19.2""E"'],
    ['names', 'geo', '"Lat: 32.298, Lon: 69.572"'],
    ['WKT', 'geometry', 'POINT (69.572 32.298)'],
    ['WKT with a height', 'the_geom', 'POINT Z (69.572 32.298 1200)'],
    ['EWKT', 'wkt', 'SRID=4326;POINT(69.572 32.298)'],
    ['GeoJSON', 'shape', '"{""type"":""Point"",""coordinates"":[69.572,32.298]}"'],
    ['decimal commas', 'Coordinates', '"32,298; 69,572"'],
  ])('are read: %s', async (_, name, cell) => {
    const { entries, notes } = await read(`date,"${name}",killed\n2019-04-30,${cell},2\n`);
    const { lat, lon, recorded } = eventOf(entries[0]);
    expect([lat, lon]).toEqual([expect.closeTo(32.298, 9), expect.closeTo(69.572, 9)]);
    expect(recorded.fatalities.best).toBe(2);
    expect(notes).toContainEqual(expect.stringMatching(/^Places are read from .+, (?:latitude|longitude) first\.$/));
  });

  it.each(['MULTIPOINT (69.5 32.2, 70 33)', 'SRID=4326;multipoint z((69.5 32.2 1),(70 33 2), (69.5 32.2 1))'])(
    'may be several for one incident: %s',
    async (cell) => {
      const { entries } = await read(`date,wkt,killed\n2019-04-30,"${cell}",2\n`);
      expect(eventOf(entries[0])).toMatchObject({ lon: 69.5, lat: 32.2, otherPlaces: [[70, 33]] });
      expect(warningsOf(entries[0])).toEqual([expect.stringContaining('drawn at each and counted once')]);
    },
  );

  it.each([
    ['POINT (69.5 32.2)', 'longitude'],
    ['MULTIPOINT ((69.5 32.2), (70 33))', 'longitude'],
    ['SRID=4326;POINT(69.5 32.2)', 'longitude'],
    ['{""type"":""Point"",""coordinates"":[69.5,32.2]}', 'longitude'],
    ['32.2, 69.5', 'latitude'],
  ])('are told with the one that stands first: %s', async (cell, first) => {
    const { notes } = await read(`date,wkt\n2019-04-30,"${cell}"\n`);
    expect(notes).toEqual([`Places are read from "wkt", ${first} first.`]);
  });

  it('stand in the order in which none would be out of range, for the whole column', async () => {
    const rows = ['2019-04-30,"20.5, 10.25"', '2019-04-30,"100.5, 10.25"'];
    expect(await placesIn(`date,coordinates\n${rows.join('\n')}\n`)).toEqual([
      [10.25, 20.5],
      [10.25, 100.5],
    ]);
  });

  it('are held to the rules of all places where a row contradicts the others', async () => {
    const { entries } = await read(
      'date,coordinates,country\n2019-04-30,"32.298, 69.572",\n2019-04-30,"32.298, 69.572",\n2019-04-30,"32.298, 69.572",\n2019-05-01,"69.572, 32.298",\n2019-05-01,"69.572, 32.298",Pakistan\n',
    );
    expect(warningsOf(entries[3])).toEqual([
      'latitude and longitude may be exchanged: then the place would lie in the region',
    ]);
    expect(reasonIn(entries[4])).toMatch(/^latitude and longitude look exchanged/);
  });

  it.each([
    ['SRID=3857;POINT(7744000 3800000)', 'the point is in another system of coordinates'],
    ['SRID=3857;MULTIPOINT(7744000 3800000)', 'the point is in another system of coordinates'],
    ['"MULTIPOINT (69 32, 70)"', 'this is no pair of latitude and longitude'],
    ['"MULTIPOINT (69 32, 70 95)"', 'this is no pair of latitude and longitude'],
    [`"MULTIPOINT (${Array.from({ length: 1001 }, () => '69 32').join()})"`, 'these are too many points'],
    ['MULTIPOINT EMPTY', 'there are no coordinates'],
    ['POINT EMPTY', 'there are no coordinates'],
    ['somewhere', 'this is no pair of latitude and longitude'],
  ])('are refused with a reason: %s', async (cell, reason) => {
    const { entries } = await read(`date,wkt\n2019-04-30,${cell}\n2019-04-30,POINT(69 32)\n`);
    expect(reasonIn(entries[0])).toContain(reason);
    expect(eventOf(entries[1])).toMatchObject({ lat: 32, lon: 69 });
  });

  it('are not made of two counts in a cell', async () => {
    await expect(readAll(fileOf('date,who\n2019-04-30,"2, 5"\n'))).rejects.toBeInstanceOf(NeedsMapping);
  });
});

describe('a table without coordinates', () => {
  const header = 'id,date,location,district,killed';
  const table = (...rows: string[]) => read([header, ...rows].join('\n'), { placeNames });

  it('is placed at the centres of the districts that it names, each told once', async () => {
    const { entries, notes } = await table(
      'X1,2006-01-13,Made-up village,Bajaur,13',
      'X2,2006-10-30,Made-up village,North Waziristan,8',
      'X3,2006-10-31,Other village,Bajaur Agency,',
    );
    const events = entries.map(eventOf);
    expect(events.map(({ recorded }) => recorded.locationPrecision)).toEqual(['district', 'district', 'district']);
    // within the districts, by their own outlines on any map
    expect(events[0].lat).toBeCloseTo(34.8, 0);
    expect(events[0].lon).toBeCloseTo(71.5, 0);
    expect(events[1].lat).toBeCloseTo(33, 0);
    expect(events[1].lon).toBeCloseTo(70, 0);
    expect(events[2]).toMatchObject({ lat: events[0].lat, lon: events[0].lon });
    expect(notes).toEqual([
      'There are no coordinates: each row stands at the centre of the town or district that is named in "location" or "district".',
      '"Bajaur" is taken for the centre of the district Bajaur: 2 rows.',
      '"North Waziristan" is taken for the centre of the district North Waziristan: 1 row.',
    ]);
  });

  it('is placed in a town where that lies in the district', async () => {
    const { entries, notes } = await table(
      'X1,2006-01-13,Wana bazaar,South Waziristan,13',
      'X2,2006-01-13,Miran Shah,Bajaur,1',
      'X3,2006-01-13,Miranshah,N. Waziristan,1',
    );
    const events = entries.map(eventOf);
    // GeoNames: Wana 32.2989, 69.5725; Miran Shah 33.0006, 70.0712
    expect(events[0]).toMatchObject({ lat: expect.closeTo(32.299, 2), lon: expect.closeTo(69.573, 2) });
    expect(events[0].recorded.locationPrecision).toBe('town');
    expect(events[1].recorded.locationPrecision).toBe('district');
    expect(events[2]).toMatchObject({ lat: expect.closeTo(33.001, 2), lon: expect.closeTo(70.071, 2) });
    expect(notes).toContain('"Wana bazaar, South Waziristan" is taken for the town Wana: 1 row.');
  });

  it('is placed in the town of a tehsil, which reaches farther', async () => {
    const { entries } = await read('date,District,Tehsil\n2021-01-05,D.I.Khan,Kulachi\n2021-01-05,D.I.Khan,Other\n', {
      placeNames,
    });
    const [kulachi, other] = entries.map(eventOf);
    // GeoNames: Kulachi 31.9303, 70.4598
    expect(kulachi).toMatchObject({ lat: expect.closeTo(31.93, 2), lon: expect.closeTo(70.46, 2), radiusKm: 25 });
    expect(other).toMatchObject({ radiusKm: null, recorded: { locationPrecision: 'district', place: 'Other' } });
  });

  it('has rows refused whose names are not unique, or not known', async () => {
    const { entries } = await table(
      'X1,2006-01-13,,Bajaur,13',
      'X2,2006-01-13,,Chitral,1',
      'X3,2006-01-13,,Nowhereabad,1',
      'X4,2006-01-13,-,Unknown,1',
      'X5,2006-01-13,,Khyber,',
      'X6,2006-01-13,,Swat,',
    );
    expect(entries.map(reasonIn)).toEqual([
      null,
      'no coordinates, and several towns or districts have this name: give coordinates, or name the district of today',
      'no coordinates, and no town or district of this name is known: give coordinates, or the district and the country',
      'there are no coordinates, and no place or district is named',
      null,
      null,
    ]);
  });

  it('is asked about where few of its rows can be placed, or nothing is known to place them by', async () => {
    const unknown = Array.from({ length: 5 }, (_, i) => `X${i},2006-01-13,A,Nowhereabad ${i},13`);
    const known = 'Y,2006-01-13,,Swat,1';
    const few = [header, ...unknown, known].join('\n');
    await expect(readAll(fileOf(few), { placeNames })).rejects.toBeInstanceOf(NeedsMapping);
    const fifth = [header, ...unknown.slice(1), known].join('\n');
    expect(
      (await readAll(fileOf(fifth), { placeNames })).entries.filter(({ read }) => !('rejected' in read)),
    ).toHaveLength(1);
    await expect(readAll(fileOf([header, known].join('\n')))).rejects.toBeInstanceOf(NeedsMapping);
  });

  it('is placed by the columns that were chosen', async () => {
    const mapping = { start: 'Wann', admin: 'Bezirk' };
    const text = 'Wann;Bezirk\n2006-01-13;Orakzai\n';
    const { entries } = await read(text, { placeNames, mapping });
    expect(eventOf(entries[0]).recorded).toMatchObject({ admin: 'Orakzai', locationPrecision: 'district' });
    await expect(readAll(fileOf(text), { placeNames, mapping: { ...mapping, lat: 'Wann' } })).rejects.toBeInstanceOf(
      NeedsMapping,
    );
  });

  it('counts the rows once where how dates are written is settled late', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `X${i},05/03/2006,,Swat,1`);
    const { notes } = await table(...rows, 'Y,25/03/2006,,Swat,1');
    expect(notes).toContain('"Swat" is taken for the centre of the district Swat: 1501 rows.');
  });
});
