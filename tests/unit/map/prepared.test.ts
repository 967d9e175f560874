import { describe, expect, test } from 'vitest';
import { createColumns } from '../../../geo/store/columns.ts';
import { createPreparer, prepare, type Prepared } from '../../../src/map/prepared.ts';

/** A worker that answers when told to. */
class WorkerStub extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  asked: unknown = null;
  isEnded = false;
  postMessage(message: unknown): void {
    this.asked = message;
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: Prepared): void {
    if (!this.isEnded) this.onmessage?.({ data } as MessageEvent<Prepared>);
  }
}

function setUp() {
  const workers: WorkerStub[] = [];
  const sizes: number[] = [];
  const preparer = createPreparer(
    () => {
      const worker = new WorkerStub();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    ({ marks }) => sizes.push(marks.size),
  );
  return { workers, sizes, preparer };
}

describe('preparing points', () => {
  const few = createColumns(3);
  const many = createColumns(20_001);

  test('a few are there at once', () => {
    const { workers, sizes, preparer } = setUp();
    preparer(few);
    expect(sizes).toEqual([3]);
    expect(workers).toEqual([]);
  });

  test('many come from a worker, which gets the columns that it needs alone', () => {
    const { workers, sizes, preparer } = setUp();
    preparer(many);
    expect(sizes).toEqual([]);
    expect(Object.keys(workers[0].asked ?? {})).toHaveLength(9);
    workers[0].answer(prepare(many));
    expect(sizes).toEqual([20_001]);
    expect(workers[0].isEnded).toBe(true);
  });

  test('those that come later take the place of an answer not yet given', () => {
    const { workers, sizes, preparer } = setUp();
    preparer(many);
    preparer(few);
    workers[0].answer(prepare(many));
    expect(sizes).toEqual([3]);
  });

  test('without a worker they are prepared here', () => {
    const { workers, sizes, preparer } = setUp();
    preparer(many);
    workers[0].onerror?.({} as ErrorEvent);
    expect(sizes).toEqual([20_001]);
  });
});
