import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisThrough, axisWith, fitAxis, zoomAxis } from '../../../../geo/time/axis.ts';
import { daysIn, type Window } from '../../../../geo/time/window.ts';

const EXTENT: Window = { start: 1000, end: 9999 };
const inExtent = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1000, max: 9999 }))
  .map(([a, b]): Window => ({ start: Math.min(a, b), end: Math.max(a, b) }));

function expectAxis(axis: Window) {
  expect(Number.isInteger(axis.start) && Number.isInteger(axis.end)).toBe(true);
  expect(axis.start).toBeGreaterThanOrEqual(EXTENT.start);
  expect(axis.end).toBeLessThanOrEqual(EXTENT.end);
  expect(daysIn(axis)).toBeGreaterThanOrEqual(1);
}

describe('an axis', () => {
  it('is moved inside the extent, its days kept', () => {
    expect(fitAxis({ start: 900, end: 999 }, EXTENT)).toEqual({ start: 1000, end: 1099 });
    expect(fitAxis({ start: 9990, end: 10_089 }, EXTENT)).toEqual({ start: 9900, end: 9999 });
    expect(fitAxis({ start: 0, end: 50_000 }, EXTENT)).toEqual(EXTENT);
    expect(fitAxis({ start: 2000.4, end: 1999 }, EXTENT)).toEqual({ start: 2000, end: 2000 });
  });

  it('zooms about a time that stays where it is', () => {
    // a hundred days; the time at a quarter of them stays at a quarter
    expect(zoomAxis({ start: 2000, end: 2099 }, EXTENT, 0.5, 2025)).toEqual({ start: 2013, end: 2062 });
    expect(zoomAxis({ start: 2000, end: 2099 }, EXTENT, 2, 2050)).toEqual({ start: 1950, end: 2149 });
    expect(zoomAxis({ start: 1000, end: 1099 }, EXTENT, 2, 1050)).toEqual({ start: 1000, end: 1199 });
  });

  it('zooms in and out again to where it was, or the whole, and is never left a day short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 12 }), (days, times) => {
        const extent = { start: 1000, end: 1000 + days - 1 };
        let axis = extent;
        for (let i = 0; i < times; i++) axis = zoomAxis(axis, extent, 0.5, 1000 + days / 3);
        for (let i = 0; i < times; i++) axis = zoomAxis(axis, extent, 2, 1000 + days / 3);
        expect(axis).toEqual(extent);
      }),
    );
  });

  it('is always one of whole days in the extent, and always changes while it can', () => {
    fc.assert(
      fc.property(
        inExtent,
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (axis, factor, part) => {
          const at = axis.start + part * daysIn(axis);
          const [nearer, farther] = [zoomAxis(axis, EXTENT, factor, at), zoomAxis(axis, EXTENT, 1 / factor, at)];
          expectAxis(nearer);
          expectAxis(farther);
          if (daysIn(axis) > 1) expect(daysIn(nearer)).toBeLessThan(daysIn(axis));
          if (daysIn(axis) < daysIn(EXTENT)) expect(daysIn(farther)).toBeGreaterThan(daysIn(axis));
          expect(nearer.start).toBeGreaterThanOrEqual(axis.start - 1);
          expect(nearer.end).toBeLessThanOrEqual(axis.end + 1);
        },
      ),
    );
  });

  it('turns to days that are out of sight, and stays where they are in it', () => {
    const axis = { start: 2000, end: 2099 };
    expect(axisWith(axis, { start: 2010, end: 2099 }, EXTENT)).toBe(axis);
    expect(axisWith(axis, { start: 2090, end: 2109 }, EXTENT)).toEqual({ start: 2090, end: 2189 });
    expect(axisWith(axis, { start: 1990, end: 2009 }, EXTENT)).toEqual({ start: 1910, end: 2009 });
    expect(axisWith(axis, { start: 2050, end: 2249 }, EXTENT)).toEqual({ start: 2050, end: 2249 });
    fc.assert(
      fc.property(inExtent, inExtent, (from, days) => {
        const shown = axisWith(from, days, EXTENT);
        expectAxis(shown);
        expect(shown.start).toBeLessThanOrEqual(days.start);
        expect(shown.end).toBeGreaterThanOrEqual(days.end);
        expect(daysIn(shown)).toBe(Math.max(daysIn(from), daysIn(days)));
      }),
    );
  });

  it('goes through two times that fingers hold', () => {
    const at = (time: number, x: number) => ({ time, x });
    // 200 days between places 100 apart: two days a pixel
    expect(axisThrough([at(3000, 50), at(3200, 150)], 400, EXTENT)).toEqual({ start: 2900, end: 3699 });
    expect(axisThrough([at(3000, 50), at(3200, 50)], 400, EXTENT)).toBeNull();
    expect(axisThrough([at(3000, 150), at(3200, 50)], 400, EXTENT)).toBeNull();
  });
});
