import '../no-eval.ts';
import { createGridMaker, type Grid, type GridQuery, type Places } from '../../geo/store/grid.ts';
import type { Columns, Store } from '../../geo/store/store.ts';
import { mercatorX, mercatorY } from '../map/mercator.ts';

/** What the page asks. Incidents and mask come with the first question about them; `null` means those of the last. */
export interface DensityRequest {
  incidents: Incidents | null;
  mask: Uint8Array | null;
  query: GridQuery;
}

/** What grids are counted from, as the store has it: degrees. */
export interface Incidents extends Pick<Store, 'longestSpan'> {
  columns: Pick<Columns, 'lon' | 'lat' | 'start' | 'end' | 'best'>;
}

let gridOf: ReturnType<typeof createGridMaker> | null = null;
let passing: Uint8Array | null = null;

/** Answers every question, in order, with a Grid. */
self.onmessage = ({ data: { incidents, mask, query } }: MessageEvent<DensityRequest>) => {
  if (incidents) gridOf = createGridMaker(placesOf(incidents));
  passing = mask ?? passing;
  if (!gridOf || !passing) throw new Error('A grid was asked for before its incidents were sent.');
  const grid = gridOf(passing, query);
  self.postMessage(grid, { transfer: buffersOf(grid) });
};

/** The places in Web Mercator, put where the degrees were: these are the worker's own. */
function placesOf({ columns: { lon, lat, ...columns }, longestSpan }: Incidents): Places {
  for (let i = 0; i < lon.length; i++) {
    lon[i] = mercatorX(lon[i]);
    lat[i] = mercatorY(lat[i]);
  }
  return { x: lon, y: lat, columns, longestSpan };
}

function buffersOf({ x, y, incidents, deaths, unknown }: Grid): Transferable[] {
  return [x, y, incidents, deaths, unknown].map(({ buffer }) => buffer as ArrayBuffer);
}
