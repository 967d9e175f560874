import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STORY_LIMITS, writtenStorySchema, type WrittenStory } from '../../geo/model/written-story.ts';
import { readStory } from '../../geo/story/read-story.ts';
import { wordsTree } from '../../geo/story/words-tree.ts';
import { writeStory } from '../../geo/story/write-story.ts';

const oneLine = (least: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '# a',
        '"quoted"',
        "it's",
        'a: b',
        '[a](https://b.org)',
        '\\[x',
        '- x',
        '---',
        '{',
        'null',
        'a #b',
      ),
    )
    .map((text) => text.replaceAll(/[\r\n\0]/g, ' ').trim())
    .filter((text) => text.length >= least);

/** Lines that look like parts of a story's file among them. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '## a',
        '\\## a',
        '# b',
        '##',
        '### Sources',
        '\\\\### Sources',
        '[View](#t=1)',
        '---',
        '```',
        '',
      ),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim());

const url = fc.webUrl({ withQueryParameters: true }).filter((text) => /^https?:\/\/[^\s()<>]+$/.test(text));
const story: fc.Arbitrary<WrittenStory> = fc.record({
  title: oneLine(1),
  author: fc.option(oneLine(1)),
  language: fc.option(fc.constantFrom('en', 'ur', 'ps-AF')),
  licence: fc.option(oneLine(1)),
  date: fc.option(fc.constantFrom('2026-11-29', '2007-12-14')),
  otherLines: fc.subarray(['mood: calm', '# a remark', 'nothing', 'list: [1, 2]']),
  lead: words,
  steps: fc.array(
    fc.record({
      heading: oneLine(0),
      view: fc.string().map((text) => text.replaceAll(/[\s()<>\0#]/g, '')),
      words,
      sources: fc.array(fc.record({ text: oneLine(1), url: fc.option(url) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

it('what is written is read as it was', () => {
  fc.assert(
    fc.property(story, (told) => {
      expect(writtenStorySchema.safeParse(told).success).toBe(true);
      const read = readStory(writeStory(told));
      expect('story' in read && read.story).toEqual(told);
    }),
  );
});

it('any text is read or refused with its line, and what is read can be written and read again', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('---', 'story: 1', 'title: A', '## B', '[View](#t=1)', '### Sources', '- [a](https://b.org)', 'x:'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const read = readStory(['---', 'story: 1', ...lines].join('\n'));
      if ('refused' in read) {
        expect(read.refused.length).toBeGreaterThan(0);
        return;
      }
      const again = readStory(writeStory(read.story));
      expect('story' in again && again.story).toEqual(read.story);
    }),
  );
});

it('any Markdown becomes a tree of what words may be made of, and no link leads but to the web', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '[a](javascript:alert(1))',
      '![b](https://c.org/d.png)',
      '**',
      '_',
      '`',
    ),
    fc.constantFrom(
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '[a][b]',
      '[b]: data:text/html,x',
      '<https://c.org>',
      '&amp;',
      '<img src=x>',
    ),
  );
  const hrefs = (nodes: ReturnType<typeof wordsTree>): string[] =>
    nodes.flatMap((node) => [
      ...('href' in node ? [node.href] : []),
      ...('children' in node ? hrefs([...node.children]) : []),
    ]);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      for (const href of hrefs(wordsTree(pieces.join('')))) expect(href).toMatch(/^https?:\/\//);
    }),
  );
});

it.each([
  '> ',
  '[',
  '*a **a ',
  '_',
  '`',
  '![',
  '- ',
  '<',
  '&',
  '\\',
  '[a](',
  '* * ',
  '1. ',
  '<!--',
  '`` ` ',
  '*a',
  'a*_ ',
  '[a] ',
  '> > > a\n',
  '1. '.repeat(140) + 'a\n',
])(
  'as many %s as words may have are read within seconds',
  (sign) => {
    const text = sign.repeat(Math.floor(STORY_LIMITS.words / sign.length));
    expect(wordsTree(text).length).toBeGreaterThan(0);
  },
  5000,
);
