import { zipSync, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readPlaces } from '../../../../geo/near/read-places.ts';

const file = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);

it('reads a table by its coordinates, in any spelling, and names each row that is none', async () => {
  const table = [
    'Office;Latitude;Longitude',
    'Peshawar;34,0151;71,5249',
    'Bannu;32°59′20″N;70°36′20″E',
    '<b>Kabul</b>;34.5;69.2',
    'Nowhere;;71',
    'Far;95;71',
    'Words;north;71',
    ';0;0',
  ].join('\n');
  const { places, findings } = await readPlaces(file('offices.csv', table));
  expect(places.map(({ name }) => name)).toEqual(['Peshawar', 'Bannu', '<b>Kabul</b>', 'Place 8']);
  expect(places[1].lat).toBeCloseTo(32 + 59 / 60 + 20 / 3600, 9);
  expect(places[3]).toMatchObject({ lon: 0, lat: 0 });
  expect(findings.map(({ row, field, value, flaw }) => [row, field, value, flaw])).toEqual([
    [5, 'Latitude', '', 'no-position'],
    [6, 'Latitude', '95', 'outside'],
    [7, 'Latitude', 'north', 'not-degrees'],
  ]);
});

it('reads positions in one column', async () => {
  const { places } = await readPlaces(file('a.csv', 'name,wkt\nOne,POINT (71.5 34)\nTwo,POINT EMPTY\n'));
  expect(places).toEqual([{ name: 'One', lon: 71.5, lat: 34 }]);
});

it('reads the points of GeoJSON, and says what is no point', async () => {
  const feature = (geometry: object | null, properties: object | null = {}) => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const json = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature({ type: 'Point', coordinates: [71.5, 34, 300] }, { Name: ' Office ' }),
      feature(
        {
          type: 'MultiPoint',
          coordinates: [
            [70, 33],
            [70, 95],
          ],
        },
        { title: 'Two' },
      ),
      feature({
        type: 'LineString',
        coordinates: [
          [70, 33],
          [71, 34],
        ],
      }),
      feature(null),
      feature({ type: 'Point', coordinates: [180, -90] }, null),
    ],
  });
  const { places, findings } = await readPlaces(file('places.geojson', json));
  expect(places).toEqual([
    { name: 'Office', lon: 71.5, lat: 34 },
    { name: 'Two', lon: 70, lat: 33 },
    { name: 'Place 5', lon: 180, lat: -90 },
  ]);
  expect(findings.map(({ row, value, flaw }) => [row, value, flaw])).toEqual([
    [1, '[70,95]', 'outside'],
    [2, 'LineString', 'no-point'],
    [3, 'null', 'no-point'],
  ]);
});

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>Camp</name><Point><coordinates>70.6,33</coordinates></Point></Placemark>
<Placemark><name>Road</name><LineString><coordinates>70,33 71,34</coordinates></LineString></Placemark></Document></kml>`;

it('reads KML, KMZ and the waypoints of GPX', async () => {
  const gpx = `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><wpt lat="34" lon="71.5"><name>Gate</name></wpt></gpx>`;
  const kmz = zipSync({ 'doc.kml': strToU8(KML), 'files/icon.png': new Uint8Array([1, 2, 3]) });
  const camp = { name: 'Camp', lon: 70.6, lat: 33 };
  for (const one of [file('a.kml', KML), file('a.kmz', kmz)]) {
    const { places, findings } = await readPlaces(one);
    expect(places).toEqual([camp]);
    expect(findings).toMatchObject([{ row: 1, value: 'LineString', flaw: 'no-point' }]);
  }
  expect((await readPlaces(file('a.gpx', gpx))).places).toEqual([{ name: 'Gate', lon: 71.5, lat: 34 }]);
});

it('says of what has no places that it has none', async () => {
  const flaws = async (name: string, content: string) =>
    (await readPlaces(file(name, content))).findings.map(({ flaw }) => flaw);
  expect(await flaws('a.csv', 'name,date\na,2024-01-01\n')).toEqual(['no-coordinates']);
  expect(await flaws('a.txt', 'no table at all')).toEqual(['no-coordinates']);
  expect(await flaws('a.txt', '')).toEqual(['no-coordinates']);
  expect(await flaws('a.json', '{"type":"FeatureCollection","features":[{"type":"Feature"')).toEqual(['unreadable']);
});
