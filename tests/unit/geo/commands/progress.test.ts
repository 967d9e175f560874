import { afterEach, expect, it, vi } from 'vitest';
import { createProgress } from '../../../../geo/commands/progress.ts';

afterEach(() => vi.useRealTimers());

it('says every two seconds how far a file is read, by its bytes or its rows, whichever goes on', () => {
  vi.useFakeTimers();
  const notes: string[] = [];
  const { onBytes, onRows } = createProgress({ note: (line) => notes.push(line) }, 'x.csv');
  onBytes(10, 200);
  onRows(7);
  expect(notes).toEqual([]);
  vi.advanceTimersByTime(2000);
  onRows(8);
  onBytes(101, 200);
  vi.advanceTimersByTime(2000);
  onBytes(101, 200);
  expect(notes).toEqual(['x.csv: 5 % of the file, 8 rows', 'x.csv: 50 % of the file, 8 rows']);
});
