import { gzipSync } from 'node:zlib';
import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import { NeedsMapping } from '../../../../geo/formats/sample.ts';
import { createRowReader, originalOf } from '../../../../geo/formats/rows.ts';
import { MOST_ENTRIES, MOST_UNFOLDED } from '../../../../geo/formats/unpack.ts';
import { valueText } from '../../../../geo/words/findings.ts';
import { eventOf, fileOf, readAll, refusalOf, rejectedIn, warningsOf, wordsOf } from './data-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const HEADER = 'id,date,lat,lon,title,killed,country\n';
const TWO = `${HEADER}1,2025-10-08,34.01,71.58,"Ambush, Peshawar",3,Pakistan\n2,9 October 2025,33.9,70.1,Kurram,,\n`;

const refusal = async (content: string | Uint8Array, options = {}) =>
  readAll(fileOf(content, 'my file'), options).then(
    () => null,
    (error: unknown) => error as Error,
  );

describe('a plain table', () => {
  it('is read by the names of its columns; what is empty is not known', async () => {
    const { layout, entries, notes } = await readAll(fileOf(TWO));
    expect([layout.format, layout.delimiter, notes]).toEqual(['table', ',', []]);
    expect(entries.map(({ line, raw }) => [line, raw])).toEqual([
      [2, '1,2025-10-08,34.01,71.58,"Ambush, Peshawar",3,Pakistan'],
      [3, '2,9 October 2025,33.9,70.1,Kurram,,'],
    ]);
    const [first, second] = entries.map(eventOf);
    expect(first).toMatchObject({ lon: 71.58, lat: 34.01, radiusKm: null });
    expect(first.recorded).toMatchObject({
      id: expect.stringMatching(/^1~[0-9a-z]{7}$/),
      title: 'Ambush, Peshawar',
      country: 'PK',
      fatalities: { best: 3 },
    });
    expect(second.recorded).toMatchObject({ start: '2025-10-09', country: null, fatalities: { best: null } });
  });

  it.each([
    ['semicolons', TWO.replaceAll(/,(?! )/g, ';'), ';'],
    ['tabs', TWO.replaceAll(/,(?! )/g, '\t'), '\t'],
    ['bars', TWO.replaceAll(/,(?! )/g, '|'), '|'],
    ['a word for the delimiter', `sep=;\r\n${TWO.replaceAll(/,(?! )/g, ';')}`, ';'],
  ])('may be written with %s', async (_, text, delimiter) => {
    const { layout, entries } = await readAll(fileOf(text));
    expect(layout.delimiter).toBe(delimiter);
    expect(entries.map(eventOf).map(({ recorded }) => recorded.title)).toEqual(['Ambush, Peshawar', 'Kurram']);
  });

  it('may have remarks and a title above its header, and HXL tags under it', async () => {
    const [header, ...rows] = TWO.split('\n');
    const tags = '#event+id,#date+event,#geo+lat,#geo+lon,,#affected+killed,#country+name';
    const { entries, notes } = await readAll(
      fileOf(['# made by hand', 'My incidents', header, tags, ...rows].join('\n')),
    );
    expect(entries.map(({ line }) => line)).toEqual([5, 6]);
    expect(notes).toEqual([
      'The header stands in line 3: what is above it was passed over.',
      'Line 4 holds HXL tags and was passed over.',
    ]);
  });

  it('tells day from month by other rows of the column', async () => {
    const { entries } = await readAll(fileOf('date,lat,lon\n8/10/2025,34,71\n31/10/2025,34,71\n'));
    expect(entries.map(eventOf).map(({ recorded }) => recorded.start)).toEqual(['2025-10-08', '2025-10-31']);
    expect(await refusalOf(fileOf('date,lat,lon\n8/10/2025,34,71\n'))).toMatch(/no date in the file tells which/);
  });

  it('rejects rows with a reason, whole, and takes the others: each once', async () => {
    const bad = ['3,soon,34,71,x,,', '4,2025-10-08,,71,x,,', '5,2025-10-08,34,north,x,,', '6,2025-10-08,0,0,x,,'];
    const more = ['7,2025-10-08,34,71,x,-2,', '8,2025-10-08,34,71,x,,,,more', '9,2025-10-08,34,71,"x,,'];
    const { entries } = await readAll(fileOf(TWO + [...bad, ...more].join('\n')));
    expect(entries.map(({ raw }) => raw).slice(2)).toEqual([...bad, ...more]);
    expect(entries.map(rejectedIn).map((found) => found && [found.field, valueText(found).slice(0, 10)])).toEqual([
      null,
      null,
      ['start', 'soon'],
      ['lat', ''],
      ['lon', 'north'],
      ['lat', '0, 0'],
      ['best', '-2'],
      [null, '9 cells, n'],
      [null, '9,2025-10-'],
    ]);
  });

  it('takes a short row and one with a figure in words, with a warning', async () => {
    const { entries } = await readAll(fileOf(`${HEADER}1,2025-10-08,34,71,x\n2,2025-10-08,34,71,x,many,\n`));
    expect(entries.map(warningsOf)).toEqual([
      ['the row has fewer cells than the header: the last ones are taken as empty'],
      ['this is not a number: taken as not known'],
    ]);
  });

  it('gives a row without an id the same one each time, and another row another', async () => {
    const text = 'date,lat,lon,note\n2025-10-08,34,71,a\n2025-10-08,34,71,b\n2025-10-08,34,71,a\n';
    const ids = async () => (await readAll(fileOf(text))).entries.map((entry) => eventOf(entry).recorded.id);
    const [a, b, again] = await ids();
    expect(again).toBe(a);
    expect(b).not.toBe(a);
    expect(await ids()).toEqual([a, b, a]);
  });

  it('without known columns asks what they mean, and takes the answer', async () => {
    const text = 'nr;Breite;Länge;Datum;was\n1;34,01;71,58;08.10.2025;Anschlag\n';
    const error = await refusal(text);
    expect(error).toBeInstanceOf(NeedsMapping);
    expect((error as NeedsMapping).sample).toEqual({
      kind: 'table',
      rows: [
        { line: 1, cells: ['nr', 'Breite', 'Länge', 'Datum', 'was'] },
        { line: 2, cells: ['1', '34,01', '71,58', '08.10.2025', 'Anschlag'] },
      ],
      headerLine: 1,
      format: null,
      sheets: [],
      sheet: null,
    });
    const mapping = { lat: 'Breite', lon: 'Länge', start: 'Datum', title: 'was' };
    const { entries, layout } = await readAll(fileOf(text), { mapping });
    expect(eventOf(entries[0])).toMatchObject({ lat: 34.01, lon: 71.58, recorded: { title: 'Anschlag' } });
    expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
    expect(originalOf(layout, entries[0].raw)[1]).toEqual(['Breite', '34,01']);
    expect(await refusal(text, { mapping: { lat: 'Breite' } })).toBeInstanceOf(NeedsMapping);
    expect(await refusal(text, { mapping: { ...mapping, title: ['was', 'nr'] } })).toBeInstanceOf(NeedsMapping);
    expect(await refusal(text, { mapping: { ...mapping, lat: 'no such' } })).toBeInstanceOf(NeedsMapping);
  });

  it('adds the columns that were named for a figure, makes a date of three, and splits one into a place', async () => {
    const text = 'J;M;T;wo;a;b;c\n2012;2;22;34,01 71,58;2;;1\n2013;11;0;30.2, 67.01;;;\n';
    const mapping = { start: ['J', 'M', 'T'], position: 'wo', best: ['a', 'b'], injured: ['c'] };
    const { entries, layout } = await readAll(fileOf(text), { mapping });
    const [first, second] = entries.map(eventOf);
    expect(first).toMatchObject({ lat: 34.01, lon: 71.58, recorded: { start: '2012-02-22', injured: 1 } });
    expect(first.recorded.fatalities).toEqual({ best: 2, low: 2, high: 2 });
    expect(second).toMatchObject({ lat: 30.2, lon: 67.01, recorded: { start: '2013-11-01', end: '2013-11-30' } });
    expect(second.recorded.fatalities).toEqual({ best: null, low: null, high: null });
    for (const { raw, read } of entries) expect(createRowReader(layout)(raw)).toEqual(read);
  });
});

