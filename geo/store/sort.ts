import { NO_DISTRICT, UNKNOWN, type Store } from './store.ts';

/** What the list can be sorted by. `type` sorts in the order of INCIDENT_TYPES, `district` by name. */
export const SORT_KEYS = ['date', 'type', 'district', 'killed', 'distance'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Order {
  key: SortKey;
  descending: boolean;
}

const LAST = 0xffffffff;
/** Distances are told apart down to a centimetre. */
const CM_PER_KM = 100_000;

/**
 * The rows in an order; a new array. Equal rows keep the order that they came in. What is not known (deaths, a location
 * too coarse for a distance, no district) comes last in both directions.
 * Radix sort over a 32-bit rank of each row: two passes, whatever the size.
 */
export function sortRows(store: Store, rows: Uint32Array, { key, descending }: Order): Uint32Array {
  const rank = RANKS[key](store);
  const ranks = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = rank(rows[i]);
    ranks[i] = value === null ? LAST : descending ? LAST - 1 - value : value;
  }
  return byDigit(byDigit({ rows, ranks }, 0), 16).rows;
}

/** The rank of a row for each key: from 0 up, below LAST, or `null` where it is not known. */
const RANKS: Readonly<Record<SortKey, (store: Store) => (row: number) => number | null>> = {
  date: ({ columns: { start } }) => {
    const first = start.length > 0 ? start[0] : 0; // the store is sorted by first day
    return (row) => start[row] - first;
  },
  type: ({ columns: { type } }) => {
    return (row) => type[row];
  },
  district: ({ columns: { district }, districts }) => {
    const byName = districts.map((_, i) => i).sort((a, b) => districts[a].name.localeCompare(districts[b].name, 'en'));
    const rankOf = new Uint32Array(districts.length);
    byName.forEach((index, rank) => (rankOf[index] = rank));
    return (row) => (district[row] === NO_DISTRICT ? null : rankOf[district[row]]);
  },
  killed: ({ columns: { best } }) => {
    return (row) => (best[row] === UNKNOWN ? null : best[row]);
  },
  distance: ({ columns: { borderKm } }) => {
    return (row) => (Number.isNaN(borderKm[row]) ? null : Math.round(borderKm[row] * CM_PER_KM));
  },
};

interface Ranked {
  rows: Uint32Array;
  ranks: Uint32Array;
}

/** One stable pass of counting sort over 16 bits of the ranks. */
function byDigit({ rows, ranks }: Ranked, shift: 0 | 16): Ranked {
  const starts = new Uint32Array(0x10001);
  for (const rank of ranks) starts[((rank >>> shift) & 0xffff) + 1]++;
  for (let digit = 1; digit < starts.length; digit++) starts[digit] += starts[digit - 1];
  const sorted = { rows: new Uint32Array(rows.length), ranks: new Uint32Array(rows.length) };
  for (let i = 0; i < rows.length; i++) {
    const at = starts[(ranks[i] >>> shift) & 0xffff]++;
    sorted.rows[at] = rows[i];
    sorted.ranks[at] = ranks[i];
  }
  return sorted;
}
