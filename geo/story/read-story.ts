import {
  STORY_LIMITS,
  STORY_VERSION,
  writtenStorySchema,
  type StoryFinding,
  type StorySource,
  type StoryStep,
  type WrittenStory,
} from '../model/written-story.ts';
import { encodedAddress, FENCE, SOURCES_LINE, unescapedLine, unescapedSource } from './story-lines.ts';

/** What a file gives: the story with what is odd about it, or why it is none. */
export type ReadStory =
  | { story: WrittenStory; remarks: readonly StoryFinding[]; /** of each step, from 1 */ stepLines: readonly number[] }
  | StoryRefusal;

interface StoryRefusal {
  refused: readonly StoryFinding[];
}

interface FrontMatter {
  values: Partial<Record<FrontKey, string>>;
  otherLines: string[];
  remarks: StoryFinding[];
}

interface StoryBody {
  lead: string;
  steps: StoryStep[];
  stepLines: number[];
  remarks: StoryFinding[];
}

const KEYS = ['title', 'author', 'language', 'licence', 'date'] as const;
type FrontKey = (typeof KEYS)[number];
const isKey = (key: string): key is FrontKey => (KEYS as readonly string[]).includes(key);

/** So much of a value is told. */
const TOLD = 60;

function finding(
  code: StoryFinding['code'],
  line: number | null,
  field: string | null = null,
  value: string | null = null,
): StoryFinding {
  const told = value !== null && value.length > TOLD ? `${value.slice(0, TOLD)}…` : value;
  return { code, line, field, value: told };
}

/**
 * Reads a story from its file’s text. The front matter is a small part of YAML: `key: value` on a line each, the value
 * plain or in quotes, `#` before a remark; what else stands there is told and kept.
 */
export function readStory(text: string): ReadStory {
  if (text.length > STORY_LIMITS.bytes) return { refused: [finding('tooLarge', null)] };
  if (text.includes('\0')) return { refused: [finding('notText', null)] };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  if (lines[0].trimEnd() !== FENCE) return { refused: [finding('noFrontMatter', 1, null, lines[0])] };
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === FENCE);
  if (close < 0) return { refused: [finding('openFrontMatter', 1)] };
  const front = readFront(lines.slice(1, close));
  if ('refused' in front) return front;
  const body = readBody(lines, close + 1);
  if ('refused' in body) return body;
  const { values, otherLines, remarks } = front;
  const { lead, steps, stepLines } = body;
  const story = { author: null, language: null, licence: null, date: null, ...values, otherLines, lead, steps };
  const result = writtenStorySchema.safeParse({ ...story, title: values.title ?? '' });
  // all of it has been looked at line by line
  if (!result.success) throw new Error(`a story was read wrongly: ${result.error.message}`);
  return { story: result.data, remarks: [...remarks, ...body.remarks], stepLines };
}

