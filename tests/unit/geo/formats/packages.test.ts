import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../../geo/formats/read.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { NeedsMapping } from '../../../../geo/formats/sample.ts';
import { NeedsSheet } from '../../../../geo/formats/several.ts';
import { eventOf, fileOf, readAll, reasonIn, refusalOf, wordsOf } from './data-file.ts';
import { ods, odsRow } from './made-ods.ts';
import { workbook } from './made-workbook.ts';

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.map(text).join('')}</row>`;
const HEADER = ['date', 'lat', 'lon', 'title'];
const EVENTS = row(...HEADER) + row('2025-10-08', '34', '71', 'Raid');
const UNKNOWN = row('Ref', 'When', 'Where', 'N') + row('1', '2025-10-08', '34', '71');
const NOTES = row('About this file') + row('Licence', 'CC BY 4.0');
const CSV = 'date,lat,lon,title\n2025-10-08,34,71,Raid\n';
const KML =
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Raid</name><TimeStamp><when>2025-10-08</when></TimeStamp><Point><coordinates>71,34</coordinates></Point></Placemark></kml>';

const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  );
const titlesOf = async (content: Uint8Array | string, sheet?: string) =>
  (await readAll(fileOf(content), { sheet })).entries.map((entry) => eventOf(entry).recorded.title);
const errorOf = (content: Uint8Array): Promise<unknown> =>
  readEvents(fileOf(content, 'my.xlsx')).then(
    () => null,
    (error: unknown) => error,
  );
const namesAsked = async (content: Uint8Array) => {
  const error = await errorOf(content);
  return error instanceof NeedsSheet ? error.found.map(({ name }) => name) : wordsOf(error);
};

describe('a workbook', () => {
  it('of several sheets of events is asked about, and read by the name of one', async () => {
    const book = workbook([NOTES, EVENTS, EVENTS.replace('Raid', 'Ambush')], []);
    expect(await namesAsked(book)).toEqual(['S2', 'S3']);
    expect(await titlesOf(book, 'S3')).toEqual(['Ambush']);
    expect(await refusalOf(fileOf(book), { sheet: 'S9' })).toMatch(/"S9" is not in it. There are: S1, S2, S3/);
  });

  it('of one sheet with columns like those of events is asked about that sheet', async () => {
    const error = await errorOf(workbook([NOTES, UNKNOWN], []));
    if (!(error instanceof NeedsMapping)) throw error;
    expect([error.sample.sheet, error.sample.sheets]).toEqual(['S2', ['S1', 'S2']]);
    expect(wordsOf(error)).toMatch(/my.xlsx, S2.*"Ref","When"/);
    const mapping = { lat: 'Where', lon: 'N', start: 'When' };
    const { entries } = await readAll(fileOf(workbook([NOTES, UNKNOWN], [])), { mapping });
    expect(eventOf(entries[0])).toMatchObject({ lat: 34, lon: 71 });
  });

  it('of several such sheets is asked about, the more so the more of their columns are known', async () => {
    expect(await namesAsked(workbook([UNKNOWN, UNKNOWN], []))).toEqual(['S1', 'S2']);
    const nearer = UNKNOWN.replace('Where', 'Latitude');
    expect(await namesAsked(workbook([UNKNOWN, nearer], []))).toMatch(/"Latitude"/);
  });

  it('has the names of its sheets as people write them', async () => {
    const book = ods({
      'Läsmig &amp; more': NOTES_ODS,
      Händelser: odsRow(HEADER) + odsRow(['2025-10-08', '34', '71', 'Raid']),
    });
    const { notes } = await readAll(fileOf(book));
    expect(notes).toEqual(['Read from the sheet Händelser; passed over: Läsmig & more.']);
  });
});

const NOTES_ODS = odsRow(['About this file']);

describe('an OpenDocument spreadsheet', () => {
  const cell = (attributes: string, shown = '') =>
    `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;

  it('is read as it is kept, not as it is shown', async () => {
    const kept =
      cell('office:value-type="date" office:date-value="2025-10-08T00:00:00"', '8. Okt.') +
      cell('office:value-type="float" office:value="34.0151"', '34,02') +
      cell('office:value-type="float" office:value="71.58"', '71,58');
    const rows =
      odsRow(HEADER) +
      `<table:table-row>${kept}${cell('office:value-type="string"', 'A &lt;b&gt; &#233;')}</table:table-row>`;
    const { layout, entries } = await readAll(fileOf(ods({ Sheet1: rows })));
    expect(entries.map(({ line, raw }) => [line, raw])).toEqual([[2, '2025-10-08,34.0151,71.58,A <b> é']]);
    expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
  });

  it('has repeated cells and rows, and no comments, spaces and lines as they are meant', async () => {
    const twice = '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="34"/>';
    const note = '<office:annotation><text:p>not mine</text:p></office:annotation>';
    const title = `<table:table-cell>${note}<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>`;
    const day = cell('office:value-type="string"', '2025-10-08');
    const empty = '<table:table-cell table:number-columns-repeated="16380"/>';
    const rows =
      odsRow(HEADER, empty) +
      `<table:table-row table:number-rows-repeated="3">${day}${twice}${title}${empty}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="1048000">${empty}</table:table-row>` +
      odsRow(['2025-10-09', '34', '71', 'last']);
    const { entries } = await readAll(fileOf(ods({ Sheet1: rows })));
    expect(entries.map(({ line, raw }) => [line, raw])).toEqual([
      ...[2, 3, 4].map((line) => [line, '2025-10-08,34,34,"a  b\nc"']),
      [1_048_005, '2025-10-09,34,71,last'],
    ]);
  });

  it('that repeats text beyond all measure is refused', { timeout: 20_000 }, async () => {
    const long = cell('table:number-columns-repeated="1000" office:value-type="string"', 'x'.repeat(1000));
    const rows = `${odsRow(HEADER)}<table:table-row table:number-rows-repeated="1000000">${long}</table:table-row>`;
    expect(await refusalOf(fileOf(ods({ Sheet1: rows })))).toMatch(/unfolds to more than/);
  });

  it('of a row that is too long loses no other', async () => {
    const rows = odsRow(HEADER) + odsRow(['x'.repeat(5_000_000)]) + odsRow(['2025-10-08', '34', '71', 'Raid']);
    const { entries } = await readAll(fileOf(ods({ Sheet1: rows })));
    expect(entries.map((entry) => [entry.line, reasonIn(entry)])).toEqual([
      [2, expect.stringMatching(/too long/)],
      [3, null],
    ]);
  });
});

