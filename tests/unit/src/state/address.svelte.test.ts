import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAddress, readAddress, type AddressBar } from '../../../../src/state/address.svelte.ts';
import type { AppState } from '../../../../src/state/app.svelte.ts';
import type { Data } from '../../../../src/state/data.svelte.ts';
import { Measuring } from '../../../../src/state/measuring.svelte.ts';
import { Notices } from '../../../../src/state/notices.svelte.ts';
import { MOST_CHARACTERS } from '../../../../geo/views/hash.ts';
import { Playback } from '../../../../src/state/playback.svelte.ts';
import { Stories } from '../../../../src/state/stories.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';

// 2004-03-01 to 2026-06-30
const EXTENT = { start: 12_478, end: 20_634 };

/** A browser's history: its entries, and where it stands among them. */
function browser(first = '') {
  const entries = [first];
  let at = 0;
  let writes = 0;
  let callback = () => {};
  const go = (by: number) => {
    at += by;
    callback();
    flushSync();
  };
  const bar: AddressBar = {
    hash: () => entries[at],
    write: (how, hash) => {
      writes++;
      if (how === 'push') entries.splice(++at, entries.length, hash);
      else entries[at] = hash;
    },
    onGone: (gone) => {
      callback = gone;
      return () => (callback = () => {});
    },
  };
  return { bar, entries, back: () => go(-1), forward: () => go(1), writes: () => writes };
}

/** A page at an address, with nothing of it but what the address holds. */
function page(hash = '') {
  const view = new View();
  view.extent = EXTENT;
  view.showAllTime();
  const data = { extent: EXTENT, store: { indexOf: () => 0 }, layers: null } as unknown as Data;
  const chosen = { view, measuring: new Measuring(data), playback: new Playback(view) };
  const parts = { ...chosen, data, notices: new Notices(), stories: new Stories(chosen) };
  const app = parts as unknown as AppState;
  const history = browser(hash && `#${hash}`);
  readAddress(app, hash);
  const stop = keepAddress(app, history.bar);
  flushSync();
  stops.push(stop);
  return { ...parts, ...history };
}

const stops: (() => void)[] = [];

/** Does something, and lets some time go by. */
function act(what: () => void, ms = 1000) {
  what();
  flushSync();
  vi.advanceTimersByTime(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
});

it('what is chosen is pushed at once; Back undoes it as it was when it was chosen, and Forward redoes it', () => {
  const { view, entries, back, forward } = page();
  act(() => (view.panel = 'list'), 0);
  expect(entries).toEqual(['', '#panel=list']);
  // what has moved in between belongs to the entry before
  act(() => view.setThumbs(20_089, 20_453), 0);
  act(() => (view.selected = 'PKAF-0250'), 0);
  const moved = '#t=2025-01-01/2025-12-31&panel=list';
  expect(entries).toEqual(['', moved, '#t=2025-01-01/2025-12-31&incident=PKAF-0250&panel=list']);
  act(back);
  expect([view.selected, view.panel, view.thumbs.start]).toEqual([null, 'list', 20_089]);
  act(back);
  expect([view.panel, view.thumbs]).toEqual([null, EXTENT]);
  act(forward);
  act(forward);
  expect([view.selected, view.panel]).toEqual(['PKAF-0250', 'list']);
  expect(entries).toHaveLength(3);
});

it('steps in time, playing and moves of the map push nothing, and write once they have come to rest', () => {
  const { view, entries, writes } = page();
  act(() => view.setThumbs(20_089, 20_119));
  view.phase = 'lull';
  flushSync();
  expect(entries).toHaveLength(2);
  const before = writes();
  for (let i = 0; i < 200; i++) act(() => view.setThumbs(20_090 + i, 20_120 + i), 33);
  for (let i = 0; i < 50; i++)
    act(() => (view.camera = { lat: 34, lon: 70 + i / 10, zoom: 6, bearing: 0, pitch: 0 }), 16);
  vi.advanceTimersByTime(1000);
  expect(entries).toHaveLength(2);
  expect(writes()).toBe(before + 1);
  expect(entries[1]).toMatch(/^#map=6.00\/34.0000\/74.9000&t=2025-07-20/);
});

it('what is typed, and what a held key goes through, is one choice', () => {
  const { view, entries, back } = page();
  for (const text of ['W', 'Wa', 'Wan', 'Wana']) act(() => view.filter({ text }), 900);
  expect(entries).toEqual(['', '#q=Wana']);
  for (let i = 0; i < 90; i++) act(() => (view.selected = `PKAF-${i}`), 33);
  vi.advanceTimersByTime(1000);
  expect(entries).toEqual(['', '#q=Wana', '#q=Wana&incident=PKAF-89']);
  // one after the other they are choices each
  act(() => (view.selected = 'PKAF-0001'));
  act(() => (view.selected = 'PKAF-0002'));
  expect(entries).toHaveLength(5);
  act(back);
  expect(view.selected).toBe('PKAF-0001');
});

it('no two entries are alike: back to what it was is a choice of its own', () => {
  const { view, entries, back } = page();
  for (let i = 0; i < 3; i++) act(() => (view.panel = view.panel ? null : 'list'), 50);
  expect(entries).toEqual(['', '#panel=list', '', '#panel=list']);
  for (const text of ['W', 'Wa', '']) act(() => view.filter({ text }));
  expect(entries.slice(4)).toEqual(['#q=Wa&panel=list', '#panel=list']);
  act(back);
  expect(view.filters.text).toBe('Wa');
});

it('an address that is opened is put in order without an entry of its own', () => {
  const { entries, view, back, bar } = page('newkey=1&panel=list&bands=1');
  vi.advanceTimersByTime(1000);
  expect(entries).toEqual(['#bands=1&panel=list']);
  // another address, typed by the reader: the browser has pushed it
  act(() => bar.write('push', '#q=Wana&nothing=1'));
  act(() => (back(), void 0));
  expect(view.panel).toBe('list');
  expect(entries).toHaveLength(2);
});

it('a view too large for a link is not written, which is said', () => {
  const { view, entries, notices } = page();
  act(() => view.filter({ text: 'x'.repeat(MOST_CHARACTERS) }));
  expect(entries).toEqual(['']);
  expect(notices.list.map(({ text }) => text)).toEqual([
    'What is shown is too much for a link of 32,000 characters. The address stays as it was.',
  ]);
});
