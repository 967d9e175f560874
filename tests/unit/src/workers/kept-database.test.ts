import { describe, expect, it } from 'vitest';
import { createStore, mergeStores, partOf, rowsOf } from '../../../../geo/store/store.ts';
import { partsOfContent } from '../../../../src/workers/kept-database.ts';
import { incident } from '../../geo/store/made-incidents.ts';

describe('the parts of a dataset that is one of several in a store', () => {
  it('are each gathered when their turn comes, once', () => {
    const own = createStore([incident({ id: 'a' }), incident({ id: 'b' })]);
    const other = createStore([incident({ id: 'c' })]);
    const steps = mergeStores([own, other]);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const rows = rowsOf(partOf(step.value, 0, own));
    const asked: string[] = [];
    const columns = Object.fromEntries(
      Object.entries(Object.getOwnPropertyDescriptors(rows.columns)).map(([name, { get }]) => [
        name,
        { enumerable: true, get: () => (asked.push(name), get?.call(rows.columns) as unknown) },
      ]),
    );
    const watched = { ...rows, columns: Object.defineProperties({}, columns) as typeof rows.columns };
    const parts = partsOfContent({ rows: watched, rejects: { texts: null } as never });
    expect(parts.next().value?.[0]).toBe('/rows/columns/lon');
    expect(asked).toEqual(['lon']);
    for (const _ of parts) void _;
    expect(asked).toEqual(Object.keys(rows.columns));
  });
});
