import type { Incident, Recorded, DistrictRef } from '../model/incident.ts';
import { geometryAt, placesOfIncident } from '../model/incident-places.ts';
import type { Window } from '../time/window.ts';
import {
  computedOf,
  gather,
  settleColumns,
  gatheredColumns,
  mergeColumns,
  MOST_DATASETS,
  quickColumns,
  useUpColumns,
  type Columns,
} from './columns.ts';
import { mergeOtherPlaces, otherPlacesAt, type OtherPlaces } from './other-places.ts';
import { freed, useUp } from './resize.ts';
import { createDistricts, createRowsBuilder, WORD_KEYS, type Rows } from './rows.ts';
import { mergeTexts, rowOfText, textAt, type Texts } from './texts.ts';
import { createDictionary, type Words } from './words.ts';

export { NO_CODE, NO_DISTRICT, UNKNOWN, type Columns } from './columns.ts';

/** What is known of incidents wherever their columns are. */
interface Stored {
  readonly size: number;
  /** Of the few rows that have some. */
  readonly otherPlaces: OtherPlaces;
  readonly districts: readonly DistrictRef[];
  readonly ids: Texts;
  /** Each row as its source has it, in the order of the rows; `null` where it is not kept. */
  readonly raw: Texts | null;
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
  readonly content: RowContent;
}

/** The incidents on show, sorted by first day: columns for all that is drawn, filtered, counted or brushed, rows on demand. */
export interface Store extends Stored {
  readonly columns: Columns;
  /** What a text search looks through beside the ids and districts: the texts of WORD_KEYS, each text once. */
  readonly words: Rows['words'];
  readonly within: null;
}

/** The incidents of one dataset whose columns and codes lie in a merged store with those of others. It has none to look up: they would be gathered each time. */
export interface StorePart extends Stored {
  /** The merged store that holds its rows. */
  readonly within: Store;
  /** Its columns, each gathered whenever it is asked for. */
  gatherColumns(): Columns;
  gatherWords(): Rows['words'];
}

/** What a dataset has of its rows beside columns, wherever these are. */
export interface RowContent {
  /** The whole incident of a row, with what the columns hold of it in their row `at`. */
  incident: (row: number, columns: Columns, districts: readonly DistrictRef[], at: number) => Incident;
  original: (row: number) => [name: string, value: string][] | null;
}

/** The store of incidents that are held as they are; those of one day by id. */
export function createStore(incidents: readonly Incident[]): Store {
  return createCompletedStore(incidents, (incident) => incident);
}

/** The same of incidents that are not whole: `complete` adds, whenever a row is asked for, what there is then. */
export function createCompletedStore(
  incidents: readonly Incident[],
  complete: (incident: Incident) => Incident,
): Store {
  const rows = [...incidents].sort(byFirstDay);
  const builder = createRowsBuilder();
  for (const incident of rows) {
    const { properties } = incident;
    const [[lon, lat], ...otherPlaces] = placesOfIncident(incident);
    const located = { recorded: properties, computed: properties, lon, lat };
    builder.add(otherPlaces.length > 0 ? { ...located, otherPlaces } : located);
  }
  return storeOf(builder.finish(), { incident: (row) => complete(rows[row]), original: () => null });
}

/** How the rows of a dataset are read again from their raw text. */
export interface RawReader {
  recorded: (raw: string) => Recorded;
  original: (raw: string) => [name: string, value: string][];
}

/** The store of a dataset whose rows came with their raw text. */
export function createRawStore(rows: Rows, read: RawReader): Store {
  const { raw, ids, otherPlaces } = rows; // not the rows: what is kept here is kept as long as the dataset, and the columns need not be
  const rawAt = (row: number) => (raw ? textAt(raw, row) : '');
  return storeOf(rows, {
    original: (row) => read.original(rawAt(row)),
    incident: (row, columns, districts, at) => {
      // of equal rows without an id each has a number in its own, which its text does not tell
      const id = textAt(ids, row);
      const recorded = read.recorded(rawAt(row));
      return {
        type: 'Feature',
        id,
        geometry: geometryAt([columns.lon[at], columns.lat[at]], otherPlacesAt(otherPlaces, row)),
        properties: {
          ...recorded,
          id,
          ...computedOf(columns, at),
          district: districts[columns.district[at]] ?? null,
          districtByPoint: districts[columns.pointDistrict[at]] ?? null,
        },
      };
    },
  });
}

