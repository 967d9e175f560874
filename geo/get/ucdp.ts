import { UCDP_COLUMNS } from '../formats/ucdp.ts';
import { ask, type Answer, type Patience } from './ask.ts';
import { eventsIn, objectIn } from './fields.ts';
import { gleditschWard } from './gleditsch-ward.ts';
import { refused } from './refused.ts';
import type { ApiEvent, DataSource } from './source.ts';

/** https://ucdp.uu.se/apidocs/: every call names a version, and carries a token since February 2026. */
const API = 'https://ucdpapi.pcr.uu.se/api/gedevents/';
const PAGE_SIZE = '1000';
/** Pages are counted from 0, and each answer names the next one. */
const FIRST_PAGE = '0';
/** The newest yearly version that is known here. */
export const UCDP_VERSION = '26.1';
/** So many months are looked back for the newest Candidate. */
const MONTHS = 6;
/** Asked too fast, it has been seen to answer 400: that is taken so where the same question was answered before. */
const TOO_FAST = [400];

const NEEDED = [
  ...['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'where_coordinates', 'adm_1', 'adm_2', 'latitude'],
  ...[
    'longitude',
    'country',
    'country_id',
    'event_clarity',
    'date_prec',
    'date_start',
    'date_end',
    'best',
    'low',
    'high',
  ],
];

/** What UCDP is asked for. */
export interface UcdpAsked {
  /** What it asks for in the header of every call; had on request. */
  token: string;
  /** `26.1`, or `26.0.8` for a month's Candidate. */
  version: string;
  /** By name, or by number of Gleditsch and Ward. */
  countries: readonly string[];
}

/** UCDP's Georeferenced Event Dataset of a year. Throws a `UsageError` for a country that is not known here. */
export function ucdpSource(asked: UcdpAsked, patience: Patience): DataSource {
  return sourceOf('UCDP GED', GED, asked, patience);
}

/** UCDP's Candidate Events of a month. Throws a `UsageError` for a country that is not known here. */
export function candidateSource(asked: UcdpAsked, patience: Patience): DataSource {
  return sourceOf('UCDP Candidate', CANDIDATE, asked, patience);
}

/**
 * The version of the newest Candidate: the months back from a day (`YYYY-MM-DD`) are asked for one by one. Throws a
 * `SourceError` where none is found.
 */
export async function newestCandidate(token: string, today: string, patience: Patience): Promise<string> {
  const name = 'UCDP Candidate';
  const [year, month] = today.split('-').map(Number);
  for (let back = 0; back < MONTHS; back++) {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    const version = `${first.getUTCFullYear() % 100}.0.${first.getUTCMonth() + 1}`;
    const answer = await call(name, version, { pagesize: '1', page: FIRST_PAGE }, token, patience);
    if (answer.status === 404 || answer.status === 400) continue;
    check(name, version, answer);
    return version;
  }
  throw refused(
    name,
    'version',
    today,
    `: no version of the last ${MONTHS} months was found`,
    'Name one with --version',
  );
}

const SUNDBERG =
  'Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4)';
const GED = `${SUNDBERG}, and what https://ucdp.uu.se/downloads/ names for the version`;
const CANDIDATE =
  'Hegre, Croicu, Eck and Högbladh (2020), Introducing the UCDP Candidate Events Dataset, Research & Politics 7(3)';

function sourceOf(
  label: string,
  attribution: string,
  { token, version, countries }: UcdpAsked,
  patience: Patience,
): DataSource {
  const name = `${label} ${version}`;
  const numbers = countries.map(gleditschWard).join(',');
  return {
    name,
    version,
    address: `${API}${version}?Country=${numbers}`,
    countries,
    columns: UCDP_COLUMNS,
    needed: NEEDED,
    licence: 'CC BY 4.0',
    attribution,
    first: FIRST_PAGE,
    page: async (at) => {
      const query = { pagesize: PAGE_SIZE, page: at, Country: numbers };
      const answer = await call(name, version, query, token, patience, at === FIRST_PAGE ? [] : TOO_FAST);
      check(name, version, answer);
      const body = objectIn(name, answer.body);
      return { rows: eventsIn(name, body, 'Result'), next: nextIn(name, body), total: totalIn(body) };
    },
  };
}

function call(
  name: string,
  version: string,
  query: Readonly<Record<string, string>>,
  token: string,
  patience: Patience,
  busy: readonly number[] = [],
): Promise<Answer> {
  const url = new URL(`${API}${version}?${new URLSearchParams(query).toString()}`);
  return ask({ name, url, headers: { 'x-ucdp-access-token': token }, busy }, patience);
}

function check(name: string, version: string, { status, body }: Answer): void {
  if (status === 200) return;
  if (status === 401 || status === 403) {
    const fix = 'Ask for a token as https://ucdp.uu.se/apidocs/ says, and give it in UCDP_ACCESS_TOKEN';
    throw refused(name, 'x-ucdp-access-token', body, `is what it says to the token (status ${status})`, fix);
  }
  if (status === 404 || status === 400) {
    throw refused(
      name,
      'version',
      version,
      `is not there (status ${status})`,
      'Give one that https://ucdp.uu.se/downloads/ names',
    );
  }
  throw refused(name, null, body, `is its answer (status ${status})`, 'Try again later');
}

/** The number of the next page, of the address that UCDP gives for it: '' or nothing after the last one. */
function nextIn(name: string, { NextPageUrl: url }: ApiEvent): string | null {
  if (url === null || url === '') return null;
  const page = typeof url === 'string' && URL.canParse(url, API) ? new URL(url, API).searchParams.get('page') : null;
  if (page !== null && /^\d+$/.test(page)) return page;
  throw refused(name, 'NextPageUrl', url ?? null, 'names no page', 'The source has changed: download its file by hand');
}

function totalIn({ TotalCount: total }: ApiEvent): number | null {
  return typeof total === 'number' ? total : null;
}
