import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { View } from '../../../../src/state/view.svelte.ts';

function viewOf(start: number, end: number): View {
  const view = new View();
  view.extent = { start, end };
  view.showAllTime();
  return view;
}

describe('thumbs', () => {
  it('come in order, whichever is named first', () => {
    const view = viewOf(0, 1000);
    view.setThumbs(700, 200);
    expect(view.thumbs).toEqual({ start: 200, end: 700 });
  });

  it('stay inside the extent', () => {
    const view = viewOf(100, 200);
    view.setThumbs(-50, 5000);
    expect(view.thumbs).toEqual({ start: 100, end: 200 });
    view.setThumbs(-50, -40);
    expect(view.thumbs).toEqual({ start: 100, end: 100 });
  });

  it('forget the phase', () => {
    const view = viewOf(0, 1000);
    view.phase = 'lull';
    view.setThumbs(0, 10);
    expect(view.phase).toBeNull();
  });
});

describe('window', () => {
  it('follows mode, step and thumbs', () => {
    const view = viewOf(0, 1000);
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(`${view.window.start}–${view.window.end}`);
      });
    });
    flushSync();
    view.setThumbs(31, 58);
    flushSync();
    view.mode = 'from-start';
    flushSync();
    view.mode = 'to-end';
    flushSync();
    view.mode = 'instant';
    view.step = 'week';
    flushSync();
    expect(seen).toEqual(['0–1000', '31–58', '0–58', '31–1000', '31–37']);
    stop();
  });

  it('is all time again from any mode', () => {
    const view = viewOf(0, 1000);
    view.mode = 'instant';
    view.setThumbs(5, 5);
    view.showAllTime();
    expect(view.window).toEqual({ start: 0, end: 1000 });
  });
});

describe('filters', () => {
  it('change one by one, and are cleared together', () => {
    const view = new View();
    expect(view.filtered).toBe(false);
    view.filter({ types: [] });
    expect(view.filtered).toBe(true);
    view.filter({ text: 'Swat' });
    expect(view.filters).toMatchObject({ types: [], text: 'Swat', districts: null });
    view.clearFilters();
    expect(view.filtered).toBe(false);
  });
});
