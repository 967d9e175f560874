import { expect, test, vi } from 'vitest';
import { createColumns } from '../../../geo/store/columns.ts';
import type { Store } from '../../../geo/store/store.ts';
import { prepareStore, type Prepared } from '../../../src/map/prepared.ts';

const storeOf = (size: number) => ({ size, columns: createColumns(size) }) as Store;

test('a few are there at once', () => {
  const [askMarks, onPrepared] = [vi.fn(), vi.fn<(prepared: Prepared) => void>()];
  prepareStore(storeOf(3), askMarks, onPrepared);
  expect(askMarks).not.toHaveBeenCalled();
  expect(onPrepared.mock.calls.map(([{ marks }]) => marks.size)).toEqual([3]);
});

test('many come from a worker', () => {
  const [askMarks, onPrepared] = [vi.fn(), vi.fn()];
  const [store, prepared] = [storeOf(20_001), {} as Prepared];
  prepareStore(store, askMarks, onPrepared);
  expect(onPrepared).not.toHaveBeenCalled();
  expect(askMarks.mock.calls[0][0]).toBe(store);
  (askMarks.mock.calls[0][1] as (prepared: Prepared | null) => void)(prepared);
  expect(onPrepared).toHaveBeenCalledExactlyOnceWith(prepared);
});

test('without a worker they are prepared here', () => {
  const onPrepared = vi.fn<(prepared: Prepared) => void>();
  prepareStore(storeOf(20_001), (_, onMarks) => onMarks(null), onPrepared);
  expect(onPrepared.mock.calls.map(([{ marks }]) => marks.size)).toEqual([20_001]);
});
