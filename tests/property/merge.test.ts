import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterMask, NO_FILTERS } from '../../geo/store/filter.ts';
import { countsOf, placeCells } from '../../geo/store/count.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import { otherPlacesAt } from '../../geo/store/other-places.ts';
import { WORD_KEYS } from '../../geo/store/rows.ts';
import { apart, createStore, mergeStores, partOf, rowsOf, type Store, type StorePart } from '../../geo/store/store.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { textAt } from '../../geo/store/texts.ts';
import { FIRST, incidents, LAST } from './random-incidents.ts';
import type { Incident } from '../../geo/model/incident.ts';

/** The same incidents under other ids, so that two stores have none in common. */
function renamed(all: readonly Incident[], prefix: string): Incident[] {
  return all.map((one) => ({
    ...one,
    id: prefix + one.id,
    properties: { ...one.properties, id: prefix + one.properties.id },
  }));
}

function ended<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const merged = (stores: (Store | StorePart)[]): Store => ended(mergeStores(stores));

/** All that a store says of its rows, whatever the order of its lists. */
function said(store: Store | StorePart): unknown {
  const { districts, size, extent, longestSpan } = store;
  const { columns, words } = rowsOf(store);
  const { district, pointDistrict, ...others } = columns;
  const idOf = (index: number) => districts[index]?.id ?? null;
  return {
    ...{ size, extent, longestSpan, others },
    districts: [Array.from(district, idOf), Array.from(pointDistrict, idOf)],
    words: WORD_KEYS.map((key) => Array.from(words[key].codes, (code) => words[key].list[code])),
    places: Array.from({ length: size }, (_, row) => otherPlacesAt(store.otherPlaces, row)),
    rows: Array.from({ length: size }, (_, row) => store.row(row)),
    ids: Array.from({ length: size }, (_, row) => store.indexOf(textAt(store.ids, row))),
  };
}

const several = fc
  .array(incidents, { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((all, i) => renamed(all, `${'abcd'[i]}-`)));

const idsOf = (store: Store) => Array.from({ length: store.size }, (_, row) => store.row(row).properties.id);

describe('several stores in one', () => {
  it('hold every row of each once, by first day, with its dataset and its id', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const store = merged(lists.map(createStore));
        const ids = idsOf(store);
        expect([...ids].sort()).toEqual(lists.flatMap((all) => all.map((one) => one.properties.id)).sort());
        expect(Array.from(store.columns.start)).toEqual([...store.columns.start].sort((a, b) => a - b));
        ids.forEach((id, row) => {
          expect('abcd'[store.columns.dataset[row]]).toBe(id[0]);
          expect(otherPlacesAt(store.otherPlaces, row)).toEqual(placesOfIncident(store.row(row)).slice(1));
          expect(textAt(store.ids, row)).toBe(id);
          expect(store.indexOf(id)).toBe(row);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('count what one store of all the incidents counts, by district and for any text', () => {
    fc.assert(
      fc.property(several, fc.constantFrom('', 'swat', 'border post', 'b-r', 'dawn khyber'), (lists, text) => {
        const window = { start: FIRST, end: LAST + 400 };
        const figures = (store: Store) => {
          const countIn = tallyBy(store, filterMask(store, { ...NO_FILTERS, text }), placeCells(store));
          const { byDistrict, ...rest } = countsOf(countIn(window));
          const districts = store.districts
            .map(({ id }, i) => ({ id, ...byDistrict[i] }))
            .filter(({ incidents }) => incidents !== 0)
            .sort((a, b) => (a.id < b.id ? -1 : 1));
          return { ...rest, districts };
        };
        expect(figures(merged(lists.map(createStore)))).toEqual(figures(createStore(lists.flat())));
      }),
      { numRuns: 200 },
    );
  });

  it('give back each of them as a part, which can be merged again or stand apart', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const stores = lists.map(createStore);
        const all = merged(stores);
        const parts = stores.map((store, i) => partOf(all, i, store));
        stores.forEach((store, i) => {
          const rows = { ...store.columns, dataset: new Uint16Array(store.size) };
          expect(said(parts[i])).toEqual(said({ ...store, columns: rows }));
          expect(said(ended(apart(parts[i])))).toEqual(said(parts[i]));
        });
        expect(said(merged(parts))).toEqual(said(all));
      }),
      { numRuns: 100 },
    );
  });
});
