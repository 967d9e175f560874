import type { Position } from '../../geo/model/incident.ts';
import { otherPlacesAt } from '../../geo/store/other-places.ts';
import { meets, type Window } from '../../geo/time/window.ts';
import { mercatorX, mercatorY } from '../scene/mercator.ts';
import { DATA } from '../text/data.ts';
import { rangeText } from '../text/dates.ts';
import type { AppState } from './app.svelte.ts';
import type { Dataset } from './datasets.ts';
import { fitRows } from './fit-rows.ts';

/** Why nothing of a dataset is seen: the days on show, the filters, both together, or where the map looks. */
export type Unseen = 'time' | 'filters' | 'both' | 'map';

/** The datasets by their codes in the store. */
function codesOf({ data }: AppState, datasets: readonly Dataset[]): Set<number> {
  return new Set(datasets.map((dataset) => data.shown.indexOf(dataset)));
}

/** The rows of the datasets in the store, by first day. */
function rowsOf(app: AppState, datasets: readonly Dataset[]): Uint32Array {
  const codes = codesOf(app, datasets);
  const { dataset } = app.data.store.columns;
  return Uint32Array.from(dataset.keys()).filter((row) => codes.has(dataset[row]));
}

/**
 * Why none of the datasets' rows is seen; `null` where one is, or where there are none. A file may have a million rows,
 * the first of which mostly is seen: it looks no further than it must, and copies nothing.
 */
function whyUnseen(app: AppState, datasets: readonly Dataset[]): Unseen | null {
  const { data, view, figures, density } = app;
  const { start, end, lon, lat, dataset } = data.store.columns;
  const { window } = view;
  const { mask } = figures;
  const codes = codesOf(app, datasets);
  const isSeen = ([placeLon, placeLat]: Position) => {
    if (!density.seen) return true;
    const [west, north, east, south] = density.seen.box;
    const [x, y] = [mercatorX(placeLon), mercatorY(placeLat)];
    return x >= west && x <= east && y >= north && y <= south;
  };
  const isOnMap = (row: number) =>
    isSeen([lon[row], lat[row]]) || otherPlacesAt(data.store.otherPlaces, row).some(isSeen);
  let [rows, inTime, passing, shown] = [0, 0, 0, 0];
  for (let row = 0; row < dataset.length; row++) {
    if (!codes.has(dataset[row])) continue;
    const meetsWindow = meets(start[row], end[row], window);
    const passes = mask[row] === 1;
    rows++;
    if (meetsWindow) inTime++;
    if (passes) passing++;
    if (!meetsWindow || !passes) continue;
    if (isOnMap(row)) return null;
    shown++;
  }
  if (rows === 0) return null;
  if (shown > 0) return 'map';
  if (inTime > 0 && passing === 0) return 'filters';
  return passing > 0 && inTime === 0 ? 'time' : 'both';
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
  const { view } = app;
  if (why === 'filters' || why === 'both') view.clearFilters();
  if (why === 'time' || why === 'both') {
    const days = daysOf(app, rows);
    if (days.start < view.extent.start || days.end > view.extent.end) view.leaveOutFar(false);
    view.mode = 'window';
    view.goTo(days.start, days.end);
  }
  if (why === 'map') fitRows(app, rows);
}

/** Says so where nothing is seen of datasets that have just been opened, and offers the way to them. */
export function tellUnseen(app: AppState, opened: readonly Dataset[]): void {
  const unseen = opened.filter((dataset) => dataset.on && whyUnseen(app, [dataset]) !== null);
  const why = whyUnseen(app, unseen);
  if (why === null) return;
  const rows = rowsOf(app, unseen);
  const text = DATA.unseen[why]({ names: unseen.map(({ name }) => name), time: rangeText(app.view.window) });
  // what is shown then may lie where the map does not look
  const act = () => {
    show(app, rows, why);
    if (why !== 'map') tellUnseen(app, unseen);
  };
  const isNeedless = () => whyUnseen(app, unseen) === null;
  app.notices.offer(text, { label: DATA.showUnseen[why], act, isNeedless });
}
