import type { Finding } from '../model/findings.ts';
import { finding } from './finding.ts';
import type { FeatureFormat, RowRead } from './format.ts';
import { createPlainReader, fieldsIn, type PlainField } from './plain.ts';
import { memoised } from '../memo.ts';
import { isObject, radiusOf, readRecorded, RECORDED_FIELDS } from './recorded.ts';
import { bareFeature } from './rejects.ts';

/** GeoJSON (RFC 7946): features with a Point. Our own come back unchanged; others are read by the names of their properties. */
export const geojson: FeatureFormat = {
  kind: 'feature',
  id: 'geojson',
  label: 'GeoJSON',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson'],
  reader: createFeatureReader,
};

/** KML, once its placemarks are features. */
export const kml: FeatureFormat = { ...geojson, id: 'kml', label: 'KML', extensions: ['kml', 'kmz'] };
/** GPX, once its waypoints are features. */
export const gpx: FeatureFormat = { ...geojson, id: 'gpx', label: 'GPX', extensions: ['gpx'] };

function createFeatureReader(): (feature: unknown) => RowRead {
  const fieldsOf = memoised((names) => fieldsIn(names.split('\n')));
  const read = createPlainReader(null);
  return (feature) => {
    const place = placeOf(feature);
    if ('code' in place) return { rejected: place };
    const { lon, lat, id, properties } = place;
    if (RECORDED_FIELDS.every((field) => Object.hasOwn(properties, field))) {
      const recorded = readRecorded(properties);
      if ('rejected' in recorded) return recorded;
      return { event: { recorded, lon, lat, radiusKm: radiusOf(properties) }, warnings: [] };
    }
    const entries = Object.entries(properties);
    const fields = fieldsOf(entries.map(([name]) => name.replaceAll('\n', ' ')).join('\n'));
    const get = (field: PlainField): string => {
      const at = fields.get(field);
      const text = at === undefined ? '' : wordsOf(entries[at][1]);
      if (field === 'id' && text === '') return wordsOf(id);
      // KML has a time span, with a beginning and an end
      return (field === 'start' || field === 'end') && text === '' ? wordsOf(spanOf(properties)[field]) : text;
    };
    return read({ get, lon, lat, whole: () => JSON.stringify(bareFeature(feature)) });
  };
}

interface PointRead {
  lon: number;
  lat: number;
  id: unknown;
  properties: Record<string, unknown>;
}

function placeOf(feature: unknown): PointRead | Finding {
  if (!isObject(feature)) return finding(null, feature, 'not-feature');
  const geometry = feature.type === 'Feature' ? feature.geometry : feature;
  if (!isObject(geometry)) return finding('geometry', geometry, 'no-geometry');
  if (geometry.type !== 'Point') return finding('geometry', geometry.type, 'not-point');
  const { coordinates } = geometry;
  if (!Array.isArray(coordinates)) return finding('coordinates', coordinates, 'no-coordinates');
  const [lon, lat] = coordinates as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') {
    return finding('coordinates', coordinates, 'coordinates-not-numbers');
  }
  return { lon, lat, id: feature.id, properties: isObject(feature.properties) ? feature.properties : {} };
}

/** A value in words: texts as they are, objects not at all, KML's HTML by its source. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) && typeof value.value === 'string' ? value.value : '';
}

function spanOf({ timespan }: Record<string, unknown>): { start: unknown; end: unknown } {
  return isObject(timespan) ? { start: timespan.begin, end: timespan.end } : { start: null, end: null };
}

/**
 * A feature with several points as one feature for each, with ids of their own; any other as it is. Takes what
 * `JSON.parse` gave.
 */
export function singlePoints(feature: unknown): unknown[] {
  const geometry = isObject(feature) && feature.type === 'Feature' ? feature.geometry : feature;
  if (!isObject(feature) || !isObject(geometry) || geometry.type !== 'MultiPoint') return [feature];
  if (!Array.isArray(geometry.coordinates) || geometry.coordinates.length === 0) return [feature];
  const { properties } = feature;
  const id = feature.id ?? (isObject(properties) ? properties.id : undefined);
  const hasId = typeof id === 'string' || typeof id === 'number';
  return geometry.coordinates.map((coordinates: unknown, index) => ({
    type: 'Feature',
    ...(hasId && { id: `${id}-${index + 1}` }),
    geometry: { type: 'Point', coordinates },
    properties: isObject(properties) ? { ...properties, ...(hasId && { id: `${id}-${index + 1}` }) } : {},
  }));
}

/** Not a Feature, a geometry or a collection: what a JSON file begins with that is not GeoJSON at all. */
export function isGeoJson(value: unknown): boolean {
  if (!isObject(value)) return false;
  return value.type === 'Feature' || 'coordinates' in value || value.type === 'GeometryCollection';
}
