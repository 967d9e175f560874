import * as z from 'zod/mini';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { givenIdOf } from '../../geo/formats/content-id.ts';
import { csvRecord, guard, unguard } from '../../geo/formats/csv.ts';
import type { Event } from '../../geo/formats/format.ts';
import { finding } from '../../geo/formats/finding.ts';
import { createElementReader } from '../../geo/formats/json-elements.ts';
import { OWN_COLUMNS, ownRecord } from '../../geo/formats/own-table.ts';
import { createRecordReader } from '../../geo/formats/records.ts';
import { rejectsFile } from '../../geo/formats/rejects.ts';
import { createRowReader } from '../../geo/formats/rows.ts';
import { readPlaceNames } from '../../geo/commands/ground.ts';
import { lazily } from '../../geo/ground/district-lookup.ts';
import { InputError } from '../../geo/model/errors.ts';
import { recordedSchema, type Computed, type Recorded } from '../../geo/model/incident.ts';
import { reasonText, valueText } from '../../geo/words/findings.ts';
import { problemText } from '../../geo/words/problems.ts';
import { eventOf, fileOf, readAll, rejectedIn } from '../unit/geo/formats/data-file.ts';
import { ods } from '../unit/geo/formats/made-ods.ts';
import { shapefile } from '../unit/geo/formats/made-shapefile.ts';
import { workbook } from '../unit/geo/formats/made-workbook.ts';
import { incident } from '../unit/geo/store/made-incidents.ts';

/** `FUZZ_RUNS=1000000 npx vitest run tests/property/formats.test.ts` is the longer run; about half an hour. */
const FUZZ_RUNS = process.env.FUZZ_RUNS === undefined ? null : Number(process.env.FUZZ_RUNS);
/** One file that takes so long is a failure: its seed and the file are told. */
const FILE_TIMEOUT_MS = 20_000;
const FUZZ_TIMEOUT_MS = FUZZ_RUNS === null ? 300_000 : 3_600_000;

/** What tables trip over. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', ' ', 'a', '=', "'", '-', 'پ', 'ش', '‏'),
    maxLength: 12,
  }),
);
/** Text as the model has it: not empty, without white space at its ends. */
const text = awkward.map((cell) => cell.trim()).filter((cell) => cell !== '');

const utf8 = (text: string) => new TextEncoder().encode(text);
const COMPUTED: Computed = incident({ id: 'x' }).properties;

describe('records', () => {
  it('are split as papaparse does, whatever the cells hold and however the text comes', () => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(awkward, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(20),
        (rows, delimiter, end, piece) => {
          const written = Papa.unparse(rows, { delimiter, newline: end });
          const { feed } = createRecordReader({ delimiter, lineEnd: '\n' });
          const records = [];
          for (let at = 0; at < written.length; at += piece + 1)
            records.push(...feed(written.slice(at, at + piece + 1), false));
          records.push(...feed('', true));
          const filled = Papa.parse<string[]>(written, { delimiter, newline: end }).data.filter((cells) =>
            cells.some((cell) => cell.trim() !== ''),
          );
          expect(records.map(({ cells }) => cells)).toEqual(filled);
        },
      ),
    );
  });

  it('lose nothing of any text: each line is in a record, or blank', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('"', ',', ' ', 'a', '\r'), maxLength: 6 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, fc.nat(5), (parts, piece) => {
        const whole = parts.join('\n');
        const { feed } = createRecordReader({ delimiter: ',', lineEnd: '\n' });
        const records = [];
        for (let at = 0; at < whole.length; at += piece + 1)
          records.push(...feed(whole.slice(at, at + piece + 1), false));
        records.push(...feed('', true));
        const taken = new Set(records.flatMap(({ line, raw }) => raw.split('\n').map((_, i) => line + i)));
        parts.forEach((part, i) => {
          if (/a/.test(part)) expect(taken, `line ${i + 1} of ${JSON.stringify(whole)}`).toContain(i + 1);
        });
        const inOrder = records.map(({ line }) => line);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }),
    );
  });

  it('come back from what is written, and formulas are guarded so that they come back too', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 2, maxLength: 6 }), (cells) => {
        const guarded = cells.map(guard);
        for (const cell of guarded) expect(/^[=@\t\r]|^[+-](?!\d)/.test(cell)).toBe(false);
        expect(guarded.map(unguard)).toEqual(cells);
        const [back] = Papa.parse<string[]>(csvRecord(guarded), { delimiter: ',' }).data;
        expect(back).toEqual(guarded);
      }),
    );
  });
});

