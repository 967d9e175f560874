import { KM_PER_MILE } from '../../geo/line/wgs84.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Units } from '../choices.ts';
import { formFor, numberRangeText, numberText, unitRangeText, type Forms } from './locale.ts';

/** A count with thousands separators: `1,234`. */
export function countText(count: number): string {
  return numberText(count);
}

/** Counts from the lesser to the greater: `2–4`. */
export function countsText(from: number, to: number): string {
  return numberRangeText(from, to);
}

/** A sentence about a count: the form for it, with `{count}` and what else it names put in. */
export function counted(count: number, forms: Forms, values: Readonly<Record<string, string>> = {}): string {
  const all: Readonly<Record<string, string>> = { ...values, count: countText(count) };
  return formFor(count, forms).replace(/\{(\w+)\}/g, (hole, name: string) => all[name] ?? hole);
}

/** `1 incident`, `565 incidents`. */
export function incidentsText(count: number): string {
  return counted(count, { one: '{count} incident', other: '{count} incidents' });
}

/** `1 row`, `565 rows`. */
export function rowsText(count: number): string {
  return counted(count, { one: '{count} row', other: '{count} rows' });
}

/** What stands where a figure is not known. */
export const NOT_KNOWN = 'not known';

const DEATHS = {
  known: ({ deaths }: { deaths: string }) => `about ${deaths} killed`,
  someKnown: ({ killed, unknown }: Record<'killed' | 'unknown', string>) => `${killed}, not known for ${unknown}`,
  /** By the best estimates, then by the lowest and by the highest counts. */
  ranged: ({ killed, range }: Record<'killed' | 'range', string>) => `${killed} (${range})`,
  /** What is known adds up to 0: nobody is “about 0”. */
  none: 'none killed',
  noneOfKnown: ({ unknown }: { unknown: string }) => `none known killed, not known for ${unknown}`,
  unknown: 'killed not known',
  noFigure: 'no deaths known',
} as const;

/**
 * The deaths of some incidents: the sum of what is known, by the lowest and the highest counts where these differ, and for
 * how many nothing is known; never 0 for that. `about 12 killed (10–15)`, `about 12 killed, not known for 3`, `none
 * killed`, `killed not known`.
 */
export function deathsText(tally: Tally): string {
  if (noneKnown(tally)) return DEATHS.unknown;
  const [unknown, range] = [countText(tally.deathsUnknown), rangeOf(tally)];
  const isNone = tally.deaths === 0;
  if (isNone && range === null) return tally.deathsUnknown > 0 ? DEATHS.noneOfKnown({ unknown }) : DEATHS.none;
  const best = isNone ? DEATHS.none : DEATHS.known({ deaths: countText(tally.deaths) });
  const killed = range === null ? best : DEATHS.ranged({ killed: best, range });
  return tally.deathsUnknown > 0 ? DEATHS.someKnown({ killed, unknown }) : killed;
}

function rangeOf({ range }: Tally): string | null {
  return range && range.low < range.high ? numberRangeText(range.low, range.high) : null;
}

/** The same as a figure alone, for a column of them: `12`, `not known`. */
export function deathsFigure(tally: Tally): string {
  return noneKnown(tally) ? NOT_KNOWN : countText(tally.deaths);
}

function noneKnown({ incidents, deathsUnknown }: Tally): boolean {
  return incidents > 0 && deathsUnknown === incidents;
}

/** The units by themselves, beside a field. */
export const UNIT_NAMES: Readonly<Record<Units, string>> = { km: 'km', mi: 'mi' };

const UNIT = { km: 'kilometer', mi: 'mile' } as const;

/** A distance: `12.4 km`, `7.7 mi`. Coarse places get no decimals. */
export function distanceText(km: number, units: Units, decimals: 0 | 1 = 1): string {
  return numberText(inUnits(km, units), { unit: UNIT[units], decimals });
}

/** Distances from the lesser to the greater: `0–10 km`. */
export function distancesText(fromKm: number, toKm: number, units: Units): string {
  return unitRangeText(inUnits(fromKm, units), inUnits(toKm, units), UNIT[units]);
}

const INTERVAL = ({ distance, interval }: Record<'distance' | 'interval', string>) => `${distance} (${interval})`;

/** A distance with the interval that its place has: `12.4 km (7–17)`. Coarse places get no decimals. */
export function intervalText(km: number, minKm: number, maxKm: number, units: Units, coarse: boolean): string {
  return INTERVAL({
    distance: distanceText(km, units, coarse ? 0 : 1),
    interval: numberRangeText(inUnits(minKm, units), inUnits(maxKm, units)),
  });
}

/** Kilometres as the number of the units chosen. */
export function inUnits(km: number, units: Units): number {
  return units === 'km' ? km : km / KM_PER_MILE;
}

/** A number of the units chosen as kilometres. */
export function kmOf(value: number, units: Units): number {
  return units === 'km' ? value : value * KM_PER_MILE;
}

const DEGREES = {
  north: ({ degrees }: { degrees: string }) => `${degrees}° N`,
  south: ({ degrees }: { degrees: string }) => `${degrees}° S`,
  east: ({ degrees }: { degrees: string }) => `${degrees}° E`,
  west: ({ degrees }: { degrees: string }) => `${degrees}° W`,
  place: ({ latitude, longitude }: Record<'latitude' | 'longitude', string>) => `${latitude}, ${longitude}`,
} as const;

/** A place as `34.0100° N, 71.5800° E`; coarser with fewer decimals. */
export function placeText(lon: number, lat: number, decimals: 1 | 4 = 4): string {
  const degreesOf = (value: number) => ({ degrees: numberText(Math.abs(value), { decimals, grouped: false }) });
  return DEGREES.place({
    latitude: DEGREES[lat < 0 ? 'south' : 'north'](degreesOf(lat)),
    longitude: DEGREES[lon < 0 ? 'west' : 'east'](degreesOf(lon)),
  });
}

/** A figure of a chart in words: `3 incidents`, `about 12 killed`; with none known, `no deaths known`, never 0. */
export function amountText(figure: number, measure: Measure): string {
  if (measure === 'incidents') return incidentsText(figure);
  return figure === 0 ? DEATHS.noFigure : DEATHS.known({ deaths: countText(figure) });
}

/** Bytes as `340 kB` or `12.5 MB`. */
export function bytesText(bytes: number): string {
  return bytes < 1e6
    ? numberText(Math.ceil(bytes / 1000), { unit: 'kilobyte', grouped: false })
    : numberText(bytes / 1e6, { unit: 'megabyte', decimals: 1, grouped: false });
}

/** A length of time: `10 s`, `3.3 s`. */
export function secondsText(seconds: number): string {
  return numberText(seconds, { unit: 'second', decimals: Number.isInteger(seconds) ? 0 : 1 });
}
