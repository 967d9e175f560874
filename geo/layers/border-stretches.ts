import type { Ground } from '../ground/measure.ts';
import { KM_PER_DEGREE, kmAtVertices, placeAt } from '../line/stretch.ts';
import { createAreaLookup } from '../areas/lookup.ts';
import type { Stretch } from '../model/border.ts';
import { BORDER_SIDES, type BorderSide } from '../region.ts';
import type { Provinces } from '../model/context.ts';
import type { Position } from '../model/incident.ts';

const STEP_KM = 1;
/** How far from the line to look, km: districts share it, the provinces' own borders stray from it by some km. */
const OFFSETS_KM = [1, 3, 6, 12, 24];
/** A shorter run is the noise of a coarse province border, not a neighbour. */
const SHORTEST_KM = 8;

type Name = Pick<Stretch, 'level' | 'name'>;

/**
 * What lies beside the Durand Line, kilometre by kilometre: on the Pakistani side the districts of Khyber Pakhtunkhwa
 * and the other provinces, on the Afghan side the provinces. Sampled every km at right angles to the line.
 */
export function borderStretches(ground: Ground, provinces: Provinces): Stretch[] {
  const line = ground.border.coordinates;
  const vertexKm = kmAtVertices(line);
  const nameOn = createNaming(ground, provinces);
  return BORDER_SIDES.flatMap((side) => {
    const names: (Name | null)[] = [];
    for (let km = STEP_KM / 2; km < ground.border.lengthKm; km += STEP_KM) {
      const places = placesBeside(placeAt(line, vertexKm, km), headingAt(line, vertexKm, km));
      names.push(nameOn(side, places));
    }
    return runsOf(names, side, ground.border.lengthKm);
  });
}

/** Names the first of the places on a side that has a name. */
function createNaming(ground: Ground, provinces: Provinces) {
  const byCountry = {
    PK: provinceLookup(provinces, 'PK'),
    AF: provinceLookup(provinces, 'AF'),
  };
  return (side: BorderSide, places: Position[]): Name | null => {
    for (const [lon, lat] of places) {
      if (ground.sides(lon, lat) !== side) continue;
      const district = side === 'PK' ? ground.districts.at(lon, lat) : null;
      if (district) return { level: 'district', name: district.name };
      const province = byCountry[side](lon, lat);
      // within Khyber Pakhtunkhwa a district names it, at this offset or the next
      if (province !== null && province !== 'Khyber Pakhtunkhwa') return { level: 'province', name: province };
    }
    return null;
  };
}

function provinceLookup(provinces: Provinces, country: BorderSide): (lon: number, lat: number) => string | null {
  const features = provinces.features.filter(({ properties }) => properties.country === country);
  return createAreaLookup(features, ({ name }) => name);
}

/** Degrees of longitude and latitude for one km forward along the line. */
function headingAt(line: readonly Position[], vertexKm: Float64Array, km: number): [number, number] {
  const [a, b] = [placeAt(line, vertexKm, km - 2), placeAt(line, vertexKm, km + 2)];
  const squeeze = Math.cos((a[1] * Math.PI) / 180);
  const [east, north] = [(b[0] - a[0]) * squeeze, b[1] - a[1]];
  const length = Math.hypot(east, north) || 1;
  return [east / length, north / length];
}

function placesBeside([lon, lat]: Position, [east, north]: [number, number]): Position[] {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  return OFFSETS_KM.flatMap((km) =>
    [1, -1].map((turn): Position => {
      const degrees = (turn * km) / KM_PER_DEGREE;
      return [lon - (north * degrees) / squeeze, lat + east * degrees];
    }),
  );
}

/** Runs of one name; unnamed and short runs go to the run before, or after where there is none. */
function runsOf(names: readonly (Name | null)[], side: BorderSide, lengthKm: number): Stretch[] {
  const runs: Stretch[] = [];
  let since = 0;
  for (let i = 1; i <= names.length; i++) {
    if (i < names.length && names[i]?.name === names[since]?.name) continue;
    const name = names[since];
    if (name && i - since >= SHORTEST_KM / STEP_KM) {
      const before = runs.at(-1);
      if (before?.name === name.name) before.toKm = i * STEP_KM;
      else runs.push({ side, ...name, fromKm: since * STEP_KM, toKm: i * STEP_KM });
    }
    since = i;
  }
  runs.forEach((run, i) => (run.toKm = i + 1 < runs.length ? runs[i + 1].fromKm : lengthKm));
  if (runs.length > 0) runs[0].fromKm = 0;
  return runs;
}
