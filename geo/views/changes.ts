import type { Day } from '../model/day.ts';
import { changePoints, type Sureness } from '../statistics/change-points.ts';
import { dispersionOf } from '../statistics/dispersion.ts';
import { RULE } from '../story/rule.ts';
import { daysIn, type Window } from '../time/window.ts';
import { weeklyCounts, type Occurrences } from './occurrences.ts';
import { crossesRule, QUARTER_WEEKS } from './periods.ts';

/** The fewest weeks between two changes. */
const LEAST_WEEKS = 4;

/** The incidents of whole weeks from a day on. */
export interface Weeks {
  start: Day;
  counts: Float64Array;
}

/** Where the number of incidents a week changes. */
export interface WeeklyChange {
  /** the first day of the new rate */
  day: Day;
  /** where it may be with 95 % */
  from: Day;
  to: Day;
  /** incidents a week, before and after */
  before: number;
  after: number;
  sureness: Sureness;
}

/** The weeks in which changes are looked for: apart before and after the rule's end where there are incidents that follow it. */
export function weeksOf(incidents: Occurrences, days: Window, hasRule: boolean): Weeks[] {
  const stretches =
    hasRule && crossesRule(days)
      ? [
          { start: days.start, end: RULE.lastDay },
          { start: RULE.lastDay + 1, end: days.end },
        ]
      : [days];
  return stretches.map((stretch) => ({
    start: stretch.start,
    counts: weeklyCounts(incidents, stretch.start, Math.floor(daysIn(stretch) / 7)),
  }));
}

/** Where the number of incidents a week changes within each stretch of weeks. */
export function changesIn(stretches: readonly Weeks[]): WeeklyChange[] {
  return stretches.flatMap(({ start, counts }) => {
    const dispersion = dispersionOf(counts, QUARTER_WEEKS) ?? 1;
    const dayOf = (week: number) => start + 7 * week;
    return changePoints(counts, { least: LEAST_WEEKS, dispersion }).map(
      ({ at, from, to, before, after, sureness }): WeeklyChange => ({
        ...{ day: dayOf(at), from: dayOf(from), to: dayOf(to) },
        ...{ before, after, sureness },
      }),
    );
  });
}
