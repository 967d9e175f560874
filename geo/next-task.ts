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

/** Runs a generator to its end, each step in a task of its own; gives what it returns. */
export async function inTasks<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTask();
    signal?.throwIfAborted();
  }
}