describe('our own table', () => {
  const recorded: fc.Arbitrary<Recorded> = fc
    .record({
      id: text,
      title: text,
      place: fc.option(text),
      admin: fc.option(text),
      remark: text,
      note: awkward,
      by: text,
    })
    .map(({ id, title, place, admin, remark, note, by }) => ({
      ...z.object(recordedSchema.shape).parse(incident({ id, title, place, admin }).properties),
      remarks: [remark],
      claims: [{ by, killed: 3, injured: null, note: note }],
      sources: [{ publisher: by, title: remark, year: null, url: null, record: null }],
      fatalities: { best: 3, low: null, high: 4 },
    }));

  it('comes back in unchanged', async () => {
    const events = fc.array(
      fc.record({
        recorded,
        lon: fc.double({ min: 61, max: 77, noNaN: true }),
        lat: fc.double({ min: 24, max: 37, noNaN: true }),
        radiusKm: fc.constantFrom(null, 25),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 300 }), async (all: Event[], piece) => {
        const file = [csvRecord(OWN_COLUMNS), ...all.map((event) => ownRecord(event, COMPUTED))].join('\r\n');
        const { layout, entries } = await readAll(fileOf(file, 'x', piece));
        expect(layout.format).toBe('durand');
        expect(entries.map(eventOf)).toEqual(all);
      }),
    );
  });
});

describe('rejected rows', () => {
  const HEADER = 'id,date,lat,lon,title';

  it('are written whole, and read again as they were', async () => {
    const rows = fc.array(fc.array(awkward, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const { layout, entries } = await readAll(
          fileOf(`${HEADER}\n${cells.map((row) => csvRecord(['x', ...row])).join('\n')}\n`),
        );
        const { head, line, end } = rejectsFile(layout, { reasonText, valueText });
        const rejects = entries.flatMap((entry) => {
          const rejected = rejectedIn(entry);
          return rejected ? [{ line: entry.line, raw: entry.raw, ...rejected }] : [];
        });
        if (rejects.length === 0) return;
        const written = head + rejects.map((reject, i) => line(reject, i === 0)).join('') + end;
        const again = await readAll(fileOf(written));
        expect(again.entries.map((entry) => rejectedIn(entry))).toEqual(
          rejects.map(({ field, value, code, params }) => ({ field, value, code, params })),
        );
        // all cells of the row stand in the file, as another reader sees it
        const seen = Papa.parse<string[]>(written, { delimiter: ',' })
          .data.slice(1)
          .map((row) => row.map(unguard));
        rejects.forEach(({ raw }, i) => {
          const own = Papa.parse<string[]>(raw, { delimiter: ',' }).data[0];
          const [, , , , , asText, ...rest] = seen[i];
          // empty cells beyond the header are nothing
          expect(asText === '' ? rest : asText).toEqual(asText === '' ? own.slice(0, 5) : raw);
        });
      }),
    );
  });

  it('are taken once they are mended', async () => {
    const { layout, entries } = await readAll(
      fileOf(`${HEADER}\n1,soon,34,71,"=x, ""y"""\n2,2025-10-08,34,71,"open\n`),
    );
    const { head, line } = rejectsFile(layout, { reasonText, valueText });
    const rejects = entries.map((entry) => ({
      line: entry.line,
      raw: entry.raw,
      ...(rejectedIn(entry) ?? finding(null, '', 'not-json')),
    }));
    const written = head + rejects.map((reject, i) => line(reject, i === 0)).join('');
    const mended = written.replace(',1,soon,', ',1,2025-10-07,').replaceAll('""open', 'closed');
    const again = await readAll(fileOf(mended));
    expect(
      again.entries.map(eventOf).map(({ recorded: { id, start, title } }) => [givenIdOf(id), start, title]),
    ).toEqual([
      ['1', '2025-10-07', '=x, "y"'],
      ['2', '2025-10-08', 'closed'],
    ]);
    expect(again.entries.map(({ raw }) => createRowReader(again.layout)(raw))).toEqual(
      again.entries.map(({ read }) => read),
    );
  });
});

