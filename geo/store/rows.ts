import { memoised } from '../memo.ts';
import { parseDay } from '../model/day.ts';
import type { DistrictRef, Position, Recorded } from '../model/incident.ts';
import {
  createColumns,
  fillRow,
  NO_DISTRICT,
  pick,
  reorderColumns,
  resizeColumns,
  type Columns,
  type Located,
} from './columns.ts';
import { otherPlacesOf, type OtherPlaces } from './other-places.ts';
import { resized } from './resize.ts';
import { buffersOfTexts, createTextsBuilder, pickTexts, type Texts } from './texts.ts';
import { createDictionary, type Words } from './words.ts';

/** The texts that a search looks through, beside the id and the district. */
export const WORD_KEYS = ['title', 'place', 'admin', 'actors', 'publishers'] as const;
type WordKey = (typeof WORD_KEYS)[number];

/** The incidents of a dataset as columns, sorted by first day: nothing in it but buffers and lists, to be handed to another thread. */
export interface Rows {
  columns: Columns;
  otherPlaces: OtherPlaces;
  districts: readonly DistrictRef[];
  words: Readonly<Record<WordKey, Words>>;
  ids: Texts;
  /** Each row as its source has it; `null` where it is not kept. */
  raw: Texts | null;
}

export interface RowsBuilder {
  add: (incident: Located, raw?: string) => void;
  /** The rows by first day; those of one day stay in the order in which they came. */
  finish: () => Rows;
}

/** Gives each district its index in a list of them, the same for the same id; none is NO_DISTRICT. */
export function createDistricts(): { code: (district: DistrictRef | null) => number; list: DistrictRef[] } {
  const { code } = createDictionary();
  const list: DistrictRef[] = [];
  return {
    code: (district) => {
      if (!district) return NO_DISTRICT;
      const at = code(district.id);
      if (at === list.length) list.push(district);
      return at;
    },
    list,
  };
}

/** Collects incidents. Either all rows come with their raw text or none. */
export function createRowsBuilder(): RowsBuilder {
  let columns = createColumns(1024);
  let size = 0;
  const ids = createTextsBuilder();
  const raws = createTextsBuilder();
  let hasRaw = false;
  const districts = createDistricts();
  const dictionaries = Object.fromEntries(WORD_KEYS.map((key) => [key, createDictionary()])) as Record<
    WordKey,
    ReturnType<typeof createDictionary>
  >;
  const codes = Object.fromEntries(WORD_KEYS.map((key) => [key, new Uint32Array(1024)])) as Record<
    WordKey,
    Uint32Array<ArrayBuffer>
  >;
  /** of the rows that have some */
  const otherPlaces = new Map<number, readonly Position[]>();
  const dayOf = memoised((text) => parseDay(text) ?? 0); // both are days: the schema, or the format, has seen to it

  function grow(): void {
    columns = resizeColumns(columns, size * 2);
    for (const key of WORD_KEYS) codes[key] = resized(codes[key], size * 2);
  }

  function add(incident: Located, raw?: string): void {
    if (size === columns.lon.length) grow();
    const { recorded, computed } = incident;
    fillRow(columns, size, incident, dayOf);
    columns.district[size] = districts.code(computed.district);
    columns.pointDistrict[size] = districts.code(computed.districtByPoint);
    for (const key of WORD_KEYS) codes[key][size] = dictionaries[key].code(WORD_TEXTS[key](recorded));
    if (incident.otherPlaces) otherPlaces.set(size, incident.otherPlaces);
    ids.add(recorded.id);
    if (raw !== undefined) {
      raws.add(raw);
      hasRaw = true;
    }
    size++;
  }

  function finish(): Rows {
    columns = resizeColumns(columns, size);
    // files are often in order already: then nothing need be moved
    const order = isAscending(columns.start) ? null : byFirstDay(columns.start);
    const words = {} as Record<WordKey, Words>;
    for (const key of WORD_KEYS) {
      const coded = resized(codes[key], size);
      words[key] = { codes: order ? pick(coded, order) : coded, list: dictionaries[key].list };
    }
    const inOrder = (texts: Texts) => (order ? pickTexts(texts, order) : texts);
    return {
      columns: order ? reorderColumns(columns, order) : columns,
      otherPlaces: otherPlacesOf(order ? inNewOrder(otherPlaces, order) : otherPlaces),
      districts: districts.list,
      words,
      ids: inOrder(ids.finish()),
      raw: hasRaw ? inOrder(raws.finish()) : null,
    };
  }

  return { add, finish };
}

const WORD_TEXTS: Readonly<Record<WordKey, (recorded: Recorded) => string>> = {
  title: ({ title }) => title,
  place: ({ place }) => place ?? '',
  admin: ({ admin }) => admin ?? '',
  // a line each, so that named.ts can tell the names
  actors: ({ actors }) => actors.flatMap(({ name, recorded }) => [oneLine(name), oneLine(recorded)]).join('\n'),
  publishers: ({ sources }) => sources.map(({ publisher }) => publisher).join('\n'),
};

function oneLine(text: string): string {
  // hardly a name has a break, and to look for one with the spaces around it takes long
  return /[\r\n]/.test(text) ? text.replaceAll(/\s*[\r\n]\s*/g, ' ') : text;
}

function isAscending(days: Int32Array): boolean {
  for (let i = 1; i < days.length; i++) if (days[i] < days[i - 1]) return false;
  return true;
}

/** The rows by first day: a counting sort, stable. */
function byFirstDay(start: Int32Array): Uint32Array {
  let [first, last] = [Infinity, -Infinity];
  for (const day of start) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const places = new Uint32Array(start.length === 0 ? 1 : last - first + 2);
  for (const day of start) places[day - first + 1]++;
  for (let i = 1; i < places.length; i++) places[i] += places[i - 1];
  const rows = new Uint32Array(start.length);
  for (let i = 0; i < start.length; i++) rows[places[start[i] - first]++] = i;
  return rows;
}

/** What is known of few rows, by where these stand in another order. */
function inNewOrder<T>(of: ReadonlyMap<number, T>, order: Uint32Array): Map<number, T> {
  const moved = new Map<number, T>();
  if (of.size === 0) return moved;
  order.forEach((row, at) => {
    const one = of.get(row);
    if (one !== undefined) moved.set(at, one);
  });
  return moved;
}

/** The buffers, to be transferred with the rows. */
export function buffersOf({ columns, otherPlaces, words, ids, raw }: Rows): ArrayBuffer[] {
  const arrays: ArrayBufferView[] = [
    ...[...Object.values(columns), ...[otherPlaces.rows, otherPlaces.lon, otherPlaces.lat]],
    ...WORD_KEYS.map((key) => words[key].codes),
  ];
  const ofTexts = [ids, ...(raw ? [raw] : [])].flatMap(buffersOfTexts);
  return [...new Set([...arrays.map(({ buffer }) => buffer as ArrayBuffer), ...ofTexts])];
}
