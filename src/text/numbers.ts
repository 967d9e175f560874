import { format } from 'd3-format';
import { KM_PER_MILE } from '../../geo/line/wgs84.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Units } from '../choices.ts';

const whole = format(',d');

/** A count with thousands separators: `1,234`. */
export function countText(count: number): string {
  return whole(count);
}

/** `1 incident`, `565 incidents`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** What stands where a figure is not known. */
export const NOT_KNOWN = 'not known';

/**
 * The deaths of some incidents: the sum of what is known, and for how many nothing is; never 0 for what is not known.
 * `about 12 killed`, `about 12 killed, not known for 3`, `killed not known`.
 */
export function deathsText(tally: Tally): string {
  if (noneKnown(tally)) return `killed ${NOT_KNOWN}`;
  const { deaths, deathsUnknown } = tally;
  return `about ${whole(deaths)} killed${deathsUnknown > 0 ? `, ${NOT_KNOWN} for ${whole(deathsUnknown)}` : ''}`;
}

/** The same as a figure alone, for a column of them: `12`, `not known`. */
export function deathsFigure(tally: Tally): string {
  return noneKnown(tally) ? NOT_KNOWN : whole(tally.deaths);
}

function noneKnown({ incidents, deathsUnknown }: Tally): boolean {
  return incidents > 0 && deathsUnknown === incidents;
}

/** A distance: `12.4 km`, `7.7 mi`. Coarse places get no decimals. */
export function distanceText(km: number, units: Units, decimals: 0 | 1 = 1): string {
  return `${figure(inUnits(km, units), decimals)} ${units}`;
}

/** A distance with the interval that its place has: `12.4 km (7–17)`. Coarse places get no decimals. */
export function intervalText(km: number, minKm: number, maxKm: number, units: Units, coarse: boolean): string {
  const [from, to] = [minKm, maxKm].map((end) => figure(inUnits(end, units), 0));
  return `${figure(inUnits(km, units), coarse ? 0 : 1)} ${units} (${from}–${to})`;
}

/** Kilometres as the number of the units chosen. */
export function inUnits(km: number, units: Units): number {
  return units === 'km' ? km : km / KM_PER_MILE;
}

/** A number of the units chosen as kilometres. */
export function kmOf(value: number, units: Units): number {
  return units === 'km' ? value : value * KM_PER_MILE;
}

function figure(value: number, decimals: number): string {
  return format(`,.${decimals}f`)(value);
}

/** A place as `34.0100° N, 71.5800° E`. */
export function placeText(lon: number, lat: number): string {
  const part = (value: number, [plus, minus]: [string, string]) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? minus : plus}`;
  return `${part(lat, ['N', 'S'])}, ${part(lon, ['E', 'W'])}`;
}

/** A figure of a chart in words: `3 incidents`, `about 12 killed`; with none known, `no deaths known`, never 0. */
export function amountText(figure: number, measure: Measure): string {
  if (measure === 'incidents') return plural(figure, 'incident');
  return figure === 0 ? 'no deaths known' : `about ${countText(figure)} killed`;
}

/** Bytes as `340 kB` or `12.5 MB`. */
export function bytesText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
