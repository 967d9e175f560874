import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, parseDay } from '../../../../geo/model/day.ts';
import {
  moved,
  needsAnchor,
  positionAt,
  positionFrom,
  thumbsAt,
  windowAt,
  type ThumbPosition,
  type Reach,
} from '../../../../geo/time/position.ts';
import { MODES, STEPS, type Mode, type Step, type Window } from '../../../../geo/time/window.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const window = (text: string): Window => ({ start: day(text.split('/')[0]), end: day(text.split('/')[1]) });
const written = ({ start, end }: Window) => `${formatDay(start)}/${formatDay(end)}`;

const EXTENT = '2004-03-01/2026-06-30';
const reachOf = (mode: Mode, step: Step): Reach => ({ mode, step, extent: window(EXTENT) });

describe('the window of a position', () => {
  const at = (mode: Mode, step: Step) =>
    written(windowAt(positionAt(window('2025-07-01/2025-12-31')), reachOf(mode, step)));

  it('is one step from the first thumb in the instant mode', () => {
    expect(at('instant', 'month')).toBe('2025-07-01/2025-07-31');
    expect(at('instant', 'day')).toBe('2025-07-01/2025-07-01');
  });

  it('is what lies between the thumbs, from the start, or to the end', () => {
    expect(at('window', 'month')).toBe('2025-07-01/2025-12-31');
    expect(at('from-start', 'month')).toBe('2004-03-01/2025-12-31');
    expect(at('to-end', 'month')).toBe('2025-07-01/2026-06-30');
  });
});

/** The windows from a position on, as far as there is room. */
function framesFrom(position: ThumbPosition, way: 1 | -1, reach: Reach): Window[] {
  const frames: Window[] = [];
  for (let at: ThumbPosition | null = position; at; at = moved(at, way, reach)) frames.push(windowAt(at, reach));
  return frames;
}

/** The days of the extent that are in none of the frames, counted one by one. */
function daysLeftOut(frames: Window[], { start, end }: Window): string[] {
  const isIn = new Uint8Array(end - start + 1);
  for (const frame of frames) isIn.fill(1, Math.max(frame.start - start, 0), Math.max(frame.end - start + 1, 0));
  return Array.from(isIn.keys())
    .filter((i) => isIn[i] === 0)
    .map((i) => formatDay(start + i));
}

// by a wall calendar
it.each<[Mode, Step, string, string[]]>([
  // 29 September 2023, on which 60 were killed at Mastung, is in the third
  [
    'window',
    'month',
    '2023-06-30/2023-07-29',
    ['2023-07-30/2023-08-29', '2023-08-30/2023-09-29', '2023-09-30/2023-10-29'],
  ],
  ['window', 'month', '2023-12-31/2024-01-30', ['2024-01-31/2024-02-28', '2024-02-29/2024-03-30']],
  ['window', 'quarter', '2023-11-30/2024-02-28', ['2024-02-29/2024-05-29', '2024-05-30/2024-08-29']],
  ['instant', 'month', '2023-12-31/2026-06-30', ['2024-01-31/2024-02-28', '2024-02-29/2024-03-30']],
  [
    'instant',
    'year',
    '2020-02-29/2026-06-30',
    ['2021-02-28/2022-02-27', '2022-02-28/2023-02-27', '2023-02-28/2024-02-28'],
  ],
  [
    'to-end',
    'month',
    '2023-12-31/2026-06-30',
    ['2024-01-31/2026-06-30', '2024-02-29/2026-06-30', '2024-03-31/2026-06-30'],
  ],
  [
    'from-start',
    'month',
    '2004-03-01/2023-12-30',
    ['2004-03-01/2024-01-30', '2004-03-01/2024-02-28', '2004-03-01/2024-03-30'],
  ],
])('%s by %s from %s', (mode, step, thumbs, expected) => {
  const frames = framesFrom(positionAt(window(thumbs)), 1, reachOf(mode, step));
  expect(frames.slice(1, 1 + expected.length).map(written)).toEqual(expected);
});

/** Thumbs inside the extent, as often as not at the end of a month or at 29 February. */
const extent = window(EXTENT);
const inExtent = (d: number) => Math.min(Math.max(d, extent.start), extent.end);
const someDay = fc.oneof(
  fc.integer({ min: extent.start, max: extent.end }),
  fc
    .tuple(fc.integer({ min: 2004, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -3, max: 1 }))
    .map(([year, month, date]) => inExtent(dayOf(year, month + 1, date))),
);
const thumbs = fc.tuple(someDay, someDay).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const reach = fc.tuple(fc.constantFrom(...MODES), fc.constantFrom(...STEPS)).map(([mode, step]) => reachOf(mode, step));
/** The step's length at most: what a window must be wide to leave no gap. */
const WIDEST: Readonly<Record<Step, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

