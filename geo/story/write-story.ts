import { STORY_VERSION, type StorySource, type StoryStep, type WrittenStory } from '../model/written-story.ts';
import { escapedLine, escapedSource, FENCE, SOURCES_LINE } from './story-lines.ts';

/** The story as its file: front matter, then each step with a heading, its view, its words and its sources. */
export function writeStory({ lead, steps, otherLines, ...told }: WrittenStory): string {
  const { title, author, language, licence, date } = told;
  const keys = { title, author, language, licence, date };
  const front = [
    FENCE,
    `story: ${STORY_VERSION}`,
    ...Object.entries(keys).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${scalar(value)}`])),
    ...otherLines,
    FENCE,
  ];
  const parts = [front.join('\n'), wordsLines(lead), ...steps.map(stepText)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function stepText({ heading, view, words, sources }: StoryStep): string {
  const list = sources.length === 0 ? '' : `${SOURCES_LINE}\n\n${sources.map(sourceLine).join('\n')}`;
  const parts = [`## ${heading}`.trim(), `[View](#${view})`, wordsLines(words), list];
  return parts.filter((part) => part !== '').join('\n\n');
}

function wordsLines(words: string): string {
  return words.split('\n').map(escapedLine).join('\n');
}

function sourceLine({ text, url }: StorySource): string {
  return url === null ? `- ${escapedSource(text)}` : `- [${text}](${url})`;
}

/** Plain where YAML reads it as it is, else in double quotes, whose escapes are those of JSON. */
function scalar(value: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ,.()/–-]*$/u.test(value) && value === value.trim();
  return isPlain ? value : JSON.stringify(value);
}
