import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acledEvents, ucdpEvents } from '../get/made-events.ts';
import { answerWith, type Came, type Said } from '../get/local-server.ts';
import { callGeo } from './call.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

let folder = '';
let out = '';
// nobody waits in a test
vi.mock('node:timers/promises', () => {
  const setTimeout = () => Promise.resolve();
  return { setTimeout, default: { setTimeout } };
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durand-get-'));
  folders.push(folder);
  out = join(folder, 'events.csv');
  vi.stubEnv('UCDP_ACCESS_TOKEN', 'made-up-token');
  vi.stubEnv('ACLED_EMAIL', 'someone@made.example');
  vi.stubEnv('ACLED_PASSWORD', 'pa&ss word');
});
afterEach(() => vi.unstubAllEnvs());

interface PrintedReport {
  rows: unknown;
  incidents: number;
  deaths: { best: number; low: number; high: number };
}
async function report(file: string): Promise<PrintedReport> {
  const { status, out: lines, notes } = await callGeo(['report', file, '--json']);
  expect([status, notes]).toEqual([0, expect.stringMatching(/: \w+ → id; /)]);
  return JSON.parse(lines[0]) as PrintedReport;
}
const hashOf = (file: string) => `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;

/** UCDP's answer to a question, of events that it gives two at a time. */
function ucdp({ url, headers }: Came, events: readonly unknown[], size = 2): Said {
  if (headers['x-ucdp-access-token'] !== 'made-up-token') return { status: 401, text: 'API token required' };
  const page = Number(url.searchParams.get('page'));
  const isLast = (page + 1) * size >= events.length;
  const nextUrl = `https://ucdpapi.pcr.uu.se${url.pathname}?pagesize=1000&page=${page + 1}`;
  return {
    json: {
      TotalCount: events.length,
      TotalPages: Math.ceil(events.length / size),
      PreviousPageUrl: '',
      NextPageUrl: isLast ? '' : nextUrl,
      Result: events.slice(page * size, (page + 1) * size),
    },
  };
}

