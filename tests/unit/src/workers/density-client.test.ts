import { expect, it, vi } from 'vitest';
import type { Grid, GridQuery } from '../../../../geo/store/grid.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { createDensityClient } from '../../../../src/workers/density-client.ts';
import type { DensityRequest } from '../../../../src/workers/density.ts';
import { incident } from '../../geo/store/made-incidents.ts';

const store = createStore([incident({ id: 'a' }), incident({ id: 'b' })]);
const mask = Uint8Array.of(1, 1);

const queryOf = (level: number): GridQuery => ({
  shape: 'hexagons',
  level,
  window: { start: 0, end: 1 },
  measure: 'incidents',
  box: [0, 0, 1, 1],
});

/** A client with a worker that answers when it is told to; a grid's level tells which question it answers. */
function clientOf() {
  const requests: DensityRequest[] = [];
  const grids: number[] = [];
  const failures: string[] = [];
  const worker = {
    postMessage: (request: DensityRequest) => requests.push(request),
    terminate: vi.fn(),
  } as unknown as Worker;
  const start = vi.fn(() => worker);
  const ask = createDensityClient(start, {
    onGrid: ({ level }) => grids.push(level),
    onFailure: (reason) => failures.push(reason),
  });
  let answered = 0;
  const answer = () => {
    const { level } = requests[answered++].query;
    worker.onmessage?.({ data: { level } as Grid } as MessageEvent<Grid>);
  };
  const fail = (message: string) => worker.onerror?.({ message } as ErrorEvent);
  return { ask, answer, fail, start, worker, requests, grids, failures };
}

it('starts its worker with the first question', () => {
  const { ask, start } = clientOf();
  expect(start).not.toHaveBeenCalled();
  ask({ store, mask, query: queryOf(5) });
  ask({ store, mask, query: queryOf(6) });
  expect(start).toHaveBeenCalledOnce();
});

it('asks one question at a time, and of those that wait the last alone', () => {
  const { ask, answer, requests, grids } = clientOf();
  const asked = () => requests.map(({ query }) => query.level);
  for (const level of [1, 2, 3, 4]) ask({ store, mask, query: queryOf(level) });
  expect(asked()).toEqual([1]);
  answer();
  expect(asked()).toEqual([1, 4]);
  answer();
  expect(asked()).toEqual([1, 4]);
  expect(grids).toEqual([1, 4]);
});

it('sends incidents and mask only when they are others', () => {
  const { ask, answer, requests } = clientOf();
  const other = createStore([incident({ id: 'c' })]);
  for (const question of [
    { store, mask },
    { store, mask },
    { store, mask: Uint8Array.of(0, 1) },
    { store: other, mask: Uint8Array.of(1) },
  ]) {
    ask({ ...question, query: queryOf(5) });
    answer();
  }
  expect(requests.map(({ incidents }) => incidents?.columns.lon.length ?? null)).toEqual([2, null, null, 1]);
  expect(requests.map((request) => request.mask && [...request.mask])).toEqual([[1, 1], null, [0, 1], [1]]);
});

it('tells why the worker is gone, once, and asks no more', () => {
  const { ask, fail, worker, requests, failures } = clientOf();
  ask({ store, mask, query: queryOf(1) });
  ask({ store, mask, query: queryOf(2) });
  fail('out of memory');
  ask({ store, mask, query: queryOf(3) });
  expect(failures).toEqual(['out of memory']);
  expect(worker.terminate).toHaveBeenCalledOnce();
  expect(requests).toHaveLength(1);
});
