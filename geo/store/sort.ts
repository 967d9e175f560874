import { indicesByKey } from './radix.ts';
import { NO_DISTRICT, UNKNOWN, type Store } from './store.ts';

/** What the list can be sorted by. `type` sorts in the order of INCIDENT_TYPES, `district` by name. */
export const SORT_KEYS = ['date', 'type', 'district', 'killed', 'distance'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Order {
  key: SortKey;
  descending: boolean;
}

/** Distances are told apart down to a metre, about as exact as they are. */
const METRES_PER_KM = 1000;
/** The rank of what is not known. */
const NO_RANK = -1;

/**
 * All rows of the store in an order. Equal rows stay by first day. What is not known (deaths, a location too coarse for
 * a distance, no district) comes last in both directions.
 */
export function orderedRows(store: Store, { key, descending }: Order): Uint32Array {
  const ranks = RANKS[key](store);
  let top = 0;
  for (let i = 0; i < ranks.length; i++) if (ranks[i] > top) top = ranks[i];
  const keys = new Uint32Array(ranks.length);
  for (let i = 0; i < keys.length; i++) {
    const rank = ranks[i];
    keys[i] = rank === NO_RANK ? top + 1 : descending ? top - rank : rank;
  }
  return indicesByKey(keys);
}

/** Those of the ordered rows of a store that are among `rows`, in their order: the order need not be made anew. */
export function keepRows(ordered: Uint32Array, rows: Uint32Array): Uint32Array {
  const among = new Uint8Array(ordered.length);
  for (let i = 0; i < rows.length; i++) among[rows[i]] = 1;
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < ordered.length && count < kept.length; i++) if (among[ordered[i]]) kept[count++] = ordered[i];
  return kept;
}

/** The ranks of all rows for each key: from 0 up, or NO_RANK. */
const RANKS: Readonly<Record<SortKey, (store: Store) => Int32Array>> = {
  date: ({ columns: { start } }) => {
    const ranks = new Int32Array(start.length);
    for (let i = 0; i < ranks.length; i++) ranks[i] = start[i] - start[0]; // the store is sorted by first day
    return ranks;
  },
  type: ({ columns: { type } }) => Int32Array.from(type),
  district: ({ columns: { district }, districts }) => {
    const byName = districts.map((_, i) => i).sort((a, b) => districts[a].name.localeCompare(districts[b].name, 'en'));
    const rankOf = new Int32Array(districts.length + 1).fill(NO_RANK);
    byName.forEach((index, rank) => (rankOf[index - NO_DISTRICT] = rank));
    const ranks = new Int32Array(district.length);
    for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[district[i] - NO_DISTRICT];
    return ranks;
  },
  killed: ({ columns: { best } }) => {
    const ranks = new Int32Array(best.length);
    for (let i = 0; i < ranks.length; i++) ranks[i] = best[i] === UNKNOWN ? NO_RANK : best[i];
    return ranks;
  },
  distance: ({ columns: { borderKm } }) => {
    const ranks = new Int32Array(borderKm.length);
    for (let i = 0; i < ranks.length; i++) {
      ranks[i] = Number.isNaN(borderKm[i]) ? NO_RANK : Math.round(borderKm[i] * METRES_PER_KM);
    }
    return ranks;
  },
};
