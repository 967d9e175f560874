import { LOCATION_PRECISIONS } from '../model/incident.ts';
import { countRow, emptySums, totalOf, type Total } from '../store/sums.ts';
import { NO_DISTRICT, type Store } from '../store/store.ts';
import { meets, type Window } from '../time/window.ts';
import { createAround, type Nearby } from './around.ts';

/** A place that somebody asks about. Degrees. */
export interface NamedPlace {
  name: string;
  lon: number;
  lat: number;
}

/** What there was within a distance of a place. */
export interface NearFigures extends Total {
  km: number;
  /**
   * Incidents that may have been as near, with those that surely were: what is known to some km is taken as near as it may be,
   * what is known to a district as near as its nearest part. Of what is known to a region or country nothing can be said.
   */
  possibly: number;
}

/** What there was near a place. Incidents are counted where they are recorded. */
export interface PlaceFigures {
  place: NamedPlace;
  /** in the order of the distances that were asked for */
  within: NearFigures[];
  /** `null` where there is none at all */
  nearest: Nearby | null;
}

/** Which incidents are looked at. */
export interface LookedAt {
  /** 1 for each row that passes the filters */
  mask: Uint8Array;
  window: Window;
  /** The distance from a place to a district, km; 0 in it. */
  districtKm: (id: string, lon: number, lat: number) => number;
}

const [EXACT, TOWN, DISTRICT] = (['exact', 'town', 'district'] as const).map((one) => LOCATION_PRECISIONS.indexOf(one));

/** The figures of each place: what there was within each of the distances, km, and the nearest incident. */
export function nearPlaces(
  store: Store,
  places: readonly NamedPlace[],
  distances: readonly number[],
  { mask, window, districtKm }: LookedAt,
): PlaceFigures[] {
  const { columns, size } = store;
  const { start, end, locationPrecision, borderKm, borderKmMax, district } = columns;
  const around = createAround(store);
  const passes = (row: number) => mask[row] === 1 && meets(start[row], end[row], window);
  /** How far, km, the true place may be from the recorded one; 0 where that is not said by a circle. */
  const radiusOf = (row: number) => {
    const isCircle = locationPrecision[row] === EXACT || locationPrecision[row] === TOWN;
    return isCircle ? borderKmMax[row] - borderKm[row] : 0;
  };
  let widest = 0;
  const inDistrict = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    if (!passes(row)) continue;
    widest = Math.max(widest, radiusOf(row));
    if (locationPrecision[row] === DISTRICT && district[row] !== NO_DISTRICT)
      inDistrict.set(district[row], (inDistrict.get(district[row]) ?? 0) + 1);
  }
  const farthest = Math.max(0, ...distances);

  return places.map((place) => {
    const { lon, lat } = place;
    const near = around.within(lon, lat, farthest + widest).filter(({ row }) => passes(row));
    const byDistrict = Array.from(inDistrict, ([index, incidents]) => ({
      incidents,
      km: districtKm(store.districts[index].id, lon, lat),
    }));
    const within = distances.map((km): NearFigures => {
      const sums = emptySums(1);
      let possibly = 0;
      for (const found of near) {
        if (found.km <= km) countRow(sums, columns, found.row, 0, 1);
        const precision = locationPrecision[found.row];
        if ((precision === EXACT || precision === TOWN) && found.km - radiusOf(found.row) <= km) possibly++;
      }
      for (const one of byDistrict) if (one.km <= km) possibly += one.incidents;
      return { km, ...totalOf(sums, 0, 1), possibly };
    });
    return { place, within, nearest: around.nearest(lon, lat, passes) };
  });
}