describe('geo get ucdp', () => {
  it('fetches all pages into a CSV that report reads as it is, and writes beside it what it is', async () => {
    const asked = await answerWith((came) => ucdp(came, ucdpEvents(5)));
    const { status, out: said, notes } = await callGeo(['get', 'ucdp', '--version', '25.1', '--out', out]);
    expect(status).toBe(0);
    expect(asked.map(({ method, host, url }) => `${method} ${host}${url.pathname}`)).toEqual(
      Array(3).fill('GET https://ucdpapi.pcr.uu.se/api/gedevents/25.1'),
    );
    expect(asked.map(({ url }) => Object.fromEntries(url.searchParams))).toEqual(
      ['0', '1', '2'].map((page) => ({ pagesize: '1000', page, Country: '770,700' })),
    );
    expect(notes).toContain('UCDP GED 25.1: CC BY 4.0. Cite Sundberg and Melander (2013)');
    expect(notes).toContain('UCDP GED 25.1: 5 of 5 events');
    expect(said[0]).toBe(`5 events of UCDP GED 25.1 in ${out} (${readFileSync(out).length} bytes, ${hashOf(out)})`);

    // 1 + 2 + 3 + 4 + 5, and one more each at the highest
    const { rows, deaths } = await report(out);
    expect(rows).toEqual({ read: 5, accepted: 5, rejected: 0 });
    expect(deaths).toMatchObject({ best: 15, low: 15, high: 20 });

    expect(JSON.parse(readFileSync(`${out}.source.json`, 'utf8'))).toMatchObject({
      dataset: 'UCDP GED 25.1',
      version: '25.1',
      countries: ['Pakistan', 'Afghanistan'],
      events: 5,
      bytes: readFileSync(out).length,
      hash: hashOf(out),
      licence: 'CC BY 4.0',
    });
    expect(readdirSync(folder).sort()).toEqual(['events.csv', 'events.csv.source.json']);
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain('made-up-token');
  });

  it('goes on where a cut was: what came is not asked for again', async () => {
    const events = ucdpEvents(6);
    let isDown = true;
    const asked = await answerWith((came) =>
      isDown && came.url.searchParams.get('page') === '2' ? 'cut' : ucdp(came, events),
    );
    const args = ['get', 'ucdp', '--version', '25.1', '--out', out];
    const cut = await callGeo(args);
    expect(cut.status).toBe(1);
    expect(cut.notes).toMatch(/no answer \(.+\)" is all that came\. Give the same command again later: it goes on/);
    expect(existsSync(out)).toBe(false);

    isDown = false;
    asked.length = 0;
    // what was being written when the machine stopped
    writeFileSync(`${out}.part`, `${readFileSync(`${out}.part`, 'utf8')}7,half a ro`);
    const whole = await callGeo(args);
    expect(whole.status).toBe(0);
    expect(asked.map(({ url }) => url.searchParams.get('page'))).toEqual(['2']);
    expect(whole.notes).toContain('4 events are in');
    const { rows, deaths } = await report(out);
    expect(rows).toEqual({ read: 6, accepted: 6, rejected: 0 });
    expect(deaths.best).toBe(21);
    expect(readdirSync(folder).sort()).toEqual(['events.csv', 'events.csv.source.json']);
  });

  it('begins anew where something else is asked for', async () => {
    let isDown = true;
    const asked = await answerWith((came) =>
      isDown && came.url.searchParams.get('page') === '1' ? { status: 500, text: '' } : ucdp(came, ucdpEvents(4)),
    );
    expect((await callGeo(['get', 'ucdp', '--version', '25.1', '--out', out])).status).toBe(1);
    isDown = false;
    asked.length = 0;
    const other = ['get', 'ucdp', '--version', '25.1', '--countries', 'Ukraine, 652', '--out', out];
    expect((await callGeo(other)).status).toBe(0);
    expect(asked.map(({ url }) => `${url.searchParams.get('page')} ${url.searchParams.get('Country')}`)).toEqual([
      '0 369,652',
      '1 369,652',
    ]);
    expect((await report(out)).rows).toEqual({ read: 4, accepted: 4, rejected: 0 });
  });

  it('asks again where it is told 429, 500, or 400 after some pages', async () => {
    const failures: Said[] = [
      { status: 429, text: '', headers: { 'retry-after': '1' } },
      { status: 500, text: '' },
      { status: 400, text: 'Bad Request' },
    ];
    const asked = await answerWith((came) =>
      came.url.searchParams.get('page') === '1'
        ? (failures.shift() ?? ucdp(came, ucdpEvents(3)))
        : ucdp(came, ucdpEvents(3)),
    );
    const { status, notes } = await callGeo(['get', 'ucdp', '--version', '25.1', '--out', out]);
    expect([status, asked.length]).toEqual([0, 5]);
    expect(notes).toContain('status 429; asked again in 1 s');
    expect((await report(out)).rows).toEqual({ read: 3, accepted: 3, rejected: 0 });
  });

  it('is refused with UCDP’s words where the token is not taken, and nothing is left', async () => {
    vi.stubEnv('UCDP_ACCESS_TOKEN', 'a-wrong-one');
    await answerWith((came) => ucdp(came, ucdpEvents(1)));
    const { status, notes } = await callGeo(['get', 'ucdp', '--out', out]);
    expect(status).toBe(1);
    expect(notes).toContain('"API token required" is what it says to the token (status 401). Ask for a token');
    expect(notes).not.toContain('a-wrong-one');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names a version that is not there', async () => {
    await answerWith(() => ({ status: 404, text: '' }));
    const { status, notes } = await callGeo(['get', 'ucdp', '--version', '99.1', '--out', out]);
    expect(status).toBe(1);
    expect(notes).toContain('UCDP GED 99.1, version: "99.1" is not there (status 404)');
  });

  it.each([
    [['best', 'date_start'], 'date_start, best'],
    [['type_of_violence'], 'type_of_violence'],
  ])('refuses events without %j, and says so', async (gone, said) => {
    const events = ucdpEvents(2).map((event) =>
      Object.fromEntries(Object.entries(event).filter(([field]) => !gone.includes(field))),
    );
    await answerWith((came) => ucdp(came, events));
    const { status, notes } = await callGeo(['get', 'ucdp', '--out', out]);
    expect(status).toBe(1);
    expect(notes).toMatch(new RegExp(`UCDP GED 26\\.1, ${said}: .* without ${said}\\. The source has changed`));
    expect(existsSync(out)).toBe(false);
  });

  it('refuses an answer of another shape, by the name of the field', async () => {
    await answerWith(() => ({ json: { data: [] } }));
    expect((await callGeo(['get', 'ucdp', '--out', out])).notes).toContain(
      '["data"] has no list of events called Result',
    );
    await answerWith(() => ({ json: { Result: [null], NextPageUrl: '' } }));
    expect((await callGeo(['get', 'ucdp', '--out', out])).notes).toContain('UCDP GED 26.1, Result: null is no event');
    await answerWith(() => ({ json: { Result: [], NextPageUrl: 'https://elsewhere.example/?p=1' } }));
    expect((await callGeo(['get', 'ucdp', '--out', out])).notes).toContain(
      'NextPageUrl: "https://elsewhere.example/?p=1" names no page',
    );
    await answerWith((came) => {
      const said = ucdp(came, ucdpEvents(2)) as { json: Record<string, unknown> };
      return {
        json: {
          ...said.json,
          NextPageUrl: `?page=${Number(came.url.searchParams.get('page')) + 1}`,
          Result: ucdpEvents(2),
        },
      };
    });
    expect((await callGeo(['get', 'ucdp', '--out', out])).notes).toContain('page: "1" came twice, the same');
  });

  it('tells new fields, and a number of events that did not all come', async () => {
    const events = ucdpEvents(2).map((event) => ({ ...event, drone: 1 }));
    await answerWith((came) => {
      const said = ucdp(came, events) as { json: Record<string, unknown> };
      return { json: { ...said.json, TotalCount: 9 } };
    });
    const { status, notes } = await callGeo(['get', 'ucdp', '--out', out]);
    expect(status).toBe(0);
    expect(notes).toContain('new fields, for which the file has no column: ["drone"]');
    expect(notes).toContain('it speaks of 9 events, and gave 2');
  });
});

describe('geo get ucdp-candidate', () => {
  it('fetches the newest month that is there, where none is named', async () => {
    vi.useFakeTimers({ now: new Date('2026-02-11T12:00:00Z'), toFake: ['Date'] });
    const asked = await answerWith((came) =>
      came.url.pathname.endsWith('/25.0.12') ? ucdp(came, ucdpEvents(1)) : { status: 404, text: '' },
    );
    const { status, out: said } = await callGeo(['get', 'ucdp-candidate', '--out', out, '--json']);
    vi.useRealTimers();
    expect(status).toBe(0);
    expect(asked.map(({ url }) => url.pathname.split('/').at(-1))).toEqual(['26.0.2', '26.0.1', '25.0.12', '25.0.12']);
    expect(JSON.parse(said[0])).toMatchObject({
      file: out,
      dataset: 'UCDP Candidate 25.0.12',
      version: '25.0.12',
      events: 1,
    });
  });
});

/** ACLED's answer: a token for the account, then two events at a time. */
function acled({ method, url, headers, body }: Came, token = 'made-up-bearer'): Said {
  if (url.pathname === '/oauth/token') {
    const form = Object.fromEntries(new URLSearchParams(body));
    const isRight = method === 'POST' && form.username === 'someone@made.example' && form.password === 'pa&ss word';
    return isRight && form.grant_type === 'password' && form.client_id === 'acled'
      ? { json: { token_type: 'Bearer', expires_in: 86400, access_token: token, refresh_token: 'made-up-refresh' } }
      : { status: 400, json: { error: 'invalid_grant', error_description: 'The user credentials were incorrect.' } };
  }
  if (headers.authorization !== `Bearer ${token}`) return { status: 401, json: { message: 'Unauthorized' } };
  const events = acledEvents(String(url.searchParams.get('country')), 3);
  const page = Number(url.searchParams.get('page'));
  const data = events.slice((page - 1) * 2, page * 2);
  return { json: { status: 200, success: true, count: data.length, data } };
}

describe('geo get acled', () => {
  it('fetches country after country by the user’s account, which is written nowhere', async () => {
    const asked = await answerWith((came) => acled(came));
    const { status, out: said, notes } = await callGeo(['get', 'acled', '--out', out]);
    expect(status).toBe(0);
    expect(asked.map(({ host, url }) => `${host}${url.pathname}`)).toEqual([
      'https://acleddata.com/oauth/token',
      ...Array<string>(6).fill('https://acleddata.com/api/acled/read'),
    ]);
    expect(asked.slice(1).map(({ url }) => Object.fromEntries(url.searchParams))).toEqual(
      ['Pakistan', 'Afghanistan'].flatMap((country) =>
        ['1', '2', '3'].map((page) => ({ _format: 'json', country, limit: '5000', page })),
      ),
    );
    expect(said[0]).toContain('6 events of ACLED in');
    const { rows, deaths } = await report(out);
    expect(rows).toEqual({ read: 6, accepted: 6, rejected: 0 });
    expect(deaths.best).toBe(12);
    expect(notes).toContain('not to be passed on');
    const written = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    for (const secret of ['pa&ss', 'made-up-bearer', 'made-up-refresh', 'someone@made.example']) {
      expect([notes, ...said, ...written].join('\n')).not.toContain(secret);
    }
  });

  it('has a new token where the old one is over', async () => {
    let isOver = false;
    const asked = await answerWith((came, nth) => {
      if (nth === 2) isOver = true;
      return acled(came, isOver ? 'another-bearer' : 'made-up-bearer');
    });
    const { status } = await callGeo(['get', 'acled', '--countries', 'Pakistan', '--out', out]);
    expect(status).toBe(0);
    expect(asked.filter(({ url }) => url.pathname === '/oauth/token')).toHaveLength(2);
    expect((await report(out)).rows).toEqual({ read: 3, accepted: 3, rejected: 0 });
  });

  it('is refused in ACLED’s words where the account is not taken, or may not read', async () => {
    vi.stubEnv('ACLED_PASSWORD', 'another');
    await answerWith((came) => acled(came));
    const wrong = await callGeo(['get', 'acled', '--out', out]);
    expect([wrong.status, wrong.notes]).toEqual([1, expect.stringContaining('The user credentials were incorrect.')]);

    vi.stubEnv('ACLED_PASSWORD', 'pa&ss word');
    await answerWith((came) =>
      came.method === 'POST' ? acled(came) : { status: 403, json: { message: 'Access denied' } },
    );
    const denied = await callGeo(['get', 'acled', '--out', out]);
    expect([denied.status, denied.notes]).toEqual([1, expect.stringContaining('"Access denied"')]);
    expect(denied.notes).toContain('whether your account has accepted the terms');

    await answerWith((came) =>
      came.method === 'POST'
        ? acled(came)
        : { json: { status: 400, success: false, messages: ['Out of range'], data: [] } },
    );
    expect((await callGeo(['get', 'acled', '--out', out])).notes).toContain('["Out of range"] is its answer');
  });

  it('refuses events without a field that is read, by its name', async () => {
    await answerWith((came) => {
      if (came.method === 'POST') return acled(came);
      const data = acledEvents('Pakistan', 1).map(({ fatalities, ...event }) => ({ ...event, deaths: fatalities }));
      return { json: { status: 200, success: true, count: 1, data } };
    });
    const { status, notes } = await callGeo(['get', 'acled', '--out', out]);
    expect(status).toBe(1);
    expect(notes).toMatch(/ACLED, fatalities: .* without fatalities\. The source has changed/);
  });
});

describe('geo get', () => {
  it.each([
    [['get'], 'get takes one of ucdp, ucdp-candidate, acled'],
    [['get', 'gtd', '--out', 'x.csv'], 'not "gtd"'],
    [['get', 'constructor', '--out', 'x.csv'], 'not "constructor"'],
    [['get', 'ucdp'], 'give --out FILE.csv'],
    [['get', 'ucdp', '--out', 'x.xlsx'], 'give --out FILE.csv'],
    [['get', 'ucdp', '--out', 'x.csv', '--version', '../25'], '--version is written as 26.1'],
    [['get', 'ucdp', '--out', 'x.csv', '--countries', ' , '], 'names one country or more'],
    [['get', 'ucdp', '--out', 'x.csv', '--countries', 'Atlantis'], '"Atlantis", whose number is not known here'],
    [['get', 'acled', '--out', 'x.csv', '--version', '1.1'], 'acled has no versions'],
  ])('%j is a wrong call: %s', async (args, words) => {
    const { status, notes } = await callGeo(args);
    expect(status).toBe(2);
    expect(notes).toContain(words);
  });

  it.each([
    ['ucdp', 'UCDP_ACCESS_TOKEN'],
    ['ucdp-candidate', 'UCDP_ACCESS_TOKEN'],
    ['acled', 'ACLED_EMAIL'],
    ['acled', 'ACLED_PASSWORD'],
  ])('%s says that %s is not set', async (name, variable) => {
    vi.stubEnv(variable, '');
    const { status, notes } = await callGeo(['get', name, '--out', out]);
    expect([status, notes.split('\n')[0]]).toEqual([2, expect.stringContaining(`${variable} is not set: give in it`)]);
  });

  it('says where it cannot write', async () => {
    await answerWith((came) => ucdp(came, ucdpEvents(1)));
    const { status, notes } = await callGeo(['get', 'ucdp', '--out', join(folder, 'none', 'x.csv')]);
    expect(status).toBe(1);
    expect(notes).toContain('cannot be written');
  });
});
