import { expect, it, vi } from 'vitest';
import type { Grid, GridQuery } from '../../../../geo/store/grid.ts';
import { createStore } from '../../../../geo/store/store.ts';
import type { Prepared } from '../../../../src/scene/prepared.ts';
import { createPreparingClient } from '../../../../src/workers/preparing-client.ts';
import type { PreparingAnswer, PreparingRequest } from '../../../../src/workers/preparing.ts';
import { incident } from '../../geo/store/made-incidents.ts';

const store = createStore([incident({ id: 'a' }), incident({ id: 'b' })]);
const other = createStore([incident({ id: 'c' })]);
const mask = Uint8Array.of(1, 1);
const PREPARED = {} as Prepared;

const queryOf = (level: number): GridQuery => ({
  shape: 'hexagons',
  level,
  window: { start: 0, end: 1 },
  measure: 'incidents',
  box: [0, 0, 1, 1],
});

/** A client whose workers answer when they are told to; a grid's level tells which question it answers. */
function clientOf() {
  const workers: { requests: PreparingRequest[]; worker: Worker }[] = [];
  const grids: number[] = [];
  const failures: string[] = [];
  const start = vi.fn(() => {
    const requests: PreparingRequest[] = [];
    const worker = {
      postMessage: (request: PreparingRequest) => requests.push(request),
      terminate: vi.fn(),
    } as unknown as Worker;
    workers.push({ requests, worker });
    return worker;
  });
  const client = createPreparingClient(start);
  client.listen({ onGrid: ({ level }) => grids.push(level), onFailure: (reason) => failures.push(reason) });
  const tell = (at: number, data: PreparingAnswer) =>
    workers[at].worker.onmessage?.({ data } as MessageEvent<PreparingAnswer>);
  const answerGrid = (level: number, at = 0) => tell(at, { kind: 'grid', grid: { level } as Grid });
  const answerMarks = (at = 0) => tell(at, { kind: 'marks', prepared: PREPARED });
  const fail = (message: string, at = 0) => workers[at].worker.onerror?.({ message } as ErrorEvent);
  const asked = (at = 0) => workers[at].requests.flatMap((each) => (each.kind === 'grid' ? [each.query.level] : []));
  const sent = (at = 0) => workers[at].requests.map(({ kind }) => kind);
  return { client, start, workers, grids, failures, answerGrid, answerMarks, fail, asked, sent };
}

it('starts its worker with the first question', () => {
  const { client, start } = clientOf();
  expect(start).not.toHaveBeenCalled();
  client.askGrid({ store, mask, query: queryOf(5) });
  client.askMarks(store, vi.fn());
  expect(start).toHaveBeenCalledOnce();
});

it('sends all columns before the first question', async () => {
  const { client, sent, workers } = clientOf();
  client.askMarks(store, vi.fn());
  client.askGrid({ store, mask, query: queryOf(5) });
  await vi.waitFor(() => expect(sent()).toEqual([...Array<string>(12).fill('column'), 'columns', 'marks', 'grid']));
  const names = workers[0].requests.flatMap((each) => (each.kind === 'column' ? Object.keys(each.columns) : []));
  expect(new Set(names).size).toBe(12);
});

it('asks one grid at a time, and of those that wait the last alone', async () => {
  const { client, answerGrid, asked, grids } = clientOf();
  for (const level of [1, 2, 3, 4]) client.askGrid({ store, mask, query: queryOf(level) });
  await vi.waitFor(() => expect(asked()).toEqual([1]));
  answerGrid(1);
  await vi.waitFor(() => expect(asked()).toEqual([1, 4]));
  answerGrid(4);
  expect(grids).toEqual([1, 4]);
});

it('sends the mask only when it is another', async () => {
  const { client, answerGrid, workers } = clientOf();
  for (const each of [mask, mask, Uint8Array.of(0, 1)]) {
    client.askGrid({ store, mask: each, query: queryOf(5) });
    answerGrid(5);
  }
  const masks = () =>
    workers[0].requests.flatMap((each) => (each.kind === 'grid' ? [each.mask && [...each.mask]] : []));
  await vi.waitFor(() => expect(masks()).toEqual([[1, 1], null, [0, 1]]));
});

it('another store has another worker, and what was asked of the last is not answered', async () => {
  const { client, workers, answerMarks, sent } = clientOf();
  const [first, second] = [vi.fn(), vi.fn()];
  client.askMarks(store, first);
  client.askMarks(other, second);
  expect(workers[0].worker.terminate).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(sent(1)).toContain('marks'));
  answerMarks(1);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledExactlyOnceWith(PREPARED);
});

it('is idle once marks and grids are there', async () => {
  const { client, answerMarks, answerGrid, sent } = clientOf();
  await client.whenIdle();
  const idle = vi.fn();
  client.askMarks(store, vi.fn());
  client.askGrid({ store, mask, query: queryOf(5) });
  const waiting = client.whenIdle().then(idle);
  await vi.waitFor(() => expect(sent()).toContain('marks'));
  answerGrid(5);
  await Promise.resolve();
  expect(idle).not.toHaveBeenCalled();
  answerMarks();
  await waiting;
  expect(idle).toHaveBeenCalledOnce();
});

it('ends the worker of a store that is not shown any more, and then nothing is waited for', async () => {
  const { client, workers } = clientOf();
  client.askMarks(store, vi.fn());
  client.release(store);
  expect(workers[0].worker.terminate).not.toHaveBeenCalled();
  const waiting = client.whenIdle();
  client.release(other);
  expect(workers[0].worker.terminate).toHaveBeenCalledOnce();
  await waiting;
  client.askMarks(store, vi.fn());
  expect(workers).toHaveLength(2);
});

it('takes a worker that says nothing for two minutes for gone, while it is asked for something', async () => {
  vi.useFakeTimers();
  const { client, workers, failures, answerMarks, sent } = clientOf();
  const onMarks = vi.fn();
  client.askMarks(store, onMarks);
  await vi.waitFor(() => expect(sent()).toContain('marks'));
  answerMarks();
  vi.advanceTimersByTime(600_000);
  expect(failures).toEqual([]);
  client.askMarks(store, onMarks);
  vi.advanceTimersByTime(600_000);
  expect(failures).toEqual([expect.stringContaining('no sign for two minutes')]);
  expect(onMarks).toHaveBeenLastCalledWith(null);
  expect(workers[0].worker.terminate).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it('tells why the worker is gone, once, and asks it no more', () => {
  const { client, fail, workers, failures } = clientOf();
  const onMarks = vi.fn();
  client.askMarks(store, onMarks);
  client.askGrid({ store, mask, query: queryOf(1) });
  fail('out of memory');
  client.askGrid({ store, mask, query: queryOf(3) });
  expect(failures).toEqual(['out of memory']);
  expect(workers[0].worker.terminate).toHaveBeenCalledOnce();
  expect(onMarks).toHaveBeenCalledExactlyOnceWith(null);
  client.askMarks(store, onMarks);
  expect(onMarks).toHaveBeenCalledTimes(2);
  expect(workers).toHaveLength(1);
});
