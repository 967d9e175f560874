import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../../geo/model/day.ts';
import {
  addSteps,
  endOfStep,
  fitWindow,
  meets,
  moveWindow,
  startOfStep,
  windowFrom,
  windowTo,
  type Step,
  type Window,
} from '../../../../geo/time/window.ts';

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

function window(text: string): Window {
  const [start, end] = text.split('/').map(day);
  return { start, end };
}

const written = ({ start, end }: Window) => `${formatDay(start)}/${formatDay(end)}`;

describe('steps', () => {
  // by a wall calendar
  it.each<[string, Step, number, string]>([
    ['2025-10-08', 'day', 1, '2025-10-09'],
    ['2025-10-08', 'week', -1, '2025-10-01'],
    ['2025-10-08', 'month', 1, '2025-11-08'],
    ['2025-10-08', 'quarter', 1, '2026-01-08'],
    ['2025-10-08', 'year', -5, '2020-10-08'],
    ['2024-01-31', 'month', 1, '2024-02-29'],
    ['2023-01-31', 'month', 1, '2023-02-28'],
    ['2024-02-29', 'year', 1, '2025-02-28'],
    ['2025-03-31', 'month', -1, '2025-02-28'],
    ['2025-12-31', 'quarter', -1, '2025-09-30'],
    ['1970-01-01', 'month', -1, '1969-12-01'],
  ])('%s and %s × %i is %s', (from, step, count, to) => {
    expect(formatDay(addSteps(day(from), step, count))).toBe(to);
  });

  // 8 October 2025 was a Wednesday, 6 October the Monday before
  it.each<[string, Step, string]>([
    ['2025-10-08', 'day', '2025-10-08/2025-10-08'],
    ['2025-10-08', 'week', '2025-10-06/2025-10-12'],
    ['2025-10-06', 'week', '2025-10-06/2025-10-12'],
    ['2025-10-12', 'week', '2025-10-06/2025-10-12'],
    ['1969-12-31', 'week', '1969-12-29/1970-01-04'],
    ['2024-02-10', 'month', '2024-02-01/2024-02-29'],
    ['2025-10-08', 'quarter', '2025-10-01/2025-12-31'],
    ['2025-09-30', 'quarter', '2025-07-01/2025-09-30'],
    ['2025-10-08', 'year', '2025-01-01/2025-12-31'],
  ])('%s lies in the %s %s', (text, step, expected) => {
    expect(written({ start: startOfStep(day(text), step), end: endOfStep(day(text), step) })).toBe(expected);
  });
});

describe('a window that moves', () => {
  it.each<[string, Step, number, string]>([
    ['2025-01-01/2025-01-31', 'month', 1, '2025-02-01/2025-02-28'],
    ['2025-01-01/2025-12-31', 'month', 1, '2025-02-01/2026-01-31'],
    ['2025-01-15/2025-02-14', 'month', 1, '2025-02-15/2025-03-14'],
    ['2025-10-08/2025-10-15', 'week', 1, '2025-10-15/2025-10-22'],
    // no 29th to 31st in February: shorter than a month, as many days as before
    ['2025-01-30/2025-01-30', 'month', 1, '2025-02-28/2025-02-28'],
    ['2025-01-29/2025-01-31', 'month', 1, '2025-02-28/2025-03-02'],
    // a month from the 30th
    ['2023-06-30/2023-07-29', 'month', 2, '2023-08-30/2023-09-29'],
    ['2023-06-30/2023-07-29', 'month', 8, '2024-02-29/2024-03-29'],
    // a month from the 31st of January, which February cuts short: the next begins where this one ends
    ['2023-01-31/2023-02-27', 'month', 1, '2023-02-28/2023-03-30'],
    ['2023-01-31/2023-02-27', 'month', 2, '2023-03-31/2023-04-29'],
    ['2024-02-29/2025-02-27', 'year', 4, '2028-02-29/2029-02-27'],
    ['2024-02-29/2025-02-27', 'year', 3, '2027-02-28/2028-02-28'],
  ])('%s by %s × %i is %s', (from, step, count, to) => {
    expect(written(moveWindow(window(from), step, count))).toBe(to);
  });

  it('keeps its width in months where it is made of whole months, else in days', () => {
    expect(written(windowFrom(window('2025-01-01/2025-02-28'), day('2024-01-01')))).toBe('2024-01-01/2024-02-29');
    expect(written(windowFrom(window('2025-01-02/2025-01-11'), day('2024-02-25')))).toBe('2024-02-25/2024-03-05');
    expect(written(windowTo(window('2025-07-01/2026-06-30'), day('2024-02-29')))).toBe('2023-03-01/2024-02-29');
    expect(written(windowTo(window('2025-01-02/2025-01-11'), day('2024-03-05')))).toBe('2024-02-25/2024-03-05');
  });

  it('comes back inside the extent by as little as it must', () => {
    const extent = window('2004-03-01/2026-06-30');
    expect(written(fitWindow(window('2025-08-01/2026-07-31'), extent))).toBe('2025-07-01/2026-06-30');
    expect(written(fitWindow(window('2004-02-25/2004-03-05'), extent))).toBe('2004-03-01/2004-03-10');
    expect(written(fitWindow(window('2010-01-01/2010-01-31'), extent))).toBe('2010-01-01/2010-01-31');
    expect(fitWindow(window('2000-01-01/2030-01-31'), extent)).toEqual(extent);
  });
});

describe('meets', () => {
  const october = window('2025-10-01/2025-10-31');

  it.each<[string, boolean]>([
    ['2025-10-31/2025-11-05', true],
    ['2025-11-01/2025-11-05', false],
    ['2025-09-25/2025-10-01', true],
    ['2025-09-25/2025-09-30', false],
    ['2025-01-01/2025-12-31', true],
    ['2025-10-15/2025-10-15', true],
  ])('%s: %s', (text, expected) => {
    const { start, end } = window(text);
    expect(meets(start, end, october)).toBe(expected);
  });
});
