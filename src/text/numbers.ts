import { format } from 'd3-format';
import type { Units } from '../state/view.svelte.ts';

const whole = format(',d');
const KM_PER_MILE = 1.609344;

/** A count with thousands separators: `1,234`. */
export function countText(count: number): string {
  return whole(count);
}

/** `1 incident`, `565 incidents`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
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
