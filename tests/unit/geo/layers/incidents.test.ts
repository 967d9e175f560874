import { describe, expect, it } from 'vitest';
import { incidentsLayer } from '../../../../geo/layers/incidents.ts';
import { SourceError } from '../../../../geo/model/errors.ts';
import { tableRows } from '../../../tables.ts';
import { GOOD_ROW, incidentsCsv, nothingComputed, sourceText } from './source-text.ts';

const actors = sourceText('actors.csv');
const apart = sourceText('claims-apart.csv');
const rows = tableRows('incidents.csv');
const APART_HEADER = 'id,claim,by,killed,counts\n';

const collection = incidentsLayer({ incidents: sourceText('incidents.csv'), actors, apart }, nothingComputed);
const incident = (id: string) => {
  const found = collection.features.find((feature) => feature.id === id);
  if (!found) throw new Error(`no incident ${id}`);
  return found.properties;
};

function build(incidents: string, apartText = APART_HEADER) {
  return incidentsLayer({ incidents, actors, apart: apartText }, nothingComputed);
}

function refusal(run: () => unknown): SourceError {
  try {
    run();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the incidents of the project', () => {
  it('takes every row, in the order of the table', () => {
    expect(collection.features.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('keeps type, days and place of each', () => {
    const read = collection.features.map(({ geometry, properties: p }) => [
      p.type,
      p.start,
      p.end,
      geometry.coordinates,
    ]);
    expect(read).toEqual(rows.map((r) => [r.type, r.date_start, r.date_end, [Number(r.lon), Number(r.lat)]]));
  });

  it('keeps unknown deaths and injured apart from none', () => {
    const best = collection.features.flatMap(({ properties: { fatalities } }) => fatalities.best ?? []);
    const injured = collection.features.flatMap(({ properties }) => properties.injured ?? []);
    const counted = (figures: number[]) => [figures.length, figures.reduce((a, b) => a + b)];
    const inTable = (column: string) =>
      counted(
        rows
          .map((row) => row[column])
          .filter(Boolean)
          .map(Number),
      );
    expect(counted(best)).toEqual(inTable('killed_best'));
    expect(counted(injured)).toEqual(inTable('injured_best'));
    expect(incident('PKAF-0052').fatalities).toEqual({ best: null, low: null, high: null });
    expect(incident('PKAF-0344').fatalities).toEqual({ best: 0, low: 0, high: 0 });
  });

  it('has a range around every estimate', () => {
    for (const { id, properties } of collection.features) {
      const { best, low, high } = properties.fatalities;
      if (best === null) expect([low, high], id).toEqual([null, null]);
      else expect(Number(low) <= best && best <= Number(high), id).toBe(true);
    }
  });

  it('names a source for each', () => {
    for (const { id, properties } of collection.features) expect(properties.sources.length, id).toBeGreaterThan(0);
  });

  it('shows both accounts of 8 October 2025 side by side', () => {
    const ambush = incident('PKAF-0250');
    expect(ambush.start).toBe('2025-10-08');
    expect(ambush.claims.map(({ by, killed }) => [by, killed])).toEqual([
      ['ISPR', 11],
      ['TTP video', 22],
      ['Security officials via Reuters', null],
      ['Some Indian media', 16],
    ]);
    expect(ambush.fatalities).toEqual({ best: 11, low: 11, high: 22 });
  });

  it('reads PKAF-0003 as the table has it', () => {
    expect(collection.features.find(({ id }) => id === 'PKAF-0003')).toEqual({
      type: 'Feature',
      id: 'PKAF-0003',
      geometry: { type: 'Point', coordinates: [69.62741, 32.48227] },
      properties: {
        id: 'PKAF-0003',
        title: 'Ground and air operation in the Shakai valley',
        type: 'military_operation',
        start: '2004-06-09',
        end: '2004-06-13',
        datePrecision: 'day',
        place: 'Shakai',
        admin: 'South Waziristan',
        country: 'PK',
        locationPrecision: 'town',
        actors: [
          {
            name: 'Pakistan Army',
            side: 'pakistan',
            attribution: 'stated',
            by: null,
            party: 1,
            recorded: 'Pakistan Army',
          },
          {
            name: 'al-Qaeda',
            side: 'armed_group',
            attribution: 'linked',
            by: null,
            party: 2,
            recorded: 'al-Qaeda-linked and local militants',
          },
          {
            name: 'Local militants (not named)',
            side: 'unknown',
            attribution: 'stated',
            by: null,
            party: 2,
            recorded: 'al-Qaeda-linked and local militants',
          },
        ],
        fatalities: { best: 75, low: 75, high: 150 },
        injured: null,
        claims: [
          {
            by: 'UCDP GED',
            killed: 75,
            injured: null,
            note: 'range 75-150; side A 17, side B 55, civilians 3, unknown 0',
          },
        ],
        remarks: [],
        sources: [
          {
            publisher: 'UCDP',
            title: 'Georeferenced Event Dataset (to 2021)',
            year: 2022,
            url: null,
            record: '187779',
          },
        ],
        confidence: 'medium',
        ...nothingComputed(),
      },
    });
  });

  it('keeps places outside both countries', () => {
    expect(incident('PKAF-0261')).toMatchObject({ country: 'other', place: 'Doha', admin: 'Qatar' });
    const abroad = collection.features.filter(({ properties }) => properties.country === 'other');
    expect(abroad.map(({ id }) => id)).toEqual(rows.filter(({ country }) => country === 'other').map(({ id }) => id));
  });

  it('makes notes remarks, never claims', () => {
    expect(
      collection.features.flatMap(({ properties }) => properties.claims).filter(({ by }) => by === 'Note'),
    ).toEqual([]);
    const inTable = rows.flatMap(({ claims }) => JSON.parse(claims) as { by: string }[]);
    expect(collection.features.flatMap(({ properties }) => properties.claims).map(({ by }) => by)).toEqual(
      inTable.map(({ by }) => by).filter((by) => by !== 'Note'),
    );
    expect(inTable.some(({ by }) => by === 'Note')).toBe(true);
    expect(incident('PKAF-0134').remarks).toEqual(['21 killed; victims; four attackers also killed']);
    expect(incident('PKAF-0012').claims.map(({ by }) => by)).toEqual(['UCDP GED']);
    expect(incident('PKAF-0012').remarks[0]).toMatch(/^UCDP event is for 4 April/);
  });

  it('keeps the words of a cell that names no actor', () => {
    const explosion = incident('PKAF-0473');
    expect(explosion.actors.map(({ name, party }) => [name, party])).toEqual([['Counter-Terrorism Department', 2]]);
    expect(explosion.remarks).toEqual(['Accident per police inquiry (stored munitions)']);
  });
});

describe('the range of deaths', () => {
  const range = (id: string) => Object.values(incident(id).fatalities);

  it.each([
    // [best, low, high]; read off the rows by hand
    ['PKAF-0010', 'a UCDP range and a lower claim', [82, 80, 122]],
    ['PKAF-0191', 'a later revision below the first count', [84, 84, 101]],
    ['PKAF-0222', 'a claim of the attackers above', [16, 16, 35]],
    ['PKAF-0311', 'a UCDP range around all claims', [269, 95, 411]],
    ['PKAF-0011', 'no claim at all', [42, 42, 42]],
  ])('%s: %s', (id, _, expected) => expect(range(id)).toEqual(expected));

  it.each([
    ['PKAF-0082', 'UCDP counts the four attackers too: 14; later counts have 18', [10, 10, 18]],
    ['PKAF-0022', 'UCDP counts attackers too: 18-47', [16, 16, 16]],
    ['PKAF-0131', 'the claim of 43 counts 14 attackers', [29, 29, 29]],
    ['PKAF-0136', 'each claim counts one side: 1 and 3', [4, 4, 4]],
    ['PKAF-0619', 'the claim of 13 counts 8 militants', [5, 5, 5]],
    ['PKAF-0326', 'UCDP counts attackers, TTP counts casualties', [15, 4, 15]],
    ['PKAF-0007', '18 civilians are among the 23', [23, 23, 23]],
    ['PKAF-0254', '58, 23 and 200 are the dead of one side; each party’s sum of both counts', [32, 32, 223]],
    ['PKAF-0052', 'no estimate: nothing says whom the claims would have to count', [null, null, null]],
  ])('%s: leaves out figures for other people: %s', (id, _, expected) => expect(range(id)).toEqual(expected));

  it('takes a UCDP figure that differs where no attacker died', () => {
    expect(range('PKAF-0362')).toEqual([4, 3, 4]);
    expect(range('PKAF-0122')).toEqual([147, 146, 150]);
  });
});

describe('a table that cannot be used stops the build', () => {
  it('names file, line, column and value, and says what to do', () => {
    const error = refusal(() => build(incidentsCsv({}, { id: 'T-2', type: 'ambushed' })));
    expect(error.where).toEqual({ file: 'incidents.csv', row: 3, field: 'type', value: 'ambushed' });
    expect(error.message).toMatch(/^incidents\.csv, row 3, type: "ambushed" is not allowed\. Give one of ambush, /);
  });

  it.each([
    ['date_start', '2023-02-29'],
    ['date_start', '8 Oct 2025'],
    ['date_end', ''],
    ['date_end', '2024-02-27'],
    ['date_precision', 'hour'],
    ['id', '  '],
    ['title', ''],
    ['country', 'Pakistan'],
    ['lat', '91'],
    ['lat', '32,3'],
    ['lon', '180.5'],
    ['lon', ''],
    ['location_precision', 'village'],
    ['actor_1', 'People’s Front'],
    ['actor_2', 'pakistan army'],
    ['killed_best', '-1'],
    ['killed_best', '2.5'],
    ['injured_best', 'many'],
    ['claims', '[{"by":"ISPR"'],
    ['claims', '{}'],
    ['claims', '[{"by":"ISPR","killed":-3,"injured":null,"note":""}]'],
    ['claims', '[{"by":"ISPR","killed":3,"injured":null,"note":"","more":1}]'],
    ['sources', 'Dawn'],
    ['sources', '[]'],
    ['sources', '[{"title":"no publisher"}]'],
    ['sources', '[{"publisher":"Dawn","url":"javascript:alert(1)"}]'],
    ['confidence', 'sure'],
  ] as const)('%s: %j', (column, value) => {
    const error = refusal(() => build(incidentsCsv({ [column]: value })));
    expect(error.where).toEqual({ file: 'incidents.csv', row: 2, field: column, value });
  });

  it('takes the row that these are made from', () => {
    expect(build(incidentsCsv({})).features).toHaveLength(1);
  });

  it('counts lines, not rows, where a cell holds line breaks', () => {
    const text = incidentsCsv({ title: 'one\ntwo\r\nthree' }, { id: 'T-2', lat: '-91' });
    const error = refusal(() => build(text));
    expect(error.where.row).toBe(5);
    expect(text.split(/\r\n|\n/)[4]).toContain('T-2');
  });

  it('refuses an id that comes twice, naming both lines', () => {
    const error = refusal(() => build(incidentsCsv({}, { id: 'T-2' }, {})));
    expect(error.where).toMatchObject({ row: 4, field: 'id', value: 'T-1' });
    expect(error.message).toContain('row 2');
  });

  it('refuses another header, a short row and open quotes', () => {
    expect(refusal(() => build(incidentsCsv({}).replace('actor_1,', ''))).where.row).toBe(1);
    expect(refusal(() => build(`${incidentsCsv({})}a,b\n`)).where).toMatchObject({ row: 3, value: 2 });
    expect(refusal(() => build(`${incidentsCsv({})}"a`)).where.row).toBe(3);
  });

  it('reads a byte-order mark, Windows line ends and columns in another order', () => {
    const text = incidentsCsv({});
    expect(build(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(build(text));
    const [header, row] = ['id,title', 'T-1,"Attack on a post"'];
    const rest = Object.entries(GOOD_ROW).filter(([column]) => column !== 'id' && column !== 'title');
    const cells = rest.map(([, cell]) => `"${cell.replaceAll('"', '""')}"`);
    expect(build(`${[header, ...rest.map(([column]) => column)].join()}\n${[row, ...cells].join()}`)).toEqual(
      build(text),
    );
  });

  it('refuses a line of the claims apart that is out of step', () => {
    const wrong = (line: string) => refusal(() => build(incidentsCsv({}), APART_HEADER + line)).where;
    expect(wrong('T-1,1,ISPR,4,soldiers')).toMatchObject({ file: 'claims-apart.csv', row: 2, field: 'claim' });
    expect(wrong('T-1,2,ISPR,3,soldiers')).toMatchObject({ row: 2, field: 'claim', value: 2 });
    expect(wrong('T-9,1,ISPR,3,soldiers')).toMatchObject({ row: 2, field: 'id', value: 'T-9' });
    expect(wrong('T-1,x,ISPR,3,soldiers')).toMatchObject({ row: 2, field: 'claim', value: 'x' });
    expect(wrong('T-1,1,ISPR,,soldiers')).toMatchObject({ row: 2, field: 'killed', value: '' });
  });
});
