import * as z from 'zod/mini';
import { dayText } from './day.ts';

/** The version of the form that is written, and read. */
export const STORY_VERSION = 1;

/** More a story does not have: it is told in words, and nothing of it is opened. Characters, but for the file's bytes. */
export const STORY_LIMITS = {
  bytes: 1_000_000,
  steps: 200,
  words: 10_000,
  sources: 50,
  line: 300,
  frontLine: 1000,
  view: 32_000,
  address: 2000,
} as const;

/** One line of text without spaces around it. */
const line = z.string().check(z.maxLength(STORY_LIMITS.line), z.regex(/^(?:\S(?:[^\r\n]*\S)?)?$/));
/** Several lines of Markdown without empty ones around them. */
const words = z.string().check(
  z.maxLength(STORY_LIMITS.words),
  z.refine((text) => text === text.trim() && !text.includes('\r')),
);

/** Where a step has its words from. */
const storySourceSchema = z.strictObject({
  text: line.check(z.minLength(1)),
  /** of the web; brackets and spaces in it are encoded */
  url: z.nullable(z.string().check(z.maxLength(STORY_LIMITS.address), z.regex(/^https?:\/\/[^\s()<>]+$/))),
});
export type StorySource = z.infer<typeof storySourceSchema>;

const storyStepSchema = z.strictObject({
  /** plain text; empty while it has none */
  heading: line,
  /** the hash of a link of the page, without `#`: window, camera, filters, layers and panels */
  view: z.string().check(z.maxLength(STORY_LIMITS.view), z.regex(/^[^\s()<>]*$/)),
  /** Markdown */
  words,
  sources: z.array(storySourceSchema).check(z.maxLength(STORY_LIMITS.sources)),
});
export type StoryStep = z.infer<typeof storyStepSchema>;

/** A story that the map tells, as its file has it. */
export const writtenStorySchema = z.strictObject({
  title: line,
  author: z.nullable(line.check(z.minLength(1))),
  /** BCP 47 */
  language: z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))),
  licence: z.nullable(line.check(z.minLength(1))),
  date: z.nullable(dayText),
  /** Lines of the front matter that mean nothing here: they are kept and written again. */
  otherLines: z.array(z.string().check(z.maxLength(STORY_LIMITS.frontLine), z.regex(/^\S(?:[^\r\n]*\S)?$/))),
  /** Markdown before the first step */
  lead: words,
  steps: z.array(storyStepSchema).check(z.maxLength(STORY_LIMITS.steps)),
});
export type WrittenStory = z.infer<typeof writtenStorySchema>;

/** What may be wrong with a story’s file, or odd about it. */
export const STORY_FINDINGS = [
  ...(['tooLarge', 'notText', 'noFrontMatter', 'openFrontMatter', 'noVersion', 'otherVersion'] as const),
  ...(['noSteps', 'tooManySteps', 'tooLong', 'tooManySources'] as const),
  ...(['unknownKey', 'noKey', 'twice', 'badValue', 'noTitle', 'noView', 'strangeSource'] as const),
] as const;
type StoryFindingCode = (typeof STORY_FINDINGS)[number];

/** Something about a story’s file. */
export interface StoryFinding {
  code: StoryFindingCode;
  /** in the file, from 1; `null` where it is about all of it */
  line: number | null;
  /** a key of the front matter, or what of a step it is about */
  field: string | null;
  /** as it stands there, cut where it is long */
  value: string | null;
}
