import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acled } from '../../geo/formats/acled.ts';
import type { RowRead } from '../../geo/formats/format.ts';
import { gtd } from '../../geo/formats/gtd.ts';
import { ucdp, UCDP_COLUMNS } from '../../geo/formats/ucdp.ts';
import { recordedSchema } from '../../geo/model/incident.ts';
import { reasonText } from '../../geo/words/findings.ts';

/** More with `FUZZ_RUNS`, see CONTRIBUTING.md. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);
const FUZZ_TIMEOUT_MS = 3_600_000;

/** Each format with columns of all that it reads, and a good row's cells where any text would seldom do. */
const FORMATS = [
  {
    format: acled,
    header: [
      ...['event_id_cnty', 'event_date', 'time_precision', 'event_type', 'sub_event_type', 'actor1', 'assoc_actor_1'],
      ...['inter1', 'actor2', 'assoc_actor_2', 'inter2', 'iso', 'iso3', 'country', 'admin1', 'admin2', 'location'],
      ...['latitude', 'longitude', 'geo_precision', 'source', 'notes', 'fatalities'],
    ],
    good: { event_date: '2024-02-14', latitude: '33', longitude: '70', fatalities: '1' },
  },
  {
    format: ucdp,
    header: UCDP_COLUMNS,
    good: { date_start: '2024-02-14', date_end: '', latitude: '33', longitude: '70', best: '1', low: '', high: '' },
  },
  {
    format: gtd,
    header: [
      ...['eventid', 'iyear', 'imonth', 'iday', 'approxdate', 'extended', 'resolution', 'country_txt', 'provstate'],
      ...['city', 'latitude', 'longitude', 'specificity', 'summary', 'doubtterr', 'suicide', 'attacktype1'],
      ...['attacktype1_txt', 'targtype1_txt', 'corp1', 'target1', 'natlty1_txt', 'gname', 'gname2', 'gname3'],
      ...['guncertain1', 'guncertain2', 'guncertain3', 'claimed', 'nkill', 'nkillter', 'nwound', 'nwoundte'],
      ...['scite1', 'scite2', 'scite3'],
    ],
    good: { iyear: '2013', imonth: '0', iday: '0', latitude: '33', longitude: '70', nkill: '', nwound: '' },
  },
];

/** Texts that readers stumble over, beside any text at all. */
const awkward = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-0',
    '-1',
    '-9',
    '-99',
    '1',
    '2',
    '3',
    '1.0',
    '1e3',
    '1e400',
    'NaN',
    'Infinity',
    '99999999999999999',
  ],
  ...[
    '0000-00-00',
    '2024-02-30',
    '2024-02-14 00:00:00.000',
    '0000-01-01',
    '9999-12-31',
    '14 February 2024',
    '1/2/2024',
  ],
  ...['33', '70.5', '-190', '33,5', '__proto__', 'constructor', 'toString', ';', '; ;', '";"', '"', '“', '"a,', '“”,'],
  ...['Taliban', 'Unknown', 'Pakistan', 'Afghanistan', 'Military', 'a; b;', '"A,2012-01-01,B";"C"', '"T," P, 2013.'],
  ...['<script>alert(1)</script>', '=1+1', 'اردو', '\u0000', '\uD800', '\uFEFF', '\u001f', '9'.repeat(400)],
);
const anyText = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.string());

function expectRead(read: RowRead, header: readonly string[]): void {
  if ('rejected' in read) {
    expect(reasonText(read.rejected)).not.toBe('');
    expect([...header, null]).toContain(read.rejected.field);
    return;
  }
  const { recorded, lon, lat } = read.event;
  const result = recordedSchema.safeParse(recorded);
  expect(result.success ? null : result.error.issues).toBeNull();
  expect([Number.isNaN(lon), Number.isNaN(lat)]).toEqual([false, false]);
}

describe.each(FORMATS)('the reader of $format.label', ({ format, header, good }) => {
  const read = format.reader(header);
  const row = fc.tuple(...header.map(() => anyText));

  it(
    'takes any cells, or rejects them with a reason',
    () => {
      fc.assert(
        fc.property(row, (cells) => expectRead(read(cells), header)),
        { numRuns: RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'takes any words around a good place and day',
    () => {
      const goodCells = new Map(Object.entries(good));
      fc.assert(
        fc.property(row, (cells) => {
          const result = read(cells.map((cell, i) => goodCells.get(header[i]) ?? cell));
          // of figures alone a text may be wrong: below zero
          if ('rejected' in result) expect(result.rejected.code).toBe('figure-below-zero');
          expectRead(result, header);
        }),
        { numRuns: RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it('reads the same row the same, in whatever order the columns stand', () => {
    fc.assert(
      fc.property(row, fc.shuffledSubarray([...header.keys()], { minLength: header.length }), (cells, order) => {
        // the first column is the id: without one it would come from the whole row, in its order
        const rest = cells.map((cell, i) => (i === 0 ? '12345' : cell));
        const shuffled = format.reader(order.map((i) => header[i]));
        expect(read(rest)).toEqual(read(rest));
        const other = shuffled(order.map((i) => rest[i]));
        // which of several faults is named first does not matter
        if ('rejected' in other) expect('rejected' in read(rest)).toBe(true);
        else expect(other).toEqual(read(rest));
      }),
      { numRuns: 300 },
    );
  });

  it('takes cells of any number', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 60 }), (cells) => expectRead(read(cells), header)),
      { numRuns: 500 },
    );
  });
});
