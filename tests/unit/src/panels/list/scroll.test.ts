import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentHeight,
  rowAfterKey,
  rowsInView,
  scrollToRow,
  topOf,
  type ListView,
} from '../../../../../src/panels/list/scroll.ts';

const frames = fc.record({
  count: fc.integer({ min: 1, max: 1_500_000 }),
  rowHeight: fc.constantFrom(40, 52, 78),
  viewHeight: fc.integer({ min: 100, max: 1200 }),
});

const mostScroll = (frame: ListView) => Math.max(0, contentHeight(frame) - frame.viewHeight);

describe('the virtual list', () => {
  test('any row can be scrolled into view whole, and the rows in view fill the view', () => {
    fc.assert(
      fc.property(frames, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (frame, part, seed) => {
        const index = seed % frame.count;
        const scrollTop = scrollToRow(frame, part * mostScroll(frame), index);
        expect(scrollTop).toBeGreaterThanOrEqual(-1e-6);
        expect(scrollTop).toBeLessThanOrEqual(mostScroll(frame) + 1e-6);
        const top = topOf(frame, scrollTop, index) - scrollTop;
        expect(top).toBeGreaterThanOrEqual(-0.01);
        expect(top + frame.rowHeight).toBeLessThanOrEqual(frame.viewHeight + 0.01);
        const { from, to } = rowsInView(frame, scrollTop);
        expect(from).toBeLessThanOrEqual(index);
        expect(to).toBeGreaterThan(index);
        expect(topOf(frame, scrollTop, from) - scrollTop).toBeLessThanOrEqual(0.01);
        if (to < frame.count)
          expect(topOf(frame, scrollTop, to) - scrollTop).toBeGreaterThanOrEqual(frame.viewHeight - 0.01);
        expect(to - from).toBeLessThanOrEqual(frame.viewHeight / frame.rowHeight + 2);
      }),
    );
  });

  test('a million rows stay below the height at which browsers cut elements off, and the last is reached', () => {
    const frame = { count: 1_000_000, rowHeight: 52, viewHeight: 500 };
    expect(contentHeight(frame)).toBeLessThan(17_000_000);
    expect(rowsInView(frame, mostScroll(frame)).to).toBe(1_000_000);
    expect(rowsInView(frame, 0).from).toBe(0);
  });

  test('a row that is in view moves nothing', () => {
    const frame = { count: 100, rowHeight: 50, viewHeight: 500 };
    expect(scrollToRow(frame, 0, 9)).toBe(0);
    expect(scrollToRow(frame, 0, 10)).toBe(50);
    expect(scrollToRow(frame, 1000, 3)).toBe(150);
  });

  test('keys move by row, page and to the ends, and stop there', () => {
    const frame = { count: 100, rowHeight: 50, viewHeight: 500 };
    const after = (key: string, index: number) => rowAfterKey(key, index, frame);
    expect([after('ArrowDown', 3), after('ArrowUp', 3)]).toEqual([4, 2]);
    expect([after('PageDown', 3), after('PageUp', 30)]).toEqual([12, 21]);
    expect([after('Home', 30), after('End', 3)]).toEqual([0, 99]);
    expect([after('ArrowUp', 0), after('ArrowDown', 99), after('PageDown', 98)]).toEqual([0, 99, 99]);
    expect(after('a', 3)).toBeNull();
  });
});
