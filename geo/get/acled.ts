import { ask, type Answer, type Patience } from './ask.ts';
import { eventsIn, objectIn } from './fields.ts';
import { refused } from './refused.ts';
import type { ApiEvent, DataSource } from './source.ts';

/** https://acleddata.com/api-documentation/getting-started: a token for an account's e-mail and password, good for a day. */
const TOKENS = 'https://acleddata.com/oauth/token';
const API = 'https://acleddata.com/api/acled/read';
/** The most that ACLED gives at once. */
const PAGE_SIZE = '5000';
const NAME = 'ACLED';

/** The columns of an export, in their order. */
const COLUMNS = [
  ...['event_id_cnty', 'event_date', 'year', 'time_precision', 'disorder_type', 'event_type', 'sub_event_type'],
  ...['actor1', 'assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2', 'inter2', 'interaction', 'civilian_targeting'],
  ...['iso', 'region', 'country', 'admin1', 'admin2', 'admin3', 'location', 'latitude', 'longitude', 'geo_precision'],
  ...['source', 'source_scale', 'notes', 'fatalities', 'tags', 'timestamp'],
];
const NEEDED = [
  ...['event_id_cnty', 'event_date', 'time_precision', 'event_type', 'sub_event_type', 'actor1', 'inter1', 'actor2'],
  ...['inter2', 'country', 'admin1', 'admin2', 'location', 'latitude', 'longitude', 'geo_precision', 'source', 'notes'],
  'fatalities',
];

/** An account of ACLED, and what is asked of it. */
export interface AcledAsked {
  email: string;
  password: string;
  /** As ACLED names them. */
  countries: readonly string[];
}

/**
 * ACLED's events of whole countries, one country after the other, by the user's own account: its password and the tokens
 * for it are held while it runs and written nowhere. What an account may see is for ACLED to say.
 */
export function acledSource({ email, password, countries }: AcledAsked, patience: Patience): DataSource {
  let token: string | null = null;
  const read = async (url: URL): Promise<Answer> => {
    const isNew = token === null;
    token ??= await tokenFor(email, password, patience);
    const answer = await ask({ name: NAME, url, headers: { Authorization: `Bearer ${token}` } }, patience);
    if (answer.status !== 401 || isNew) return answer;
    token = null; // good for a day only
    return read(url);
  };
  return {
    name: NAME,
    version: null,
    address: API,
    countries,
    columns: COLUMNS,
    needed: NEEDED,
    licence: 'your own download under ACLED’s terms of use, not to be passed on',
    attribution: 'ACLED, Armed Conflict Location & Event Data (acleddata.com), with the day of the download',
    first: '0/1',
    page: async (at) => {
      const { country, page } = placeOf(at);
      const query = { _format: 'json', country: countries[country], limit: PAGE_SIZE, page: `${page}` };
      const body = bodyOf(await read(new URL(`${API}?${new URLSearchParams(query).toString()}`)));
      const rows = eventsIn(NAME, body, 'data');
      const isDone = rows.length === 0;
      const isLast = isDone && country === countries.length - 1;
      return { rows, next: isLast ? null : isDone ? `${country + 1}/1` : `${country}/${page + 1}`, total: null };
    },
  };
}

/** Which country, from 0, and which of its pages, from 1. The page after the last one is empty. */
function placeOf(at: string): { country: number; page: number } {
  const [country, page] = at.split('/').map(Number);
  return { country, page };
}

async function tokenFor(username: string, password: string, patience: Patience): Promise<string> {
  const body = new URLSearchParams({
    ...{ username, password, grant_type: 'password' },
    ...{ client_id: 'acled', scope: 'authenticated' },
  });
  const answer = await ask({ name: NAME, url: new URL(TOKENS), method: 'POST', body }, patience);
  if (answer.status !== 200) {
    const reason = `is what it says to the e-mail and password (status ${answer.status})`;
    throw refused(
      NAME,
      'oauth/token',
      answer.body,
      reason,
      'Give those of your account in ACLED_EMAIL and ACLED_PASSWORD',
    );
  }
  const { access_token: token, ...rest } = objectIn(NAME, answer.body);
  if (typeof token === 'string' && token !== '') return token;
  throw refused(NAME, 'access_token', Object.keys(rest), 'is all that its answer has', 'Bring this program up to date');
}

/** The body of an answer; throws a `SourceError` with ACLED's words where it says that something is wrong. */
function bodyOf({ status, body }: Answer): ApiEvent {
  if (status === 401 || status === 403) {
    const fix = 'See on acleddata.com whether your account has accepted the terms and may use the API';
    throw refused(NAME, null, body, `is its answer (status ${status})`, fix);
  }
  if (status !== 200) throw refused(NAME, null, body, `is its answer (status ${status})`, 'Try again later');
  const answer = objectIn(NAME, body);
  if (answer.success !== false) return answer;
  throw refused(
    NAME,
    'messages',
    answer.messages ?? answer,
    'is its answer',
    'See on acleddata.com what your account may see',
  );
}
