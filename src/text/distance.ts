import { BORDER_SIDE_WORDS } from './border-sides.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Range } from '../../geo/store/filter.ts';
import type { BorderSide } from '../../geo/region.ts';
import type { Units } from '../choices.ts';
import { plainText } from './locale.ts';
import {
  amountText,
  counted,
  countText,
  deathsFigure,
  deathsText,
  distancesText,
  distanceText,
  incidentsText,
  inUnits,
} from './numbers.ts';

/** The words of the panel on distances from the border. */
export const DISTANCE = {
  title: 'Distance from the Durand Line',
  count: 'Count',
  hint: 'Drag over the chart to show only those distances.',
  clear: 'Show all distances',
  from: 'From',
  to: 'To',
  /** How the figures are made. */
  method: {
    says: 'The distance of an incident is that to the nearest place on the Durand Line; its interval spans what its place may be, by how exactly it is known. An incident is surely in a band where its whole interval is, possibly where a part is. Places known to a region or a country alone have no distance.',
    reference: 'Distances on the WGS 84 ellipsoid: Karney 2013, Algorithms for geodesics, Journal of Geodesy 87.',
  },
  signHint: 'Below 0: Afghan side. Above 0: Pakistani side.',
  band: 'Distance',
  figure: 'Place given',
  surely: 'Surely',
  possibly: 'Possibly',
  bandsHint:
    'A place is known to within some km. “Surely” counts those that lie in the band wherever they were in truth; “possibly” those that might lie in it or in a neighbouring one, each in every band that it might lie in.',
  bandsOf: {
    incidents: ({ side }: { side: string }) => `${side}, incidents`,
    deaths: ({ side }: { side: string }) => `${side}, deaths`,
  } satisfies Record<Measure, unknown>,
  either: ({ side, count }: { side: string; count: number }) =>
    counted(
      count,
      {
        one: '{side}: {count} incident could be in more than one band.',
        other: '{side}: {count} incidents could be in more than one band.',
      },
      { side },
    ),
  unknownDeaths: (count: number) =>
    counted(count, {
      one: 'Killed not known for {count} incident of these.',
      other: 'Killed not known for {count} incidents of these.',
    }),
  tooCoarse: (count: number) =>
    counted(count, {
      one: '{count} incident left out: the place is too coarse for a distance.',
      other: '{count} incidents left out: the place is too coarse for a distance.',
    }),
  noInterval: (count: number) =>
    counted(count, {
      one: '{count} incident with a distance but no known interval.',
      other: '{count} incidents with a distance but no known interval.',
    }),
  undecided: (tally: Tally, measure: Measure) =>
    `Not in the chart, as the line lies within what the places are known to: ${tallyWords(tally, measure)}.`,
  elsewhere: (count: number) =>
    counted(count, {
      one: '{count} incident in neither country.',
      other: '{count} incidents in neither country.',
    }),
} as const;

/** What lies off the chart on a side: `Afghan side: 3 incidents beyond 150 km.` */
export function beyondText(side: BorderSide, tally: Tally, measure: Measure, reach: string): string {
  return `${BORDER_SIDE_WORDS.side[side]}: ${tallyWords(tally, measure)} beyond ${reach}.`;
}

function tallyWords(tally: Tally, measure: Measure): string {
  return measure === 'incidents' ? incidentsText(tally.incidents) : deathsText(tally);
}

/** The same for both sides. */
export function bothBeyondText(
  beyond: Readonly<Record<BorderSide, Tally>>,
  measure: Measure,
  reachKm: number,
  units: Units,
): string {
  const reach = distanceText(reachKm, units, 0);
  return `${beyondText('AF', beyond.AF, measure, reach)} ${beyondText('PK', beyond.PK, measure, reach)}`;
}

/** A figure of the tables. */
export function tallyText(tally: Tally, measure: Measure): string {
  return measure === 'incidents' ? countText(tally.incidents) : deathsFigure(tally);
}

interface Bar {
  fromKm: number;
  toKm: number;
  side: BorderSide;
  figure: number;
  measure: Measure;
}

/** What a bar stands for: `10 km to 15 km, Afghan side: 12 incidents`. */
export function barText({ fromKm, toKm, side, figure, measure }: Bar, units: Units): string {
  const [from, to] = [distanceText(fromKm, units, 0), distanceText(toKm, units, 0)];
  return `${from} to ${to}, ${BORDER_SIDE_WORDS.side[side]}: ${amountText(figure, measure)}`;
}

/** A place on the axis, with the unit at the line: `0 km`, `50`. */
export function tickText(value: number, units: Units): string {
  return value === 0 ? distanceText(0, units, 0) : plainText(Math.abs(value));
}

/** The ends of a brush in words. */
const END = {
  line: 'the line',
  at: {
    AF: ({ distance }) => `${distance} on the Afghan side`,
    PK: ({ distance }) => `${distance} on the Pakistani side`,
  } satisfies Record<BorderSide, (values: { distance: string }) => string>,
  farthest: { AF: 'the farthest on the Afghan side', PK: 'the farthest on the Pakistani side' },
  brushed: ({ from, to }: Record<'from' | 'to', string>) => `Shown: from ${from} to ${to}.`,
} as const;

/** What a brush shows: `Shown: from 25 km on the Afghan side to 10 km on the Pakistani side.` */
export function brushedText({ min, max }: Range, units: Units): string {
  const end = (km: number | null, farthest: BorderSide) => {
    if (km === null) return END.farthest[farthest];
    if (km === 0) return END.line;
    const shown = Math.abs(km);
    const distance = distanceText(shown, units, Number.isInteger(inUnits(shown, units)) ? 0 : 1);
    return END.at[km < 0 ? 'AF' : 'PK']({ distance });
  };
  return END.brushed({ from: end(min, 'AF'), to: end(max, 'PK') });
}

const MORE = ({ from }: { from: string }) => `${from} and more`;

/** `0–10 km`, `100 km and more`. */
export function bandText(fromKm: number, toKm: number | null, units: Units): string {
  return toKm === null ? MORE({ from: distanceText(fromKm, units, 0) }) : distancesText(fromKm, toKm, units);
}
