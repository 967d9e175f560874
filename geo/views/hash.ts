import * as z from 'zod/mini';
import { FIRST_MODE, type Mode, type Window } from '../time/window.ts';
import { itemsOf } from '../store/written-filters.ts';

/** How a setting stands in the hash of the page's address. */
export interface HashSetting {
  codec: z.ZodMiniType<unknown, string>;
  /** A list, of which what can be read is kept. */
  isList?: boolean | undefined;
}

/** A longer hash is not read: no view needs one. */
export const MOST_CHARACTERS = 32_000;

/** What others add to a link that is passed on; it says nothing of the view. */
const TRACKING = /^(utm_\w+|\w*clk?id|gbraid|wbraid|mc_[ce]id|igshid|_ga|_gl|mkt_tok)$/;

/** What of a hash can be read. */
export interface ReadHash {
  /** by key */
  values: Record<string, unknown>;
  /** The parts that cannot, as they stand in it. */
  unread: string[];
  /** Whether it has more than MOST_CHARACTERS, of which nothing is read. */
  isTooLong: boolean;
}

/**
 * What a hash asks for, part by part: what cannot be read takes nothing else with it. Of a key that stands twice the
 * first counts. `t` and `mode` are among the settings.
 */
export function readHash(hash: string, settings: Readonly<Record<string, HashSetting>>): ReadHash {
  const text = hash.replace(/^#/, '');
  if (text.length > MOST_CHARACTERS) return { values: {}, unread: [], isTooLong: true };
  const values: Record<string, unknown> = {};
  const unread: string[] = [];
  const read = new Map<string, string>();
  for (const part of text.split('&')) {
    const [[key, value] = ['', '']] = new URLSearchParams(part);
    if (part === '' || TRACKING.test(key)) continue;
    if (!isEncoded(part)) unread.push(part);
    else if (!Object.hasOwn(settings, key) || (read.has(key) && read.get(key) !== value))
      unread.push(`${key}=${value}`);
    else {
      read.set(key, value);
      const rest = take(values, key, settings[key], value);
      if (rest !== null) unread.push(`${key}=${rest}`);
    }
  }
  const { t, mode = FIRST_MODE } = values as { t?: Window; mode?: Mode };
  // only a window must be in order: in the other modes one of the days is hidden
  if (t && mode === 'window' && t.start > t.end) {
    delete values.t;
    unread.push(`t=${read.get('t')}`);
  }
  return { values, unread, isTooLong: false };
}

/** Takes what can be read of a value; gives what cannot, `null` where all can. */
function take(
  values: Record<string, unknown>,
  key: string,
  { codec, isList }: HashSetting,
  text: string,
): string | null {
  const whole = z.safeDecode(codec, text);
  if (whole.success) {
    values[key] = whole.data;
    return null;
  }
  const { read, unread } = isList ? itemsOf(codec, text) : { read: [], unread: [] };
  const part = z.safeDecode(codec, read.join(','));
  if (read.length === 0 || !part.success) return text;
  values[key] = part.data;
  return unread.join(',');
}

/** Whether the percent signs of a part of the hash stand for text. */
function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
