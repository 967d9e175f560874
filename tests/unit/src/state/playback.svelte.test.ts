import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { rangeText } from '../../../../src/text/dates.ts';
import { MODES, STEPS, type Mode, type Step } from '../../../../geo/time/window.ts';
import { Playback, type Clock } from '../../../../src/state/playback.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';

/** A clock whose frames come when the test says so. */
class HandClock implements Clock {
  ms = 1000;
  #callback: ((ms: number) => void) | null = null;

  onFrame(callback: (ms: number) => void): () => void {
    this.#callback = callback;
    callback(this.ms);
    return () => (this.#callback = null);
  }

  /** Frames every 10 ms. */
  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += 10) {
      this.ms += 10;
      this.#callback?.(this.ms);
    }
  }

  get running(): boolean {
    return this.#callback !== null;
  }
}

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return dayOf(year, month, date);
};

function start(thumbs: string | null, mode: Mode = 'window', step: Step = 'month') {
  const view = new View();
  view.extent = { start: day('2004-03-01'), end: day('2026-06-30') };
  view.showAllTime();
  view.mode = mode;
  view.step = step;
  if (thumbs) view.setThumbs(day(thumbs.split('/')[0]), day(thumbs.split('/')[1]));
  const clock = new HandClock();
  const playback = new Playback(view, clock);
  return { view, clock, playback, shown: () => rangeText(view.window) };
}

