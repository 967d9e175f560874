import { filterMask, NO_FILTERS } from '../../geo/store/filter.ts';
import type { Measure } from '../../geo/store/count.ts';
import { changesIn, weeksOf } from '../../geo/views/changes.ts';
import { compareAt, compareSources } from '../../geo/views/compare.ts';
import { createHotspots, type HotDistrict } from '../../geo/views/hotspots.ts';
import { movementOf } from '../../geo/views/movement.ts';
import { rollingSums } from '../../geo/views/occurrences.ts';
import { HOT_AREAS, PRESET_PAIRS, TOLD_BY } from '../../geo/views/options.ts';
import { tableOf } from '../../geo/views/table.ts';
import { trendsAt, trendSources, type TrendsContext } from '../../geo/views/trends.ts';
import { madeStore } from './made-store.ts';
import { printFigures, quantile, type Figure } from './table.ts';

/** What a step or a brush may take at most, ms. */
const SIZES = [
  { size: 100_000, most: 33 },
  { size: 1_000_000, most: 150 },
] as const;
const CHANGES_MOST = 1000;
const TIMES = 25;
const COLUMNS = 1200;

/** How wide the window is that steps and brushes are of, days: a year. */
const WINDOW_DAYS = 365;
const PEOPLE = 1_000_000;

/** Milliseconds of each of some runs, after one that warms. */
function timed(run: (i: number) => unknown): number[] {
  run(0);
  return Array.from({ length: TIMES }, (_, i) => {
    const start = performance.now();
    run(i + 1);
    return performance.now() - start;
  });
}

const slow = (times: readonly number[]) => quantile(times, 0.95);

/** A step looks figures up; a brush changes the mask, and all is counted and drawn anew. */
function trendFigures(size: number, most: number): Figure[] {
  const store = madeStore(size);
  const { extent } = store;
  if (!extent) throw new Error('There are no made incidents.');
  const mask = filterMask(store, NO_FILTERS);
  const figures: Figure[] = [];
  for (const measure of ['incidents', 'deaths'] satisfies Measure[]) {
    const steps: number[] = [];
    const brushes: number[] = [];
    for (const trend of TOLD_BY) {
      const context = (i: number): TrendsContext => ({
        ...{ store, mask, measure, hasRule: true, options: { rolling: 90, trend } },
        window: { start: extent.start, end: extent.end - 31 * i },
      });
      const sources = trendSources(context(0));
      steps.push(slow(timed((i) => trendsAt(sources, context(i)))));
      brushes.push(
        slow(
          timed((i) => {
            const brushed = filterMask(store, { ...NO_FILTERS, alongKm: { min: i, max: 150 + i } });
            const anew = trendSources({ ...context(i), mask: brushed });
            trendsAt(anew, context(i));
            const known = anew.known ?? extent;
            for (const { occurrences } of [...anew.parts.slice(0, 4), { occurrences: anew.all }])
              rollingSums(occurrences, { rolling: 90, axis: extent, columns: COLUMNS, known });
            weeksOf({ ...anew.all, killed: null }, known, true);
          }),
        ),
      );
    }
    const of = `trends of ${size.toLocaleString('en')} (${measure === 'deaths' ? 'killed' : 'incidents'})`;
    figures.push(
      { name: `${of}: a step, the slowest way to tell apart`, value: Math.max(...steps), unit: 'ms', target: most },
      { name: `${of}: a brush, the slowest way to tell apart`, value: Math.max(...brushes), unit: 'ms', target: most },
    );
  }
  const { all } = trendSources({ store, mask, measure: 'incidents', options: { trend: 'all' } });
  const weeks = weeksOf({ ...all, killed: null }, extent, false);
  const changes = timed(() => changesIn(weeks));
  figures.push({
    name: `change points of ${size.toLocaleString('en')}`,
    value: slow(changes),
    unit: 'ms',
    target: CHANGES_MOST,
  });
  return figures;
}

/** Those that count anew with each step, and those that a brush alone has counted anew. */
function otherFigures(size: number, most: number): Figure[] {
  const store = madeStore(size);
  const { extent } = store;
  if (!extent) throw new Error('There are no made incidents.');
  const all = filterMask(store, NO_FILTERS);
  const brushed = (i: number) => filterMask(store, { ...NO_FILTERS, alongKm: { min: i, max: 150 + i } });
  const year = (i: number) => ({ start: extent.end - WINDOW_DAYS - 31 * i, end: extent.end - 31 * i });
  const figures: Figure[] = [];
  const add = (name: string, times: readonly number[], target: number) =>
    figures.push({ name: `${name} of ${size.toLocaleString('en')}`, value: slow(times), unit: 'ms', target });

  const table = (mask: Uint8Array, i: number, window = year(i)) =>
    tableOf({ store, mask, window, options: { by: ['year', 'band', 'type'] }, datasets: ['made'] });
  const step = timed((i) => table(all, i));
  add('table by year, band and type: a step of a year', step, most);
  const wide = timed((i) => table(brushed(i), i, extent));
  add('table by year, band and type: a brush, all time', wide, most);

  const districts = madeDistricts(store.districts.map(({ id }) => id));
  const compared = { store, measure: 'incidents', hasRule: true, districts } as const;
  const sources = compareSources({ ...compared, mask: all });
  for (const pair of PRESET_PAIRS) {
    const times = timed((i) => compareAt(sources, { window: year(i), hasRule: true, options: { pair } }));
    add(`before and after (${pair}): a step`, times, most);
  }
  const anew = timed((i) => {
    const fresh = compareSources({ ...compared, mask: brushed(i) });
    compareAt(fresh, { window: extent, hasRule: true, options: { pair: 'halves' } });
  });
  add('before and after (halves): a brush', anew, most);

  add(
    'movement: a brush',
    timed((i) => movementOf({ store, mask: brushed(i), extent, withinKm: 50 })),
    most,
  );

  const { columns, longestSpan } = store;
  const find = createHotspots({ columns, longestSpan, districtIds: store.districts.map(({ id }) => id) }, districts);
  for (const areas of HOT_AREAS)
    add(
      `hot spots by ${areas}: all time, in the worker`,
      timed((i) => find(brushed(i), { window: extent, areas, figure: 'incidents' })),
      CHANGES_MOST,
    );
  return figures;
}

/** Districts in a row, each beside the next. */
function madeDistricts(ids: readonly string[]): (HotDistrict & { population2023: number })[] {
  return ids.map((id, i) => ({
    ...{ id, name: id, labelPoint: [70, 33], people: PEOPLE, population2023: PEOPLE },
    neighbours: ids.slice(Math.max(0, i - 1), i + 2).filter((other) => other !== id),
  }));
}

printFigures(
  `Analyses: 95th percentile of ${TIMES}`,
  SIZES.flatMap(({ size, most }) => [...trendFigures(size, most), ...otherFigures(size, most)]),
);
