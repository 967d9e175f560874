/** A worker from which nothing comes for so long is taken to be gone, s: one that the browser ends for want of memory says nothing. */
const LONGEST_S = 120;

/** What a worker says in the middle of long work, so that it is known to be there. */
export interface Alive {
  kind: 'alive';
  /** how much of the work is done, of 1, where that is known */
  share?: number | undefined;
}

export interface Watch {
  /** Tells that something came from the worker. */
  hear: () => void;
  end: () => void;
}

/** Calls `onSilence` once where nothing is heard for too long. Seconds are counted, not read from a clock: a computer that slept has not waited. */
export function watchSilence(onSilence: () => void): Watch {
  let seconds = 0;
  const timer = setInterval(() => {
    if (++seconds < LONGEST_S) return;
    clearInterval(timer);
    onSilence();
  }, 1000);
  return { hear: () => (seconds = 0), end: () => clearInterval(timer) };
}
