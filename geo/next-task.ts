/** Resolves in a new task, so that messages and clicks come through; without the 4 ms that nested timers cost. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** So long a page may be kept from answering, ms; far below the tenth of a second that people notice. */
const SLICE_MS = 16;

/** Runs a generator to its end, a slice of time in a task, so that a page can answer in between; gives what it returns. */
export async function inTasks<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    // a timer, not a message: frames and input go before it
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
}

/** Runs such a generator to its end in one go, where nothing waits for an answer; gives what it returns. `onRest` is called at each of its rests. */
export function atOnce<T>(steps: Generator<undefined, T>, onRest?: () => void): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onRest?.();
  }
}
