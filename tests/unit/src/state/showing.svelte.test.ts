import fc from 'fast-check';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { createStore } from '../../../../geo/store/store.ts';
import { ALL_GROUPS } from '../../../../src/scene/groups.ts';
import type { AppState } from '../../../../src/state/app.svelte.ts';
import type { Scene } from '../../../../src/scene/scene.ts';
import { Figures } from '../../../../src/state/figures.svelte.ts';
import { Measuring } from '../../../../src/state/measuring.svelte.ts';
import { Playback } from '../../../../src/state/playback.svelte.ts';
import { Showing } from '../../../../src/state/showing.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
import { incidents } from '../../../property/random-incidents.ts';

type Shown = ConstructorParameters<typeof Showing>[0];

/** A showing over some incidents of two districts, with nothing of the page around it. */
function showing(samples = 1) {
  const all = fc.sample(incidents, { numRuns: samples, seed: 8 }).flat();
  const store = createStore(all);
  const districts = { features: ['khyber', 'swat'].map((id) => ({ properties: { id } })) };
  const later = {
    bands: { value: { type: 'FeatureCollection', features: [] } },
    crossings: { value: [{ id: 'Torkham', position: [71.1, 34.1] }] },
    closures: { value: [] },
  };
  const data = { store, layers: { districts }, later } as unknown as AppState['data'];
  const view = new View();
  view.extent = store.extent ?? { start: 0, end: 0 };
  view.showAllTime();
  const shown: Shown = {
    split: { halves: null },
    ...{ data, view, figures: new Figures(data, view, { pairs: null }), measuring: new Measuring(data) },
    density: { cells: null, isPending: false } as unknown as AppState['density'],
    playback: { playing: false },
    beyond: { incidents: 0, world: null } as unknown as AppState['beyond'],
  };
  return { view, measuring: shown.measuring, store, showing: new Showing(shown) };
}

/** The parts of a scene that are other objects than before. */
const changed = (before: Omit<Scene, 'palette'>, after: Omit<Scene, 'palette'>) =>
  (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key]);

it('makes anew what has changed, and nothing else', () => {
  const { view, measuring, store, showing: it } = showing();
  const changes: [() => void, string[]][] = [
    [() => view.setThumbs(view.extent.start, view.extent.start + 90), ['frame']],
    [() => (view.bands = true), ['bands']],
    [() => (view.choropleth = 'incidents'), ['shading']],
    // the districts are counted anew, as if none were chosen
    [() => view.filter({ districts: ['khyber'] }), ['frame', 'outlined', 'shading']],
    [() => (view.camera = { lon: 70, lat: 33, zoom: 7, bearing: 0, pitch: 0 }), ['camera']],
    [() => (view.selected = store.row(0).properties.id), ['selection']],
    [() => (view.units = 'mi'), ['units', 'selection']],
    [() => measuring.use('point'), ['measured']],
    [() => (view.theme = 'dark'), []],
    [() => (view.panel = 'list'), []],
  ];
  for (const [change, parts] of changes) {
    const before = it.scene;
    change();
    flushSync();
    expect(changed(before, it.scene).sort(), String(change)).toEqual(parts.sort());
  }
});

it('draws all groups while no type is left out, and outlines nothing while no district is chosen', () => {
  const { showing: it } = showing();
  expect(it.scene.frame.groups).toBe(ALL_GROUPS);
  expect(it.scene.outlined).toEqual([]);
  expect(it.shading).toBeNull();
});

it.each(['window', 'from-start', 'to-end'] as const)(
  'a class of districts means the same while time plays: %s',
  (mode) => {
    const { view, showing: it } = showing(40);
    view.choropleth = 'incidents';
    const playback = new Playback(view);
    view.step = 'month';
    view.mode = mode;
    const { start } = view.extent;
    view.setThumbs(mode === 'to-end' ? start : start + 31, start + 120);
    flushSync();
    const limits = it.shading?.limits;
    expect(limits?.length).toBeGreaterThan(0);
    const shown = new Set<string>();
    for (let step = 0; step < 40 && playback.step(1); step++) {
      flushSync();
      expect(it.shading?.limits).toEqual(limits);
      shown.add(JSON.stringify([...(it.shading?.classOf ?? [])]));
    }
    expect(shown.size).toBeGreaterThan(1);
  },
);
