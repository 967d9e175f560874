import { area, booleanPointInPolygon, difference, feature, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { PROVINCE_COUNTRIES } from '../../model/context.ts';
import type { Areal } from '../../model/geojson.ts';
import type { Position } from '../../model/incident.ts';
import { roundedAreal, withoutCrumbs } from './clip.ts';
import { nearestTiling } from './tiling.ts';

export type Shape = Feature<Polygon | MultiPolygon>;

export interface Province {
  iso: string;
  name: string;
  country: (typeof PROVINCE_COUNTRIES)[number];
  geometry: Areal;
}

/** Names of today where the package's are older, or spelt otherwise than is usual. */
const NAMES: Readonly<Record<string, string>> = {
  'Northern Areas': 'Gilgit-Baltistan',
  Baluchistan: 'Balochistan',
  Sind: 'Sindh',
  'F.C.T.': 'Islamabad',
  Hirat: 'Herat',
  Hilmand: 'Helmand',
  Paktya: 'Paktia',
  'Sari Pul': 'Sar-e Pol',
};
/** Provinces of 2004 that the package names after those they were carved from, by a place within each. */
const CARVED: readonly { iso: string; name: string; from: string; within: Position }[] = [
  { iso: 'AF-PAN', name: 'Panjshir', from: 'AF-PAR', within: [69.73, 35.4] },
  { iso: 'AF-DAY', name: 'Daykundi', from: 'AF-URU', within: [66.1, 33.8] },
];
/** Khyber Pakhtunkhwa and the tribal areas that it took in in 2018 are made of the districts instead. */
const FROM_DISTRICTS = new Set(['PK-KP', 'PK-TA']);

/**
 * First-level provinces of a country that tile its outline. In the package neighbouring provinces do not share their
 * edges, and the country's outline is another one: so each place is given to the province that it lies nearest to.
 * @param features those of the package for the country
 * @param khyberPakhtunkhwa the districts as one area, where the country is Pakistan
 */
export function provinces(
  features: readonly Shape[],
  country: Province['country'],
  outline: Areal,
  khyberPakhtunkhwa: Areal | null,
): Province[] {
  const shapes = features
    .map((shape) => ({ ...nameOf(shape), shape }))
    .filter(({ iso }) => !FROM_DISTRICTS.has(iso));
  const cells = nearestTiling(shapes.map(({ shape }) => shape));
  const whole: Shape = feature(outline);
  let free: Shape | null = whole;
  if (khyberPakhtunkhwa) {
    const taken: Shape = feature(khyberPakhtunkhwa);
    free = difference(featureCollection([whole, taken]));
  }
  const own: Province[] = [];
  // smallest first: a cell that lies within another is then taken out of it
  const order = shapes.map((_, i) => i).sort((a, b) => area(cells[a]) - area(cells[b]));
  for (const i of order) {
    const { iso, name } = shapes[i];
    const part = free && intersect(featureCollection([cells[i], free]));
    if (!part || !free) throw new Error(`${name} lies outside the outline of ${country}`);
    free = difference(featureCollection([free, part]));
    own.push({ iso, name, country, geometry: withoutCrumbs(roundedAreal(part.geometry, 4)) });
  }
  if (!khyberPakhtunkhwa) return own;
  return [...own, { iso: 'PK-KP', name: 'Khyber Pakhtunkhwa', country, geometry: khyberPakhtunkhwa }];
}

/** Areas that share edges as one. */
export function dissolved(areas: Areal[]): Areal {
  const whole = union(featureCollection(areas.map((area) => feature(area))));
  if (!whole) throw new Error('nothing to merge');
  return withoutCrumbs(roundedAreal(whole.geometry, 4));
}

function nameOf({ properties, geometry }: Shape): { iso: string; name: string } {
  const { ISO, NAME_1 } = properties ?? {};
  const carved = CARVED.find(({ from, within }) => from === ISO && booleanPointInPolygon(within, geometry));
  return { iso: carved?.iso ?? String(ISO), name: carved?.name ?? NAMES[NAME_1] ?? String(NAME_1) };
}