describe('stepping', () => {
  it.each<[Mode, Step, string, number, string]>([
    ['window', 'month', '2025-01-01/2025-12-31', 1, '1 Feb 2025 – 31 Jan 2026'],
    ['window', 'month', '2025-01-01/2025-12-31', -10, '1 Mar 2024 – 28 Feb 2025'],
    ['instant', 'month', '2025-01-01/2025-12-31', 1, '1–28 Feb 2025'],
    ['instant', 'day', '2025-10-08/2025-12-31', 1, '9 Oct 2025'],
    ['from-start', 'quarter', '2025-01-01/2025-12-31', 1, '1 Mar 2004 – 31 Mar 2026'],
    ['to-end', 'year', '2025-01-01/2025-12-31', -1, '1 Jan 2024 – 30 Jun 2026'],
    // what is left of the way, where it is less than a step
    ['window', 'year', '2024-07-01/2025-12-31', 1, '1 Jan 2025 – 30 Jun 2026'],
    ['from-start', 'year', '2025-01-01/2025-12-31', 1, '1 Mar 2004 – 30 Jun 2026'],
    ['to-end', 'year', '2004-09-01/2025-12-31', -1, '1 Mar 2004 – 30 Jun 2026'],
  ])('%s by %s from %s × %i: %s', (mode, step, thumbs, count, expected) => {
    const { playback, shown } = start(thumbs, mode, step);
    expect(playback.step(count)).toBe(true);
    expect(shown()).toBe(expected);
  });

  it.each<[Mode, string, number]>([
    ['window', '2025-07-01/2026-06-30', 1],
    ['window', '2004-03-01/2005-02-28', -1],
    ['instant', '2026-06-01/2026-06-30', 1],
    ['instant', '2004-03-01/2004-03-31', -1],
    ['from-start', '2004-03-01/2026-06-30', 1],
    ['from-start', '2004-03-01/2004-03-20', -1],
    ['to-end', '2004-03-01/2026-06-30', -1],
    ['to-end', '2026-06-10/2026-06-30', 1],
  ])('%s at the end of time (%s × %i) stays', (mode, thumbs, count) => {
    const { playback, view } = start(thumbs, mode);
    const before = view.thumbs;
    expect(playback.step(count)).toBe(false);
    expect(view.thumbs).toEqual(before);
  });

  it('a window over all time becomes its first year, or its last when going back', () => {
    const forward = start(null);
    expect(forward.playback.step(1)).toBe(true);
    expect(forward.shown()).toBe('1 Mar 2004 – 28 Feb 2005');
    const back = start(null);
    expect(back.playback.step(-1)).toBe(true);
    expect(back.shown()).toBe('1 Jul 2025 – 30 Jun 2026');
  });

  it('from the start, Home and End, then to the end: all is still shown', () => {
    const { view, playback, shown } = start(null, 'from-start');
    playback.first();
    playback.last();
    view.setMode('to-end');
    expect(shown()).toBe('1 Mar 2004 – 30 Jun 2026');
    // and so it is where the hidden thumb was passed
    view.setMode('from-start');
    view.setThumbs(day('2025-01-01'), day('2025-12-31'));
    playback.first();
    view.setMode('to-end');
    expect(shown()).toBe('1 Jan 2025 – 30 Jun 2026');
  });

  it('never moves a thumb that the mode hides, and switching modes moves none', () => {
    const hidden = { 'from-start': 'start', 'to-end': 'end', instant: 'end' } as const;
    const command = fc.oneof(
      fc.record({ mode: fc.constantFrom(...MODES) }),
      fc.record({ step: fc.constantFrom(...STEPS) }),
      fc.record({ steps: fc.integer({ min: -40, max: 40 }) }),
      fc.record({ key: fc.constantFrom('first', 'last', 'toggle') }),
      fc.record({ ms: fc.integer({ min: 0, max: 3000 }) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), fc.boolean(), fc.constantFrom(1, -1), (commands, loop, way) => {
        const { view, playback, clock } = start('2010-05-04/2021-11-30');
        Object.assign(playback, { loop, direction: way });
        for (const one of commands) {
          const { thumbs, mode } = view;
          if ('mode' in one) {
            view.setMode(one.mode);
            const kept = [view.thumbs.start, view.thumbs.end];
            if (one.mode === 'window') expect(kept).toEqual([thumbs.start, thumbs.end].sort((a, b) => a - b));
            else expect(kept).toEqual([thumbs.start, thumbs.end]);
            continue;
          }
          if ('step' in one) view.step = one.step;
          else if ('steps' in one) playback.step(one.steps);
          else if ('key' in one) playback[one.key]();
          else clock.pass(one.ms);
          if (mode !== 'window') expect(view.thumbs[hidden[mode]]).toBe(thumbs[hidden[mode]]);
          expect(view.window.start).toBeLessThanOrEqual(view.window.end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves the extent with either thumb', () => {
    const { view, playback } = start(null, 'instant');
    for (let i = 0; i < 400 && playback.step(1); i++) expect(view.thumbs.end).toBeLessThanOrEqual(view.extent.end);
    expect(rangeText(view.window)).toBe('1–30 Jun 2026');
  });

  it('goes to the first and the last window', () => {
    const { playback, shown } = start('2010-01-01/2010-12-31');
    playback.last();
    expect(shown()).toBe('1 Jul 2025 – 30 Jun 2026');
    playback.first();
    expect(shown()).toBe('1 Mar 2004 – 28 Feb 2005');
  });

  it('forgets the phase, whose window it leaves', () => {
    const { view, playback } = start('2010-01-01/2010-12-31');
    view.phase = 'lull';
    playback.step(1);
    expect(view.phase).toBeNull();
  });
});

describe('a zoomed axis', () => {
  it('follows the window, a page at a time', () => {
    const { view, playback } = start('2025-01-01/2025-01-31');
    view.zoomTo({ start: day('2025-01-01'), end: day('2025-03-31') });
    playback.step(1);
    playback.step(1);
    expect(rangeText(view.axis)).toBe('1 Jan – 31 Mar 2025');
    playback.step(1);
    // as many days, from the window on
    expect(rangeText(view.axis)).toBe('1 Apr – 29 Jun 2025');
    playback.step(-1);
    expect(rangeText(view.axis)).toBe('1 Jan – 31 Mar 2025');
  });

  it.each<Mode>(['instant', 'from-start', 'to-end', 'window'])('shows what moves (%s), whatever the steps', (mode) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -12, max: 12 }), { maxLength: 12 }),
        fc.constantFrom(...STEPS),
        (by, step) => {
          const { view, playback } = start('2012-03-31/2012-05-30', mode, step);
          view.zoomTo({ start: day('2012-01-01'), end: day('2013-12-31') });
          for (const count of by) {
            playback.step(count);
            const { start: first, end: last } = view.thumbs;
            if (mode !== 'from-start') expect(first).toBeGreaterThanOrEqual(view.axis.start);
            if (mode === 'from-start' || mode === 'window') expect(last).toBeLessThanOrEqual(view.axis.end);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('a window over all time becomes a year where the axis begins', () => {
    const { view, playback, shown } = start(null);
    view.zoomTo({ start: day('2014-01-01'), end: day('2017-12-31') });
    playback.step(1);
    expect(shown()).toBe('1 Jan – 31 Dec 2014');
  });
});

describe('playing', () => {
  it('makes as many steps a second as its speed', () => {
    const { playback, clock, shown } = start('2025-01-01/2025-01-31');
    playback.speed = 4;
    playback.play();
    clock.pass(240);
    expect(shown()).toBe('1–31 Jan 2025');
    clock.pass(10);
    expect(shown()).toBe('1–28 Feb 2025');
    clock.pass(1000);
    expect(shown()).toBe('1–30 Jun 2025');
    playback.speed = 1;
    clock.pass(1000);
    expect(shown()).toBe('1–31 Jul 2025');
  });

  it('pauses at the end, and plays from the start again', () => {
    const { playback, clock, shown } = start('2026-04-01/2026-04-30');
    playback.play();
    clock.pass(1000);
    expect(shown()).toBe('1–30 Jun 2026');
    expect(playback.playing).toBe(false);
    expect(clock.running).toBe(false);
    playback.play();
    expect(shown()).toBe('1–31 Mar 2004');
  });

  it('goes round where it loops', () => {
    const { playback, clock, shown } = start('2026-06-01/2026-06-30', 'instant');
    playback.loop = true;
    playback.play();
    expect(shown()).toBe('1–31 Mar 2004');
    for (let i = 0; i < 267; i++) clock.pass(250);
    expect(shown()).toBe('1–30 Jun 2026');
    clock.pass(250);
    expect(shown()).toBe('1–31 Mar 2004');
    expect(playback.playing).toBe(true);
  });

  it('plays backwards', () => {
    const { playback, clock, shown } = start(null);
    playback.direction = -1;
    playback.play();
    expect(shown()).toBe('1 Jul 2025 – 30 Jun 2026');
    clock.pass(250);
    expect(shown()).toBe('1 Jun 2025 – 31 May 2026');
  });

  it('from the start, it grows from its first step', () => {
    const { playback, clock, shown } = start(null, 'from-start', 'year');
    playback.play();
    expect(shown()).toBe('1 Mar 2004 – 28 Feb 2005');
    clock.pass(250);
    expect(shown()).toBe('1 Mar 2004 – 28 Feb 2006');
  });

  it('does not leap after a page slept', () => {
    const { playback, clock, shown } = start('2025-01-01/2025-01-31');
    playback.play();
    clock.ms += 60_000;
    clock.pass(10);
    expect(shown()).toBe('1–28 Feb 2025');
    clock.pass(240);
    expect(shown()).toBe('1–28 Feb 2025');
    clock.pass(10);
    expect(shown()).toBe('1–31 Mar 2025');
  });

  it('toggles, stops its clock, and tells those who watch', () => {
    const { playback, clock } = start(null);
    const seen: boolean[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(playback.playing);
      });
    });
    flushSync();
    playback.toggle();
    flushSync();
    expect(clock.running).toBe(true);
    playback.toggle();
    flushSync();
    expect(clock.running).toBe(false);
    expect(seen).toEqual([false, true, false]);
    stop();
  });
});
