import { STORY_LIMITS, type StoryFinding } from '../../geo/model/written-story.ts';
import { listText } from './locale.ts';
import { bytesText, counted, countText } from './numbers.ts';

/** The words of the stories’ panel. */
export const STORIES = {
  about:
    'A story leads over the map step by step: each step has a heading, a view, a few words and their sources. Read it with the buttons, by scrolling, or let it play.',
  shipped: 'With the map',
  own: 'Yours',
  ownNote: 'Kept in this browser alone. No link holds them: to share one, save its file and pass that on.',
  noneOwn: 'None yet. Make one from what the map shows now, or open a story’s file.',
  make: 'Make a story',
  open: 'Open a file',
  loading: 'Loading the stories…',
  notCome: (reason: string) => `The stories could not be loaded: ${reason}`,
  notHere:
    'The link names a story that is not here. One that somebody wrote is kept in the browser in which it was written: ask for its file.',
  untitled: 'Story without a title',
  steps: (count: number) => counted(count, { one: '{count} step', other: '{count} steps' }),
  by: (parts: readonly string[]) => listText(parts),
  all: 'All stories',
  edit: 'Edit',
  save: 'Save as a file',
  saveDamaged: ({ id }: { id: string }) => `Save what is kept of ${id}`,
  damaged: (count: number) =>
    counted(count, {
      one: 'One story that is kept here cannot be read. It stays until you have saved it.',
      other: '{count} stories that are kept here cannot be read. They stay until you have saved them.',
    }),
  back: 'Back',
  next: 'Next',
  play: 'Play',
  pause: 'Pause',
  playTitle: 'Let the story play; any key, click or scroll stops it',
  place: ({ step, of }: { step: number; of: number }) => `Step ${countText(step)} of ${countText(of)}`,
  stepNamed: ({ step }: { step: number }) => `Step ${countText(step)}`,
  sources: 'Sources',
  opensNew: '(opens a new tab)',
  remarks: (count: number) => counted(count, { one: 'One remark on the file', other: '{count} remarks on the file' }),
  notOpened: ({ file }: { file: string }) => `${file} was not opened as a story; what was open stays.`,
  stepRemark: ({ step, line, remark }: { step: number; line: number; remark: string }) =>
    `Line ${countText(line)}, view of step ${countText(step)}: ${remark}`,
} as const;

/** The words of the part that writes a story. */
export const STORY_EDITOR = {
  title: 'Title',
  author: 'Author',
  language: 'Language, such as en or ur',
  licence: 'Licence, such as CC BY 4.0',
  lead: 'Words before the first step',
  more: 'Author, licence and more',
  heading: 'Heading',
  words: 'Words, in Markdown',
  stepSources: 'Sources: one on each line, its address last',
  steps: 'Steps',
  addStep: 'Add what the map shows as a step',
  takeView: 'Take the view shown now',
  showView: 'Show its view',
  up: ({ name }: { name: string }) => `Move up: ${name}`,
  down: ({ name }: { name: string }) => `Move down: ${name}`,
  remove: ({ name }: { name: string }) => `Delete: ${name}`,
  removed: ({ name }: { name: string }) => `${name} was deleted.`,
  undo: 'Undo',
  removeStory: 'Delete the story',
  preview: 'Preview',
  kept: 'Kept in this browser as you write.',
  notKept: (reason: string) =>
    `The browser does not keep it (${reason}). It is lost when the page is closed: save it as a file.`,
  other: 'Another tab has changed this story meanwhile. Both are kept: this one is now a story of its own.',
  most: (most: number) => counted(most, { other: 'A story has at most {count} steps.' }),
  viewTaken: 'The view shown now was taken.',
} as const;

type Told = Pick<StoryFinding, 'field' | 'value'>;
const quoted = (value: string | null) => `“${value ?? ''}”`;

/** What is wrong with a story’s file or odd about it, after its line. */
const FOUND: Readonly<Record<StoryFinding['code'], (told: Told) => string>> = {
  tooLarge: () => `the file is larger than ${bytesText(STORY_LIMITS.bytes)}, the most that a story has. Divide it.`,
  notText: () => 'the file is no text. A story is a Markdown file in UTF-8.',
  noFrontMatter: ({ value }) =>
    `a story begins with a line of three hyphens, the front matter, then another such line; here stands ${quoted(value)}.`,
  openFrontMatter: () => 'the front matter that begins here has no end: put a line of three hyphens after it.',
  noVersion: () => 'the front matter has no “story: 1”, which says that the file is a story. Add it.',
  otherVersion: ({ value }) => `story: ${quoted(value)} is a form that this page does not read; it reads 1.`,
  noSteps: () => 'there is no step. A step begins with a line such as “## Its heading”.',
  tooManySteps: ({ value }) =>
    `there are ${value ?? ''} steps; a story has at most ${countText(STORY_LIMITS.steps)}. Divide it.`,
  tooLong: ({ field, value }) => `${field ?? 'the line'} is longer than a story allows: ${quoted(value)}. Shorten it.`,
  tooManySources: ({ value }) =>
    `a step has ${value ?? ''} sources; it may have ${countText(STORY_LIMITS.sources)}. Divide it.`,
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
  return `Line ${countText(line)}: ${text}`;
}