it.each([
  ['a title that a spreadsheet has padded', 'My incidents;;;\nBreite;Länge;Datum;was\n34;71;2025-10-08;Anschlag\n'],
  ['a first column without a name', ';Breite;Länge;Datum\n1;34;71;2025-10-08\n2;34;71;2025-10-09\n'],
])('the header of an unknown table is found below or beside %s', async (_, text) => {
  const error = await refusal(text);
  expect(error).toBeInstanceOf(NeedsMapping);
  const { rows, headerLine } = (error as NeedsMapping).sample;
  const header = rows.find(({ line }) => line === headerLine)?.cells;
  expect(header).toEqual(expect.arrayContaining(['Breite', 'Länge', 'Datum']));
});

describe('UCDP Candidate without a header', () => {
  it('is known by its 49 columns', async () => {
    const cells = Array.from({ length: 49 }, () => '');
    const set: Record<number, string> = { 0: '512345', 2: '2024', 5: '1', 11: 'A - B', 14: 'A', 17: 'B', 24: '1' };
    const more: Record<number, string> = { 29: '33.5', 30: '70.2', 33: 'Pakistan', 36: '1', 37: '1' };
    const last: Record<number, string> = { 38: '2024-01-05 00:00:00.000', 39: '2024-01-05 00:00:00.000', 44: '3' };
    for (const [at, cell] of Object.entries({ ...set, ...more, ...last })) cells[Number(at)] = cell;
    const { layout, entries } = await readAll(
      fileOf(`${cells.join(',')}\n${cells.join(',').replace('512345', '9')}\n`),
    );
    expect(layout.format).toBe('ucdp');
    expect(entries.map(({ line }) => line)).toEqual([1, 2]);
    const firstIsBad = await readAll(fileOf(`${cells.join(',').replace('33.5', '')}\n${cells.join(',')}\n`));
    expect(firstIsBad.entries.map((entry) => rejectedIn(entry)?.field ?? null)).toEqual(['latitude', null]);
    expect(eventOf(entries[0])).toMatchObject({ lat: 33.5, lon: 70.2, recorded: { start: '2024-01-05' } });
  });
});

