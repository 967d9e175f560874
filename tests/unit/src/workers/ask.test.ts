import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask } from '../../../../src/workers/ask.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that says what the test lets it say. */
function silentWorker() {
  const worker = { postMessage: vi.fn() } as unknown as Worker;
  const say = (data: object) => worker.onmessage?.({ data } as MessageEvent);
  return { worker, say };
}

it('a worker that gives no sign for two minutes is not waited for any more', async () => {
  const answer = ask(silentWorker().worker, {});
  const outcome = expect(answer).rejects.toThrow('no sign for two minutes');
  await vi.advanceTimersByTimeAsync(120_000);
  await outcome;
});

it('one that says that it is at work is waited for, however long', async () => {
  const { worker, say } = silentWorker();
  const answer = ask(worker, {});
  for (let minute = 0; minute < 30; minute++) {
    await vi.advanceTimersByTimeAsync(60_000);
    say({ kind: 'alive' });
  }
  say({ kind: 'done' });
  expect(await answer).toEqual({ kind: 'done' });
  expect(vi.getTimerCount()).toBe(0);
});
