import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INCIDENT_TYPES, type IncidentProperties } from '../../../../geo/model/incident.ts';
import { neighboursOf } from '../../../../geo/store/neighbours.ts';
import { keepRows, orderedRows, SORT_KEYS, type Order, type SortKey } from '../../../../geo/store/sort.ts';
import { createStore, type Store } from '../../../../geo/store/store.ts';
import { incident, incidents } from './made-incidents.ts';

const sortRows = (store: Store, rows: Uint32Array, order: Order) => keepRows(orderedRows(store, order), rows);
const rowsOf = (store: Store) => Uint32Array.from({ length: store.size }, (_, i) => i);

/** The value that a key sorts by, from the incident itself; distances as fine as the list tells them apart. */
function valueOf(key: SortKey, p: IncidentProperties): number | string | null {
  switch (key) {
    case 'date':
      return p.start;
    case 'type':
      return INCIDENT_TYPES.indexOf(p.type);
    case 'district':
      return p.district?.name ?? null;
    case 'killed':
      return p.fatalities.best;
    case 'distance':
      return p.borderKm === null ? null : Math.round(p.borderKm * 1000);
  }
}

function plainSort(store: Store, rows: Uint32Array, key: SortKey, descending: boolean): number[] {
  return [...rows].sort((a, b) => {
    const [x, y] = [a, b].map((row) => valueOf(key, store.row(row).properties));
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  });
}

describe('the list in an order', () => {
  test('is a stable sort by each key and direction, the unknown last', () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom(...SORT_KEYS), fc.boolean(), (all, key, descending) => {
        const store = createStore(all);
        const rows = rowsOf(store).filter((row) => row % 3 !== 0);
        const before = [...rows];
        expect([...sortRows(store, rows, { key, descending })]).toEqual(plainSort(store, rows, key, descending));
        expect([...rows]).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('tells none killed from an unknown number of killed', () => {
    const killed = (id: string, best: number | null) => incident({ id, fatalities: { best, low: best, high: best } });
    const store = createStore([killed('A', null), killed('B', 0), killed('C', 149)]);
    const ids = (descending: boolean) =>
      [...sortRows(store, rowsOf(store), { key: 'killed', descending })].map((row) => store.row(row).properties.id);
    expect(ids(false)).toEqual(['B', 'C', 'A']);
    expect(ids(true)).toEqual(['C', 'B', 'A']);
  });

  test('sorts more rows than one digit of the radix holds', () => {
    const size = 200_000;
    const best = Int32Array.from({ length: size }, (_, i) => (i * 48_271) % 8_000_009);
    const store = { ...createStore([]), size };
    store.columns.best = best;
    const sorted = sortRows(store, rowsOf(store), { key: 'killed', descending: false });
    expect(best[sorted[0]]).toBe(0);
    expect(sorted.every((row, i) => i === 0 || best[sorted[i - 1]] <= best[row])).toBe(true);
    expect(new Set(sorted).size).toBe(size);
  });
});

describe('neighboursOf', () => {
  const rows = Uint32Array.of(2, 5, 9);
  test('gives place and neighbours of a row that is among them', () => {
    expect(neighboursOf(rows, 5)).toEqual({ position: 1, previous: 2, next: 9 });
    expect(neighboursOf(rows, 2)).toEqual({ position: 0, previous: null, next: 5 });
    expect(neighboursOf(rows, 9)).toEqual({ position: 2, previous: 5, next: null });
  });
  test('gives those before and after in time for a row that is not', () => {
    expect(neighboursOf(rows, 6)).toEqual({ position: null, previous: 5, next: 9 });
    expect(neighboursOf(rows, 0)).toEqual({ position: null, previous: null, next: 2 });
    expect(neighboursOf(rows, 10)).toEqual({ position: null, previous: 9, next: null });
    expect(neighboursOf(new Uint32Array(), 3)).toEqual({ position: null, previous: null, next: null });
  });
});
