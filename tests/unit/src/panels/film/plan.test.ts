import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../../../geo/model/day.ts';
import { MODES, STEPS } from '../../../../../geo/time/window.ts';
import { FILM_WIDTHS, type FilmWidth } from '../../../../../src/choices.ts';
import { allFrames, framesOf, planOf, windowOf, type FilmTime } from '../../../../../src/panels/film/plan.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const days = (start: string, end: string) => ({ start: day(start), end: day(end) });
const YEAR = days('2021-01-01', '2021-12-31');

/** The page as it is at first, but for what is given. */
const page = (change: Partial<Parameters<typeof planOf>[0]> = {}) => ({
  ...{ extent: YEAR, axis: YEAR, window: YEAR, thumbs: YEAR, mode: 'window' as const },
  ...change,
});
const time = (change: Partial<FilmTime> = {}): FilmTime => ({ span: 'all', width: 'month', step: 'month', ...change });

/** The days of each picture. */
const shown = (...[played, asked]: [Parameters<typeof planOf>[0], FilmTime]) => {
  const plan = planOf(played, asked, 'A title');
  return plan.steps.map((step) => {
    const { start, end } = windowOf(plan, step);
    return `${formatDay(start)}/${formatDay(end)}`;
  });
};

describe('the pictures of a film', () => {
  it('go month by month through a year', () => {
    const pictures = shown(page(), time());
    expect(pictures).toHaveLength(12);
    expect(pictures.slice(0, 2)).toEqual(['2021-01-01/2021-01-31', '2021-02-01/2021-02-28']);
    expect(pictures.at(-1)).toBe('2021-12-01/2021-12-31');
  });

  it('keep the days on show, and begin with the first', () => {
    const thumbs = days('2021-06-01', '2021-08-31');
    const pictures = shown(page({ thumbs, window: thumbs }), time({ width: 'played' }));
    // three months: January to March, … October to December
    expect(pictures).toHaveLength(10);
    expect([pictures[0], pictures[9]]).toEqual(['2021-01-01/2021-03-31', '2021-10-01/2021-12-31']);
  });

  it('show a year each where all time is on show, as playback does', () => {
    const extent = days('2019-01-01', '2021-12-31');
    const pictures = shown(page({ extent, axis: extent, window: extent, thumbs: extent }), time({ width: 'played' }));
    // from that of 2019 to that of 2021, 24 months later
    expect(pictures).toHaveLength(25);
    expect([pictures[0], pictures[24]]).toEqual(['2019-01-01/2019-12-31', '2021-01-01/2021-12-31']);
  });

  it('grow from the first day, to the last though the last step is a part of one', () => {
    const extent = days('2021-01-01', '2021-03-10');
    expect(shown(page({ extent }), time({ width: 'grows' }))).toEqual([
      '2021-01-01/2021-01-31',
      '2021-01-01/2021-02-28',
      '2021-01-01/2021-03-10',
    ]);
  });

  it('come to the last day by a step that is cut short', () => {
    const extent = days('2021-01-01', '2021-03-10');
    const pictures = shown(page({ extent }), time());
    expect(pictures.at(-1)).toBe('2021-02-11/2021-03-10');
  });

  it('go through the timeline as it is zoomed, or the days on show', () => {
    const axis = days('2021-03-01', '2021-05-31');
    const window = days('2021-07-01', '2021-08-31');
    expect(shown(page({ axis, window }), time({ span: 'timeline' }))).toEqual([
      '2021-03-01/2021-03-31',
      '2021-04-01/2021-04-30',
      '2021-05-01/2021-05-31',
    ]);
    expect(shown(page({ axis, window }), time({ span: 'window' }))).toHaveLength(2);
  });

  it('follow the mode of the page where their width does', () => {
    const extent = days('2021-01-01', '2021-02-28');
    expect(shown(page({ extent, mode: 'to-end' }), time({ width: 'played' }))).toEqual([
      '2021-01-01/2021-02-28',
      '2021-02-01/2021-02-28',
    ]);
    expect(shown(page({ extent, mode: 'instant' }), time({ width: 'played' }))).toEqual([
      '2021-01-01/2021-01-31',
      '2021-02-01/2021-02-28',
    ]);
  });

  it('are one where nothing can move', () => {
    const extent = days('2021-01-01', '2021-01-20');
    expect(shown(page({ extent, thumbs: extent }), time({ width: 'year' }))).toEqual(['2021-01-01/2021-01-20']);
  });

  it('carry the title', () => {
    expect(planOf(page(), time(), 'A title').steps.every(({ caption }) => caption === 'A title')).toBe(true);
  });

  it('lie inside the span, in their order, and end with its last day', () => {
    const start = fc.integer({ min: day('1995-01-01'), max: day('2025-12-31') });
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(...STEPS),
        fc.constantFrom(...(Object.keys(FILM_WIDTHS) as FilmWidth[])),
        fc.constantFrom(...MODES),
        (from, length, step, width, mode) => {
          const extent = { start: from, end: from + length };
          const plan = planOf(page({ extent, thumbs: extent, window: extent, mode }), time({ step, width }), '');
          const windows = plan.steps.map((one) => windowOf(plan, one));
          expect(windows.length).toBeGreaterThan(0);
          expect(windows[0].start).toBe(extent.start);
          const sums = windows.map(({ start, end }) => start + end);
          expect(sums.every((sum, i) => i === 0 || sum > sums[i - 1])).toBe(true);
          expect(Math.min(...windows.map(({ start }) => start))).toBe(extent.start);
          expect(windows.at(-1)?.end).toBeGreaterThanOrEqual(extent.end);
        },
      ),
    );
  });
});

describe('the frames of a film', () => {
  it('are one for each picture at as many steps as frames a second', () => {
    // 300 pictures at 30 a second: the 10 s that the measurement films
    const pace = { speed: 30, rate: 30, hold: 0 };
    expect(allFrames(300, pace)).toBe(300);
    expect(Array.from({ length: 300 }, (_, i) => framesOf(i, 300, pace)).every((frames) => frames === 1)).toBe(true);
  });

  it('hold the last picture', () => {
    // 12 pictures at 4 a second are 3 s, and 2 more: 150 frames; 7.5 frames each, by turns 8 and 7
    const pace = { speed: 4, rate: 30, hold: 2 };
    expect(allFrames(12, pace)).toBe(150);
    expect([0, 1, 2, 11].map((nth) => framesOf(nth, 12, pace))).toEqual([8, 7, 8, 7 + 60]);
    expect(allFrames(0, pace)).toBe(0);
  });

  it('add up, at least one for each picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(24, 30),
        fc.constantFrom(1, 2, 4, 8, 16, 24),
        fc.integer({ min: 0, max: 10 }),
        (pictures, rate, speed, hold) => {
          const pace = { speed, rate, hold };
          const each = Array.from({ length: pictures }, (_, i) => framesOf(i, pictures, pace));
          expect(Math.min(...each)).toBeGreaterThanOrEqual(1);
          expect(each.reduce((sum, frames) => sum + frames, 0)).toBe(allFrames(pictures, pace));
          // the film is as long as its steps, to a frame
          expect(Math.abs(allFrames(pictures, pace) / rate - pictures / speed - hold)).toBeLessThan(1 / rate);
        },
      ),
    );
  });
});
