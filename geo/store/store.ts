import type { Incident, Recorded } from '../model/incident.ts';
import type { Window } from '../time/window.ts';
import { computedOf, mergeColumns, quickColumns, type Columns } from './columns.ts';
import { createDistricts, createRowsBuilder, WORD_KEYS, type District, type Rows } from './rows.ts';
import { mergeTexts, rowOfText, textAt, type Texts } from './texts.ts';
import { createDictionary, type Words } from './words.ts';

export { NO_CODE, NO_DISTRICT, UNKNOWN, type Columns } from './columns.ts';

/** The incidents on show, sorted by first day: columns for all that is drawn, filtered, counted or brushed, rows on demand. */
export interface Store {
  readonly size: number;
  readonly columns: Columns;
  readonly districts: readonly District[];
  readonly ids: Texts;
  /** Each row as its source has it, in the order of the rows; `null` where it is not kept. */
  readonly raw: Texts | null;
  /** What a text search looks through beside the ids and districts: the texts of WORD_KEYS, each text once. */
  readonly words: Rows['words'];
  /** The longest span of an incident, in days from its first to its last; bounds the search by first day. */
  readonly longestSpan: number;
  /** First day to last day over all incidents; `null` where there are none. */
  readonly extent: Window | null;
  /** The whole incident of a row. */
  row(index: number): Incident;
  /** The columns of its source with its values, as they stand there; `null` where they are not kept. */
  original(index: number): [name: string, value: string][] | null;
  /** The row of an incident's id, or -1. */
  indexOf(id: string): number;
}

/** The store of incidents that are held as they are; those of one day by id. */
export function createStore(incidents: readonly Incident[]): Store {
  const rows = [...incidents].sort(byFirstDay);
  const builder = createRowsBuilder();
  for (const { geometry, properties } of rows) {
    const [lon, lat] = geometry.coordinates;
    builder.add({ recorded: properties, computed: properties, lon, lat });
  }
  const built = builder.finish();
  return { ...storeOf(built), row: (index) => rows[index] };
}

/** How the rows of a dataset are read again from their raw text. */
export interface RawReader {
  recorded: (raw: string) => Recorded;
  original: (raw: string) => [name: string, value: string][];
}

/** The store of a dataset whose rows came with their raw text. */
export function createRawStore(rows: Rows, read: RawReader): Store {
  const { columns, districts, raw } = rows;
  const rawAt = (index: number) => (raw ? textAt(raw, index) : '');
  return {
    ...storeOf(rows),
    original: (index) => read.original(rawAt(index)),
    row: (index) => {
      const recorded = read.recorded(rawAt(index));
      return {
        type: 'Feature',
        id: recorded.id,
        geometry: { type: 'Point', coordinates: [columns.lon[index], columns.lat[index]] },
        properties: {
          ...recorded,
          ...computedOf(columns, index),
          district: districts[columns.district[index]] ?? null,
          districtByPoint: districts[columns.pointDistrict[index]] ?? null,
        },
      };
    },
  };
}

function storeOf(rows: Rows): Omit<Store, 'row'> {
  const { districts, words, ids } = rows;
  const columns = quickColumns(rows.columns);
  return {
    size: columns.start.length,
    columns,
    districts,
    ids,
    raw: rows.raw,
    words,
    ...spanOf(columns),
    original: () => null,
    indexOf: (id) => rowOfText(ids, id),
  };
}

function byFirstDay(a: Incident, b: Incident): number {
  const [p, q] = [a.properties, b.properties];
  return p.start === q.start ? compare(p.id, q.id) : compare(p.start, q.start);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spanOf({ start, end }: Columns): Pick<Store, 'longestSpan' | 'extent'> {
  if (start.length === 0) return { longestSpan: 0, extent: null };
  let [longestSpan, last] = [0, end[0]];
  for (let i = 0; i < start.length; i++) {
    if (end[i] - start[i] > longestSpan) longestSpan = end[i] - start[i];
    if (end[i] > last) last = end[i];
  }
  return { longestSpan, extent: { start: start[0], end: last } };
}

/**
 * One store of several, sorted by first day; on one day the earlier store's come first. Its rows' `dataset` is the store
 * that they came from. A generator that rests now and then, so that a page can answer in between; it gives the store
 * when it is done.
 */
export function* mergeStores(stores: readonly Store[]): Generator<undefined, Store> {
  const { parts, rows } = mergeOrder(stores);
  yield;
  const columns = yield* mergeColumns(
    stores.map((store) => store.columns),
    parts,
    rows,
  );
  columns.dataset.set(parts);
  const districts = yield* recodeDistricts(stores, columns);
  const words = {} as Record<(typeof WORD_KEYS)[number], Words>;
  for (const key of WORD_KEYS) {
    words[key] = mergeWords(
      stores.map((store) => store.words[key]),
      parts,
      rows,
    );
    yield;
  }
  const ids = mergeTexts(
    stores.map((store) => store.ids),
    parts,
    rows,
  );
  return {
    size: rows.length,
    columns,
    districts,
    ids,
    raw: null,
    words,
    ...spanOf(columns),
    row: (index) => stores[parts[index]].row(rows[index]),
    original: (index) => stores[parts[index]].original(rows[index]),
    indexOf: (id) => rowOfText(ids, id),
  };
}

/** The store, and in it the row, that each row of the merged store comes from. */
function mergeOrder(stores: readonly Store[]): { parts: Uint8Array; rows: Uint32Array } {
  const size = stores.reduce((sum, store) => sum + store.size, 0);
  const parts = new Uint8Array(size);
  const rows = new Uint32Array(size);
  const next = stores.map(() => 0);
  for (let i = 0; i < size; i++) {
    let [part, first] = [-1, Infinity];
    for (let p = 0; p < stores.length; p++) {
      const day = next[p] < stores[p].size ? stores[p].columns.start[next[p]] : Infinity;
      if (day < first) [part, first] = [p, day];
    }
    parts[i] = part;
    rows[i] = next[part]++;
  }
  return { parts, rows };
}

/** Gives the districts of all stores one list; a generator, as `mergeColumns`. */
function* recodeDistricts(stores: readonly Store[], columns: Columns): Generator<undefined, District[]> {
  const { code, list } = createDistricts();
  const recode = stores.map((store) => Int32Array.from(store.districts, code));
  for (const column of [columns.district, columns.pointDistrict]) {
    for (let i = 0; i < column.length; i++) if (column[i] >= 0) column[i] = recode[columns.dataset[i]][column[i]];
    yield;
  }
  return list;
}

function mergeWords(from: readonly Words[], parts: Uint8Array, rows: Uint32Array): Words {
  const { code, list } = createDictionary();
  const recode = from.map((words) => Uint32Array.from(words.list, code));
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = recode[parts[i]][from[parts[i]].codes[rows[i]]];
  return { codes, list };
}