describe('steps', () => {
  it('show every day, as far as the window is no shorter than a step', () => {
    fc.assert(
      fc.property(thumbs, fc.constantFrom('window', 'instant'), fc.constantFrom(...STEPS), (from, mode, step) => {
        const reach = reachOf(mode as Mode, step);
        // as wide as a step from this very day, or wider
        const one = windowAt(positionAt(from), reachOf('instant', step));
        const at = positionAt(mode === 'instant' ? from : { start: from.start, end: Math.max(from.end, one.end) });
        if (at.anchor.end > extent.end) return;
        const frames = [...framesFrom(at, -1, reach), ...framesFrom(at, 1, reach)];
        expect(daysLeftOut(frames, extent)).toEqual([]);
        for (const { start, end } of frames) expect(end).toBeGreaterThanOrEqual(start);
        if (mode === 'instant')
          for (const { start, end } of frames) expect(end - start + 1).toBeLessThanOrEqual(WIDEST[step]);
      }),
      { numRuns: 100 },
    );
  });

  it('back undo those forward, and forward those back, wherever there was room', () => {
    fc.assert(
      fc.property(thumbs, reach, fc.array(fc.constantFrom(1, -1, 10, -10), { maxLength: 30 }), (from, at, ways) => {
        const start = positionAt(from);
        const passed: ThumbPosition[] = [start];
        for (const way of ways) passed.push(moved(passed[passed.length - 1], way, at) ?? passed[passed.length - 1]);
        // by as many steps as were made, each way back shows the same again
        for (let i = passed.length - 1; i > 0; i--) {
          const back = moved(passed[i], passed[i - 1].count - passed[i].count, at) ?? passed[i];
          expect(windowAt(back, at)).toEqual(windowAt(passed[i - 1], at));
          expect(thumbsAt(back, at)).toEqual(thumbsAt(passed[i - 1], at));
        }
        const home = moved(passed[passed.length - 1], -passed[passed.length - 1].count, at);
        expect(thumbsAt(home ?? start, at)).toEqual(from);
      }),
      { numRuns: 500 },
    );
  });

  it('back from the beginning of time go forward again, though the window reaches to its end', () => {
    const from = { start: extent.start + 1, end: extent.end };
    const at = reachOf('window', 'year');
    const back = moved(positionAt(from), -1, at);
    expect(back && thumbsAt(back, at)).toEqual(extent);
    const home = back && moved(back, 1, at);
    expect(home && thumbsAt(home, at)).toEqual(from);
    expect(home && moved(home, 1, at)).toBeNull();
  });

  it('end where time ends: a further one changes nothing', () => {
    fc.assert(
      fc.property(thumbs, reach, fc.constantFrom<(1 | -1)[]>(1, -1), (from, at, way) => {
        const frames = framesFrom(positionAt(from), way, at);
        expect(frames.length).toBeLessThanOrEqual(extent.end - extent.start + 2);
        const steps = frames.slice(1);
        expect(new Set(steps.map(written)).size).toBe(steps.length);
        for (const { start, end } of steps) expect(start >= extent.start || end <= extent.end).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the position that thumbs come from', () => {
  it('is found again from where they were put', () => {
    const start = positionAt(window('2023-06-30/2023-07-29'));
    const reach = reachOf('window', 'month');
    const at = moved(start, 8, reach);
    if (!at) throw new Error('there is room');
    expect(needsAnchor(at, reach)).toBe(true);
    expect(positionFrom(start.anchor, thumbsAt(at, reach), reach)).toEqual(at);
    expect(positionFrom(start.anchor, window('2024-02-28/2024-03-29'), reach)).toBeNull();
  });

  it('needs no anchor where every month has the dates', () => {
    const at = { anchor: window('2023-06-15/2023-07-14'), count: 3 };
    expect(needsAnchor(at, { step: 'month' })).toBe(false);
    expect(needsAnchor({ anchor: window('2023-06-30/2023-07-29'), count: 3 }, { step: 'week' })).toBe(false);
    expect(needsAnchor(positionAt(window('2023-06-30/2023-07-29')), { step: 'month' })).toBe(false);
  });
});
