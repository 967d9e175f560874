import { nextTask } from '../../geo/next-task.ts';

/** Longer than this nothing waits for the page to be idle, ms: what waits has its turn however busy the page is. */
const LONGEST_MS = 50;

/** Resolves when the page has nothing to do; soon, where it is busy or the browser does not tell. A page that nobody sees is not held up, and its timers are slow. */
export function whenPageIdle(): Promise<void> {
  if (document.hidden) return nextTask();
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
    else setTimeout(resolve);
  });
}

/** Resolves when something has happened, or when so many ms have passed. */
export function atLatest(happening: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void happening.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
