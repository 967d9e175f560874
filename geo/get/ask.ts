import { setTimeout } from 'node:timers/promises';
import { parsed } from '../formats/rows.ts';
import { messageOf } from '../model/errors.ts';
import { refused } from './refused.ts';

/** So often is one thing asked for. */
const TRIES = 7;
/** Waited before the second try, seconds; before each further one twice as long. */
const FIRST_WAIT = 2;
/** Nobody waits longer than this for one answer, seconds: then it is for the user to come again. */
const LONGEST_WAIT = 600;
/** An answer takes no longer, milliseconds. */
const TIMEOUT = 120_000;

/** What an answer is waited with, and where it is said that it has to be waited for. */
export interface Patience {
  note: (line: string) => void;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<unknown>;
}

/** Waits by the clock. */
export function patience(note: (line: string) => void): Patience {
  return { note, wait: (ms) => setTimeout(ms) };
}

/** One request: the name of who is asked, for messages; `busy` are further statuses that stand for "too many requests". */
export interface Question {
  name: string;
  url: URL;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: URLSearchParams | null;
  busy?: readonly number[];
}

/** What a server said: JSON, or text where an error is told in words. */
export interface Answer {
  status: number;
  body: unknown;
}

/** What has to be asked for again: why, and after how many seconds, where the server says so. */
interface Again {
  why: string;
  after: number | null;
}

/**
 * Asks for JSON, again where the server is busy (429, 408, 5xx) or the connection is cut, each time after a longer while
 * or as long as `Retry-After` says. Any other answer is given as it is. What is secret is sent to no other host: a
 * redirection is no answer.
 * Throws a `SourceError` where nothing comes after several tries.
 */
export async function ask(request: Question, { note, wait }: Patience): Promise<Answer> {
  for (let tried = 1; ; tried++) {
    const outcome = await tryOnce(request);
    if ('status' in outcome) return outcome;
    const seconds = outcome.after ?? FIRST_WAIT * 2 ** (tried - 1);
    if (tried === TRIES || seconds > LONGEST_WAIT) {
      const fix = `Give the same command again later${seconds > LONGEST_WAIT ? `, after ${Math.ceil(seconds / 60)} minutes` : ''}: it goes on where it was`;
      throw refused(request.name, null, outcome.why, 'is all that came', fix);
    }
    note(`${request.name}: ${outcome.why}; asked again in ${seconds} s`);
    await wait(seconds * 1000);
  }
}

async function tryOnce({
  name,
  url,
  method = 'GET',
  headers = {},
  body = null,
  busy = [],
}: Question): Promise<Answer | Again> {
  let response: Response;
  let text: string;
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    text = await response.text();
  } catch (error) {
    return { why: causeOf(error), after: null };
  }
  const { status } = response;
  if (status === 429 || status === 408 || status >= 500 || busy.includes(status)) {
    return { why: `status ${status}`, after: secondsIn(response.headers.get('retry-after')) };
  }
  if (status >= 300 && status < 400) {
    const to = response.headers.get('location') ?? '';
    throw refused(name, null, to, 'is where it has moved, and nothing is sent there', 'Bring this program up to date');
  }
  const json = parsed(text);
  if (json === undefined && response.ok) return { why: 'an answer that is no JSON', after: null };
  return { status, body: json ?? text };
}

/** Why nothing came: Node puts the reason behind "fetch failed". */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `no answer (${messageOf(cause)})`;
}

/** `Retry-After` in seconds from now: it gives seconds, or a date. */
function secondsIn(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds));
}
