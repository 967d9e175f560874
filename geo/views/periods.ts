import type { Day } from '../model/day.ts';
import { clusterDispersion, dispersionOf } from '../statistics/dispersion.ts';
import { canTell, rateRatio, type RateRatio } from '../statistics/rate-ratio.ts';
import type { Measure } from '../store/count.ts';
import type { Store } from '../store/store.ts';
import { RULE } from '../story/rule.ts';
import { daysIn, type Window } from '../time/window.ts';
import { occurredIn, weeklyCounts, type Occurred, type Occurrences } from './occurrences.ts';

/** Weeks of a quarter, about the mean of which weekly counts vary. */
export const QUARTER_WEEKS = 13;
/** For so many days back they are looked at where nothing else is said: eight quarters. */
export const LOOKED_BACK = 8 * QUARTER_WEEKS * 7;

/** Why two periods have no ratio: nothing in either, too few to tell, deaths not known, the rule ends between, or the data begin later. */
export type NoRatio = 'none' | 'few' | 'unknown' | 'rule' | 'before-data';

/** What happened in a period; `null` where nothing is known of it. */
export interface PeriodFigure {
  figure: number | null;
  /** incidents that add nothing, as their killed are not known */
  unknown: number;
}

/** What happened in an earlier period, and how many times that the later one is. */
export interface Change extends PeriodFigure {
  ratio: RateRatio | null;
  /** why there is none; `null` where there is one */
  why: NoRatio | null;
}

/** What a table tells of a ratio: itself, its interval, its p, and why there is none. */
export function ratioCells({ ratio, why }: Pick<Change, 'ratio' | 'why'>): (string | number | null)[] {
  return [ratio?.ratio ?? null, ratio?.low ?? null, ratio?.high ?? null, ratio?.p ?? null, why];
}

/** So many days that end with a day. */
export function daysTo(end: Day, days: number): Window {
  return { start: end - days + 1, end };
}

/** An incident counts on its first day: after the last of these nothing is known. */
export function knownOf({ columns: { start }, size }: Store): Window | null {
  return size === 0 ? null : { start: start[0], end: start[size - 1] };
}

/** What the days of a period hold, as a figure. */
export function figureOf({ incidents, best, unknown }: Occurred, measure: Measure): PeriodFigure {
  if (measure === 'incidents') return { figure: incidents, unknown: 0 };
  return { figure: incidents > 0 && unknown === incidents ? null : best, unknown };
}

/**
 * Whether the rule of selection ends within these days. What comes after is a selection at any number of killed, so that
 * no filter makes the two comparable.
 */
export function crossesRule({ start, end }: Window): boolean {
  return start <= RULE.lastDay && end > RULE.lastDay;
}

/** What some days hold, and how many they are. */
export interface PeriodCount {
  occurred: Occurred;
  days: number;
}

/** How many times the rate of the one days is that of the other; `why` says that they cannot be compared, whatever they hold. */
export function ratioOf(
  one: PeriodCount,
  other: PeriodCount,
  { measure, dispersion, why }: { measure: Measure; dispersion: number; why: NoRatio | null },
): Pick<Change, 'ratio' | 'why'> {
  const without = (reason: NoRatio) => ({ ratio: null, why: reason });
  if (why) return without(why);
  const [count, before] = [figureOf(one.occurred, measure).figure, figureOf(other.occurred, measure).figure];
  if (count === null || before === null) return without('unknown');
  if (count + before === 0) return without('none');
  const [exposed, otherwise] = [
    { count, days: one.days },
    { count: before, days: other.days },
  ];
  if (!canTell(exposed, otherwise, dispersion)) return without('few');
  return { ratio: rateRatio(exposed, otherwise, dispersion), why: null };
}

/**
 * How many times the variance of what is counted is that of Poisson counts, at least 1: by the weekly counts of up to so
 * many days that end with the day, two years where nothing is said, each about the mean of its quarter; of the killed not
 * below what comes of several dying in one incident.
 */
export function dispersionIn(occurrences: Occurrences, end: Day, known: Window, longest = LOOKED_BACK): number {
  const days = Math.min(daysIn({ start: known.start, end }), longest);
  const weeks = Math.max(0, QUARTER_WEEKS * Math.floor(days / (QUARTER_WEEKS * 7)));
  const { best, squares } = occurredIn(occurrences, daysTo(end, longest));
  const counts = weeklyCounts(occurrences, end - 7 * weeks + 1, weeks);
  return Math.max(1, dispersionOf(counts, QUARTER_WEEKS) ?? 1, clusterDispersion(best, squares) ?? 1);
}
