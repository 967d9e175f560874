import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import { STEPS, type Mode, type Step, type Window } from '../../../../geo/time/window.ts';
import { timeScale } from '../../../../src/charts/scale.ts';
import {
  dragTo,
  gripAt,
  holdThumb,
  pageThumb,
  pressOn,
  pullThumb,
  snapStart,
  type Thumb,
  type Time,
} from '../../../../src/timeline/drag.ts';

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return dayOf(year, month, date);
};
const window = (text: string): Window => ({ start: day(text.split('/')[0]), end: day(text.split('/')[1]) });
const written = ({ start, end }: Window) => `${formatDay(start)}/${formatDay(end)}`;

const EXTENT = '2004-03-01/2026-06-30';
const time = (thumbs: string, mode: Mode = 'window', step: Step = 'month'): Time => ({
  extent: window(EXTENT),
  thumbs: window(thumbs),
  mode,
  step,
});

/** The thumbs after a drag from one day to another. */
function drag(now: Time, from: string, to: string): string {
  return written(dragTo(gripAt(day(from), now), day(to), now));
}

describe('a drag', () => {
  it('inside the window moves it as a whole, by whole steps, no further than time goes', () => {
    const now = time('2010-01-01/2010-12-31');
    expect(drag(now, '2010-06-15', '2010-06-20')).toBe('2010-01-01/2010-12-31');
    expect(drag(now, '2010-06-15', '2010-08-20')).toBe('2010-03-01/2011-02-28');
    expect(drag(now, '2010-06-15', '2030-01-01')).toBe('2025-07-01/2026-06-30');
    expect(drag(now, '2010-06-15', '1990-01-01')).toBe('2004-03-01/2005-02-28');
  });

  it('outside the window, or where it is all time, draws a new one of whole steps', () => {
    expect(drag(time('2010-01-01/2010-12-31'), '2020-03-10', '2020-05-02')).toBe('2020-03-01/2020-05-31');
    expect(drag(time(EXTENT), '2020-05-02', '2020-03-10')).toBe('2020-03-01/2020-05-31');
  });

  it('in the other modes takes the one thumb along and leaves the hidden one', () => {
    expect(drag(time('2010-01-01/2010-12-31', 'from-start'), '2012-01-01', '2012-02-10')).toBe('2010-01-01/2012-02-29');
    expect(drag(time('2010-01-01/2010-12-31', 'from-start'), '2008-01-01', '2008-02-10')).toBe('2010-01-01/2008-02-29');
    expect(drag(time('2010-01-01/2010-12-31', 'to-end'), '2012-01-01', '2012-02-10')).toBe('2012-02-01/2010-12-31');
    expect(drag(time('2010-01-01/2010-12-31', 'instant'), '2009-01-01', '2009-02-10')).toBe('2009-02-01/2010-12-31');
  });
});

describe('a press without a drag', () => {
  it('brings the window about the day, its width kept', () => {
    const now = time('2010-01-01/2010-12-31');
    expect(written(pressOn(gripAt(day('2020-07-02'), now), now))).toBe('2020-01-01/2020-12-31');
    expect(written(pressOn(gripAt(day('2026-06-20'), now), now))).toBe('2025-07-01/2026-06-30');
  });

  it('inside the window, and where it is all time, leaves it', () => {
    const now = time('2010-01-01/2010-12-31');
    expect(written(pressOn(gripAt(day('2010-07-02'), now), now))).toBe('2010-01-01/2010-12-31');
    const all = time(EXTENT);
    expect(written(pressOn(gripAt(day('2010-07-02'), all), all))).toBe(EXTENT);
  });
});

describe('a thumb that is held', () => {
  // ten pixels a day
  const scale = timeScale(window('2025-01-01/2025-04-10'), 1000);
  const pull = (thumb: Thumb, from: string, at: number, to: number, step: Step) =>
    formatDay(pullThumb(holdThumb(thumb, day(from), at, scale), to, scale, step));

  it('stays where it is until it is pulled, wherever it is taken hold of', () => {
    for (const at of [90, 100, 60]) {
      expect(pull('start', '2025-01-11', at, at, 'day')).toBe('2025-01-11');
      expect(pull('start', '2025-01-11', at, at, 'month')).toBe('2025-01-11');
      expect(pull('end', '2025-01-11', at + 30, at + 30, 'year')).toBe('2025-01-11');
    }
  });

  it('goes as far as the pointer, from where it was taken hold of', () => {
    expect(pull('start', '2025-01-11', 85, 85 + 30, 'day')).toBe('2025-01-14');
    expect(pull('end', '2025-01-11', 125, 125 - 30, 'day')).toBe('2025-01-08');
  });

  it('stops where steps begin or end', () => {
    expect(pull('start', '2025-01-11', 95, 95 + 180, 'month')).toBe('2025-02-01');
    expect(pull('end', '2025-02-28', 595, 595 - 200, 'month')).toBe('2025-01-31');
    expect(pull('start', '2025-01-01', 0, 130, 'week')).toBe('2025-01-13');
  });

  it('never goes the other way, and comes back to where it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Thumb[]>('start', 'end'),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(...STEPS),
        (thumb, offset, pulled, at, step) => {
          const from = day('2025-01-01') + offset;
          const held = holdThumb(thumb, from, at, scale);
          const to = pullThumb(held, at + pulled, scale, step);
          if (pulled >= 0) expect(to).toBeGreaterThanOrEqual(from);
          if (pulled <= 0) expect(to).toBeLessThanOrEqual(from);
          expect(pullThumb(held, at, scale, step)).toBe(from);
        },
      ),
    );
  });
});

describe('snapping', () => {
  it('goes to the nearest edge of a step', () => {
    expect(formatDay(snapStart(day('2025-02-10'), 'month'))).toBe('2025-02-01');
    expect(formatDay(snapStart(day('2025-02-20'), 'month'))).toBe('2025-03-01');
    expect(formatDay(snapStart(day('2025-12-31') + 0.5, 'year'))).toBe('2026-01-01');
    expect(snapStart(day('2025-02-20'), 'day')).toBe(day('2025-02-20'));
  });
});

it('a last day pages as a date, the end of a month as the end of a month; each page from where paging began', () => {
  const page = (thumb: Thumb, from: string, count: number) => formatDay(pageThumb(thumb, day(from), 'month', count));
  expect(page('end', '2025-12-30', -1)).toBe('2025-11-30');
  expect(page('end', '2025-11-30', 1)).toBe('2025-12-31');
  expect(page('end', '2025-02-28', -1)).toBe('2025-01-31');
  expect([0, 1, 2].map((count) => page('start', '2025-01-31', count))).toEqual([
    '2025-01-31',
    '2025-02-28',
    '2025-03-31',
  ]);
});
