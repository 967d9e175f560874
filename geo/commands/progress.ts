import type { Io } from './io.ts';

/** Between two lines of progress, ms. */
const EVERY_MS = 2000;

/** Gives what is told how many bytes and rows of a file were read, and says so now and then. */
export function createProgress({ note }: Pick<Io, 'note'>, file: string) {
  let last = performance.now();
  let [share, rows] = [0, 0];
  const say = () => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    note(`${file}: ${Math.floor(100 * share)} % of the file, ${rows} rows`);
  };
  return {
    onBytes: (read: number, total: number) => {
      share = read / total;
      say();
    },
    onRows: (read: number) => {
      rows = read;
      say();
    },
  };
}
