import type { Measurement } from '../model/border.ts';
import type { LocationPrecision, Position } from '../model/incident.ts';

/** The finest step of a figure in km: its inverse, so that what is rounded has no stray last digits. */
const STEPS_PER_KM: Readonly<Record<LocationPrecision | 'measured', number>> = {
  /** places with a radius: a metre, so that a radius that a source states comes back from the interval as it was */
  exact: 1e3,
  town: 1e3,
  /** districts are good to about a kilometre */
  district: 10,
  region: 1,
  country: 1,
  /** a place that is measured is as exact as whoever gives it says: a millimetre */
  measured: 1e6,
};
/** Steps of a degree: nowhere more than 1.2 m on the ground, and 1.2 mm of a place that is measured. */
const STEPS_PER_DEGREE = { known: 1e5, measured: 1e8 } as const;

/** A distance, km, with the decimals that it deserves by how well its place is known. The one rule for all that is kept and written. */
export function deservedKm(km: number, known: LocationPrecision | 'measured'): number {
  return rounded(km, STEPS_PER_KM[known]);
}

/** The nearest place on the line of a place whose distance has the decimals of `deservedKm`. */
export function deservedPoint([lon, lat]: Position, known: keyof typeof STEPS_PER_DEGREE = 'known'): Position {
  const steps = STEPS_PER_DEGREE[known];
  return [rounded(lon, steps), rounded(lat, steps)];
}

/** A measurement as it is written: to the millimetre. */
export function deservedMeasurement<M extends Measurement>(measurement: M): M {
  return {
    ...measurement,
    borderKm: deservedKm(measurement.borderKm, 'measured'),
    borderPoint: deservedPoint(measurement.borderPoint, 'measured'),
    alongKm: deservedKm(measurement.alongKm, 'measured'),
  };
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
