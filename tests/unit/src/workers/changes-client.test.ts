import { expect, test, vi } from 'vitest';
import type { Weeks, WeeklyChange } from '../../../../geo/views/changes.ts';
import { createChangesClient } from '../../../../src/workers/changes-client.ts';
import type { ChangesMessage } from '../../../../src/workers/changes.ts';

const weeks = (start: number): Weeks[] => [{ start, counts: Float64Array.of(1) }];
const change = (day: number) => [{ day } as WeeklyChange];

/** A client whose workers answer when they are told to. */
function clientOf() {
  const workers: { asked: Weeks[][]; worker: Worker; terminate: ReturnType<typeof vi.fn> }[] = [];
  const client = createChangesClient(() => {
    const asked: Weeks[][] = [];
    const terminate = vi.fn();
    const worker = { postMessage: (request: Weeks[]) => asked.push(request), terminate } as unknown as Worker;
    workers.push({ asked, worker, terminate });
    return worker;
  });
  const tell = (at: number, data: ChangesMessage) =>
    workers[at].worker.onmessage?.({ data } as MessageEvent<ChangesMessage>);
  return { client, workers, tell };
}

test('a question is answered', async () => {
  const { client, workers, tell } = clientOf();
  const answer = client.find(weeks(1));
  await vi.waitFor(() => expect(workers[0].asked).toEqual([weeks(1)]));
  tell(0, { kind: 'changes', changes: change(5) });
  expect(await answer).toEqual(change(5));
});

test('of those that come while one is with the worker only the last is asked', async () => {
  const { client, workers, tell } = clientOf();
  const first = client.find(weeks(1));
  await vi.waitFor(() => expect(workers[0].asked).toHaveLength(1));
  const [second, third] = [client.find(weeks(2)), client.find(weeks(3))];
  tell(0, { kind: 'changes', changes: change(5) });
  expect([await first, await second]).toEqual([null, null]);
  await vi.waitFor(() => expect(workers[0].asked).toEqual([weeks(1), weeks(3)]));
  tell(0, { kind: 'changes', changes: change(7) });
  expect(await third).toEqual(change(7));
});

test('after a failure the next question has a worker of its own', async () => {
  const { client, workers, tell } = clientOf();
  const first = client.find(weeks(1));
  const failed = expect(first).rejects.toThrow('no room');
  await vi.waitFor(() => expect(workers[0].asked).toHaveLength(1));
  tell(0, { kind: 'failed', reason: 'no room' });
  await failed;
  expect(workers[0].terminate).toHaveBeenCalled();
  const second = client.find(weeks(2));
  await vi.waitFor(() => expect(workers[1]?.asked).toEqual([weeks(2)]));
  tell(1, { kind: 'changes', changes: [] });
  expect(await second).toEqual([]);
});

test('what is ended answers no more, and has no worker', async () => {
  const { client, workers } = clientOf();
  client.end();
  expect(workers).toEqual([]);
});
