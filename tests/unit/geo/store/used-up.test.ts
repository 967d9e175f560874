import { describe, expect, it } from 'vitest';
import { createColumns, reorderColumns, resizeColumns } from '../../../../geo/store/columns.ts';
import { freed, resized } from '../../../../geo/store/resize.ts';
import { createStore, freeColumns } from '../../../../geo/store/store.ts';
import { incident } from './made-incidents.ts';

describe('what was used up', () => {
  it('throws where a store is asked for it, and says what to do', () => {
    const store = createStore([incident({ id: 'a' })]);
    const { columns } = store;
    const { lon } = columns;
    freeColumns(store);
    for (const ask of [() => store.columns, () => store.words, () => store.row(0)])
      expect(ask).toThrow('This store was used up: another holds its rows now. Take the dataset’s store anew');
    expect(() => columns.lon).toThrow('These columns were used up');
    expect(lon.length).toBe(0);
    // what was not used up is there still
    expect([store.size, store.indexOf('a')]).toEqual([1, 0]);
  });

  it('throws where columns are asked for it that were made longer or put in another order', () => {
    const short = createColumns(1);
    const long = resizeColumns(short, 2);
    expect(() => short.lat).toThrow('These columns were used up: others hold their rows now.');
    const reordered = reorderColumns(long, Uint32Array.of(1, 0));
    expect(() => long.lat).toThrow('These columns were used up');
    expect(reordered.lat.length).toBe(2);
  });

  it('has no values any more, whatever the engine', () => {
    const { transfer } = ArrayBuffer.prototype as { transfer?: unknown };
    const array = Int32Array.of(1, 2, 3);
    expect([...resized(array, 2)]).toEqual([1, 2]);
    expect(array.length).toBe(0);
    const other = Int32Array.of(1);
    freed(other);
    expect(other.length).toBe(0);
    expect(typeof transfer).toMatch(/undefined|function/);
  });
});
