import { STORY_LIMITS, type StorySource, type StoryStep, type WrittenStory } from '../model/written-story.ts';
import { encodedAddress } from './story-lines.ts';

/** A step as it is being written: fields as they are typed. */
export interface StoryStepDraft {
  heading: string;
  view: string;
  words: string;
  /** a source on each line, its address last */
  sources: string;
}

/** A story as it is being written. */
export interface StoryDraft {
  title: string;
  author: string;
  language: string;
  licence: string;
  date: string | null;
  lead: string;
  steps: StoryStepDraft[];
}

/** A story as it is written on. */
export function draftOf({ title, author, language, licence, date, lead, steps }: WrittenStory): StoryDraft {
  const written = steps.map(({ sources, ...step }) => ({ ...step, sources: sources.map(sourceLine).join('\n') }));
  return {
    ...{ title, date, lead, steps: written },
    ...{ author: author ?? '', language: language ?? '', licence: licence ?? '' },
  };
}

/** The story that a draft is: without spaces around, each field as long as it may be. What is no language is none. */
export function storyOf(draft: StoryDraft, otherLines: readonly string[] = []): WrittenStory {
  const language = lineOf(draft.language);
  return {
    title: lineOf(draft.title),
    author: lineOf(draft.author) || null,
    language: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : null,
    licence: lineOf(draft.licence) || null,
    date: draft.date,
    otherLines: [...otherLines],
    lead: wordsOf(draft.lead),
    steps: draft.steps.map(stepOf),
  };
}

function stepOf({ heading, view, words, sources }: StoryStepDraft): StoryStep {
  return { heading: lineOf(heading), view: encodedAddress(view), words: wordsOf(words), sources: sourcesOf(sources) };
}

/** The sources of a step, one from each line. */
export function sourcesOf(text: string): StorySource[] {
  return text
    .split(/\r\n?|\n/)
    .map(lineOf)
    .filter((line) => line !== '')
    .slice(0, STORY_LIMITS.sources)
    .map((line) => {
      const [, words, address] = /^(.*?)\s*(https?:\/\/\S+)$/.exec(line) ?? [];
      if (address === undefined) return { text: line, url: null };
      return { text: words || address, url: encodedAddress(address) };
    });
}

function sourceLine({ text, url }: StorySource): string {
  return url === null || url === text ? text : `${text} ${url}`;
}

function lineOf(text: string): string {
  return text
    .replaceAll(/[\r\n\0]+/g, ' ')
    .trim()
    .slice(0, STORY_LIMITS.line)
    .trim();
}

function wordsOf(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim().slice(0, STORY_LIMITS.words).trim();
}
