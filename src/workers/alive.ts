import type { Alive } from './silence.ts';

/** Between two signs of life, ms. */
const EVERY_MS = 200;

let last = 0;

/** In a worker: tells the page that it is at work, and, where that is known, what share of it is done. To be called at every step of what may take long. */
export function sayAlive(share?: number): void {
  const now = performance.now();
  if (now - last < EVERY_MS) return;
  last = now;
  self.postMessage({ kind: 'alive', share } satisfies Alive);
}
