import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import type { Window } from '../../../../geo/time/window.ts';
import { timeScale, timeTicks } from '../../../../src/charts/scale.ts';

describe('timeScale', () => {
  // ten days on 100 px: a day is 10 px wide
  const scale = timeScale({ start: 100, end: 109 }, 100);

  it('a day begins where the day before ends, and the last one ends at the width', () => {
    expect([100, 101, 109, 110].map(scale.x)).toEqual([0, 10, 90, 100]);
  });

  it('a place is in the day that covers it, and never outside the extent', () => {
    expect([-5, 0, 9.9, 10, 99.9, 100, 1000].map(scale.day)).toEqual([100, 100, 100, 101, 109, 109, 109]);
  });

  it('is ready for a width that is not yet known', () => {
    expect(timeScale({ start: 100, end: 109 }, 0).day(0)).toBe(100);
  });
});

describe('timeTicks', () => {
  const extent = { start: dayOf(2004, 3, 1), end: dayOf(2026, 6, 30) };
  const labels = (axis: Window, width: number) =>
    timeTicks(axis, timeScale(axis, width)).flatMap(({ label }) => label ?? []);

  it('stand at the first of January of each year that begins in the extent', () => {
    const scale = timeScale(extent, 1000);
    const ticks = timeTicks(extent, scale);
    expect(ticks.map(({ day }) => day)).toEqual(Array.from({ length: 22 }, (_, i) => dayOf(2005 + i, 1, 1)));
    expect(ticks.every(({ day, x }) => scale.day(x + 0.001) === day)).toBe(true);
  });

  it('are labelled as far as there is room, at round years', () => {
    expect(labels(extent, 1208)).toHaveLength(22);
    expect(labels(extent, 330)).toEqual(['2005', '2010', '2015', '2020', '2025']);
    expect(labels({ start: dayOf(1893, 1, 1), end: dayOf(2026, 6, 30) }, 330)).toEqual([
      '1900',
      '1925',
      '1950',
      '1975',
      '2000',
    ]);
  });

  it('are months and days on a short axis; the year stands at the first, and where it changes', () => {
    const winter = { start: dayOf(2024, 11, 1), end: dayOf(2025, 3, 31) };
    expect(labels(winter, 600)).toEqual(['Nov 2024', 'Dec', '2025', 'Feb', 'Mar']);
    const month = { start: dayOf(2025, 10, 1), end: dayOf(2025, 10, 31) };
    // 6 October 2025 was a Monday
    expect(labels(month, 310)).toEqual(['6 Oct 2025', '13 Oct', '20 Oct', '27 Oct']);
    expect(labels({ start: month.start, end: month.start }, 310)).toEqual(['1 Oct 2025']);
  });

  it('say when it is on any axis, and never lie over each other', () => {
    const day = fc.integer({ min: dayOf(1800, 1, 1), max: dayOf(2100, 1, 1) });
    fc.assert(
      fc.property(
        day,
        fc.oneof(fc.nat(60), fc.nat(80_000)),
        fc.integer({ min: 250, max: 2000 }),
        (start, days, width) => {
          const axis = { start, end: start + days };
          const ticks = timeTicks(axis, timeScale(axis, width));
          const labelled = ticks.filter(({ label }) => label !== null);
          expect(labelled.length).toBeGreaterThan(0);
          expect(labelled[0].label).toMatch(/\d{4}$/);
          expect(new Set(ticks.map(({ day: at }) => at)).size).toBe(ticks.length);
          labelled.forEach(({ x }, i) => {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThan(width);
            // a letter of the labels is about six pixels wide
            if (i > 0) expect(x - labelled[i - 1].x).toBeGreaterThan(6 * (labelled[i - 1].label ?? '').length);
          });
        },
      ),
    );
  });
});
