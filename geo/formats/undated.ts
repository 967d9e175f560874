import { InputError } from '../model/errors.ts';
import type { DateCells, Entry } from './format.ts';

/** Points of which none has a date: one has to be said for all. */
export class NeedsDate extends InputError {
  override name = 'NeedsDate';

  constructor(file: string, label: string) {
    super({ where: { file, row: null, field: null, value: null }, code: 'no-dates', params: { label } });
  }
}

interface Undated {
  file: string;
  /** The format's name. */
  label: string;
  /** The dates of all features, from the first. */
  dates: () => AsyncIterable<DateCells[]>;
}

/**
 * The entries of features as they come. At the first that has no date it goes through the whole file, unless one before it was taken.
 * @throws NeedsDate where no feature has one
 */
export async function* datedEntries(
  batches: AsyncIterable<Entry[]>,
  { file, label, dates }: Undated,
): AsyncGenerator<Entry[]> {
  let isOpen = true;
  for await (const batch of batches) {
    if (isOpen) {
      const isTaken = batch.some(({ read }) => !('rejected' in read));
      const isUndated = batch.some(({ read }) => 'rejected' in read && UNDATED.includes(read.rejected.code));
      if (!isTaken && isUndated && !(await hasDate(dates()))) throw new NeedsDate(file, label);
      isOpen = !isTaken && !isUndated;
    }
    yield batch;
  }
}

const UNDATED: readonly string[] = ['no-date', 'no-time-stamp'];

async function hasDate(all: AsyncIterable<DateCells[]>): Promise<boolean> {
  for await (const batch of all) {
    if (batch.some(({ texts, year }) => [year, ...texts].some((text) => text.trim() !== ''))) return true;
  }
  return false;
}
