import fc from 'fast-check';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import type { Incident } from '../../../../geo/model/incident.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { toggleGroup } from '../../../../src/scene/groups.ts';
import type { Data } from '../../../../src/state/data.svelte.ts';
import { Figures } from '../../../../src/state/figures.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
import { incidents } from '../../../property/random-incidents.ts';

/** What the page counts over some incidents, and the view that it counts for. */
function counting(all: readonly Incident[]) {
  const store = createStore(all);
  const view = new View();
  view.extent = store.extent ?? { start: 0, end: 0 };
  view.showAllTime();
  // all that the figures take from the data
  return { store, view, figures: new Figures({ store } as unknown as Data, view, { pairs: null }) };
}

const all = fc
  .sample(incidents, { numRuns: 40, seed: 8 })
  .flat()
  .map((incident, i) => ({ ...incident, properties: { ...incident.properties, id: `t:${i}` } }));

it('counts each district as if none were chosen, within every other filter', () => {
  const { store, view, figures } = counting(all);
  const countOf = (id: string) => figures.districtCounts[store.districts.findIndex((one) => one.id === id)].incidents;
  const isIn = (id: string) => all.filter(({ properties: p }) => p.district?.id === id).length;
  const isBombing = (id: string) =>
    all.filter(({ properties: p }) => p.district?.id === id && p.type === 'suicide_bombing').length;

  view.filter({ districts: ['khyber'] });
  flushSync();
  expect(figures.rows.length).toBe(isIn('khyber'));
  expect(isIn('swat')).toBeGreaterThan(0);
  for (const id of ['khyber', 'swat', 'kurram']) expect(countOf(id)).toBe(isIn(id));

  view.filter({ types: ['suicide_bombing'] });
  flushSync();
  expect(isBombing('swat')).toBeGreaterThan(0);
  for (const id of ['khyber', 'swat', 'kurram']) expect(countOf(id)).toBe(isBombing(id));
});

it('counts the rows on show, whatever the windows and filters before', () => {
  const { view, figures } = counting(all);
  const { start, end } = view.extent;
  const acrossTotal = () => {
    const { heights, beyond, undecided, without } = figures.across;
    const inBars = heights.reduce((sum, height) => sum + height, 0);
    return inBars + beyond.AF.incidents + beyond.PK.incidents + undecided.incidents + without;
  };
  const profileTotal = () => {
    const { bands, tooCoarse, elsewhere } = figures.profile;
    const inBands = bands.reduce((sum, { figure }) => sum + figure.incidents, 0);
    return inBands + Object.values(tooCoarse).reduce((sum, { incidents }) => sum + incidents, elsewhere.incidents);
  };
  const changes = [
    () => view.setThumbs(start, start + 90),
    () => view.setThumbs(start + 30, start + 120),
    () => view.filter({ types: ['suicide_bombing', 'ambush'] }),
    () => view.setThumbs(start + 60, start + 150),
    () => view.setThumbs(end - 300, end - 290),
    () => view.clearFilters(),
    () => view.setThumbs(end - 330, end - 300),
  ];
  for (const change of changes) {
    change();
    flushSync();
    expect(figures.rows.length).toBeGreaterThan(0);
    expect([figures.counts.incidents, profileTotal(), acrossTotal()]).toEqual(Array(3).fill(figures.rows.length));
  }
  // the chart that is brushed keeps what the brush leaves out
  const before = acrossTotal();
  view.filter({ acrossKm: { min: 0, max: 20 } });
  flushSync();
  expect(figures.counts.incidents).toBe(figures.rows.length);
  expect(figures.rows.length).toBeLessThan(before);
  expect(acrossTotal()).toBe(before);
});

it('draws the rows that it counts; switching whole groups leaves the mask that is drawn as it is', () => {
  const { store, view, figures } = counting(all);
  const drawnRows = () => {
    const { mask, groups } = figures.drawn;
    const { group } = store.columns;
    return Array.from(mask.keys()).filter((row) => mask[row] === 1 && ((groups >> group[row]) & 1) === 1);
  };
  const shown = () => Array.from(figures.rows);
  flushSync();
  const { mask } = figures.drawn;
  expect(drawnRows()).toEqual(shown());

  view.filter({ types: toggleGroup(null, 'force') });
  flushSync();
  expect(drawnRows()).toEqual(shown());
  expect(figures.drawn.mask).toBe(mask);
  expect(shown().length).toBeLessThan(store.size);

  view.filter({ sides: ['ttp'] });
  flushSync();
  expect(drawnRows()).toEqual(shown());
  expect(figures.drawn.mask).not.toBe(mask);

  view.filter({ types: ['ambush'] });
  flushSync();
  expect(drawnRows()).toEqual(shown());
});
