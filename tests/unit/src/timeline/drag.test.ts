import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import type { Mode, Step, Window } from '../../../../geo/time/window.ts';
import { dragTo, gripAt, pressOn, snapEnd, snapStart, stepEnd, type Time } from '../../../../src/timeline/drag.ts';

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

describe('snapping', () => {
  it('goes to the nearest edge of a step', () => {
    expect(formatDay(snapStart(day('2025-02-10'), 'month'))).toBe('2025-02-01');
    expect(formatDay(snapStart(day('2025-02-20'), 'month'))).toBe('2025-03-01');
    expect(formatDay(snapEnd(day('2025-02-10'), 'month'))).toBe('2025-01-31');
    expect(formatDay(snapEnd(day('2025-02-20'), 'month'))).toBe('2025-02-28');
    expect(formatDay(snapEnd(day('2025-12-31'), 'year'))).toBe('2025-12-31');
    expect(snapStart(day('2025-02-20'), 'day')).toBe(day('2025-02-20'));
  });
});

it('a last day steps as a date, the end of a month as the end of a month', () => {
  expect(formatDay(stepEnd(day('2025-12-30'), 'month', -1))).toBe('2025-11-30');
  expect(formatDay(stepEnd(day('2025-11-30'), 'month', 1))).toBe('2025-12-31');
  expect(formatDay(stepEnd(day('2025-02-28'), 'month', -1))).toBe('2025-01-31');
});
