import { BORDER_SIDE_WORDS } from './border-sides.ts';
import type { DistrictDistance, PlaceKnown } from '../../geo/ground/measured-geojson.ts';
import { ABOUT_KM, RADIUS_KM, type PlaceGrade } from '../../geo/ground/uncertainty.ts';
import type { Measurement } from '../../geo/model/border.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { BorderSide } from '../../geo/region.ts';
import type { Units } from '../choices.ts';
import { plainText, regionName } from './locale.ts';
import { distanceText, intervalText, placeText } from './numbers.ts';
import { piecesOf } from './pieces.ts';

/** The words of the measuring tool. */
export const MEASURE = {
  modes: 'What to measure',
  modeNames: { point: 'Distance from the border', path: 'Length of a path' },
  help: {
    point: 'Click on the map, or give a place. Distances are the shortest over the ground to the Durand Line.',
    path: 'Click on the map, or give places one after the other. An incident that is clicked gives its own place.',
  },
  latitude: 'Latitude',
  longitude: 'Longitude',
  pasteHint:
    'Degrees, such as 34.01, 34,01 or 34°00′36″N. A pair such as “34.01, 71.58” can be pasted into either field; latitude comes first.',
  submit: { point: 'Measure', path: 'Add to the path' },
  missing: (name: string) => `${name} is missing.`,
  notDegrees: (name: string, text: string) => `${name} “${text}” is not in degrees, such as 34.01 or 34°00′36″N.`,
  otherAxis: (name: string, text: string, other: string) => `${name} “${text}” says that it is the ${other}.`,
  outOfRange: (name: string, text: string, most: number) => `${name} ${text} is not between −${most} and ${most}.`,
  far: (distance: string) =>
    `That is ${distance} from the Durand Line. Latitude and longitude look swapped: latitude comes first here.`,
  swap: 'Swap latitude and longitude',
  known: 'How well the place is known',
  interval: 'In brackets: how far it may be, given how well the place is known.',
  noInterval: 'The place lies in no district of Khyber Pakhtunkhwa, so how far it may be is not known.',
  toDistrict: 'Distance to a district',
  noneChosen: 'None chosen',
  distanceTo: (name: string) => `Distance to ${name}`,
  inside: (distance: string) => `${distance}, inside it`,
  distance: 'Distance from the Durand Line',
  fromLine: ({ distance }: { distance: string }) =>
    piecesOf('{distance} from the Durand Line', { distance }, 'distance'),
  place: 'Place',
  nearest: 'Nearest point',
  side: 'Side',
  noSide: 'neither side',
  along: 'Along the line',
  alongFrom: (distance: string) => `${distance} from the tripoint with China`,
  district: 'District',
  noDistrict: 'none of Khyber Pakhtunkhwa',
  country: 'Country',
  noCountry: 'not known',
  total: 'Length',
  totalOf: ({ distance }: { distance: string }) => piecesOf('{distance} length', { distance }, 'distance'),
  leg: (index: number) => `Leg ${plainText(index)}`,
  named: ({ name, value }: Record<'name' | 'value', string>) => `${name}: ${value}`,
  places: 'Places of the path',
  undo: 'Take the last back',
  clear: 'Clear',
  copyText: 'Copy as text',
  crossing: 'Nearest crossing',
  crossingAt: ({ name, distance }: Record<'name' | 'distance', string>) => `${name}, ${distance}`,
  copyGeoJson: 'Copy as GeoJSON',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  startPath: 'Give a second place to measure a length.',
} as const;

/** The name of a country's code in English; the code itself where there is none. */
export function countryName(iso: string | null): string {
  if (iso === null) return MEASURE.noCountry;
  return regionName(iso);
}

const GRADES: Readonly<Record<PlaceGrade, (values: { within: (km: number) => string }) => string>> = {
  exact: ({ within }) => `Exact, within ${within(RADIUS_KM.exact)}`,
  town: ({ within }) => `Town, within ${within(RADIUS_KM.town)}`,
  about: ({ within }) => `About, within ${within(ABOUT_KM)}`,
  district: () => 'District, anywhere in it',
};

/** A grade of place in words: `Exact, within 1 km`. */
export function gradeText(grade: PlaceGrade, units: Units): string {
  return GRADES[grade]({ within: (km) => distanceText(km, units, units === 'km' ? 0 : 1) });
}

/** The distance from the border with what it may be: `44.9 km (44–46)`; without brackets where that is not known. */
export function knownText(borderKm: number, { grade, interval }: PlaceKnown, units: Units): string {
  if (!interval) return distanceText(borderKm, units);
  return intervalText(borderKm, interval.min, interval.max, units, grade === 'district');
}

/** How far a district is: `12.3 km`, `0 km, inside it`. */
export function districtText({ km }: DistrictDistance, units: Units): string {
  return km === 0 ? MEASURE.inside(distanceText(0, units, 0)) : distanceText(km, units);
}

function districtLines(to: DistrictDistance | null, units: Units): [name: string, value: string][] {
  return to ? [[MEASURE.distanceTo(to.name), districtText(to, units)]] : [];
}

/** On which side a place lies, as far as it is known. A district lies on one, even where it touches the line. */
function sideText(side: BorderSide | null, { grade, interval }: PlaceKnown): string {
  if (side === null) return MEASURE.noSide;
  return BORDER_SIDE_WORDS.country[grade !== 'district' && interval?.min === 0 ? 'undecided' : side];
}

/** A crossing and how far it is: `Torkham, 12.4 km`; no decimals from a coarse place. */
export function crossingText(name: string, km: number, units: Units, isCoarse: boolean): string {
  return MEASURE.crossingAt({ name, distance: distanceText(km, units, isCoarse ? 0 : 1) });
}

/** A measurement as lines `name: value`, as on the screen; `crossing` is the nearest in words, where it is known. */
export function measurementLines(
  m: Measurement,
  known: PlaceKnown,
  toDistrict: DistrictDistance | null,
  crossing: string | null,
  units: Units,
): [name: string, value: string][] {
  return [
    [MEASURE.distance, knownText(m.borderKm, known, units)],
    [MEASURE.known, gradeText(known.grade, units)],
    [MEASURE.place, placeText(m.lon, m.lat)],
    [MEASURE.nearest, placeText(m.borderPoint[0], m.borderPoint[1])],
    [MEASURE.side, sideText(m.side, known)],
    [MEASURE.along, MEASURE.alongFrom(distanceText(m.alongKm, units))],
    [MEASURE.district, m.district?.name ?? MEASURE.noDistrict],
    [MEASURE.country, countryName(m.country)],
    ...(crossing === null ? [] : [[MEASURE.crossing, crossing] satisfies [string, string]]),
    ...districtLines(toDistrict, units),
  ];
}

/** A path as lines `name: value`: its length, then its legs. */
export function pathLines(
  legsKm: readonly number[],
  totalKm: number,
  toDistrict: DistrictDistance | null,
  units: Units,
): [name: string, value: string][] {
  return [
    [MEASURE.total, distanceText(totalKm, units)],
    ...legsKm.map((km, i): [string, string] => [MEASURE.leg(i + 1), distanceText(km, units)]),
    ...districtLines(toDistrict, units),
  ];
}

/** Lines to copy. */
export function linesText(lines: readonly [string, string][]): string {
  return lines.map(([name, value]) => MEASURE.named({ name, value })).join('\n');
}

/** The places of a path, one a line. */
export function placesText(points: readonly Position[]): string {
  return points.map(([lon, lat]) => placeText(lon, lat)).join('\n');
}
