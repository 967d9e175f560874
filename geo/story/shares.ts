import type { Census } from '../model/census.ts';
import { dayOf, partsOf } from '../model/day.ts';
import { COUNTRIES } from '../region.ts';
import { UNKNOWN, type Store } from '../store/store.ts';
import type { Window } from '../time/window.ts';
import { ALL_AREAS, areaOf, censusDays, censusSteps } from './census.ts';

/** A year's incidents beside what a census of Pakistan counts in it. */
export interface YearShare {
  year: number;
  /** that began in the year */
  incidents: number;
  /** the sum of what is known */
  killed: number;
  /** of them in Pakistan: what the census counts too */
  killedInPakistan: number;
  /** deaths of the census, those that it knows to no month among them; `null` where it has no such year */
  counted: number | null;
  /** killed in Pakistan to deaths counted; `null` where these are not known */
  share: number | null;
}

const PAKISTAN = COUNTRIES.indexOf('PK');

/** The years that lie in the window whole, each with its incidents that pass the mask; `null` is all time. */
export function sharesOf(store: Store, mask: Uint8Array, census: Census, window: Window | null): YearShare[] {
  const days = window ?? wholeYears(store.extent);
  if (!days) return [];
  const counted = deathsByYear(census);
  const shares = new Map<number, YearShare>();
  for (let year = partsOf(days.start).year; year <= partsOf(days.end).year; year++) {
    if (dayOf(year, 1, 1) < days.start || dayOf(year, 12, 31) > days.end) continue;
    const ofYear = counted.get(year) ?? null;
    shares.set(year, { year, incidents: 0, killed: 0, killedInPakistan: 0, counted: ofYear, share: null });
  }
  const { start, best, country } = store.columns;
  for (let row = 0; row < store.size; row++) {
    const share = mask[row] ? shares.get(partsOf(start[row]).year) : undefined;
    if (!share) continue;
    share.incidents++;
    if (best[row] === UNKNOWN) continue;
    share.killed += best[row];
    if (country[row] === PAKISTAN) share.killedInPakistan += best[row];
  }
  for (const share of shares.values()) if (share.counted) share.share = share.killedInPakistan / share.counted;
  return [...shares.values()];
}

function wholeYears(extent: Window | null): Window | null {
  return extent && { start: dayOf(partsOf(extent.start).year, 1, 1), end: dayOf(partsOf(extent.end).year, 12, 31) };
}

/** What the census counts in each of its years; a record that is known to no month counts in the year that it begins in. */
function deathsByYear(census: Census): Map<number, number> {
  const all = areaOf(census, ALL_AREAS);
  const byYear = new Map<number, number>();
  if (!all) return byYear;
  const { end } = censusDays(census);
  for (const step of censusSteps(census, all, 'year'))
    if (step.end <= end) byYear.set(partsOf(step.start).year, step.best);
  for (const { from, best } of census.undated) {
    const year = Number(from.slice(0, 4));
    byYear.set(year, (byYear.get(year) ?? 0) + best);
  }
  return byYear;
}
