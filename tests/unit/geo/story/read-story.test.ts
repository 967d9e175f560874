import { describe, expect, it } from 'vitest';
import { STORY_LIMITS } from '../../../../geo/model/written-story.ts';
import { readStory } from '../../../../geo/story/read-story.ts';
import { readingMs, storyBeats } from '../../../../geo/story/story-pace.ts';

const refusedOf = (text: string) => {
  const read = readStory(text);
  return 'refused' in read ? read.refused.map(({ code, line, field }) => [code, line, field]) : 'read';
};
const FRONT = '---\nstory: 1\ntitle: A\n---\n';

describe('a story’s file', () => {
  it('is read as it says', () => {
    const read = readStory(
      `${FRONT}Before.\n\n## One\n\n[View](https://map.example/#t=2007-01-01/2008-01-01)\n\nWords.\n\n### Sources\n\n- [A](https://a.org)\n- B\n`,
    );
    expect(read).toEqual({
      story: {
        ...{ title: 'A', author: null, language: null, licence: null, date: null, otherLines: [], lead: 'Before.' },
        steps: [
          {
            ...{ heading: 'One', view: 't=2007-01-01/2008-01-01', words: 'Words.' },
            sources: [
              { text: 'A', url: 'https://a.org' },
              { text: 'B', url: null },
            ],
          },
        ],
      },
      remarks: [],
      stepLines: [7],
    });
  });

  it('is refused with its line and field, and nothing of it is read', () => {
    expect(refusedOf('Hello')).toEqual([['noFrontMatter', 1, null]]);
    expect(refusedOf('---\nstory: 1\n')).toEqual([['openFrontMatter', 1, null]]);
    expect(refusedOf('---\ntitle: A\n---\n## B')).toEqual([['noVersion', 1, 'story']]);
    expect(refusedOf('---\ntitle: A\nstory: 2\n---\n## B')).toEqual([['otherVersion', 3, 'story']]);
    expect(refusedOf(`${FRONT}Words`)).toEqual([['noSteps', null, null]]);
    expect(refusedOf(FRONT + '## s\n'.repeat(500))).toEqual([['tooManySteps', 5 + STORY_LIMITS.steps, null]]);
    expect(refusedOf(FRONT + '## s\n' + 'x'.repeat(5_000_000))).toEqual([['tooLarge', null, null]]);
    expect(refusedOf(`${FRONT}## s\n\n[View](#)\n\n${'x'.repeat(STORY_LIMITS.words + 1)}`)).toEqual([
      ['tooLong', 8, 'words'],
    ]);
    expect(refusedOf('---\0')).toEqual([['notText', null, null]]);
  });

  it('keeps what it does not know, and tells its line and field', () => {
    const read = readStory('---\nstory: 1\nmood: calm\ntitle: [a, b]\nnothing\ndate: 2026-02-30\n---\n## One');
    expect('story' in read && read.remarks.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['noTitle', 1, 'title'],
      ['unknownKey', 3, 'mood'],
      ['badValue', 4, 'title'],
      ['noKey', 5, null],
      ['badValue', 6, 'date'],
      ['noView', 8, 'view'],
    ]);
    expect('story' in read && read.story.otherLines).toEqual([
      ...['mood: calm', 'title: [a, b]', 'nothing', 'date: 2026-02-30'],
    ]);
  });
});

it('the time of a step is that of its words at 200 a minute, and some seconds at least', () => {
  expect(readingMs('word '.repeat(100))).toBe(30_000);
  expect(readingMs('')).toBe(4000);
  const step = { view: 't=1', heading: 'A', words: 'word '.repeat(99), sources: [] };
  expect(storyBeats({ steps: [step, step] })).toEqual([
    { step: 0, view: 't=1', startMs: 0, moveMs: 0, readMs: 30_000 },
    { step: 1, view: 't=1', startMs: 30_000, moveMs: 2000, readMs: 30_000 },
  ]);
});
