import { UNKNOWN, type Columns } from '../store/store.ts';
import { countRow, emptySums, type Sums } from '../store/sums.ts';
import type { Telling } from './tell.ts';

/** Incidents and their deaths in each cell, as in `Sums`, and their injured; `injuredUnknown` counts incidents. */
export interface CellSums extends Sums {
  injured: Float64Array;
  injuredUnknown: Float64Array;
}

/** CrossCells of several places or codes at once, each as one number: the first varies slowest. */
export interface CrossCells {
  keys: Float64Array;
  sums: CellSums;
}

const NAMES = ['incidents', 'best', 'low', 'high', 'unknown', 'injured', 'injuredUnknown'] as const;

/** CrossCells in this room are numbered by a table, in more by a map. */
const TABLE_ROOM = 1 << 22;

/** The rows by the codes of several tellings: one pass over them. Without any telling all are in one cell. */
export function countCells(columns: Columns, rows: Uint32Array, tellings: readonly Telling[]): CrossCells {
  const keys = new Float64Array(rows.length);
  for (const { of, codes } of tellings) for (let i = 0; i < keys.length; i++) keys[i] = keys[i] * codes + of[rows[i]];
  const { numbers, met } = numbered(keys, product(tellings.map(({ codes }) => codes)));
  const sums = emptyCellSums(met.length);
  for (let i = 0; i < rows.length; i++) countInto(sums, columns, rows[i], numbers[i]);
  return { keys: met, sums };
}

/**
 * The cells by the values of the tellings instead of their codes: of a code with several values its incidents are in a
 * cell of each. `several`: for each telling whether that was so of any.
 */
export function spreadCells(cells: CrossCells, tellings: readonly Telling[]): CrossCells & { several: boolean[] } {
  const several = tellings.map(() => false);
  if (tellings.every(({ places }) => places === null)) return { ...cells, several };
  const from: number[] = [];
  const keys: number[] = [];
  const sizes = tellings.map(({ codes }) => codes);
  /** The keys of a cell's codes from the telling `t` on, after what those before have made of it. */
  function addKeys(cell: number, codes: readonly number[], t: number, key: number): void {
    if (t === tellings.length) {
      keys.push(key);
      from.push(cell);
      return;
    }
    const { places, values } = tellings[t];
    if (places === null) return addKeys(cell, codes, t + 1, key * values + codes[t]);
    const list = places(codes[t]);
    if (list.length > 1) several[t] = true;
    for (const place of list) addKeys(cell, codes, t + 1, key * values + place);
  }
  cells.keys.forEach((key, cell) => addKeys(cell, digits(key, sizes), 0, 0));
  const { numbers, met } = numbered(Float64Array.from(keys), product(tellings.map(({ values }) => values)));
  const sums = emptyCellSums(met.length);
  for (const name of NAMES) {
    const [to, column] = [sums[name], cells.sums[name]];
    for (let i = 0; i < from.length; i++) to[numbers[i]] += column[from[i]];
  }
  return { keys: met, sums, several };
}

/** The cells in ascending order of their keys. */
export function sortedCells({ keys, sums }: CrossCells): CrossCells {
  const order = Uint32Array.from(keys, (_, cell) => cell).sort((a, b) => keys[a] - keys[b]);
  const sorted = emptyCellSums(0);
  for (const name of NAMES) sorted[name] = Float64Array.from(order, (cell) => sums[name][cell]);
  return { keys: Float64Array.from(order, (cell) => keys[cell]), sums: sorted };
}

/** The parts of a key, given how many values each may have. */
export function digits(key: number, sizes: readonly number[]): number[] {
  const parts: number[] = [];
  let rest = key;
  for (let i = sizes.length - 1; i >= 0; i--) {
    parts.unshift(rest % sizes[i]);
    rest = Math.floor(rest / sizes[i]);
  }
  return parts;
}

/** Numbers keys from 0 in the order in which they are met. */
function numbered(keys: Float64Array, room: number): { numbers: Int32Array; met: Float64Array } {
  const numbers = new Int32Array(keys.length);
  const met: number[] = [];
  if (room <= TABLE_ROOM) {
    const table = new Int32Array(room); // a number and 1; 0 is not met
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (table[key] === 0) table[key] = met.push(key);
      numbers[i] = table[key] - 1;
    }
  } else {
    const known = new Map<number, number>();
    for (let i = 0; i < keys.length; i++) {
      let number = known.get(keys[i]);
      if (number === undefined) known.set(keys[i], (number = met.push(keys[i]) - 1));
      numbers[i] = number;
    }
  }
  return { numbers, met: Float64Array.from(met) };
}

function countInto(sums: CellSums, columns: Columns, row: number, cell: number): void {
  countRow(sums, columns, row, cell, 1);
  const injured = columns.injured[row];
  if (injured === UNKNOWN) sums.injuredUnknown[cell]++;
  else sums.injured[cell] += injured;
}

function emptyCellSums(cells: number): CellSums {
  return { ...emptySums(cells), injured: new Float64Array(cells), injuredUnknown: new Float64Array(cells) };
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}
