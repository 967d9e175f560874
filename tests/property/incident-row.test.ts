import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActorTable } from '../../geo/layers/actors.ts';
import { readCsvTable } from '../../geo/layers/csv-table.ts';
import { deathsOf } from '../../geo/layers/fatalities.ts';
import { INCIDENT_COLUMNS, readIncidentRow } from '../../geo/layers/incident-row.ts';
import { SourceError } from '../../geo/model/errors.ts';
import { INCIDENT_TYPES, recordedSchema } from '../../geo/model/incident.ts';
import { GOOD_ROW, sourceText } from '../unit/geo/layers/source-text.ts';

const context = {
  file: 'incidents.csv',
  actors: readActorTable(sourceText('actors.csv'), 'actors.csv'),
  apart: new Map(),
};

/** Texts that have broken readers before, beside any text at all. */
const awkward = fc.constantFrom(
  '',
  ' ',
  '0',
  '-0',
  '1e3',
  'NaN',
  'Infinity',
  'null',
  '[]',
  '{}',
  '[null]',
  '"',
  '__proto__',
  'constructor',
  '[{"__proto__":{}}]',
  '[{"by":"__proto__","killed":null,"injured":null,"note":""}]',
  '99999999999999999999',
  '0000-00-00',
  '2024-02-30',
  '<script>alert(1)</script>',
  '=1+1',
  'اردو',
  '\u0000',
  '\uD800',
  '9'.repeat(400),
);
const anyText = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.json());
const column = fc.constantFrom(...INCIDENT_COLUMNS);

function readOrRefuse(cells: Record<string, string>) {
  try {
    return readIncidentRow({ line: 7, cells: { ...GOOD_ROW, ...cells } }, context);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    if (!(error instanceof SourceError)) throw error;
    expect(error.where).toMatchObject({ file: 'incidents.csv', row: 7 });
    expect(INCIDENT_COLUMNS).toContain(error.where.field);
    return null;
  }
}

describe('the reader of one row', () => {
  it('takes any text in one field, or refuses it by name', () => {
    fc.assert(
      fc.property(column, anyText, (name, text) => {
        const read = readOrRefuse({ [name]: text });
        if (read) expect(recordedSchema.safeParse(read.recorded).success).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any text in all fields, or refuses it by name', () => {
    const row = fc.record(Object.fromEntries(INCIDENT_COLUMNS.map((name) => [name, anyText])));
    fc.assert(
      fc.property(row, (cells) => void readOrRefuse(cells)),
      { numRuns: 500 },
    );
  });

  it('gives back the coordinates and counts that were written', () => {
    const degrees = (limit: number) => fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((n) => n / 1e5);
    const plain = (n: number) => n.toFixed(5);
    fc.assert(
      fc.property(degrees(180), degrees(90), fc.nat(1e6), (lon, lat, killed) => {
        const read = readOrRefuse({ lon: plain(lon), lat: plain(lat), killed_best: String(killed) });
        expect(read?.position.map(plain)).toEqual([plain(lon), plain(lat)]);
        expect(read?.recorded.fatalities.best).toBe(killed);
      }),
    );
  });
});

describe('a CSV table', () => {
  it('gives back the cells that were written, and the line each row begins on', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'ا', '=') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const lines = ['a,b', ...quoted];
        const table = readCsvTable(lines.join('\n'), 'x.csv', ['a', 'b']);
        const filled = rows.map((row) => row.some((text) => text.trim() !== ''));
        expect(table.map(({ cells }) => [cells.a, cells.b])).toEqual(rows.filter((_, i) => filled[i]));
        const begins = lines.map((_, i) => 1 + lines.slice(0, i).join('\n').split('\n').length - (i === 0 ? 1 : 0));
        expect(table.map(({ line }) => line)).toEqual(begins.slice(1).filter((_, i) => filled[i]));
      }),
    );
  });
});

describe('the range of deaths', () => {
  it('always holds the estimate, and is unknown with it', () => {
    const count = fc.option(fc.nat(500), { nil: null });
    const note = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(99), fc.nat(999)).map(([a, b]) => `range ${a}-${b}; side B 1`),
    );
    const by = fc.constantFrom('UCDP GED', 'ISPR', 'TTP');
    const counts = fc.constantFrom('soldiers only', 'first count');
    const claim = fc.record(
      { by, killed: count, injured: count, note, counts },
      { requiredKeys: ['by', 'killed', 'injured', 'note'] },
    );
    const type = fc.constantFrom(...INCIDENT_TYPES);
    fc.assert(
      fc.property(count, type, fc.array(claim), (best, t, claims) => {
        const { low, high } = deathsOf(best, t, claims);
        if (best === null || low === null || high === null) expect([best, low, high]).toEqual([null, null, null]);
        else expect(low <= best && best <= high).toBe(true);
      }),
    );
  });
});
