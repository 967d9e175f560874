import type { LocationPrecision } from '../model/incident.ts';
import type { BorderRange } from './border-range.ts';

/** How far from the recorded place the true one may be, km. UCDP's and ACLED's second grade are `ABOUT_KM`. */
export const RADIUS_KM = { exact: 1, town: 5 } as const;
/** The radius that UCDP (`where_prec` 2) and ACLED (`geo_precision` 2) mean by "near" or "about", km. */
export const ABOUT_KM = 25;

/** The distances from the border, km, that an incident may have had. */
export interface BorderInterval {
  min: number;
  max: number;
}

/**
 * The interval of a distance from the border. Exact and town: the distance, more or less the radius, not below 0
 * (`radiusKm` replaces the precision's own). District: the range of the district's polygon. `null` where no interval is
 * known: a region, a country, or a district whose polygon we do not have.
 */
export function borderInterval(
  precision: LocationPrecision,
  borderKm: number,
  districtRange: BorderRange | null,
  radiusKm: number | null = null,
): BorderInterval | null {
  const radius = radiusOf(precision, radiusKm);
  if (radius !== null) {
    return { min: Math.max(0, borderKm - radius), max: borderKm + radius };
  }
  if (precision === 'district' && districtRange) return { min: districtRange.nearestKm, max: districtRange.farthestKm };
  return null;
}

/** How far from the recorded place the true one may be, km; `null` where that is no circle about it. `own` replaces the precision's. */
function radiusOf(precision: LocationPrecision, own: number | null): number | null {
  return precision === 'exact' || precision === 'town' ? (own ?? RADIUS_KM[precision]) : null;
}

/**
 * Whether the line lies within what a place is known to, so that the place may be on either side. A district is known to
 * lie on one side, even where it touches the line.
 */
export function isAcross(precision: LocationPrecision, borderKm: number, radiusKm: number | null = null): boolean {
  const radius = radiusOf(precision, radiusKm);
  return radius !== null && borderKm <= radius;
}

/** Whether a location is known well enough for a single figure to be shown. */
export function hasBorderFigure(precision: LocationPrecision): boolean {
  return precision !== 'region' && precision !== 'country';
}

/** How well a place that is measured may be known: as the places of incidents are, or within `ABOUT_KM`. */
export const PLACE_GRADES = ['exact', 'town', 'about', 'district'] as const;
export type PlaceGrade = (typeof PLACE_GRADES)[number];

/** The interval of a measured place's distance from the border, as `borderInterval` has it. */
export function gradeInterval(
  grade: PlaceGrade,
  borderKm: number,
  districtRange: BorderRange | null,
): BorderInterval | null {
  return grade === 'about'
    ? borderInterval('town', borderKm, null, ABOUT_KM)
    : borderInterval(grade, borderKm, districtRange);
}