function storeOf(rows: Rows, content: RowContent): Store {
  const columns = quickColumns(rows.columns);
  return holding({ ...rows, columns, ...spanOf(columns), content });
}

type Held = Rows & Pick<Store, 'longestSpan' | 'extent' | 'content'>;

/** A store that holds its rows itself. */
function holding({ columns, otherPlaces, districts, words, ids, raw, longestSpan, extent, content }: Held): Store {
  return {
    ...{ columns, otherPlaces, districts, words, ids, raw, longestSpan, extent, content },
    size: columns.start.length,
    within: null,
    row: (index) => content.incident(index, columns, districts, index),
    original: content.original,
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
 * when it is done. Throws an Error where there are more than `MOST_DATASETS`.
 */
export function* mergeStores(stores: readonly (Store | StorePart)[]): Generator<undefined, Store> {
  if (stores.length > MOST_DATASETS)
    throw new Error(`${stores.length} datasets are more than can be shown at once. Switch some of them off.`);
  const from = stores.map(columnsOf);
  const { parts, rows } = mergeOrder(from.map(({ start }) => start));
  yield;
  const columns = yield* mergeColumns(from, parts, rows);
  columns.dataset.set(parts);
  const districts = yield* recodeDistricts(stores, columns);
  const texts = stores.map(wordsOf);
  const words = {} as Record<(typeof WORD_KEYS)[number], Words>;
  for (const key of WORD_KEYS) {
    words[key] = mergeWords(
      texts.map((of) => of[key]),
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
  const otherPlaces = mergeOtherPlaces(
    stores.map((store) => store.otherPlaces),
    parts,
    rows,
  );
  const contents = stores.map(({ content }) => content);
  const content: RowContent = {
    incident: (row, ...where) => contents[parts[row]].incident(rows[row], ...where),
    original: (row) => contents[parts[row]].original(rows[row]),
  };
  return holding({ columns, otherPlaces, districts, words, ids, raw: null, ...spanOf(columns), content });
}

const columnsOf = (store: Store | StorePart): Columns => (store.within ? store.gatherColumns() : store.columns);
const wordsOf = (store: Store | StorePart): Rows['words'] => (store.within ? store.gatherWords() : store.words);

/**
 * A part of a merged store, once the merged one has all that it held: its columns and codes are picked from there
 * whenever they are asked for, so that a million rows are not held twice.
 */
export function partOf(
  merged: Store,
  part: number,
  { size, otherPlaces, ids, raw, longestSpan, extent, content }: Stored,
): StorePart {
  const stretches = stretchesOf(merged.columns.dataset, part);
  const { districts } = merged;
  return {
    ...{ size, otherPlaces, ids, raw, longestSpan, extent, content, districts },
    within: merged,
    gatherColumns: () => {
      const columns = gatheredColumns(merged.columns, stretches, size);
      Object.defineProperty(columns, 'dataset', { enumerable: true, get: () => new Uint16Array(size) });
      return columns;
    },
    gatherWords: () =>
      Object.fromEntries(
        WORD_KEYS.map((key) => {
          const { codes, list } = merged.words[key];
          const gathered: Words = {
            get codes() {
              return gather(codes, stretches, size);
            },
            list,
          };
          return [key, gathered];
        }),
      ) as Rows['words'],
    row: (index) => content.incident(index, merged.columns, districts, rowIn(stretches, index)),
    original: content.original,
    indexOf: (id) => rowOfText(ids, id),
  };
}

/** A store's rows, to be kept: of a part the columns are gathered when they are asked for, so ask for each once. */
export function rowsOf(store: Store | StorePart): Rows {
  const { otherPlaces, districts, ids, raw } = store;
  return { columns: columnsOf(store), otherPlaces, districts, words: wordsOf(store), ids, raw };
}

const USED_UP = 'This store was used up: another holds its rows now. Take the dataset’s store anew from the datasets.';

/** Frees a store's columns and codes: the engine would take seconds to find out that nobody needs them. To ask for them, or for a row, throws from now on. */
export function freeColumns(store: Store): void {
  const { columns, words } = store;
  for (const column of Object.values(columns)) freed(column);
  for (const { codes } of Object.values(words)) freed(codes);
  useUpColumns(columns);
  useUp(store, ['columns', 'words', 'row'], USED_UP);
}

/** A store that holds its rows itself, of one that may be part of another; a generator, as `mergeStores`. */
export function* apart(store: Store | StorePart): Generator<undefined, Store> {
  if (!store.within) return store;
  const { otherPlaces, ids, raw, longestSpan, extent, content, districts } = store;
  const gathered = store.gatherWords();
  const words = {} as Record<(typeof WORD_KEYS)[number], Words>;
  for (const key of WORD_KEYS) {
    words[key] = { ...gathered[key] };
    yield;
  }
  const columns = yield* settleColumns(store.gatherColumns());
  return holding({ columns, otherPlaces, districts, words, ids, raw, longestSpan, extent, content });
}

/** Where the rows of a part lie: stretches of rows, the first of each and the one after its last. */
function stretchesOf(dataset: Uint16Array, part: number): Uint32Array {
  const isEdge = (i: number) => (dataset[i] === part) !== (i > 0 && dataset[i - 1] === part);
  let count = 0;
  for (let i = 0; i < dataset.length; i++) if (isEdge(i)) count++;
  const stretches = new Uint32Array(count + (count % 2)).fill(dataset.length);
  for (let i = 0, next = 0; next < count; i++) if (isEdge(i)) stretches[next++] = i;
  return stretches;
}

/** The row of the merged store that is the part's row `index`. */
function rowIn(stretches: Uint32Array, index: number): number {
  let before = 0;
  for (let s = 0; s < stretches.length; s += 2) {
    const length = stretches[s + 1] - stretches[s];
    if (index < before + length) return stretches[s] + index - before;
    before += length;
  }
  return -1;
}

/** The store, and in it the row, that each row of the merged store comes from, by the first days of each. */
function mergeOrder(starts: readonly Int32Array[]): { parts: Uint16Array; rows: Uint32Array } {
  const size = starts.reduce((sum, { length }) => sum + length, 0);
  const parts = new Uint16Array(size);
  const rows = new Uint32Array(size);
  const next = starts.map(() => 0);
  for (let i = 0; i < size; i++) {
    let [part, first] = [-1, Infinity];
    for (let p = 0; p < starts.length; p++) {
      const day = next[p] < starts[p].length ? starts[p][next[p]] : Infinity;
      if (day < first) [part, first] = [p, day];
    }
    parts[i] = part;
    rows[i] = next[part]++;
  }
  return { parts, rows };
}

/** Gives the districts of all stores one list; a generator, as `mergeColumns`. */
function* recodeDistricts(stores: readonly Stored[], columns: Columns): Generator<undefined, DistrictRef[]> {
  const { code, list } = createDistricts();
  const recode = stores.map((store) => Int32Array.from(store.districts, code));
  for (const column of [columns.district, columns.pointDistrict]) {
    for (let i = 0; i < column.length; i++) if (column[i] >= 0) column[i] = recode[columns.dataset[i]][column[i]];
    yield;
  }
  return list;
}

function mergeWords(from: readonly Words[], parts: Uint16Array, rows: Uint32Array): Words {
  const { code, list } = createDictionary();
  const recode = from.map((words) => Uint32Array.from(words.list, code));
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = recode[parts[i]][from[parts[i]].codes[rows[i]]];
  return { codes, list };
}
