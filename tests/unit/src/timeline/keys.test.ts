import { describe, expect, it } from 'vitest';
import { commandOf, type Focus } from '../../../../src/timeline/keys.ts';

const press = (key: string, focus: Focus | null = null, shiftKey = false) => commandOf({ key, shiftKey }, focus);

/** Focus on an element that one of the selectors names. */
const on = (...selectors: string[]): Focus => ({
  closest: (selector) => selector.split(', ').some((one) => selectors.includes(one)),
});

describe('keys of the timeline', () => {
  it('play, step, and go to the ends', () => {
    expect(press(' ')).toEqual({ act: 'toggle' });
    expect(press('ArrowRight')).toEqual({ act: 'step', count: 1 });
    expect(press('ArrowLeft')).toEqual({ act: 'step', count: -1 });
    expect(press('ArrowLeft', null, true)).toEqual({ act: 'step', count: -10 });
    expect(press('Home')).toEqual({ act: 'first' });
    expect(press('End')).toEqual({ act: 'last' });
    expect(press('ArrowUp')).toBeNull();
    expect(press('x')).toBeNull();
  });

  it('belong to whoever has the focus and needs them', () => {
    for (const key of [' ', 'ArrowLeft', 'Home']) {
      expect(press(key, on('select'))).toBeNull();
      expect(press(key, on('input:not([type=range])', 'input'))).toBeNull();
    }
    expect(press(' ', on('button'))).toBeNull();
    expect(press('ArrowRight', on('button'))).toEqual({ act: 'step', count: 1 });
    expect(press(' ', on('input'))).toEqual({ act: 'toggle' });
    expect(press('ArrowRight', on('input'))).toBeNull();
    expect(press('Home', on('section'))).toBeNull();
  });
});
