import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wholeOf, type Brief } from '../../../../geo/model/brief.ts';
import { filterMask } from '../../../../geo/store/filter.ts';
import { extentOf } from '../../../../geo/store/far.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { figuresCsv } from '../../../../geo/export/write-figures.ts';
import { tableOf, tableTable } from '../../../../geo/views/table.ts';
import type { AppState } from '../../../../src/state/app.svelte.ts';
import { OWN, type Data } from '../../../../src/state/data.svelte.ts';
import { madeOf } from '../../../../src/state/made.ts';
import { Measuring } from '../../../../src/state/measuring.svelte.ts';
import { applyLink, decodeHash } from '../../../../src/state/permalink.ts';
import { Playback } from '../../../../src/state/playback.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
import { callGeo } from '../../geo/commands/call.ts';

const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Brief[] };
/** The store of the page, which takes what is computed from the layer; the command computes it anew. */
const store = createStore(features.map((brief) => wholeOf(brief, null)));

/** The words of a command, as a shell reads them. */
const wordsOf = (command: string) =>
  [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

it.each([
  '',
  'by=year,band&map=8.50/34.0167/71.5833&theme=dark',
  't=2012-01-01/2014-12-31&types=ambush,suicide_bombing&by=month,side',
  't=2021-08-15/2022-08-14&mode=from-start&deaths=10..&by=district,type',
  't=2021-08-15/2022-08-14&mode=instant&step=quarter&q=don%27t&by=weekday',
  't=2009-05-31/2009-05-31&mode=instant&anchor=2009-01-31/2009-01-31&actors=Pakistan+Army&by=province,group',
])('the command that is shown gives the figures of the page: %s', async (hash) => {
  const view = new View();
  view.extent = extentOf(store);
  view.showAllTime();
  const data = {
    store,
    extent: view.extent,
    layers: null,
    hasOwn: true,
    shown: [{ id: OWN, name: 'Durand Map, a selection', licence: 'CC BY 4.0' }],
  } as unknown as Data;
  const app = { view, data, measuring: new Measuring(data), playback: new Playback(view) };
  applyLink(app, decodeHash(hash).link);
  view.analysis = 'table';
  const { command } = madeOf(app as unknown as AppState, 'table');
  expect(command).not.toContain('theme=');
  const { status, out } = await callGeo([...wordsOf(command).slice(5), '--csv']);
  const table = tableOf({
    store,
    mask: filterMask(store, view.filters),
    window: view.window,
    options: view.options,
    datasets: ['the page’s'],
  });
  expect([status, out]).toEqual([0, figuresCsv(tableTable(table))]);
});
