import type { Feature, Geometry } from 'geojson';
import { readCoordinates } from '../formats/coordinates.ts';
import { decodeText } from '../formats/decode.ts';
import { dialectOf } from '../formats/detect.ts';
import { createElementReader } from '../formats/json-elements.ts';
import { readXmlFeatures, xmlKindOf } from '../formats/kml-gpx.ts';
import { fieldsIn } from '../formats/plain.ts';
import { readPosition } from '../formats/positions.ts';
import { createRecordReader, type TableRecord } from '../formats/records.ts';
import { sourceOf, type ByteSource, type DataFile } from '../formats/source.ts';
import { unpack } from '../formats/unpack.ts';
import { readSheet } from '../formats/workbook.ts';
import { isPlace } from '../line/wgs84.ts';
import type { Position } from '../model/incident.ts';
import type { NamedPlace } from './near-places.ts';

/** Why a feature or a row is no place. */
export type OwnPlaceFlaw = 'unreadable' | 'no-point' | 'no-position' | 'not-degrees' | 'outside' | 'no-coordinates';

/** A feature or a row that is no place: which one, and what it says. */
export interface PlaceFinding {
  file: string;
  /** the line of a table, the feature's index from 0 elsewhere; `null` for a file as a whole */
  row: number | null;
  field: string | null;
  value: string;
  flaw: OwnPlaceFlaw;
}

/** The places of a file, and what of it is none. */
export interface OwnPlaces {
  places: NamedPlace[];
  findings: PlaceFinding[];
}

/** So much of a value is told. */
const TOLD = 60;
const told = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > TOLD ? `${text.slice(0, TOLD)}…` : text;
};

/**
 * The places of a file: of a table with coordinates (CSV and its like, .xlsx), of GeoJSON, KML, KMZ and GPX, packed or not. A
 * multi-point is a place for each of its points. What has no name is called after its place in the file.
 * @throws InputError for an archive that cannot be read
 */
export async function readPlaces(file: DataFile): Promise<OwnPlaces> {
  const read: OwnPlaces = { places: [], findings: [] };
  await readSource(sourceOf(file), 0, read);
  return read;
}

async function readSource(source: ByteSource, depth: number, read: OwnPlaces): Promise<void> {
  const inside = await unpack(source, depth);
  switch (inside.kind) {
    case 'bare':
      return readText(inside.source, read);
    case 'xlsx': {
      const records: TableRecord[] = [];
      for await (const batch of readSheet(inside.source, 0, () => undefined)) records.push(...batch);
      return readTable(inside.source.name, records, read);
    }
    case 'ods':
      read.findings.push({ file: source.name, row: null, field: null, value: source.name, flaw: 'unreadable' });
      return;
    case 'archive':
      for (const { name, source: inner } of inside.files)
        if (/\.(kml|gpx|geojson|json|csv|tsv|txt)$/i.test(name)) await readSource(inner, depth + 1, read);
  }
}

