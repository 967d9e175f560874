import { dayOf } from '../model/day.ts';
import type { Filters, Range } from '../store/filter.ts';
import { UNKNOWN, type Store } from '../store/store.ts';

/**
 * The rule that the page's incidents follow: every event in which UCDP counts this many killed or more, in Khyber
 * Pakhtunkhwa, the former FATA, Balochistan and Islamabad, up to the last day. What comes after is a selection.
 */
export const RULE = { leastKilled: 10, lastDay: dayOf(2021, 12, 31) } as const;

/** The filter that leaves what the rule makes comparable over time. */
const COMPARABLE: Range = { min: RULE.leastKilled, max: null };

/** Whether the filters leave what is comparable over time, whatever else they ask. */
export function isComparable({ deaths }: Pick<Filters, 'deaths'>): boolean {
  return deaths !== null && deaths.min === COMPARABLE.min && deaths.max === COMPARABLE.max;
}

/** The change of filters that leaves what is comparable over time, or takes everything in again. */
export function comparing(on: boolean): Pick<Filters, 'deaths'> {
  return { deaths: on ? COMPARABLE : null };
}

/** Whether an id is of one of the incidents that follow the rule, wherever they were read from. */
export function isRuled(id: string): boolean {
  return /^PKAF-\d+$/.test(id);
}

/** What the comparable leave out. */
export interface LeftOut {
  /** incidents with fewer killed */
  fewer: number;
  /** incidents whose killed are not known */
  unknown: number;
}

/** How many of some rows of a store what is comparable over time leaves out. */
export function leftOutOf({ columns: { best } }: Pick<Store, 'columns'>, rows: Uint32Array): LeftOut {
  const left: LeftOut = { fewer: 0, unknown: 0 };
  for (const row of rows) {
    if (best[row] === UNKNOWN) left.unknown++;
    else if (best[row] < RULE.leastKilled) left.fewer++;
  }
  return left;
}