describe('an archive', () => {
  it('with notes and a key to the codes beside the table opens the table', async () => {
    const key = 'column,meaning,unit\ntitle,what,none\n';
    const files = { 'readme.txt': 'x', 'codebook.csv': key, 'codebook.xlsx': workbook([NOTES], []), 'a/data.csv': CSV };
    const { notes, entries } = await readAll(fileOf(zip(files)));
    expect(entries).toHaveLength(1);
    expect(notes).toEqual(['Read from the archive: a/data.csv']);
  });

  it('of several tables is asked about, down to the sheets of a workbook in it', async () => {
    const files = zip({
      '2024.csv': CSV,
      'b.csv.gz': gzipSync(new TextEncoder().encode(CSV)),
      'c.xlsx': workbook([NOTES, EVENTS, EVENTS], []),
    });
    expect(await namesAsked(files)).toEqual(['2024.csv', 'b.csv.gz', 'c.xlsx/S2', 'c.xlsx/S3']);
    expect(await titlesOf(files, 'c.xlsx/S3')).toEqual(['Raid']);
    expect(await titlesOf(zip({ 'c.xlsx': workbook([EVENTS, EVENTS], []) }), 'S2')).toEqual(['Raid']);
  });

  it('that is a KMZ opens what Google Earth opens', async () => {
    expect(
      await titlesOf(zip({ 'doc.kml': KML, 'files/icon.png': 'x', 'files/other.kml': KML.replace('Raid', 'x') })),
    ).toEqual(['Raid']);
    expect(await titlesOf(zip({ 'my map.kml': KML }))).toEqual(['Raid']);
  });
});

describe('HXL tags', () => {
  const tagged = (header: string, tags: string) => `${header}\n${tags}\n2025-10-08,34.5,71.5,4,Khyber,x\n`;
  const TAGS = '#date+start,#geo+lat,#geo+lon,#affected+killed,#adm2+name,#affected+killed+f';

  it('name the columns of a header that is not known, or of none', async () => {
    for (const file of [tagged('Datum,Breite,Länge,Tote,Bezirk,Frauen', TAGS), tagged('', TAGS).trimStart()]) {
      const { entries, notes } = await readAll(fileOf(file));
      expect(eventOf(entries[0])).toMatchObject({
        lat: 34.5,
        lon: 71.5,
        recorded: { start: '2025-10-08', admin: 'Khyber', fatalities: { best: 4 } },
      });
      expect(notes.join()).toMatch(/HXL tags in line [12] tell what the columns are/);
    }
  });

  it('say nothing against a name that is known, nor against what was chosen', async () => {
    const file = tagged(
      'date,lat,lon,killed,Bezirk,Frauen',
      '#date,#geo+lat,#geo+lon,#affected,#adm2+name,#affected+killed',
    );
    expect(eventOf((await readAll(fileOf(file))).entries[0]).recorded.fatalities.best).toBe(4);
    const { entries } = await readAll(fileOf(tagged('Datum,Breite,Länge,Tote,Bezirk,Frauen', TAGS)), {
      mapping: { admin: '', lat: 'Breite', lon: 'Länge', start: 'Datum' },
    });
    expect(eventOf(entries[0]).recorded.admin).toBeNull();
  });
});
