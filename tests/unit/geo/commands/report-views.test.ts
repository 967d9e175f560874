import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../../geo/model/brief.ts';
import type { Incident, IncidentProperties, Position } from '../../../../geo/model/incident.ts';
import { incident as made } from '../store/made-incidents.ts';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-report-views-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const geo = (...args: string[]) => callGeo(['report', ...args]);
const json = async (...args: string[]) => {
  const { status, out, notes } = await geo(...args, '--json');
  expect([status, status === 0 ? '' : notes]).toEqual([0, '']);
  return JSON.parse(out[0]);
};

const incident = (id: string, coordinates: Position, change: Partial<IncidentProperties>): Incident => ({
  ...made({ id, ...change }),
  geometry: { type: 'Point', coordinates },
});
const actor = (side: 'ttp' | 'pakistan', name: string) =>
  ({ name, side, attribution: 'stated', by: null, party: 1, recorded: name }) as const;
const dead = (best: number | null, low = best, high = best) => ({ best, low, high });

/** The figures below were counted by hand from this table. */
const FIVE = [
  // 7 km from the line in Kurram
  incident('A', [70.05, 33.8], {
    type: 'ambush',
    start: '2025-01-05', // a Sunday
    end: '2025-01-05',
    fatalities: dead(3, 2, 5),
    injured: 4,
    actors: [actor('ttp', 'TTP'), actor('pakistan', 'Pakistan Army')],
  }),
  // 12 km from the line in Kurram
  incident('B', [70.1, 33.9], {
    type: 'ambush',
    start: '2025-01-10',
    end: '2025-01-10',
    fatalities: dead(null, null, 4),
    actors: [actor('ttp', 'TTP')],
  }),
  // began before the window; 22 km from the line in Afghanistan
  incident('C', [69.9, 33.55], {
    type: 'airstrike',
    start: '2024-12-30',
    end: '2025-01-01',
    fatalities: dead(10),
    actors: [actor('pakistan', 'Pakistan Army')],
  }),
  // too coarse for a distance
  incident('D', [70.6, 32.99], {
    type: 'airstrike',
    start: '2025-01-31',
    end: '2025-01-31',
    fatalities: dead(0),
    injured: 0,
    locationPrecision: 'region',
  }),
  // after the window, 185 km from the line
  incident('E', [73.05, 33.68], { type: 'ambush', start: '2025-02-01', end: '2025-02-01', fatalities: dead(100) }),
];
const five = join(folder, 'five.geojson');
writeFileSync(five, JSON.stringify({ type: 'FeatureCollection', features: FIVE }));
/** Some of the page's incidents, of all times. */
const layer = join(folder, 'some.geojson');
const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Brief[] };
writeFileSync(layer, JSON.stringify({ type: 'FeatureCollection', features: features.filter((_, i) => i % 7 === 0) }));

const JANUARY = ['--window', '2025-01-01/2025-01-31'];

const killed = (best: number | null, low: number | null, high: number | null, unknown: number) => ({
  killed: { best, low, high, unknown },
});

