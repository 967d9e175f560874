import type { Note } from '../model/findings.ts';
import { note } from './finding.ts';
import type { Entry, GuessedRows, Layout } from './format.ts';

/** So many guesses are named in the notes; all are in the layout. */
const MOST_NAMED = 100;

/** The same entries; what the names of their places were taken for is put into the layout, and at the end into the notes. */
export async function* withGuesses(
  batches: AsyncGenerator<Entry[]>,
  layout: Pick<Layout, 'guesses'>,
  notes: Note[],
): AsyncGenerator<Entry[]> {
  const guesses = new Map<string, GuessedRows>();
  for await (const batch of batches) {
    for (const { read } of batch) {
      if ('rejected' in read || !read.guess) continue;
      const known = guesses.get(read.guess.key);
      if (known) known.rows++;
      else guesses.set(read.guess.key, { ...read.guess, rows: 1 });
    }
    layout.guesses = [...guesses.values()];
    yield batch;
  }
  const most = [...guesses.values()].sort((a, b) => b.rows - a.rows);
  for (const { written, name, kind, precision, rows } of most.slice(0, MOST_NAMED)) {
    const meant = kind === 'town' && precision === 'district' ? 'seat' : kind;
    notes.push(note('place-guess', { written, name, kind: meant, rows }));
  }
  if (most.length > MOST_NAMED) notes.push(note('more-place-guesses', { count: most.length - MOST_NAMED }));
}
