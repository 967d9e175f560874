import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { Grid } from '../../../../geo/store/grid.ts';
import { Density } from '../../../../src/state/density.svelte.ts';
import type { Data } from '../../../../src/state/data.svelte.ts';
import type { Figures } from '../../../../src/state/figures.svelte.ts';
import { Notices } from '../../../../src/state/notices.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
import type { PreparingClient, GridListener, GridQuestion } from '../../../../src/workers/preparing-client.ts';

const SEEN = { box: [0.6, 0.3, 0.7, 0.4], zoom: 6.2 } as const;

/** A density over so many incidents in the window, with a worker that is played by the test. */
function densityOf(incidents: number) {
  const view = new View();
  const notices = new Notices();
  const figures = { counts: { incidents }, mask: new Uint8Array(1) } as unknown as Figures;
  const data = { store: { columns: {} } } as unknown as Data;
  const requests: GridQuestion[] = [];
  const listeners: GridListener[] = [];
  const preparing: PreparingClient = {
    listen: (listener) => listeners.push(listener),
    askGrid: (question) => requests.push(question),
    askMarks: vi.fn(),
    release: vi.fn(),
    whenIdle: () => Promise.resolve(),
  };
  const density = new Density(data, view, figures, notices, preparing, { halves: null });
  const stop = $effect.root(() => {
    $effect(() => density.follow());
  });
  density.see(SEEN);
  flushSync();
  /** The answer to the last question: one cell that holds everything, in the middle of what is asked for. */
  const answer = (held = incidents) => {
    const { shape, level, measure, box } = requests[requests.length - 1].query;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const deaths = Float64Array.of(held);
    const counts = { incidents: Uint32Array.of(held), unknown: Uint32Array.of(0), deaths, low: deaths, high: deaths };
    const grid: Grid = { shape, level, measure, most: held, x: Float64Array.of(x), y: Float64Array.of(y), ...counts };
    for (const { onGrid } of listeners) onGrid(grid);
    flushSync();
  };
  const fail = (message: string) => {
    for (const { onFailure } of listeners) onFailure(message);
  };
  const choose = (choice: View['density']) => {
    view.density = choice;
    flushSync();
  };
  return { density, view, notices, requests, answer, fail, choose, stop };
}

it('asks nothing while there are few incidents, and nothing where the reader wants points', () => {
  const few = densityOf(1999);
  expect(few.requests).toEqual([]);
  expect(few.density.cells).toBe(null);
  few.stop();

  const many = densityOf(50_000);
  expect(many.requests).toHaveLength(1);
  many.answer();
  expect(many.density.cells).not.toBe(null);
  many.choose('points');
  expect(many.density.cells).toBe(null);
  many.stop();
});

it('shows hexagons where it is crowded, and goes back to points when it is not', () => {
  const { density, view, requests, answer, stop } = densityOf(50_000);
  expect(density.cells).toBe(null);
  answer();
  expect(density.cells).toMatchObject({ grid: { shape: 'hexagons', level: 6 }, limits: [1, 10, 100, 1000, 10_000] });
  view.setThumbs(0, 0);
  view.histogram = 'deaths';
  flushSync();
  expect(requests).toHaveLength(2);
  expect(density.cells?.grid.measure).toBe('incidents'); // what is shown, until there is another
  answer(1499);
  expect(density.cells).toBe(null);
  stop();
});

it('is pending until many are counted for the first time, and not once that fails', () => {
  const { density, answer, choose, stop } = densityOf(50_000);
  expect(density.isPending).toBe(true);
  answer(3);
  expect([density.isPending, density.cells]).toEqual([false, null]);
  choose('points');
  expect(density.isPending).toBe(false);
  stop();

  const few = densityOf(3);
  expect(few.density.isPending).toBe(false);
  few.stop();

  const failing = densityOf(50_000);
  failing.fail('out of memory');
  expect(failing.density.isPending).toBe(false);
  failing.stop();
});

it('shows what the reader asks for, however few there are', () => {
  const { density, requests, answer, choose, stop } = densityOf(3);
  choose('squares');
  expect(requests.map(({ query }) => query.shape)).toEqual(['squares']);
  expect(density.cells).toBe(null);
  answer();
  expect(density.cells?.grid.shape).toBe('squares');
  choose('auto');
  expect(density.cells).toBe(null);
  stop();
});

it('asks anew for another level of zoom or a place beyond what was asked for, not for every move', () => {
  const { density, requests, answer, choose, stop } = densityOf(3);
  const seeing = (box: readonly [number, number, number, number], zoom: number) => {
    density.see({ box, zoom });
    flushSync();
    if (requests.length > 1) answer();
    return requests.length;
  };
  choose('hexagons');
  answer();
  expect(requests).toHaveLength(1);
  expect(seeing([0.65, 0.35, 0.75, 0.45], 6.4)).toBe(1);
  expect(seeing([0.72, 0.3, 0.82, 0.4], 6.4)).toBe(2);
  expect(seeing([0.72, 0.3, 0.82, 0.4], 6.6)).toBe(3);
  expect(requests.map(({ query }) => query.level)).toEqual([6, 6, 7]);
  const [west, north, east, south] = requests[2].query.box;
  expect([west < 0.72, north < 0.3, east > 0.82, south > 0.4]).toEqual([true, true, true, true]);
  stop();
});

it('says so where the worker fails, and shows points', () => {
  const { density, notices, choose, answer, fail, stop } = densityOf(3);
  choose('hexagons');
  answer();
  expect(density.cells).not.toBe(null);
  fail('out of memory');
  flushSync();
  expect(density.cells).toBe(null);
  expect(notices.list.map(({ text }) => text).join()).toContain('out of memory');
  stop();
});