describe('any file at all', () => {
  const placeNames = lazily(readPlaceNames);
  const cell = fc.oneof(
    awkward,
    fc.constantFrom('2025-10-08', '34', '71', '-1', '0', 'Pakistan', '1e400', '__proto__'),
    fc.constantFrom('Wana', 'Bajaur Agency', 'POINT (71.5 34)', '34.01 N 71.58 E'),
  );
  const header = fc.constantFrom(
    'id,date,lat,lon,killed,country',
    'lat;lon;date;injured',
    'date,place,district,civilians killed,militants killed',
    'date,coordinates,killed min,killed max',
    OWN_COLUMNS.join(','),
    'event_id_cnty,event_date,event_type,sub_event_type,actor1,latitude,longitude,country,fatalities,notes,source',
  );
  const tables = fc
    .tuple(header, fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }))
    .map(([first, rows]) => `${first}\n${rows.map((row) => row.join(',')).join('\n')}`);
  const json = fc
    .json({ maxDepth: 4 })
    .map((value) => `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null},${value}]}`);
  const features = fc
    .array(
      fc.record({
        type: fc.constantFrom('Feature', 'Point', 'x'),
        geometry: fc.record({ type: fc.constantFrom('Point', 'MultiPoint'), coordinates: fc.anything() }),
        properties: fc.anything(),
      }),
    )
    .map((all) => JSON.stringify({ type: 'FeatureCollection', features: all }) ?? '');
  const bytes = fc.uint8Array({ maxLength: 300 });
  const packed = bytes.map((rest) => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest]));
  const zipped = bytes.map((rest) => Uint8Array.from([0x1f, 0x8b, 8, ...rest]));
  const gpx = fc
    .array(
      fc.oneof(
        fc.constantFrom('<wpt lat="34" lon="71">', '</wpt>', '<time>2025-10-08T01:00:00Z</time>', '<name>', '</name>'),
        fc.constantFrom(
          '<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>',
          '<rte>',
          '</rte>',
          '&#0;',
          '&x;',
          '<!--',
        ),
        awkward,
      ),
    )
    .map((parts) => `<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1">${parts.join('')}</gpx>`);
  const sheetCell = fc.oneof(
    awkward.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`),
    cell.map((value) => `<c t="str"><v>${value}</v></c>`),
    fc.constantFrom(
      '<c r="ZZZ9"><v>1</v></c>',
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>9</v></c>',
      '<c s="1"><v>-1</v></c>',
    ),
    fc.constantFrom(
      '<c s="1"><v>45938</v></c>',
      '<c s="1"><v>1e9</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c/>',
      '<row>',
    ),
  );
  const sheetHeader = '<row>' + ['id', 'date', 'lat', 'lon'].map((name) => `<c t="str"><v>${name}</v></c>`).join('');
  const workbooks = fc
    .array(fc.array(sheetCell, { maxLength: 6 }), { maxLength: 5 })
    .map((rows) =>
      workbook([`${sheetHeader}</row>${rows.map((row) => `<row>${row.join('')}</row>`).join('')}`], ['s']),
    );
  const xml = fc
    .array(
      fc.constantFrom(
        '<Placemark>',
        '</Placemark>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<Point>',
        '<coordinates>71,34</coordinates>',
        '</Point>',
        '<name>x',
        '</name>',
        '&',
        '<wpt lat="1" lon="2"/>',
      ),
    )
    .map((parts) => `<kml xmlns="http://www.opengis.net/kml/2.2">${parts.join('')}`);

  const fieldName = fc.constantFrom('date', 'lat', 'lon', 'id', 'killed', 'where', '__proto__', 'a.b', '');
  const value = fc.oneof(cell, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('2025-10-08', 34, 71, null));
  const records = fc.array(fc.dictionary(fieldName, value, { maxKeys: 6 }), { maxLength: 6 });
  const jsonRecords = fc
    .tuple(records, fc.constantFrom('[]', 'lines', 'data', 'Result', 'own'), fc.nat(3))
    .map(([all, form, cut]) => {
      const texts = all.map((record) => JSON.stringify(record));
      const whole =
        form === 'lines'
          ? texts.join('\n')
          : form === '[]'
            ? `[${texts.join(',')}]`
            : `{"n":1,"${form}":[${texts.join(',')}]}`;
      return whole.slice(0, whole.length - cut);
    });
  const tags = fc
    .tuple(
      fc.array(fc.constantFrom('#date', '#geo+lat', '#geo+lon', '#affected+killed', '#adm2+name', '#x', ''), {
        maxLength: 6,
      }),
      fc.array(awkward, { maxLength: 6 }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }),
    )
    .map(([row, names, rows]) => [names, row, ...rows].map((cells) => cells.join(',')).join('\n'));
  const odsPart = fc.oneof(
    fc.constantFrom(
      '<table:table-row>',
      '</table:table-row>',
      '<table:table-row/>',
      '<table:table-cell/>',
      '</table:table>',
    ),
    fc.constantFrom(
      '<table:table-row table:number-rows-repeated="99">',
      '<table:table-cell table:number-columns-repeated="9">',
    ),
    fc.constantFrom(
      '<table:table table:name="x">',
      '<office:annotation>',
      '</office:annotation>',
      '<text:s text:c="3"/>',
      '<!--',
      ']]>',
    ),
    fc.constantFrom(
      '<table:table-cell office:value-type="float" office:value="34">',
      '<table:table-cell office:value-type="date" office:date-value="2025-10-08">',
    ),
    cell.map((words) => `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`),
  );
  const odsHeader = ['date', 'lat', 'lon'].map(
    (name) => `<table:table-cell><text:p>${name}</text:p></table:table-cell>`,
  );
  const spreadsheets = fc
    .array(fc.array(odsPart, { maxLength: 10 }), { maxLength: 3 })
    .map((sheets) =>
      ods(
        Object.fromEntries(
          sheets.map((parts, i) => [
            `s${i}`,
            `<table:table-row>${odsHeader.join('')}</table:table-row>${parts.join('')}`,
          ]),
        ),
      ),
    );
  const double = fc.oneof(fc.double(), fc.double({ min: 24, max: 77 }));
  const shapes = fc
    .record({
      places: fc.array(fc.option(fc.tuple(double, double)), { maxLength: 5 }),
      names: fc.constantFrom(['date', 'title'], ['lat', 'date'], ['x', 'y']),
      rows: fc.array(fc.tuple(cell, cell), { maxLength: 5 }),
      type: fc.constantFrom(1, 1, 1, 11, 21, 5),
    })
    .map(shapefile);
  const parquets = fc
    .tuple(
      fc.array(fc.tuple(cell, double, double, fc.array(cell, { maxLength: 3 })), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(1, 3),
      fc.constantFrom(
        'PLAIN' as const,
        'DELTA_BYTE_ARRAY' as const,
        'DELTA_LENGTH_BYTE_ARRAY' as const,
        'RLE_DICTIONARY' as const,
      ),
      fc.constantFrom('SNAPPY' as const, 'UNCOMPRESSED' as const, 'GZIP' as const),
    )
    .map(([rows, rowGroupSize, encoding, codec]) => {
      const columnData = ['date', 'lat', 'lon'].map((name, i) => ({
        name,
        data: rows.map((row) => row[i]),
        type: i === 0 ? ('STRING' as const) : ('DOUBLE' as const),
        ...(i === 0 && { encoding }),
      }));
      const lists = { name: 'tags', data: rows.map((row) => JSON.stringify(row[3])), type: 'JSON' as const };
      const compressors = { GZIP: (page: Uint8Array) => gzipSync(page) };
      const all = { columnData: [...columnData, lists], rowGroupSize, codec, compressors };
      return new Uint8Array(parquetWriteBuffer(all));
    });

  const texts = fc.oneof(tables, json, features, xml, gpx, jsonRecords, tags);
  const wrapped = fc
    .tuple(texts, fc.constantFrom('x.csv', 'x.geojson', 'x.txt', '../x.kml', 'constructor.csv'), fc.boolean())
    .map(([content, name, isZip]) => (isZip ? zipSync({ [name]: utf8(content) }) : gzipSync(utf8(content))));
  /** As it should be, but for one byte. */
  const damaged = fc
    .tuple(fc.oneof(workbooks, wrapped, spreadsheets, shapes, parquets), fc.nat(), fc.nat(255))
    .map(([whole, at, byte]) => whole.with(at % whole.length, byte));
  /** Parquet says most of what it holds in counts and lengths, many of them at its end: some are changed, or its front is cut off. */
  const misleading = fc
    .tuple(
      parquets,
      fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 0x7f, 0xff))), {
        maxLength: 4,
      }),
      fc.oneof(fc.constant(0), fc.nat(40)),
    )
    .map(([whole, changes, cut]) => {
      const bytes = whole.slice();
      const told = new DataView(bytes.buffer).getUint32(bytes.length - 8, true) + 8;
      for (const [isTold, at, byte] of changes) {
        bytes[isTold ? bytes.length - 1 - (at % told) : at % bytes.length] = byte;
      }
      // the mark stays at its front
      return cut === 0 ? bytes : Uint8Array.from([...bytes.subarray(0, 4), ...bytes.subarray(4 + cut)]);
    });

  it(
    'is read or refused with a message; its rows are taken or rejected with a reason, and read again the same',
    async () => {
      const any = fc.oneof(fc.string({ unit: 'binary' }), bytes, packed, zipped);
      const made = fc.oneof(workbooks, spreadsheets, shapes, parquets);
      const files = fc.oneof(texts, any, made, wrapped, damaged, misleading);
      await fc.assert(
        fc.asyncProperty(files, fc.integer({ min: 1, max: 200 }), async (content, piece) => {
          try {
            const { layout, entries } = await readAll(fileOf(content, 'x', piece), { placeNames });
            const again = createRowReader(layout);
            for (const entry of entries) {
              const found = rejectedIn(entry);
              if (found) expect(reasonText(found)).not.toBe('');
              else {
                expect(recordedSchema.safeParse(eventOf(entry).recorded).error).toBeUndefined();
                const read = again(entry.raw);
                expect('event' in read && read.event).toEqual(eventOf(entry));
              }
            }
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
            expect(problemText(error.problem)).not.toBe('');
          }
        }),
        { numRuns: FUZZ_RUNS ?? 10_000, timeout: FILE_TIMEOUT_MS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it('in JSON is cut into the same elements, however it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.json({ maxDepth: 3 }), { maxLength: 6 }), fc.nat(20), (values, piece) => {
        const whole = `{"name":"x","features":[${values.join(' ,\n')}],"more":[{}]}`;
        const { feed } = createElementReader();
        const elements = [];
        for (let at = 0; at < whole.length; at += piece + 1)
          elements.push(...feed(whole.slice(at, at + piece + 1), false));
        elements.push(...feed('', true));
        expect(elements.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual(
          values.map((value) => JSON.parse(value) as unknown),
        );
      }),
    );
  });
});
