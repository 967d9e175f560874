import '../no-eval.ts';
import { createGridMaker, type Grid, type GridPlaces, type GridQuery } from '../../geo/store/grid.ts';
import type { OtherPlaces } from '../../geo/store/other-places.ts';
import { freed } from '../../geo/store/resize.ts';
import type { Columns } from '../../geo/store/store.ts';
import { inMercator } from '../scene/mercator.ts';
import { prepare, type Prepared, type RowColumns } from '../scene/prepared.ts';

/** What of a store is drawn, one column after the other, places in degrees. */
export type PreparedColumns = Pick<Columns, 'lon' | 'lat' | 'low' | 'high' | Exclude<keyof RowColumns, 'x' | 'y'>>;

/** What the page says: first the columns of a store, each with its name, then that these are all, then questions. */
export type PreparingRequest =
  | { kind: 'column'; columns: Partial<PreparedColumns> }
  | { kind: 'columns'; longestSpan: number; otherPlaces: OtherPlaces }
  /** the mask comes with the first question about it; `null` means that of the last */
  | { kind: 'grid'; mask: Uint8Array | null; query: GridQuery }
  | { kind: 'marks' };

/** Every question is answered once. */
export type PreparingAnswer = { kind: 'grid'; grid: Grid } | { kind: 'marks'; prepared: Prepared };

const received: Partial<PreparedColumns> = {};
let otherPlaces: OtherPlaces | null = null;
let columns: (RowColumns & GridPlaces['columns']) | null = null;
let gridOf: ReturnType<typeof createGridMaker> | null = null;
let mask: Uint8Array | null = null;

self.onmessage = ({ data }: MessageEvent<PreparingRequest>) => {
  switch (data.kind) {
    case 'column':
      Object.assign(received, data.columns);
      return;
    case 'columns':
      otherPlaces = data.otherPlaces;
      takeColumns(received as PreparedColumns, data.longestSpan);
      return;
    case 'grid':
      mask = data.mask ?? mask;
      answerGrid(data.query);
      return;
    case 'marks':
      // a grid that is asked for meanwhile goes first: it takes a moment, and may make the marks needless for now
      setTimeout(answerMarks);
  }
};

function takeColumns({ lon, lat, ...others }: PreparedColumns, longestSpan: number): void {
  columns = { ...inMercator(lon, lat), ...others };
  for (const degrees of [lon, lat]) freed(degrees);
  delete received.lon;
  delete received.lat;
  const { x, y } = columns;
  gridOf = createGridMaker({ x, y, columns, longestSpan });
}

function answerGrid(query: GridQuery): void {
  if (!gridOf || !mask) throw new Error('A grid was asked for before its incidents were sent.');
  const grid = gridOf(mask, query);
  const { x, y, incidents, deaths, unknown, low, high } = grid;
  tell({ kind: 'grid', grid }, [x, y, incidents, deaths, unknown, low, high]);
}

function answerMarks(): void {
  if (!columns || !otherPlaces) throw new Error('Marks were asked for before their incidents were sent.');
  const prepared = prepare(columns, otherPlaces);
  const { rows, marks, places, index } = prepared;
  const { groups, of, areas } = places;
  const indexes = index.map((shelf) => shelf.index);
  const arrays = [
    ...(rows ? [rows] : []),
    ...[marks.floats, marks.long, groups.begin, groups.rows, of],
    ...[areas.at, areas.place, areas.x, areas.y, areas.asideX, areas.asideY, areas.form],
    ...index.map((shelf) => shelf.places),
  ];
  tell({ kind: 'marks', prepared }, arrays, indexes);
}

function tell(answer: PreparingAnswer, arrays: readonly ArrayBufferView[], buffers: readonly ArrayBuffer[] = []): void {
  self.postMessage(answer, { transfer: [...arrays.map(({ buffer }) => buffer as ArrayBuffer), ...buffers] });
}