function readFront(lines: readonly string[]): FrontMatter | StoryRefusal {
  const values: Partial<Record<FrontKey, string>> = {};
  const otherLines: string[] = [];
  const remarks: StoryFinding[] = [];
  let version: { value: string; line: number } | null = null;
  for (const [i, raw] of lines.entries()) {
    const at = i + 2;
    const text = raw.trim();
    if (text === '') continue;
    const keep = (code: StoryFinding['code'], field: string | null, value: string) => {
      remarks.push(finding(code, at, field, value));
      otherLines.push(text);
    };
    if (text.length > STORY_LIMITS.frontLine) return { refused: [finding('tooLong', at, null, text)] };
    if (text.startsWith('#')) {
      otherLines.push(text);
      continue;
    }
    const [, key, written] = /^([^\s:#"'][^:]*?)\s*:(?:\s+(.*))?$/.exec(text) ?? [];
    if (key === undefined || /^\s/.test(raw)) {
      keep('noKey', null, text);
      continue;
    }
    const value = scalarOf(written ?? '');
    if (key === 'story' && version === null) version = { value: value ?? written, line: at };
    else if (!isKey(key)) keep('unknownKey', key, text);
    else if (values[key] !== undefined) keep('twice', key, text);
    else if (value === null || (value !== '' && !isValue(key, value))) keep('badValue', key, written ?? '');
    else if (value !== '') values[key] = value;
  }
  if (version === null) return { refused: [finding('noVersion', 1, 'story')] };
  if (version.value !== String(STORY_VERSION))
    return { refused: [finding('otherVersion', version.line, 'story', version.value)] };
  if (values.title === undefined) remarks.unshift(finding('noTitle', 1, 'title'));
  return { values, otherLines, remarks };
}

/** A value as YAML has it on one line; `null` where it is written in a way that is not read here. */
function scalarOf(written: string): string | null {
  if (written.startsWith('"')) {
    const [, quoted] = /^("(?:[^"\\]|\\.)*")\s*(?:#.*)?$/.exec(written) ?? [];
    try {
      return quoted === undefined ? null : String(JSON.parse(quoted)).trim();
    } catch {
      return null;
    }
  }
  if (written.startsWith("'")) {
    const [, quoted] = /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(written) ?? [];
    return quoted === undefined ? null : quoted.replaceAll("''", "'").trim();
  }
  if (/^[[\]{}&*!|>%@`]/.test(written)) return null;
  return written.replace(/(?:^|\s)#.*$/, '').trim();
}

function isValue(key: FrontKey, value: string): boolean {
  return writtenStorySchema.shape[key].safeParse(value).success;
}

interface Begun {
  heading: string;
  line: number;
  lines: string[];
}

function readBody(lines: readonly string[], from: number): StoryBody | StoryRefusal {
  const lead: string[] = [];
  const begun: Begun[] = [];
  for (const [i, line] of lines.slice(from).entries()) {
    const heading = /^##(?:\s+(.*))?$/.exec(line);
    if (heading) begun.push({ heading: (heading[1] ?? '').trim(), line: from + i + 1, lines: [] });
    else (begun.at(-1)?.lines ?? lead).push(line);
  }
  if (begun.length === 0) return { refused: [finding('noSteps', null)] };
  if (begun.length > STORY_LIMITS.steps)
    return { refused: [finding('tooManySteps', begun[STORY_LIMITS.steps].line, null, String(begun.length))] };
  const leadText = wordsOf(lead);
  if (leadText.length > STORY_LIMITS.words) return { refused: [finding('tooLong', from + 1, 'words', leadText)] };
  const steps: StoryStep[] = [];
  const remarks: StoryFinding[] = [];
  for (const one of begun) {
    const read = readStep(one);
    if ('refused' in read) return read;
    steps.push(read.step);
    remarks.push(...read.remarks);
  }
  return { lead: leadText, steps, remarks, stepLines: begun.map(({ line }) => line) };
}

function readStep({ heading, line, lines }: Begun): { step: StoryStep; remarks: StoryFinding[] } | StoryRefusal {
  const remarks: StoryFinding[] = [];
  if (heading.length > STORY_LIMITS.line) return { refused: [finding('tooLong', line, 'heading', heading)] };
  const first = lines.findIndex((text) => text.trim() !== '');
  const [, address] = /^\[[^\]]*\]\((.*)\)$/.exec((lines[first] ?? '').trim()) ?? [];
  const hash = address === undefined ? -1 : address.indexOf('#');
  const view = hash < 0 ? '' : encodedAddress(address.slice(hash + 1).replace(/^#/, ''));
  if (hash < 0) remarks.push(finding('noView', line, 'view', heading));
  if (view.length > STORY_LIMITS.view) return { refused: [finding('tooLong', line + 1 + first, 'view', view)] };
  const rest = hash < 0 ? lines : lines.slice(first + 1);
  const restLine = line + 1 + (hash < 0 ? 0 : first + 1);
  const at = rest.findLastIndex((text) => text.trimEnd() === SOURCES_LINE);
  const cited = at < 0 ? [] : rest.slice(at + 1);
  const words = wordsOf(at < 0 ? rest : rest.slice(0, at));
  if (words.length > STORY_LIMITS.words) return { refused: [finding('tooLong', restLine, 'words', words)] };
  const sources: StorySource[] = [];
  for (const [i, raw] of cited.entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const where = restLine + at + 1 + i;
    if (text.length > STORY_LIMITS.line + STORY_LIMITS.address)
      return { refused: [finding('tooLong', where, 'sources', text)] };
    const item = text.replace(/^[-*]\s+/, '');
    if (item === text) remarks.push(finding('strangeSource', where, 'sources', text));
    const source = sourceOf(item);
    if (source.text.length > STORY_LIMITS.line) return { refused: [finding('tooLong', where, 'sources', text)] };
    sources.push(source);
  }
  if (sources.length > STORY_LIMITS.sources)
    return { refused: [finding('tooManySources', line, 'sources', String(sources.length))] };
  const step: StoryStep = { heading, view, words, sources };
  return { step, remarks };
}

function wordsOf(lines: readonly string[]): string {
  return lines.map(unescapedLine).join('\n').trim();
}

function sourceOf(item: string): StorySource {
  const [, text, address] = /^\[(.*\S)\]\((https?:\/\/[^\s()<>]+)\)$/.exec(item) ?? [];
  if (text === undefined || address.length > STORY_LIMITS.address) return { text: unescapedSource(item), url: null };
  return { text: text.trim(), url: address };
}
