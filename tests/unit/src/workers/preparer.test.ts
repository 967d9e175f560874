import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createColumns } from '../../../../geo/store/columns.ts';
import { otherPlacesOf } from '../../../../geo/store/other-places.ts';
import type { Store } from '../../../../geo/store/store.ts';
import type { Prepared } from '../../../../src/scene/prepared.ts';
import { createPreparer } from '../../../../src/workers/preparer.ts';

const storeOf = (size: number) => ({ size, columns: createColumns(size), otherPlaces: otherPlacesOf([]) }) as Store;

function setUp() {
  const askMarks = vi.fn<(store: Store, onMarks: (prepared: Prepared | null) => void) => void>();
  const onPrepared = vi.fn<(prepared: Prepared, store: Store) => void>();
  const sizes = () => onPrepared.mock.calls.map(([{ marks }]) => marks.size);
  return { askMarks, onPrepared, sizes, preparer: createPreparer(askMarks, onPrepared) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a few are there at once', () => {
  const { preparer, askMarks, sizes } = setUp();
  preparer.prepare(storeOf(3), 'now');
  expect(askMarks).not.toHaveBeenCalled();
  expect(sizes()).toEqual([3]);
});

test('many come from a worker, which is asked once', () => {
  const { preparer, askMarks, onPrepared } = setUp();
  const [store, prepared] = [storeOf(20_001), {} as Prepared];
  preparer.prepare(store, 'now');
  preparer.prepare(store, 'now');
  expect(onPrepared).not.toHaveBeenCalled();
  expect(askMarks.mock.calls.map(([asked]) => asked)).toEqual([store]);
  askMarks.mock.calls[0][1](prepared);
  expect(onPrepared).toHaveBeenCalledExactlyOnceWith(prepared, store);
});

test('without a worker they are prepared here', () => {
  const { preparer, askMarks, sizes } = setUp();
  askMarks.mockImplementation((_, onMarks) => onMarks(null));
  preparer.prepare(storeOf(20_001), 'now');
  expect(sizes()).toEqual([20_001]);
});

test('what can wait, and is not there at once, waits until it has not been asked for again for a while, or is needed', () => {
  const { preparer, askMarks, onPrepared } = setUp();
  const [few, first, second] = [storeOf(3), storeOf(20_001), storeOf(20_002)];
  const sizes = () => askMarks.mock.calls.map(([{ size }]) => size);
  preparer.prepare(first, 'later');
  vi.advanceTimersByTime(3000);
  preparer.prepare(first, 'later');
  vi.advanceTimersByTime(3000);
  expect(sizes()).toEqual([]);
  vi.advanceTimersByTime(2000);
  expect(sizes()).toEqual([20_001]);
  preparer.prepare(second, 'later');
  preparer.prepare(second, 'now');
  expect(sizes()).toEqual([20_001, 20_002]);
  preparer.prepare(first, 'later');
  preparer.end();
  vi.runAllTimers();
  expect(sizes()).toEqual([20_001, 20_002]);
  preparer.prepare(few, 'later');
  expect(onPrepared).toHaveBeenCalledOnce();
});
