import { STORY_LIMITS, type StoryFinding } from '../model/written-story.ts';

type Told = Pick<StoryFinding, 'field' | 'value'>;
const quoted = (value: string | null) => `“${value ?? ''}”`;

/** What is wrong with a story’s file or odd about it, after its line. */
const FOUND: Readonly<Record<StoryFinding['code'], (told: Told) => string>> = {
  tooLarge: () => `the file is larger than ${STORY_LIMITS.bytes / 1e6} MB, the most that a story has. Divide it.`,
  notText: () => 'the file is no text. A story is a Markdown file in UTF-8.',
  noFrontMatter: ({ value }) =>
    `a story begins with a line of three hyphens, the front matter, then another such line; here stands ${quoted(value)}.`,
  openFrontMatter: () => 'the front matter that begins here has no end: put a line of three hyphens after it.',
  noVersion: () => 'the front matter has no “story: 1”, which says that the file is a story. Add it.',
  otherVersion: ({ value }) => `story: ${quoted(value)} is a form that this page does not read; it reads 1.`,
  noSteps: () => 'there is no step. A step begins with a line such as “## Its heading”.',
  tooManySteps: ({ value }) => `there are ${value ?? ''} steps; a story has at most ${STORY_LIMITS.steps}. Divide it.`,
  tooLong: ({ field, value }) => `${field ?? 'the line'} is longer than a story allows: ${quoted(value)}. Shorten it.`,
  tooManySources: ({ value }) => `a step has ${value ?? ''} sources; it may have ${STORY_LIMITS.sources}. Divide it.`,
  unknownKey: ({ field }) =>
    `${quoted(field)} is no key of a story (title, author, language, licence, date). It is kept as it is.`,
  noKey: ({ value }) => `${quoted(value)} is not written as “key: value”. It is kept as it is.`,
  twice: ({ field, value }) => `${quoted(field)} stands twice; the first counts, ${quoted(value)} is kept as it is.`,
  badValue: ({ field, value }) => `${field ?? ''} cannot be ${quoted(value)}. It is kept as it is, and not shown.`,
  noTitle: () => 'there is no title. Add “title: …”.',
  noView: ({ value }) =>
    `the step ${quoted(value)} has no view. Put a link such as “[View](#t=2007-01-01/2014-12-31)” under its heading. It shows all.`,
  strangeSource: ({ value }) => `the source ${quoted(value)} does not begin with a hyphen. It was taken as one.`,
};

/** `Line 3, mood: “mood” is no key of a story…` */
export function storyFindingText({ code, line, field, value }: StoryFinding): string {
  const text = FOUND[code]({ field, value });
  if (line === null) return text[0].toUpperCase() + text.slice(1);
  return `Line ${line}: ${text}`;
}
