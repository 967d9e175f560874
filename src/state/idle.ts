/** Longer than this nothing waits for the page to be idle, ms. */
const LONGEST_MS = 500;

/** Resolves when the page has nothing to do; soon, where the browser does not tell. */
export function whenPageIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
    else setTimeout(resolve);
  });
}
