import type { Measure } from '../../geo/store/count.ts';
import type { Tally } from '../../geo/store/sums.ts';
import { amountText, deathsText, incidentsText } from './numbers.ts';

interface TileValues {
  name: string;
  /** in the window */
  shown: string;
  /** in the bin that has most, and its time */
  most: string;
  time: string;
}

const TILE = {
  some: ({ name, shown, most, time }: TileValues) => `${name}: ${shown}; at most ${most} (${time})`,
  none: ({ name }: { name: string }) => `${name}: no incidents at any time`,
} as const;

const AMOUNT = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) => `${incidents}, ${deaths}`;

/** The words of the districts beside each other. */
export const DISTRICTS = {
  bars: 'Show',
  grid: 'The districts of Khyber Pakhtunkhwa, each at its place, by time',
  /** What the height of all curves is. */
  scale: ({ most, name, time }: Record<'most' | 'name' | 'time', string>) =>
    `One scale for all: the highest is ${most} (${name}, ${time}).`,
  empty: 'No incident that passes the filters is known to lie in a district of Khyber Pakhtunkhwa.',
  none: ({ amount }: { amount: string }) => `In none of them, or not known in which: ${amount}.`,
  hint: 'Choose a district to show it alone; choose more to add them.',
  all: 'Show all districts',
  /** How the figures are made. */
  method: {
    says: 'An incident counts once, in the district where it was coded and on its first day. The command gives the same year by year, over all days that the slider reaches.',
    reference: 'A tile grid map: each district has a tile of one size, as near as tiles come to where it lies.',
  },
} as const;

/** A district in words: `Khyber: 41 incidents, about 120 killed; at most 9 incidents (Jan 2009)`. */
export function tileText(name: string, shown: Tally, most: { figure: number; time: string }, measure: Measure): string {
  if (most.figure === 0) return TILE.none({ name });
  const amount = AMOUNT({ incidents: incidentsText(shown.incidents), deaths: deathsText(shown) });
  return TILE.some({ name, shown: amount, most: amountText(most.figure, measure), time: most.time });
}
