import type { Tally } from '../../geo/store/sums.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Range } from '../../geo/store/filter.ts';
import type { Units } from '../choices.ts';
import { amountText, countText, deathsFigure, deathsText, distanceText, inUnits, plural } from './numbers.ts';

/** The words of the panel on distances from the border. */
export const DISTANCE = {
  title: 'Distance from the Durand Line',
  afghan: 'Afghan side',
  pakistani: 'Pakistani side',
  count: 'Count',
  hint: 'Drag over the chart to show only those distances.',
  clear: 'Show all distances',
  from: 'From',
  to: 'To',
  signHint: 'Below 0: Afghan side. Above 0: Pakistani side.',
  band: 'Distance',
  figure: 'Place given',
  surely: 'Surely',
  possibly: 'Possibly',
  bandsHint:
    'A place is known to within some km. “Surely” counts those that lie in the band wherever they were in truth; “possibly” those that might lie in it or in a neighbouring one, each in every band that it might lie in.',
  either: (side: string, count: number) => `${side}: ${plural(count, 'incident')} could be in more than one band.`,
  unknownDeaths: (count: number) => `Killed not known for ${plural(count, 'incident')} of these.`,
  tooCoarse: (count: number) => `${plural(count, 'incident')} left out: the place is too coarse for a distance.`,
  noInterval: (count: number) => `${plural(count, 'incident')} with a distance but no known interval.`,
  elsewhere: (count: number) => `${plural(count, 'incident')} in neither country.`,
} as const;

/** What lies off the chart: `3 incidents beyond 150 km`, `about 12 killed beyond 150 km`. */
export function beyondText(tally: Tally, measure: Measure, km: string): string {
  return `${measure === 'incidents' ? plural(tally.incidents, 'incident') : deathsText(tally)} beyond ${km}`;
}

/** A figure of the tables. */
export function tallyText(tally: Tally, measure: Measure): string {
  return measure === 'incidents' ? countText(tally.incidents) : deathsFigure(tally);
}

/** What a bar stands for: `10.0–15.0 km, Afghan side: 12 incidents`. */
export function barText(
  fromKm: number,
  toKm: number,
  afghan: boolean,
  figure: number,
  measure: Measure,
  units: Units,
): string {
  const side = afghan ? DISTANCE.afghan : DISTANCE.pakistani;
  return `${distanceText(fromKm, units, 0)} to ${distanceText(toKm, units, 0)}, ${side}: ${amountText(figure, measure)}`;
}

/** What a brush shows: `Shown: from 25 km on the Afghan side to 10 km on the Pakistani side.` */
export function brushedText({ min, max }: Range, units: Units): string {
  const side = (km: number) => (km < 0 ? 'on the Afghan side' : 'on the Pakistani side');
  const end = (km: number) => {
    const shown = inUnits(Math.abs(km), units);
    return km === 0 ? 'the line' : distanceText(Math.abs(km), units, Number.isInteger(shown) ? 0 : 1);
  };
  const from = min === null ? 'the farthest on the Afghan side' : min === 0 ? end(min) : `${end(min)} ${side(min)}`;
  const to = max === null ? 'the farthest on the Pakistani side' : max === 0 ? end(max) : `${end(max)} ${side(max)}`;
  return `Shown: from ${from} to ${to}.`;
}

/** `0–10 km`, `100 km and more`. */
export function bandText(fromKm: number, toKm: number | null, units: Units): string {
  if (toKm === null) return `${distanceText(fromKm, units, 0)} and more`;
  return `${distanceText(fromKm, units, 0).replace(/ \w+$/, '')}–${distanceText(toKm, units, 0)}`;
}