async function readText(source: ByteSource, read: OwnPlaces): Promise<void> {
  let text = '';
  for await (const chunk of decodeText(source.open(), () => undefined)) text += chunk;
  const kind = xmlKindOf(text.slice(0, 4096));
  if (kind) {
    async function* whole() {
      yield text;
    }
    for await (const batch of readXmlFeatures(whole(), kind))
      for (const { index, raw, flaw } of batch) takeFeature(source.name, index, flaw ? null : raw, raw, read);
  } else if (/^\s*[[{]/.test(text)) {
    for (const { index, raw, flaw } of createElementReader().feed(text, true))
      takeFeature(source.name, index, flaw ? null : raw, raw, read);
  } else {
    const { dialect } = dialectOf(text.slice(0, 1 << 16), text.length <= 1 << 16);
    readTable(source.name, createRecordReader(dialect).feed(text, true), read);
  }
}

function takeFeature(file: string, row: number, json: string | null, raw: string, read: OwnPlaces): void {
  const feature = json === null ? null : featureIn(json);
  if (!feature) {
    read.findings.push({ file, row, field: null, value: told(raw), flaw: 'unreadable' });
    return;
  }
  const { geometry } = feature;
  const points = pointsOf(geometry);
  if (!points) {
    read.findings.push({ file, row, field: 'geometry', value: told(geometry?.type ?? null), flaw: 'no-point' });
    return;
  }
  const name = nameOf(feature.properties ?? {}) ?? `Place ${row + 1}`;
  for (const [lon, lat] of points) {
    if (isPlace(lon, lat)) read.places.push({ name, lon, lat });
    else read.findings.push({ file, row, field: 'coordinates', value: told([lon, lat]), flaw: 'outside' });
  }
}

function featureIn(json: string): Feature<Geometry | null> | null {
  try {
    const value = JSON.parse(json) as Partial<Feature<Geometry | null>> | null;
    return value?.type === 'Feature' ? (value as Feature<Geometry | null>) : null;
  } catch {
    return null;
  }
}

/** The points of a geometry; `null` where it is another. */
function pointsOf(geometry: Geometry | null | undefined): Position[] | null {
  const positions =
    geometry?.type === 'Point' ? [geometry.coordinates] : geometry?.type === 'MultiPoint' ? geometry.coordinates : null;
  if (!positions || !Array.isArray(positions)) return null;
  return positions.map(([lon, lat]) => [Number(lon), Number(lat)]);
}

const NAMES = ['name', 'title', 'label', 'place', 'location', 'site', 'office', 'camp', 'city', 'town', 'village'];

function nameOf(properties: Record<string, unknown>): string | null {
  const entries = Object.entries(properties).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  for (const wanted of NAMES) {
    const found = entries.find(([key]) => key.toLowerCase() === wanted);
    if (found) return String(found[1]).trim();
  }
  return null;
}

function readTable(file: string, records: readonly TableRecord[], read: OwnPlaces): void {
  const [header, ...rows] = records;
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const fields = fieldsIn(names);
  const [lat, lon, position] = (['lat', 'lon', 'position'] as const).map((field) => fields.get(field)?.[0] ?? -1);
  if ((lat < 0 || lon < 0) && position < 0) {
    read.findings.push({
      file,
      row: header?.line ?? 1,
      field: null,
      value: told(names.join(', ')),
      flaw: 'no-coordinates',
    });
    return;
  }
  const nameAt = NAMES.map((wanted) => names.findIndex((name) => name.toLowerCase() === wanted)).find((at) => at >= 0);
  for (const { line, raw, cells, flaw } of rows) {
    const refuse = (field: string | null, value: string, why: OwnPlaceFlaw) =>
      read.findings.push({ file, row: line, field, value: told(value), flaw: why });
    if (flaw) {
      refuse(null, raw, 'unreadable');
      continue;
    }
    const name = (nameAt === undefined ? '' : (cells[nameAt] ?? '')).trim() || `Place ${line}`;
    if (lat >= 0 && lon >= 0) {
      const typed = { lat: cells[lat] ?? '', lon: cells[lon] ?? '' };
      const at = readCoordinates(typed);
      if ('flaw' in at) refuse(names[at.axis === 'lat' ? lat : lon], typed[at.axis], WHY[at.flaw]);
      else read.places.push({ name, ...at });
    } else {
      const text = cells[position] ?? '';
      const at = readPosition(text, 'lat');
      if (typeof at === 'string') refuse(names[position], text, at === 'no-position' ? 'no-position' : 'not-degrees');
      else read.places.push({ name, lon: at.lon, lat: at.lat });
    }
  }
}

const WHY = {
  missing: 'no-position',
  'not-degrees': 'not-degrees',
  'out-of-range': 'outside',
  'other-axis': 'not-degrees',
} as const satisfies Record<string, OwnPlaceFlaw>;
