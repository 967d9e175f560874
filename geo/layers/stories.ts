import { SourceError } from '../model/errors.ts';
import type { WrittenStory } from '../model/written-story.ts';
import { readStory } from '../story/read-story.ts';

/**
 * A story that comes with the page.
 * @throws SourceError (its row is the line, from 0) for one that cannot be read, or of which anything is odd.
 */
export function storyLayer(text: string, file: string): WrittenStory {
  const read = readStory(text);
  const [wrong] = 'refused' in read ? read.refused : read.remarks;
  if (wrong || 'refused' in read) {
    const { line = null, field = null, value = null, code = 'notText' } = wrong ?? {};
    const where = { file, row: line === null ? null : line - 1, field, value };
    throw new SourceError(
      where,
      `is not as a story is written (${code})`,
      'Correct it as geo/story/read-story.ts reads it',
    );
  }
  return read.story;
}
