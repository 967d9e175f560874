import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { timeScale, yearTicks } from '../../../../src/charts/scale.ts';

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

describe('yearTicks', () => {
  const extent = { start: dayOf(2004, 3, 1), end: dayOf(2026, 6, 30) };
  const labelled = (width: number) =>
    yearTicks(extent, timeScale(extent, width))
      .filter((tick) => tick.labelled)
      .map(({ year }) => year);

  it('stand at the first of January of each year that begins in the extent', () => {
    const scale = timeScale(extent, 1000);
    const ticks = yearTicks(extent, scale);
    expect(ticks.map(({ year }) => year)).toEqual(Array.from({ length: 22 }, (_, i) => 2005 + i));
    expect(ticks.every(({ year, x }) => scale.day(x + 0.001) === dayOf(year, 1, 1))).toBe(true);
  });

  it('a year that begins on the first day has its tick', () => {
    const whole = { start: dayOf(2020, 1, 1), end: dayOf(2021, 12, 31) };
    expect(yearTicks(whole, timeScale(whole, 400)).map(({ year, x }) => [year, Math.round(x)])).toEqual([
      [2020, 0],
      [2021, 200],
    ]);
  });

  it('are labelled as far as there is room, at round years', () => {
    expect(labelled(1208)).toHaveLength(22);
    expect(labelled(330)).toEqual([2005, 2010, 2015, 2020, 2025]);
  });
});
