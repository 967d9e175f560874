import { capOf } from '../../geo/store/cap.ts';
import { boxOf } from '../../geo/store/places.ts';
import { meets, type Window } from '../../geo/time/window.ts';
import { mercatorX, mercatorY } from '../scene/mercator.ts';
import { DATA } from '../text/data.ts';
import { rangeText } from '../text/dates.ts';
import type { AppState } from './app.svelte.ts';
import type { Dataset } from './datasets.ts';

/** Why nothing of a dataset is seen: the days on show, the filters, both together, or where the map looks. */
export type Unseen = 'time' | 'filters' | 'both' | 'map';

/** The rows of the datasets in the store, by first day. */
function rowsOf({ data }: AppState, datasets: readonly Dataset[]): Uint32Array {
  const codes = new Set(datasets.map((dataset) => data.shown.indexOf(dataset)));
  const { dataset } = data.store.columns;
  return Uint32Array.from(data.store.columns.start.keys()).filter((row) => codes.has(dataset[row]));
}

/** Why none of the rows is seen; `null` where one is, or where there are none. */
function whyUnseen({ data, view, figures, density }: AppState, rows: Uint32Array): Unseen | null {
  const { start, end, lon, lat } = data.store.columns;
  const inTime = rows.filter((row) => meets(start[row], end[row], view.window));
  const passing = rows.filter((row) => figures.mask[row] === 1);
  const shown = inTime.filter((row) => figures.mask[row] === 1);
  if (rows.length === 0) return null;
  if (shown.length === 0) {
    if (inTime.length > 0 && passing.length === 0) return 'filters';
    return passing.length > 0 && inTime.length === 0 ? 'time' : 'both';
  }
  const { seen } = density;
  if (!seen) return null;
  const [west, north, east, south] = seen.box;
  const isSeen = (x: number, y: number) => x >= west && x <= east && y >= north && y <= south;
  return shown.some((row) => isSeen(mercatorX(lon[row]), mercatorY(lat[row]))) ? null : 'map';
}

/** From the first day of the rows to the last. */
function daysOf({ data }: AppState, rows: Uint32Array): Window {
  const { start, end } = data.store.columns;
  return rows.reduce((days, row) => ({ start: Math.min(days.start, start[row]), end: Math.max(days.end, end[row]) }), {
    start: Infinity,
    end: -Infinity,
  });
}

/** Shows what was not seen, for the reason given. */
function show(app: AppState, rows: Uint32Array, why: Unseen): void {
  const { view, data, map } = app;
  if (why === 'filters' || why === 'both') view.clearFilters();
  if (why === 'time' || why === 'both') {
    const days = daysOf(app, rows);
    if (days.start < view.extent.start || days.end > view.extent.end) view.leaveOutFar(false);
    view.mode = 'window';
    view.goTo(days.start, days.end);
  }
  const box = boxOf(data.store, rows);
  if (why === 'map' && box) void map.fit(box, capOf(data.store, rows) ?? undefined);
}

/** Says so where nothing is seen of datasets that have just been opened, and offers the way to them. */
export function tellUnseen(app: AppState, opened: readonly Dataset[]): void {
  const unseen = opened.filter((dataset) => dataset.on && whyUnseen(app, rowsOf(app, [dataset])) !== null);
  const rows = rowsOf(app, unseen);
  const why = whyUnseen(app, rows);
  if (why === null) return;
  const text = DATA.unseen[why]({ names: unseen.map(({ name }) => name), time: rangeText(app.view.window) });
  // what is shown then may lie where the map does not look
  const act = () => {
    show(app, rows, why);
    if (why !== 'map') tellUnseen(app, unseen);
  };
  app.notices.offer(text, { label: DATA.showUnseen[why], act });
}
