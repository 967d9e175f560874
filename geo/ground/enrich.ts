import { deservedKm, deservedPoint } from './decimals.ts';
import { sideOf, type Ground } from './measure.ts';
import { borderInterval, hasBorderFigure, isAcross } from './uncertainty.ts';
import type { DistrictRef, Computed, Position, Recorded } from '../model/incident.ts';
import { districtIds } from './district-names.ts';
import type { ProvinceLookup } from './province-lookup.ts';
import { provinceId } from './province-names.ts';
import type { ProvinceId } from '../region.ts';

/** The accuracy of the districts' boundaries, km: so near, the coder's own district wins over geometry. */
const DISTRICT_TOLERANCE_KM = 2;

/** The province whose districts there are. */
const PROVINCE_OF_DISTRICTS: ProvinceId = 'PK-KP';

/** What the computed properties depend on. */
export type PlaceRecorded = Pick<Recorded, 'admin' | 'locationPrecision'>;

/**
 * Gives the computed properties of an incident. `radiusKm` is how far from the point the source says that the true place
 * may be, where that is not the precision's own radius (`ABOUT_KM` for the second grade of UCDP and ACLED).
 *
 * A place that is known to a region or a country alone gets no distance, no interval and no district from its point,
 * which is arbitrary; only the side, and the district that the coder names. Figures have the decimals of `deservedKm`.
 *
 * An incident that was at `otherPlaces` too has the district, the province and the distance of its first place, where it is
 * counted; its interval spans what all its places may have, and its side is undecided where they do not all lie on one.
 */
export function createEnrich(
  ground: Ground,
  provinces: ProvinceLookup,
): (
  recorded: PlaceRecorded,
  position: Position,
  radiusKm?: number | null,
  otherPlaces?: readonly Position[],
) => Computed {
  function computedAt(recorded: PlaceRecorded, [lon, lat]: Position, radiusKm: number | null): Computed {
    const { borderKm, borderPoint, alongKm } = ground.border.nearest(lon, lat);
    const isUndecided = isAcross(recorded.locationPrecision, borderKm, radiusKm);
    const side = isUndecided ? ground.sides(lon, lat) && 'undecided' : sideOf(ground, lon, lat, borderKm);
    const districts = districtsOf(ground, recorded, lon, lat);
    const province = districts.district ? PROVINCE_OF_DISTRICTS : provinceOf(ground, provinces, recorded, lon, lat);
    if (!hasBorderFigure(recorded.locationPrecision)) {
      return {
        ...districts,
        province,
        borderKm: null,
        borderKmMin: null,
        borderKmMax: null,
        borderPoint: null,
        side,
        alongKm: null,
      };
    }
    const range =
      recorded.locationPrecision === 'district' && districts.district ? ground.ranges(districts.district.id) : null;
    const interval = borderInterval(recorded.locationPrecision, borderKm, range, radiusKm);
    const figure = (km: number) => deservedKm(km, recorded.locationPrecision);
    return {
      ...districts,
      province,
      borderKm: figure(borderKm),
      borderKmMin: interval && figure(interval.min),
      borderKmMax: interval && figure(interval.max),
      borderPoint: deservedPoint(borderPoint),
      side,
      alongKm: figure(alongKm),
    };
  }

  return (recorded, position, radiusKm = null, otherPlaces = []) => {
    const first = computedAt(recorded, position, radiusKm);
    return otherPlaces.map((place) => computedAt(recorded, place, radiusKm)).reduce(spanning, first);
  };
}

/** The computed properties of a place, with the interval and the side widened by those of another. */
function spanning(first: Computed, other: Computed): Computed {
  return {
    ...first,
    borderKmMin: both(first.borderKmMin, other.borderKmMin, Math.min),
    borderKmMax: both(first.borderKmMax, other.borderKmMax, Math.max),
    side: first.side === other.side ? first.side : 'undecided',
  };
}

/** `null` where one of the two is not known. */
function both(a: number | null, b: number | null, of: (a: number, b: number) => number): number | null {
  return a === null || b === null ? null : of(a, b);
}

/**
 * The coder's own district, where the words name one, wins when the point lies within 2 km of it. Where the point lies
 * farther off, both are kept: `district` is what the coder recorded, `districtByPoint` what the point says. Where the
 * words name none, the point decides.
 */
function districtsOf(
  ground: Ground,
  recorded: PlaceRecorded,
  lon: number,
  lat: number,
): Pick<Computed, 'district' | 'districtByPoint'> {
  const coders = nearestOf(ground, districtIds(recorded.admin), lon, lat);
  if (!hasBorderFigure(recorded.locationPrecision)) return { district: coders?.ref ?? null, districtByPoint: null };
  const byPoint = ground.districts.at(lon, lat);
  if (!coders) return { district: byPoint, districtByPoint: null };
  return { district: coders.ref, districtByPoint: coders.km > DISTRICT_TOLERANCE_KM ? byPoint : null };
}

/** Where the place is coarse, what the coder's words name; else, and where they name none, what the point says, unless that is arbitrary. */
function provinceOf(
  ground: Ground,
  provinces: ProvinceLookup,
  recorded: PlaceRecorded,
  lon: number,
  lat: number,
): ProvinceId | null {
  const { admin, locationPrecision } = recorded;
  const isPlace = locationPrecision === 'exact' || locationPrecision === 'town';
  const named = isPlace ? null : provinceId(admin);
  if (named !== null || !hasBorderFigure(locationPrecision)) return named;
  const side = ground.sides(lon, lat);
  return side && provinces(lon, lat, side);
}

/** Of the districts that the coder's words may mean, the one nearest to the point. */
function nearestOf(ground: Ground, ids: readonly string[], lon: number, lat: number) {
  let nearest: { ref: DistrictRef; km: number } | null = null;
  for (const id of ids) {
    const ref = ground.districts.named(id);
    if (!ref) continue;
    const km = ground.districts.distanceKm(id, lon, lat);
    if (!nearest || km < nearest.km) nearest = { ref, km };
  }
  return nearest;
}