describe('geo report --by', () => {
  it('tells incidents apart by several things, what is not known in rows of its own', async () => {
    const table = await json(five, '--by', 'year,band', ...JANUARY);
    expect(table).toMatchObject({
      by: ['year', 'band'],
      window: { start: '2025-01-01', end: '2025-01-31' },
      where: {},
      overlaps: [],
      total: { incidents: 4, ...killed(13, 12, 15, 1), injured: 4, injuredUnknown: 2 },
    });
    expect(table.rows).toEqual([
      { year: 2024, band: '10-25', incidents: 1, ...killed(10, 10, 10, 0), injured: null, injuredUnknown: 1 },
      { year: 2025, band: '0-10', incidents: 1, ...killed(3, 2, 5, 0), injured: 4, injuredUnknown: 0 },
      { year: 2025, band: '10-25', incidents: 1, ...killed(null, null, null, 1), injured: null, injuredUnknown: 1 },
      { year: 2025, band: null, incidents: 1, ...killed(0, 0, 0, 0), injured: 0, injuredUnknown: 0 },
    ]);
  });

  it('says where rows overlap: an incident has several sides, and each counts in the total once', async () => {
    const { rows, overlaps, total } = await json(five, '--by', 'side');
    expect(rows.map((row: { side: string; incidents: number }) => [row.side, row.incidents])).toEqual([
      ['pakistan', 2],
      ['ttp', 2],
      [null, 2],
    ]);
    expect([overlaps, total.incidents]).toEqual([['side'], 5]);
    const { out } = await geo(five, '--by', 'side');
    expect(out.join('\n')).toContain('Rows overlap by side');
    expect((await json(five, '--by', 'group')).rows.map((row: { group: string }) => row.group)).toEqual([
      'Pakistan Army',
      'TTP',
      null,
    ]);
  });

  it.each([
    ['quarter', ['2024-Q4', '2025-Q1']],
    ['month', ['2024-12', '2025-01', '2025-02']],
    ['weekday', ['monday', 'friday', 'saturday', 'sunday']],
    ['line', ['PK', 'AF']],
    ['type', ['ambush', 'airstrike']],
    ['kind', ['attack', 'force']],
    ['dataset', [five]],
  ])('by %s in its own order', async (by, values) => {
    const { rows } = await json(five, '--by', by);
    expect(rows.map((row: Record<string, unknown>) => row[by])).toEqual(values);
  });

  it('prints the same as text and as CSV, where nothing stands for what is not known', async () => {
    const { out } = await geo(five, '--by', 'band', ...JANUARY);
    expect(out.join('\n')).toMatch(
      /^band +incidents +killed_best +killed_low +killed_high +killed_unknown +injured +/m,
    );
    expect(out.join('\n')).toMatch(/^10-25 +2 +10 +10 +10 +1 +not known +2$/m);
    const csv = (await geo(five, '--by', 'year,band', ...JANUARY, '--csv')).out;
    expect(csv[0]).toBe(
      'year,band,incidents,killed_best,killed_low,killed_high,killed_unknown,injured,injured_unknown',
    );
    expect(csv.slice(-2)).toEqual(['2025,10-25,1,,,,1,,1', '2025,,1,0,0,0,0,0,0']);
  });

  it.each([
    ['--by', 'year,colour', '--by: "colour" is not known. Give year,'],
    ['--by', 'year,month,band,type', '--by: "year,month,band,type" names more than 3'],
    ['--by', '', '--by: "" names nothing'],
    [
      '--view',
      'clouds',
      '--view: "clouds" is not known. Give border, trends, movement, hotspots, compare, claims, districts, table',
    ],
    ['--where', 'colour=red', '--where: "colour" is no filter. Give type, side,'],
    ['--where', 'type', '--where: "type" is not written as NAME=VALUE'],
    ['--where', 'type=war,side=ttp', '--where type: "war" is not known. Give ambush,'],
    ['--where', 'side=PK', '--where side: "PK" is not known. Give pakistan,'],
    ['--where', 'type=ambush,types=talks', '--where: "types" is given twice'],
    ['--where', 'killed=many', '--where killed: "many" is not written as 5..25'],
    ['--where', 'district=atlantis', '"atlantis" is no district'],
  ])('%s %s is refused in words', async (option, value, words) => {
    const { status, out, notes } = await geo(five, option, value);
    expect([status, out, notes]).toEqual([1, [], expect.stringContaining(words)]);
  });

  it('refuses CSV of what is no table, or of several', async () => {
    expect(await geo(five, '--csv')).toMatchObject({ status: 2, out: [] });
    expect(await geo(five, '--by', 'year', '--csv', '--json')).toMatchObject({ status: 2, out: [] });
    expect(await geo(five, '--by', 'year', '--csv', ...JANUARY, ...JANUARY)).toMatchObject({ status: 2, out: [] });
  });

  it('of a file without incidents has no rows', async () => {
    const none = join(folder, 'none.csv');
    writeFileSync(none, 'date,lat,lon\nsoon,33.8,70.05\n');
    expect(await json(none, '--by', 'year,month')).toMatchObject({ window: null, rows: [], total: { incidents: 0 } });
  });
});

