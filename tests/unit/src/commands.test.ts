import { describe, expect, it } from 'vitest';
import { commandOf, COMMANDS, isTyping, MAP_KEYS, titleOf, type CommandId, type Focus } from '../../../src/commands.ts';
import type { AppState } from '../../../src/state/app.svelte.ts';
import { Floats } from '../../../src/state/floats.ts';
import { View } from '../../../src/state/view.svelte.ts';
import { COMMAND_WORDS, keyHelp, keyShortcuts, MAP_COMMAND_WORDS } from '../../../src/text/commands.ts';

const NOTHING_HELD = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const press = (key: string, focus: Focus | null = null, held: Partial<typeof NOTHING_HELD> = {}) =>
  commandOf(COMMANDS, { key, ...NOTHING_HELD, ...held }, focus);

/** Focus on an element of the kind, as far as selectors without combinators tell. */
function on(name: string, attributes: Record<string, string> = {}): Focus {
  const fits = (selector: string) => {
    const [not, ...rest] = selector.split(':not(').map((part) => part.replace(/\)$/, ''));
    const isOne = (part: string) => {
      const wanted = [...part.matchAll(/\[([\w-]+)(?:=([^\]]+))?\]/g)];
      const tag = /^[a-z]*/.exec(part)?.[0] ?? '';
      const hasAll = wanted.every(([, key, value]) => key in attributes && (!value || attributes[key] === value));
      return (tag === '' || tag === name) && hasAll;
    };
    return isOne(not) && !rest.some(isOne);
  };
  return { closest: (selectors) => selectors.split(', ').some(fits) };
}
const slider = on('input', { type: 'range' });
const tick = on('input', { type: 'checkbox' });
const FIELDS = [
  on('input', { type: 'search' }),
  on('input', { type: 'number' }),
  on('input', { type: 'date' }),
  on('input'),
  on('select'),
  on('textarea'),
  on('dialog'),
  on('div', { contenteditable: '' }),
];
const LETTERS = { f: 'filters', l: 'list', d: 'distance', o: 'data', b: 'border', t: 'trends', m: 'measure' };

describe('keys', () => {
  it('play, step, and go to the ends', () => {
    expect(press(' ')).toBe('play');
    expect(press('ArrowRight')).toBe('forward');
    expect(press('ArrowLeft')).toBe('back');
    expect(press('ArrowLeft', null, { shiftKey: true })).toBe('backTen');
    expect(press('ArrowRight', null, { shiftKey: true })).toBe('forwardTen');
    expect(press('Home')).toBe('first');
    expect(press('End')).toBe('last');
    expect(press('ArrowUp')).toBeNull();
    expect(press('j')).toBeNull();
  });

  it('step by one, with Shift by ten', () => {
    const steps: number[] = [];
    const app = { playback: { step: (count: number) => steps.push(count) } } as unknown as AppState;
    for (const id of ['back', 'forward', 'backTen', 'forwardTen'] as const) COMMANDS[id].run(app, null);
    expect(steps).toEqual([-1, 1, -10, 10]);
  });

  it('belong to whoever has the focus and needs them', () => {
    for (const key of [' ', 'ArrowLeft', 'Home']) for (const field of FIELDS) expect(press(key, field)).toBeNull();
    expect(press(' ', on('button'))).toBeNull();
    expect(press('ArrowRight', on('button'))).toBe('forward');
    expect(press(' ', slider)).toBe('play');
    for (const key of ['ArrowRight', 'Home', 'End']) expect(press(key, slider)).toBeNull();
    expect(press('Home', on('section'))).toBeNull();
  });

  it('are text where something is typed or chosen, and letters mean the same on a slider and a box to tick', () => {
    for (const field of FIELDS) expect(isTyping(field)).toBe(true);
    for (const focus of [null, slider, tick, on('input', { type: 'radio' }), on('button'), on('canvas')]) {
      expect(isTyping(focus)).toBe(false);
      for (const [key, id] of Object.entries(LETTERS)) expect(press(key, focus)).toBe(id);
    }
    for (const field of FIELDS) for (const key of Object.keys(LETTERS)) expect(press(key, field)).toBeNull();
    expect(press(' ', tick)).toBeNull();
    expect(press('ArrowRight', on('input', { type: 'radio' }))).toBeNull();
  });

  it('with Ctrl, Alt or ⌘ are the browser’s', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      for (const key of ['f', 'l', 'ArrowLeft', ' ', 'Escape']) expect(press(key, null, { [held]: true })).toBeNull();
  });

  it('on the map: arrows alone step through time, held with another they move it', () => {
    const onMap = (key: string, held: Partial<typeof NOTHING_HELD> = {}) =>
      commandOf(MAP_KEYS, { key, ...NOTHING_HELD, ...held }, on('canvas'));
    expect(press('ArrowRight', on('canvas'))).toBe('forward');
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      expect(onMap(key)).toBeNull();
      expect(onMap(key, { shiftKey: true })).toBeNull();
    }
    expect([onMap('+', { shiftKey: true }), onMap('='), onMap('-')]).toEqual(['nearer', 'nearer', 'farther']);
    const east = MAP_KEYS.east.keys[0].startsWith('Alt') ? { altKey: true } : { ctrlKey: true };
    expect(onMap('ArrowRight', east)).toBe('east');
    expect(onMap('ArrowRight', { ...east, shiftKey: true })).toBe('turnRight');
  });
});

