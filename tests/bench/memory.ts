import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** The most memory, in MB, that one process of each kind has held; null where the system does not tell. */
export interface Peaks {
  page: number | null;
  gpu: number | null;
}

/** Between two looks, ms: Chromium now and then resets the peak that Linux keeps for its processes. */
const EVERY_MS = 250;

/** Follows the memory of a browser's processes (Linux's VmHWM) until `stop` is called, which gives the peaks. */
export async function watchMemory(browser: Browser): Promise<{ stop: () => Promise<Peaks> }> {
  if (process.platform !== 'linux') return { stop: () => Promise.resolve({ page: null, gpu: null }) };
  const session = await browser.newBrowserCDPSession();
  let [page, gpu] = [0, 0];
  let isWatching = true;
  const look = async (): Promise<void> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo) {
      if (type === 'renderer') page = Math.max(page, peakMb(id));
      if (type === 'GPU') gpu = Math.max(gpu, peakMb(id));
    }
  };
  const watching = (async () => {
    while (isWatching) {
      await look();
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
  })().catch(() => undefined); // the browser is gone; whoever uses it is told
  return {
    stop: async () => {
      isWatching = false;
      await watching;
      await look();
      return { page, gpu };
    },
  };
}

/** A process's peak of resident memory; 0 where it has just ended. */
function peakMb(pid: number): number {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb ?? 0) / 1000;
  } catch {
    return 0;
  }
}