describe('geo report --view claims', () => {
  const claim = (by: string, killed: number | null, counts?: string) => ({
    ...{ by, killed, injured: null, note: '' },
    ...(counts === undefined ? {} : { counts }),
  });
  const claimed = join(folder, 'claimed.geojson');
  const two = [
    incident('A', [70.05, 33.8], {
      fatalities: dead(16, 16, 35),
      claims: [claim('ISPR', 16), claim('TTP', 35), claim('ISPR', 8, 'militants only')],
    }),
    incident('B', [70.1, 33.9], {
      fatalities: dead(3),
      claims: [claim('ISPR', 3), claim('Police', 4), claim('TTP', null)],
    }),
  ];
  writeFileSync(claimed, JSON.stringify({ type: 'FeatureCollection', features: two }));

  it('has the claims of incidents in our own form, those that disagree most first, and totals of each party', async () => {
    const { passing, several, incidents, totals } = await json(claimed, '--view', 'claims');
    expect([passing, several]).toEqual([2, 2]);
    expect(incidents.map(({ id, difference }: { id: string; difference: number }) => [id, difference])).toEqual([
      ['A', 19],
      ['B', 1],
    ]);
    expect(totals).toEqual([
      { party: 'pakistan', counted: 'but_attackers', range: { low: 19, high: 20 }, incidents: 2, apart: 0 },
      { party: 'pakistan', counted: 'fighters', range: { low: 8, high: 8 }, incidents: 1, apart: 0 },
      { party: 'ttp', counted: 'but_attackers', range: { low: 35, high: 35 }, incidents: 1, apart: 0 },
    ]);
    const { out } = await geo(
      claimed,
      '--view',
      'claims',
      '--claims-by',
      'ttp',
      '--claims-of',
      'but_attackers',
      '--csv',
    );
    expect(out).toHaveLength(1 + 2 + 2);
    expect(out[1]).toMatch(/^claim,A,.*,ISPR,pakistan,but_attackers,,16,16,16,,16,35,19,,$/);
  });

  it('joins those of the page’s incidents, which lie beside their layer', async () => {
    const { incidents, several } = await json('public/layers/incidents.geojson', '--view', 'claims');
    expect([several, incidents.length]).toEqual([206, 206]);
    // 32 of both sides by the record: the Emirate's sum is 67, Pakistan's 223; of Pakistan's soldiers 58 and 23
    const october = incidents.find(({ id }: { id: string }) => id === 'PKAF-0254');
    expect(october).toMatchObject({
      difference: 156,
      ranges: [
        { counted: 'all', low: 67, high: 223 },
        { counted: 'forces', low: 23, high: 58 },
      ],
    });
  });

  it.each([
    [five, [], 'No incident of these data has several claims'],
    [layer, [], 'No incident of these data has several claims'],
    [claimed, ['--window', '2001-01-01/2001-12-31'], 'No incident passes'],
    [claimed, ['--claims-by', 'aid'], 'None of those with several claims'],
  ])('of %s %j says what is missing', async (file, more, missing) => {
    const { status, out } = await geo(file, '--view', 'claims', ...more);
    expect(status).toBe(0);
    expect(out.at(-1)).toContain(missing);
    expect(out.join('\n')).not.toMatch(/NaN|undefined|Infinity/);
    expect(await json(file, '--view', 'claims', ...more)).toMatchObject({ incidents: [], totals: [] });
  });

  it('refuses a party and people that are none', async () => {
    for (const option of ['--claims-by', '--claims-of']) {
      const { status, notes } = await geo(claimed, '--view', 'claims', option, 'somebody');
      expect(status).not.toBe(0);
      expect(notes).toContain(option);
    }
  });
});