describe('packed files', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])));

  it.each([
    ['gzip', gzipSync(utf8(TWO))],
    ['zip', zip({ 'read me.txt': 'x', '__MACOSX/._data.csv': 'x', 'a/data.csv': TWO })],
    ['zip with a table that ends in .txt', zip({ 'data.txt': TWO })],
    ['zip of gzip', zipSync({ 'data.csv.gz': gzipSync(utf8(TWO)) })],
  ])('are read: %s', async (_, bytes) => {
    for (const piece of [7, 1 << 16]) {
      const { entries } = await readAll(fileOf(bytes, 'x', piece));
      expect(entries.map(eventOf).map(({ recorded }) => givenIdOf(recorded.id))).toEqual(['1', '2']);
    }
  });

  it('are refused where nothing in them can be read, or several files can', async () => {
    expect(wordsOf(await refusal(zip({ 'a.png': 'x' })))).toMatch(/a\.png.*no files that can be read/);
    expect(wordsOf(await refusal(zip({ 'a.csv': TWO, 'b.csv': TWO })))).toMatch(/"a.csv","b.csv".*--sheet NAME/);
  });

  it('are refused where they are cut off or damaged', async () => {
    expect(wordsOf(await refusal(gzipSync(utf8(TWO)).slice(0, -12)))).toMatch(/damaged, cut off/);
    expect(wordsOf(await refusal(zip({ 'a.csv': TWO.repeat(50) }).slice(0, 120)))).toMatch(/damaged, cut off/);
  });

  it.each([
    ['with a password', 6, [1], /archive with a password/],
    ['packed in a way that is not known', 8, [12], /12 is a way of packing or encrypting that cannot be read/],
    ['that says that it is a bomb', 22, [0xff, 0xff, 0xff, 0x7f], /unfolds to more than 200 times/],
  ])('are refused from what the header says: %s', async (_, at, bytes, message) => {
    const archive = zip({ 'a.csv': TWO.repeat(50) });
    archive.set(bytes, at);
    expect(wordsOf(await refusal(archive))).toMatch(message);
  });

  it('are refused where they hold nothing, or too many files', async () => {
    expect(wordsOf(await refusal(zip({})))).toMatch(/0 files are in the archive/);
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}.bin`, '']));
    expect(wordsOf(await refusal(zip(many)))).toMatch(/10000 files and more/);
  });

  it('are refused where a part of a workbook unfolds beyond all measure without saying so', async () => {
    const parts: Uint8Array[] = [];
    const archive = new Zip((error, data) => {
      if (error) throw error;
      parts.push(data);
    });
    for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
      const part = new ZipDeflate(name, { level: 1 });
      archive.add(part);
      const piece = new Uint8Array(2 ** 20).fill(32);
      for (let size = 0; name.includes('sheet1') && size <= MOST_UNFOLDED; size += piece.length) part.push(piece);
      part.push(piece, true);
    }
    archive.end();
    const error = await refusal(Uint8Array.from(Buffer.concat(parts)));
    expect(wordsOf(error)).toMatch(/unfolds to more than 200 times/);
  });

  it('are refused where they unfold beyond all measure', async () => {
    const bomb = new Uint8Array(MOST_UNFOLDED + 2 ** 20).fill(97);
    bomb.set(utf8(HEADER));
    expect(wordsOf(await refusal(gzipSync(bomb)))).toMatch(/unfolds to more than 200 times/);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['nothing', '', /my file: "" holds nothing/],
    ['white space', ' \n\n', /holds nothing/],
    ['bytes', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256), /this is no text/],
    ['a web page', '<!doctype html><p>x', /XML or HTML/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old Excel workbook/],
    ['other JSON', '{"a":[1,2]}', /no GeoJSON feature/],
    ['one column', 'names\na\nb\n', /no header that is known/],
  ])('are refused: %s', async (_, content, message) => {
    expect(wordsOf(await refusal(content))).toMatch(message);
  });

  it('are refused where they are not what they were said to be', async () => {
    expect(wordsOf(await refusal(TWO, { format: 'geojson' }))).toMatch(/this is a table/);
    expect(wordsOf(await refusal('{"type":"FeatureCollection","features":[]}', { format: 'acled' }))).toMatch(
      /GeoJSON/,
    );
  });

  it.each([1000, 10_000])(
    'tell of %i columns, among which nobody can choose where there are more than 1,000',
    async (count) => {
      const names = Array.from({ length: count }, (_, i) => `c${i}`);
      const error = await refusal(`${names.join(',')}\n`);
      expect(error instanceof NeedsMapping).toBe(count <= 1000);
      expect(wordsOf(error)).toContain(count <= 1000 ? 'c19' : '10000 columns, none of them known');
      const known = await readAll(fileOf(`lat,lon,date,${names.join(',')}\n34,71,2025-10-08,${names.join(',')}\n`));
      expect(known.entries).toHaveLength(1);
    },
  );
});

describe('reading', () => {
  it('tells how far it is, and stops when it is told to', async () => {
    const seen: number[] = [];
    const file = fileOf(TWO, 'x', 50);
    await readAll(file, { onProgress: (read, total) => seen.push(read / total) });
    expect(seen.at(-1)).toBe(1);
    const stop = new AbortController();
    stop.abort();
    await expect(readAll(file, { signal: stop.signal })).rejects.toThrow(/abort/i);
  });
});
