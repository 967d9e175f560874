import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import { createColumns } from '../../../../geo/store/columns.ts';
import { farOf } from '../../../../geo/store/far.ts';
import type { Window } from '../../../../geo/time/window.ts';

const written = ({ start, end }: Window) => `${formatDay(start)}/${formatDay(end)}`;

/** What is far among incidents of one day each, or of the days named. */
function far(days: (number | Window)[]) {
  const spans = days.map((day) => (typeof day === 'number' ? { start: day, end: day } : day));
  spans.sort((a, b) => a.start - b.start);
  const columns = createColumns(spans.length);
  spans.forEach(({ start, end }, row) => {
    columns.start[row] = start;
    columns.end[row] = end;
  });
  const found = farOf({ size: spans.length, columns });
  return found && { ...found, days: found.days.map(written), rest: written(found.rest) };
}

/** Incidents month by month from January 2004 to August 2010. */
const monthly = Array.from({ length: 80 }, (_, i) => dayOf(2004, 1 + i, 15));

describe('what is far from the rest in time', () => {
  it('is a lone day a century before, or machines’ day zero', () => {
    expect(far([dayOf(1900, 1, 1), ...monthly])).toEqual({
      incidents: 1,
      days: ['1900-01-01/1900-01-01'],
      rest: '2004-01-01/2010-08-31',
    });
    expect(far([dayOf(1970, 1, 1), ...monthly])?.incidents).toBe(1);
  });

  it('is a lone day after, or some at both ends', () => {
    expect(far([...monthly, dayOf(2099, 12, 31)])).toEqual({
      incidents: 1,
      days: ['2099-12-31/2099-12-31'],
      rest: '2004-01-01/2010-08-31',
    });
    expect(far([dayOf(1899, 12, 30), dayOf(1900, 1, 1), ...monthly, dayOf(2099, 12, 31)])).toEqual({
      incidents: 3,
      days: ['1899-12-30/1900-01-01', '2099-12-31/2099-12-31'],
      rest: '2004-01-01/2010-08-31',
    });
  });

  it('is nothing where the gap is shorter than the core, or than a year', () => {
    expect(far(monthly)).toBeNull();
    // the core is less than seven years long
    expect(far([dayOf(1999, 1, 1), ...monthly])).toBeNull();
    const week = Array.from({ length: 30 }, (_, i) => dayOf(2020, 5, 1 + i));
    expect(far([dayOf(2019, 8, 1), ...week])).toBeNull();
    expect(far([dayOf(2019, 3, 1), ...week])?.incidents).toBe(1);
  });

  it('is nothing where more than a twentieth lie there, or there are too few to tell', () => {
    const uprising = Array.from({ length: 10 }, (_, i) => dayOf(1897, 8, 1 + i));
    expect(far([...uprising, ...monthly])).toBeNull();
    expect(far([dayOf(1900, 1, 1), dayOf(2004, 1, 1)])).toBeNull();
    expect(far([dayOf(1900, 1, 1), ...monthly.slice(0, 18)])).toBeNull();
    expect(far([dayOf(1900, 1, 1), ...monthly.slice(0, 19)])?.incidents).toBe(1);
    expect(far([])).toBeNull();
  });

  it('is nothing where an incident lasts through the gap', () => {
    expect(far([{ start: dayOf(1900, 1, 1), end: dayOf(2003, 12, 31) }, ...monthly])).toBeNull();
  });
});
