import type { Range } from '../../../geo/store/filter.ts';
import { FILTERS } from '../../text/filters.ts';

/** The number that a field holds: `null` where it is empty, `undefined` while it is not yet a number. */
export function fieldNumber(text: string, bad: boolean): number | null | undefined {
  if (bad) return undefined;
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The bounds as a filter: without any bound there is none. */
export function rangeOrNull(min: number | null, max: number | null): Range | null {
  return min === null && max === null ? null : { min, max };
}

/** What is wrong with the bounds, in words; `null` where nothing is. */
export function boundsProblem({ min, max }: Range): string | null {
  const negative = [min, max].find((value) => value !== null && value < 0);
  if (negative !== undefined && negative !== null) return FILTERS.negative(negative);
  return min !== null && max !== null && min > max ? FILTERS.crossed(min, max) : null;
}
