import fc from 'fast-check';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { createStore } from '../../../../geo/store/store.ts';
import type { Data } from '../../../../src/state/data.svelte.ts';
import { Figures } from '../../../../src/state/figures.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
import { incidents } from '../../../property/random-incidents.ts';

it('counts each district as if none were chosen, within every other filter', () => {
  const all = fc
    .sample(incidents, { numRuns: 40, seed: 8 })
    .flat()
    .map((incident, i) => ({ ...incident, properties: { ...incident.properties, id: `t:${i}` } }));
  const store = createStore(all);
  const view = new View();
  view.extent = store.extent ?? { start: 0, end: 0 };
  view.showAllTime();
  // all that the figures take from the data
  const figures = new Figures({ store } as unknown as Data, view);
  const countOf = (id: string) => figures.districtCounts.incidents[store.districts.findIndex((one) => one.id === id)];
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
