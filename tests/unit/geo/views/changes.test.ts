import { expect, test } from 'vitest';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { changesIn, weeksOf } from '../../../../geo/views/changes.ts';
import { occurrencesOf } from '../../../../geo/views/occurrences.ts';
import { allOf } from '../../../../geo/views/trends.ts';
import { incident } from '../store/made-incidents.ts';

const FIRST = dayOf(2019, 1, 7);

/** So many incidents on the first day of each week. */
function occurring(weeks: readonly number[]) {
  const store = createStore(
    weeks.flatMap((count, week) =>
      Array.from({ length: count }, (_, i) => {
        const day = formatDay(FIRST + 7 * week);
        return incident({ id: `${week}-${i}`, start: day, end: day });
      }),
    ),
  );
  return occurrencesOf(store, new Uint8Array(store.size).fill(1), allOf(store), 'incidents')[0];
}

const steady = (weeks: number, count: number) => Array<number>(weeks).fill(count);

test('a change is told with its day, its rates and where it may be', () => {
  const occurrences = occurring([...steady(60, 1), ...steady(60, 6)]);
  const changes = changesIn(weeksOf(occurrences, { start: FIRST, end: FIRST + 7 * 120 - 1 }, false));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ day: FIRST + 7 * 60, before: 1, after: 6, sureness: 'very-sure' });
  expect(changes[0].from).toBeLessThanOrEqual(changes[0].day);
  expect(changes[0].to).toBeGreaterThanOrEqual(changes[0].day);
});

test('the end of the rule is no change: before and after it are looked at apart', () => {
  const rule = dayOf(2022, 1, 1);
  const before = Math.floor((rule - FIRST) / 7);
  const occurrences = occurring([...steady(before, 2), ...steady(100, 12)]);
  const days = { start: FIRST, end: FIRST + 7 * (before + 100) - 1 };
  expect(changesIn(weeksOf(occurrences, days, true))).toEqual([]);
  expect(changesIn(weeksOf(occurrences, days, false))).toHaveLength(1);
});

test('a day, or no incidents, have no changes', () => {
  expect(changesIn(weeksOf(occurring([3]), { start: FIRST, end: FIRST }, false))).toEqual([]);
  expect(changesIn(weeksOf(occurring([]), { start: FIRST, end: FIRST + 999 }, true))).toEqual([]);
});
