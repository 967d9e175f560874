import { isPlace } from '../line/wgs84.ts';
import type { Position } from '../model/incident.ts';
import { MOST_PLACES } from '../model/incident-places.ts';
import { BOTH_BOX } from '../region.ts';
import { splitCoordinates, type Coordinate } from './coordinates.ts';
import { withOurDigits } from './one-date.ts';
import { distinctPlaces } from './several-places.ts';

/** In a mapping, which coordinate stands first in the column of positions: `lat` or `lon`. */
export const POSITION_ORDER = 'positionOrder';

/** Why a text is no position. */
export type PositionFlaw = 'no-position' | 'not-position' | 'other-system' | 'too-many-points';

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?`;
/** OGC's well-known text of a point, and PostGIS' with its number of the system of coordinates before it. */
const WKT = new RegExp(
  String.raw`^(?:srid\s*=\s*(\d+)\s*;\s*)?point\s*(?:z|m|zm)?\s*\(\s*(${NUMBER})\s+(${NUMBER})(?:\s+${NUMBER}){0,2}\s*\)$`,
  'i',
);
const EMPTY_WKT = /^(?:srid\s*=\s*\d+\s*;\s*)?(?:multi)?point\s*(?:z|m|zm)?\s*empty$/i;
/** Several points as one: the incident was at each. The points may stand in brackets. */
const SEVERAL_WKT = /^(?:srid\s*=\s*(\d+)\s*;\s*)?multipoint\s*(?:z|m|zm)?\s*\(([^]*)\)$/i;
const POINT_IN_WKT = new RegExp(String.raw`^\s*\(?\s*(${NUMBER})\s+(${NUMBER})(?:\s+${NUMBER}){0,2}\s*\)?\s*$`, 'i');
/** The system of longitude and latitude on WGS 84. */
const WGS_84 = '4326';
/** GeoJSON's point in a cell: longitude first. */
const JSON_POINT = new RegExp(
  String.raw`^\{\s*["']type["']\s*:\s*["']point["']\s*,\s*["']coordinates["']\s*:\s*\[\s*(${NUMBER})\s*,\s*(${NUMBER})[^\]]*\]\s*\}$`,
  'i',
);
/** What has longitude first, whatever a column is called. */
const TELLS_ORDER = [WKT, EMPTY_WKT, SEVERAL_WKT, JSON_POINT];
/** `Lat: 34.01, Lon: 71.58`, either first. */
const NAMED = /\b(lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b\s*[:=]?\s*/gi;
/** Nobody writes a place with more. */
const LONGEST = 200;

/** Where a text says that something was, degrees. */
export interface PositionRead extends Record<Coordinate, number> {
  /** where else it was */
  otherPlaces?: readonly Position[];
}

/** Several points as well-known text, as `readPosition` reads it. */
export function severalWkt(places: readonly Position[]): string {
  return `MULTIPOINT (${places.map(([lon, lat]) => `(${lon} ${lat})`).join(', ')})`;
}

/** The places of several points; `null` where the text is not of such. */
function readSeveral(written: string): PositionRead | PositionFlaw | null {
  const several = SEVERAL_WKT.exec(written);
  if (!several) return null;
  const [, srid = WGS_84, points] = several;
  if (srid !== WGS_84) return 'other-system';
  const texts = points.split(',');
  if (texts.length > MOST_PLACES) return 'too-many-points';
  const places: Position[] = [];
  for (const text of texts) {
    const [, lon, lat] = text.length > LONGEST ? [] : (POINT_IN_WKT.exec(text) ?? []).map(Number);
    if (lon === undefined || !isPlace(lon, lat)) return 'not-position';
    places.push([lon, lat]);
  }
  const [[lon, lat], ...otherPlaces] = distinctPlaces(places);
  return otherPlaces.length > 0 ? { lon, lat, otherPlaces } : { lon, lat };
}

/**
 * The place in a text that holds both coordinates, degrees: two of them in the spellings of `splitCoordinates`, in brackets or with
 * their names before them; a point as WKT, EWKT or GeoJSON, or several as WKT. `first` holds where nothing in the text tells which is
 * which.
 */
export function readPosition(text: string, first: Coordinate): PositionRead | PositionFlaw {
  const written = withOurDigits(text).trim();
  if (written === '' || EMPTY_WKT.test(written)) return 'no-position';
  const several = readSeveral(written);
  if (several !== null) return several;
  if (written.length > LONGEST) return 'not-position';
  const wkt = WKT.exec(written);
  if (wkt) {
    const [, srid = WGS_84, lon, lat] = wkt;
    return srid === WGS_84 ? { lat: Number(lat), lon: Number(lon) } : 'other-system';
  }
  const json = JSON_POINT.exec(written);
  if (json) return { lat: Number(json[2]), lon: Number(json[1]) };
  const bare = written.replace(/^\[(.*)\]$/, '$1').replace(/^POINT\s*\(/i, '(');
  const names = [...bare.matchAll(NAMED)].map(([, name]) => name.toLowerCase().startsWith('la'));
  if (names.length === 0) return splitCoordinates(bare, first) ?? 'not-position';
  if (names.length !== 2 || names[0] === names[1]) return 'not-position';
  return splitCoordinates(bare.replace(NAMED, ''), names[0] ? 'lat' : 'lon') ?? 'not-position';
}

const LAT = /lat|breite|\by\b/i;
const LON = /lo?ng?|l[äa]nge|\bx\b/i;
const XY = /(?:^|[^a-z])(xy|yx)(?:[^a-z]|$)/i;

/** Which coordinate a column's name puts first; `null` where it does not say. */
function firstNamed(name: string): Coordinate | null {
  const letters = XY.exec(name)?.[1].toLowerCase();
  if (letters !== undefined) return letters === 'xy' ? 'lon' : 'lat';
  const [lat, lon] = [name.search(LAT), name.replace(/lat(?:itude)?/gi, (word) => '_'.repeat(word.length)).search(LON)];
  if (lat < 0 || lon < 0) return null;
  return lat < lon ? 'lat' : 'lon';
}

/**
 * Which coordinate stands first in a column: the one without which degrees would be out of range, else the one that the column's
 * name puts first, else the one by which more places lie in the region; else latitude, as is usual. In well-known text and in GeoJSON it
 * is always longitude.
 */
export function firstIn(name: string, texts: readonly string[]): Coordinate {
  const written = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (written.length > 0 && written.every((text) => TELLS_ORDER.some((form) => form.test(text)))) return 'lon';
  const counts = { lat: 0, lon: 0 };
  const within = { lat: 0, lon: 0 };
  for (const text of texts) {
    for (const first of ['lat', 'lon'] as const) {
      const place = readPosition(text, first);
      if (typeof place === 'string') continue;
      if (Math.abs(place.lat) > 90) counts[first]--;
      if (isWithin(place)) within[first]++;
    }
  }
  if (counts.lat !== counts.lon) return counts.lat > counts.lon ? 'lat' : 'lon';
  return firstNamed(name) ?? (within.lon > within.lat ? 'lon' : 'lat');
}

function isWithin({ lat, lon }: Record<Coordinate, number>): boolean {
  const [west, south, east, north] = BOTH_BOX;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Decimals, signs or letters as only coordinates have them: two counts in a cell are no place. */
const IS_EXACT =
  /\d[.,]\d{2,}\D+\d+[.,]\d{2,}|[°º˚]|^(?:srid[^;]*;)?\s*(?:multi)?point|["']point["']|[\d.]\s*[ns]\b.*\d\s*[ew]\b/i;

/** The column whose cells are all positions, where they look like nothing else; -1 where there is none. */
export function positionColumn(header: readonly string[], rows: readonly (readonly string[])[]): number {
  return header.findIndex((name, column) => {
    const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
    return name.trim() !== '' && texts.length > 0 && texts.every(isPosition);
  });
}

function isPosition(text: string): boolean {
  const written = withOurDigits(text);
  return IS_EXACT.test(written) && typeof readPosition(written, 'lat') !== 'string';
}
