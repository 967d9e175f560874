import { isPlace } from '../line/wgs84.ts';
import type { Finding } from '../model/findings.ts';
import type { Position } from '../model/incident.ts';
import { MOST_PLACES } from '../model/incident-places.ts';
import { finding, rejection } from './finding.ts';
import { atOthers, distinctPlaces } from './several-places.ts';
import { datasetCells, datasetFeaturesTaken, datasetOf } from './dataset-features.ts';
import { namesColumns, ONE_DATE, styleIn } from './date-style.ts';
import type { DateCells, FeatureFormat, Mapping, RowRead } from './format.ts';
import { createPlainReader, type PlainField, type PlainRow, isFigure } from './plain.ts';
import { memoised } from '../memo.ts';
import { ownTaken } from './own-table.ts';
import { isObject, isOwnForm, radiusOf, readRecorded } from './recorded.ts';
import { bareFeature } from './rejects.ts';
import { mappedFields } from './table.ts';
import { takenOf, type Taken } from './taken.ts';

/** GeoJSON (RFC 7946): features with a Point, or several for one incident. Our own come back unchanged; those of a dataset are read as its rows; others by the names of their properties. */
export const geojson: FeatureFormat = {
  kind: 'feature',
  id: 'geojson',
  label: 'GeoJSON',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson'],
  reader: createFeatureReader,
  taken: propertiesTaken,
  dates: createDatesFinder,
};

/** KML, once its placemarks are features. */
export const kml: FeatureFormat = {
  ...geojson,
  id: 'kml',
  label: 'KML',
  extensions: ['kml', 'kmz'],
  reader: (mapping) => {
    const read = createFeatureReader(mapping);
    return (feature) => withTimeStamp(read(feature));
  },
};
/** GPX, once its waypoints are features. */
export const gpx: FeatureFormat = { ...geojson, id: 'gpx', label: 'GPX', extensions: ['gpx'] };

/** KML has a date in one place only: one that is missing is told with it. */
function withTimeStamp(read: RowRead): RowRead {
  if (!('rejected' in read) || read.rejected.code !== 'no-date') return read;
  return rejection(read.rejected.field, read.rejected.value, 'no-time-stamp');
}

function createFeatureReader(mapping: Mapping = {}): (feature: unknown) => RowRead {
  const textsOf = createTextsFinder(mapping);
  const read = createPlainReader(styleIn(mapping));
  const asDataset = createDatasetReader(mapping);
  const oneDate = wordsOf(mapping[ONE_DATE]);
  return (feature) => {
    const place = placesOf(feature);
    if ('code' in place) return { rejected: place };
    const { lon, lat, others, id, properties } = place;
    if (isOwnForm(properties)) {
      const recorded = readRecorded(properties);
      if ('rejected' in recorded) return recorded;
      // of several places the interval tells how far they lie apart
      const radiusKm = others.length > 0 ? null : radiusOf(properties);
      return atOthers({ event: { recorded, lon, lat, radiusKm }, warnings: [] }, others);
    }
    const ofDataset = asDataset(properties, { lon, lat });
    if (ofDataset) return atOthers(ofDataset, others);
    const { get: textOf, all, added } = textsOf(properties);
    const get = (field: PlainField) => {
      const text = textOf(field);
      if (text.trim() !== '') return text;
      if (field === 'start' && textOf('year').trim() === '') return oneDate;
      return field === 'id' ? wordsOf(id) : text;
    };
    const taken = read({ get, all, lon, lat, whole: () => JSON.stringify(bareFeature(feature)) });
    return atOthers(withAdded(taken, added), others);
  };
}

/** The dataset that properties are of, by their names between line breaks; none where somebody chose what they are. */
function createDatasetFinder(mapping: Mapping) {
  const isChosen = namesColumns(mapping) || ONE_DATE in mapping;
  return memoised((joined) => (isChosen ? null : datasetOf(joined.split('\n'))));
}

const joinedNames = (properties: Record<string, unknown>) =>
  Object.keys(properties)
    .map((name) => name.replaceAll('\n', ' '))
    .join('\n');

/** Gives what reads features that are rows of a dataset as it reads these; `null` for others. */
function createDatasetReader(
  mapping: Mapping,
): (properties: Record<string, unknown>, at: { lon: number; lat: number }) => RowRead | null {
  const find = createDatasetFinder(mapping);
  const readerOf = memoised((joined) => {
    const dataset = find(joined);
    return dataset && { dataset, read: dataset.format.reader(dataset.header, mapping) };
  });
  return (properties, at) => {
    const found = readerOf(joinedNames(properties));
    return found && found.read(datasetCells(found.dataset, Object.values(properties).map(wordsOf), at));
  };
}

/** A row with a warning for each figure that is a sum: the properties of features may differ, and there is no header to tell it of once. */
function withAdded(read: RowRead, added: readonly Finding[]): RowRead {
  return added.length === 0 || 'rejected' in read ? read : { ...read, warnings: [...added, ...read.warnings] };
}

/** What a feature's properties say, and of which figures several are added. */
interface TextsFound extends Pick<PlainRow, 'get' | 'all'> {
  added: readonly Finding[];
}