describe('geo report --where', () => {
  it.each([
    ['type=airstrike', ['--types', 'airstrike']],
    ['type=airstrike,side=ttp', ['--types', 'airstrike', '--sides', 'ttp']],
    ['type=ambush,airstrike,side=ttp', ['--types', 'ambush,airstrike', '--sides', 'ttp']],
    ['line=AF,killed=10..', ['--side', 'AF', '--deaths', '10..']],
    ['group=Pakistan Army', ['--actors', 'Pakistan Army']],
    ['district=kurram,khyber,province=PK-KP', ['--districts', 'kurram,khyber', '--provinces', 'PK-KP']],
    ['border=..25,across=-25..25,along=100..900', ['--border', '..25', '--across=-25..25', '--along', '100..900']],
    ['country=AF,confidence=high,q=Kunar', ['--countries', 'AF', '--confidence', 'high', '--q', 'Kunar']],
    ['types=talks,sides=emirate', ['--types', 'talks', '--sides', 'emirate']],
  ])('%s is as the option', async (where, options) => {
    const asked = await json(layer, '--by', 'year', '--where', where);
    expect(asked).toEqual(await json(layer, '--by', 'year', ...options));
  });

  it('tells in JSON what was asked for', async () => {
    expect((await json(layer, '--by', 'year', '--where', 'type=airstrike,side=ttp')).where).toEqual({
      type: 'airstrike',
      side: 'ttp',
    });
  });
});

describe('geo report --link', () => {
  it('takes filters, window and view of a link, whole or its hash', async () => {
    const hash = '#t=2008-01-01/2014-12-31&types=ambush,suicide_bombing&sides=ttp&analysis=table&by=month,side';
    const options = ['--types', 'ambush,suicide_bombing', '--sides', 'ttp', '--window', '2008-01-01/2014-12-31'];
    const expected = await json(layer, ...options, '--by', 'month,side');
    expect(expected.total.incidents).toBeGreaterThan(0);
    expect(await json(layer, '--link', hash)).toEqual(expected);
    expect(await json(layer, '--link', `https://example.org/map/${hash}`)).toEqual(expected);
    expect((await json(layer, '--link', '#t=2008-01-01/2014-12-31')).incidents).toBe(
      (await json(layer, '--window', '2008-01-01/2014-12-31')).incidents,
    );
  });

  it('shows the days that the mode makes of the thumbs', async () => {
    const window = async (hash: string) => (await json(layer, '--by', 'year', '--link', hash)).window;
    const all = await window('#');
    expect(await window('#t=2021-08-15/2022-08-14&mode=from-start')).toEqual({ start: all.start, end: '2022-08-14' });
    expect(await window('#t=2021-08-15/2022-08-14&mode=to-end')).toEqual({ start: '2021-08-15', end: all.end });
    expect(await window('#t=2021-08-15/2022-08-14&mode=instant')).toEqual({ start: '2021-08-15', end: '2021-09-14' });
    expect(await window('#t=2021-08-15/2022-08-14&mode=instant&step=week')).toEqual({
      start: '2021-08-15',
      end: '2021-08-21',
    });
    expect(await window('#phase=operations')).not.toEqual(all);
  });

  it('is overruled by the options beside it', async () => {
    const hash = '#t=2021-08-15/2022-08-14&types=ambush&analysis=table&by=month';
    const table = await json(layer, '--link', hash, '--by', 'year', '--where', 'type=airstrike', ...JANUARY);
    expect(table).toEqual(await json(layer, '--by', 'year', '--types', 'airstrike', ...JANUARY));
  });

  it('names what of it cannot be read, and keeps the rest', async () => {
    const { status, notes, out } = await geo(
      five,
      '--json',
      '--link',
      '#types=ambush,raid&colour=red&t=1990-01-01/1990-12-31&districts=atlantis,kurram&theme=dark&utm_source=x&analysis=clouds',
    );
    expect(status).toBe(0);
    expect(JSON.parse(out[0])).toMatchObject({ incidents: 2 });
    expect(notes).toContain('types=raid, colour=red');
    expect(notes).toContain('atlantis');
    expect(notes).toContain('names a time that is not in the data');
    expect(notes).toContain('clouds, has no table of its own');
  });
});
