import { listText } from './locale.ts';
import { counted, countText } from './numbers.ts';

export { storyFindingText } from '../../geo/words/stories.ts';

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
  film: 'Make a film of this story',
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