/** Gives what finds the texts of a feature's properties by what they mean, '' for none. */
function createTextsFinder(mapping: Mapping): (properties: Record<string, unknown>) => TextsFound {
  const fieldsOf = memoised((joined) => {
    const names = joined.split('\n');
    const fields = mappedFields(names, mapping);
    const added = [...fields].flatMap(([field, columns]) =>
      isFigure(field) && columns.length > 1
        ? [finding(field, columns.map((at) => names[at]).join(', '), 'figures-added')]
        : [],
    );
    return { fields, added };
  });
  return (properties) => {
    const entries = Object.entries(properties);
    const { fields, added } = fieldsOf(entries.map(([name]) => name.replaceAll('\n', ' ')).join('\n'));
    const all = (field: PlainField) => (fields.get(field) ?? []).map((at) => wordsOf(entries[at][1]));
    const get = (field: PlainField) => {
      const at = fields.get(field)?.[0];
      const text = at === undefined ? '' : wordsOf(entries[at][1]);
      // KML has a time span, with a beginning and an end
      return (field === 'start' || field === 'end') && text === '' ? wordsOf(spanOf(properties)[field]) : text;
    };
    return { get, all, added };
  };
}

function createDatesFinder(mapping: Mapping = {}): (feature: unknown) => DateCells {
  const textsOf = createTextsFinder(mapping);
  const find = createDatasetFinder(mapping);
  return (feature) => {
    const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
    if (isOwnForm(properties)) return { texts: [], year: '' };
    const dataset = find(joinedNames(properties));
    if (dataset) {
      const { columns, year } = dataset.format.dates(dataset.header);
      const texts = Object.values(properties).map(wordsOf);
      return { texts: columns.map((column) => texts[column] ?? ''), year: texts[year] ?? '' };
    }
    const { get: textOf } = textsOf(properties);
    return { texts: [textOf('start'), textOf('end')], year: textOf('year') };
  };
}

/** KML's time span. */
const SPAN = 'timespan';

function propertiesTaken(names: readonly string[], mapping: Mapping = {}): Taken {
  if (isOwnForm(Object.fromEntries(names.map((name) => [name, null])))) return ownTaken(names);
  const dataset = createDatasetFinder(mapping)(names.join('\n'));
  if (dataset) return datasetFeaturesTaken(dataset, names);
  const taken = new Map(takenOf(mappedFields(names, mapping)));
  const [span, isDated] = [names.indexOf(SPAN), [...taken.values()].some((as) => as.includes('start'))];
  if (span >= 0 && !isDated) taken.set(span, ['start', 'end']);
  return taken;
}

interface PlacesRead {
  lon: number;
  lat: number;
  /** where else it was */
  others: Position[];
  id: unknown;
  properties: Record<string, unknown>;
}

function placesOf(feature: unknown): PlacesRead | Finding {
  if (!isObject(feature)) return finding(null, feature, 'not-feature');
  const geometry = feature.type === 'Feature' ? feature.geometry : feature;
  if (!isObject(geometry)) return finding('geometry', geometry, 'no-geometry');
  const points = pointsIn(geometry);
  if (points === null) return finding('geometry', geometry.type, 'not-point');
  if (points.length > MOST_PLACES) return finding('geometry', points.length, 'too-many-points');
  const places: Position[] = [];
  for (const coordinates of points) {
    if (!Array.isArray(coordinates)) return finding('coordinates', coordinates, 'no-coordinates');
    const [lon, lat] = coordinates as unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      return finding('coordinates', coordinates, 'coordinates-not-numbers');
    }
    // of the first one the rules for all formats say what is wrong
    if (places.length > 0 && !isPlace(lon, lat)) {
      return finding('coordinates', coordinates, 'degrees-out-of-range', { axis: 'latitude', limit: 90 });
    }
    places.push([lon, lat]);
  }
  if (places.length === 0) return finding('coordinates', [], 'no-coordinates');
  const [[lon, lat], ...others] = distinctPlaces(places);
  const properties = isObject(feature.properties) ? feature.properties : {};
  return { lon, lat, others, id: feature.id, properties };
}

/** The points of a Point, a MultiPoint or a collection of Points, as KML's MultiGeometry gives it; `null` for others. */
function pointsIn({ type, coordinates, geometries }: Record<string, unknown>): unknown[] | null {
  if (type === 'Point') return [coordinates];
  if (type === 'MultiPoint') return Array.isArray(coordinates) ? coordinates : [coordinates];
  if (type !== 'GeometryCollection' || !Array.isArray(geometries) || geometries.length === 0) return null;
  const points = geometries.flatMap((each: unknown) =>
    isObject(each) && each.type === 'Point' ? [each.coordinates] : [],
  );
  return points.length === geometries.length ? points : null;
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

/** Not a Feature, a geometry or a collection: what a JSON file begins with that is not GeoJSON at all. */
export function isGeoJson(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.type === 'Feature' || value.type === 'GeometryCollection') return true;
  return typeof value.type === 'string' && 'coordinates' in value;
}
