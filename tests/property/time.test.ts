import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, parseDay, partsOf } from '../../geo/model/day.ts';
import { binIndex, binsOf, finestStep, STEP_DAYS } from '../../geo/time/bins.ts';
import {
  addSteps,
  endOfStep,
  fitWindow,
  meets,
  moveWindow,
  startOfStep,
  STEPS,
  windowFrom,
  windowTo,
  type Window,
} from '../../geo/time/window.ts';

/** Years 1800 to 2200. */
const day = fc.integer({ min: -62_091, max: 84_369 });
const step = fc.constantFrom(...STEPS);
const count = fc.integer({ min: -300, max: 300 });
const stretch: fc.Arbitrary<Window> = fc
  .tuple(day, fc.integer({ min: 0, max: 3000 }))
  .map(([start, days]) => ({ start, end: start + days }));

describe('days', () => {
  it('are read as they are written, over the whole reach of a Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (d) => {
        expect(parseDay(formatDay(d))).toBe(d);
      }),
    );
  });

  it('follow one another: each date is the one after it, less a day', () => {
    fc.assert(
      fc.property(day, (d) => {
        const [today, tomorrow] = [partsOf(d), partsOf(d + 1)];
        expect(dayOf(today.year, today.month, today.date)).toBe(d);
        if (tomorrow.date !== 1) expect(tomorrow).toEqual({ ...today, date: today.date + 1 });
        else expect(today.date).toBeGreaterThanOrEqual(28);
      }),
    );
  });

  it('any other text is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDay(text);
        if (parsed !== null) expect(text).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d$/);
      }),
    );
  });
});

describe('steps', () => {
  it('there and back is where it was, where no month is too short', () => {
    fc.assert(
      fc.property(day, step, count, (d, s, n) => {
        fc.pre(partsOf(d).date <= 28);
        expect(addSteps(addSteps(d, s, n), s, -n)).toBe(d);
      }),
    );
  });

  it('begin on or before their day and end on or after it; the next one begins the day after', () => {
    fc.assert(
      fc.property(day, step, (d, s) => {
        const [start, end] = [startOfStep(d, s), endOfStep(d, s)];
        expect(start).toBeLessThanOrEqual(d);
        expect(end).toBeGreaterThanOrEqual(d);
        expect(startOfStep(end + 1, s)).toBe(end + 1);
        expect(startOfStep(end, s)).toBe(start);
        expect(Math.abs(end - start + 1 - STEP_DAYS[s])).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('windows', () => {
  it('moved by steps never turn round; whole months stay whole', () => {
    fc.assert(
      fc.property(stretch, step, count, (window, s, n) => {
        const moved = moveWindow(window, s, n);
        expect(moved.end).toBeGreaterThanOrEqual(moved.start);
      }),
    );
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        count,
        (a, b, s, n) => {
          const window = { start: startOfStep(Math.min(a, b), 'month'), end: endOfStep(Math.max(a, b), 'month') };
          const moved = moveWindow(window, s, n);
          expect(partsOf(moved.start).date).toBe(1);
          expect(partsOf(moved.end + 1).date).toBe(1);
          expect(moveWindow(moved, s, -n)).toEqual(window);
        },
      ),
    );
  });

  it('begin or end where they are put', () => {
    fc.assert(
      fc.property(stretch, day, (window, d) => {
        expect(windowFrom(window, d).start).toBe(d);
        expect(windowTo(window, d).end).toBe(d);
      }),
    );
  });

  it('fit into an extent, and stay where they are when they do already', () => {
    fc.assert(
      fc.property(stretch, stretch, (window, extent) => {
        const fit = fitWindow(window, extent);
        expect(fit.start).toBeGreaterThanOrEqual(extent.start);
        expect(fit.end).toBeLessThanOrEqual(extent.end);
        expect(fit.end).toBeGreaterThanOrEqual(fit.start);
        if (window.start >= extent.start && window.end <= extent.end) expect(fit).toEqual(window);
      }),
    );
  });

  it('meet in both directions, and exactly where a day is in both', () => {
    fc.assert(
      fc.property(day, fc.nat(40), fc.integer({ min: -50, max: 50 }), fc.nat(40), (start, long, shift, wide) => {
        const [a, b] = [
          { start, end: start + long },
          { start: start + shift, end: start + shift + wide },
        ];
        expect(meets(a.start, a.end, b)).toBe(meets(b.start, b.end, a));
        let shared = false;
        for (let d = a.start; d <= a.end; d++) shared ||= d >= b.start && d <= b.end;
        expect(meets(a.start, a.end, b)).toBe(shared);
      }),
    );
  });
});

describe('bins', () => {
  it('cover the extent without gap or overlap: each day is in exactly one', () => {
    fc.assert(
      fc.property(stretch, step, (extent, s) => {
        const { edges } = binsOf(extent, s);
        expect(edges[0]).toBeLessThanOrEqual(extent.start);
        expect(edges[edges.length - 1]).toBeGreaterThan(extent.end);
        // no bin lies wholly outside
        expect(edges[1]).toBeGreaterThan(extent.start);
        expect(edges[edges.length - 2]).toBeLessThanOrEqual(extent.end);
        for (let i = 1; i < edges.length; i++) expect(edges[i]).toBe(endOfStep(edges[i - 1], s) + 1);
      }),
    );
  });

  it('each day finds its bin', () => {
    fc.assert(
      fc.property(stretch, step, fc.integer({ min: -100, max: 3100 }), (extent, s, offset) => {
        const { edges } = binsOf(extent, s);
        const d = extent.start + offset;
        const expected = Array.from(edges).findIndex((edge, i) => edge <= d && d < (edges[i + 1] ?? -Infinity));
        expect(binIndex(edges, d)).toBe(expected);
      }),
    );
  });

  it('are at most a few more than there is room for', () => {
    fc.assert(
      fc.property(stretch, fc.integer({ min: 20, max: 2000 }), (extent, room) => {
        // an extent that begins within a step has parts of steps at both ends
        expect(binsOf(extent, finestStep(extent, room)).edges.length - 1).toBeLessThanOrEqual(room + 2);
      }),
    );
  });
});
