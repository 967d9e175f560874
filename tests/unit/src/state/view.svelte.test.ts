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

describe('the axis', () => {
  it('is the extent until it is zoomed, and again where it is as long', () => {
    const view = viewOf(0, 999);
    expect([view.axis, view.zoomed]).toEqual([{ start: 0, end: 999 }, false]);
    view.zoomTo({ start: 100, end: 199 });
    expect([view.axis, view.zoomed]).toEqual([{ start: 100, end: 199 }, true]);
    view.zoomBy(20);
    expect(view.zoomed).toBe(false);
  });

  it('keys zoom about the window where it is in sight', () => {
    const view = viewOf(0, 999);
    view.setThumbs(700, 799);
    view.zoomBy(0.5);
    expect(view.axis).toEqual({ start: 375, end: 874 });
  });

  it('days that are typed come in sight', () => {
    const view = viewOf(0, 999);
    view.zoomTo({ start: 100, end: 199 });
    view.goTo(500, 520);
    expect(view.axis).toEqual({ start: 500, end: 599 });
    view.goTo(300, 899);
    expect(view.axis).toEqual({ start: 300, end: 899 });
  });

  it('what is far is left out, and all time is what is left', () => {
    const view = new View();
    view.setExtent({ start: 0, end: 9999 }, { start: 9000, end: 9999 });
    view.showAllTime();
    view.leaveOutFar(true);
    expect([view.extent, view.window]).toEqual([
      { start: 9000, end: 9999 },
      { start: 9000, end: 9999 },
    ]);
    view.leaveOutFar(false);
    expect(view.window).toEqual({ start: 0, end: 9999 });
    view.setThumbs(5, 9500);
    view.leaveOutFar(true);
    expect(view.window).toEqual({ start: 9000, end: 9500 });
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