describe('the table of commands', () => {
  it('has no key twice', () => {
    const keys = [...Object.values(COMMANDS), ...Object.values(MAP_KEYS)].flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has words for every command, and every one of its keys in the help', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(COMMAND_WORDS).sort());
    expect(Object.keys(MAP_KEYS).sort()).toEqual(Object.keys(MAP_COMMAND_WORDS).sort());
    expect(keyHelp(COMMANDS, COMMAND_WORDS).map(({ keys, does }) => `${keys}: ${does}`)).toEqual([
      'Space: Play or pause',
      '← →: One step in time',
      'Shift + ← →: Ten steps in time',
      'Home, End: First or last time',
      'Z X: Nearer or farther on the timeline',
      '0: The whole timeline',
      'C: Comparable over time: 10 or more killed',
      '[ ]: Previous or next incident, while one is open',
      'F: Filters',
      'L: List',
      'D: Distance',
      'W: Who is who',
      'A: Open or close the analyses',
      'B: The border through time',
      'T: Trends',
      'S: Before and after: two windows side by side',
      'V: Where is it moving?',
      'H: Hot and cold spots',
      'K: Who claims what',
      'G: District by district',
      'Y: Table of figures',
      'O: Data: open files',
      'M: Measure',
      'R: Report of what is shown',
      'N: Stories',
      ', .: One step in a story',
      'P: Print what is shown',
      'Esc: Close what is open',
    ]);
    const held = MAP_KEYS.east.keys[0].startsWith('Alt') ? '⌥' : 'Ctrl';
    expect(keyHelp(MAP_KEYS, MAP_COMMAND_WORDS).map(({ keys }) => keys)).toEqual([
      '+ −',
      `${held} + ← → ↑ ↓`,
      `${held} + Shift + ← → ↑ ↓`,
    ]);
  });

  it('gives buttons their words and their keys', () => {
    const playing = (on: boolean) => ({ playback: { playing: on }, view: new View() }) as unknown as AppState;
    const title = (id: CommandId, on = false) => titleOf(playing(on), id);
    expect(title('play')).toBe('Play (space)');
    expect(title('play', true)).toBe('Pause (space)');
    expect(title('back')).toBe('One step back (←; ten with Shift)');
    expect(title('first')).toBe('To the first window (Home)');
    expect(title('border')).toBe('The border through time (B)');
    expect(title('next')).toBe('Next in time ( ] )');
    expect(keyShortcuts([' ', 'f', 'Shift+ArrowLeft', '['])).toBe('Space F Shift+ArrowLeft [');
  });
});

describe('Escape', () => {
  /** All that can be open, open; `place` is what holds the focus. */
  function everythingOpen() {
    const closed: string[] = [];
    const view = Object.assign(new View(), { selected: 'A', panel: 'list' });
    const floats = new Floats();
    const places = Object.fromEntries(
      (['settings', 'card', 'tools', 'dates'] as const).map((kind) => {
        const inside = on('input');
        let gone = () => {};
        const close = () => {
          closed.push(kind);
          gone();
        };
        gone = floats.closes(kind, close)({ contains: (other) => other === inside });
        return [kind, inside];
      }),
    );
    const measuring = { mode: 'point', use: (mode: string) => (measuring.mode = mode) };
    const app = { floats, measuring, view } as unknown as AppState;
    const escape = (focus: Focus | null = null) => {
      const isAble = COMMANDS.close.isAble?.(app, focus) ?? true;
      if (isAble) COMMANDS.close.run(app, focus);
      return isAble;
    };
    return { view, measuring, closed, places, escape };
  }

  it('closes the innermost first, one at a time, and then nothing', () => {
    const { view, measuring, closed, escape } = everythingOpen();
    const open = () => [measuring.mode !== 'off', view.selected, view.panel];
    for (let i = 0; i < 4; i++) escape();
    expect(closed).toEqual(['dates', 'tools', 'card', 'settings']);
    expect(open()).toEqual([true, 'A', 'list']);
    escape();
    expect(open()).toEqual([false, 'A', 'list']);
    escape();
    expect(open()).toEqual([false, null, 'list']);
    expect(escape()).toBe(true);
    expect(open()).toEqual([false, null, null]);
    expect(escape()).toBe(false);
  });

  it('closes first what holds the focus, also from a field', () => {
    const { closed, places, escape } = everythingOpen();
    escape(places['card']);
    escape(places['settings']);
    expect(closed).toEqual(['card', 'settings']);
  });

  it('is left to a field that lies in none of them', () => {
    const { closed, view, escape } = everythingOpen();
    expect(FIELDS.some((field) => escape(field))).toBe(false);
    expect([closed, view.selected]).toEqual([[], 'A']);
    expect(escape(slider)).toBe(true);
  });

  it('closes what came in another’s place', () => {
    const floats = new Floats();
    const said: string[] = [];
    const leave = floats.closes('card', () => said.push('old'))({ contains: () => false });
    floats.closes('card', () => said.push('new'))({ contains: () => false });
    leave();
    floats.innermost()?.();
    expect(said).toEqual(['new']);
  });
});
