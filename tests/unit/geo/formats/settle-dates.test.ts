import { describe, expect, it } from 'vitest';
import { withAnyStyle } from '../../../../geo/formats/date-style.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { NeedsDateOrder } from '../../../../geo/formats/settle-dates.ts';
import { eventOf, fileOf, readAll, reasonIn, warningsOf, wordsOf } from './data-file.ts';
import { workbook } from './made-workbook.ts';

const refusal = async (text: string) =>
  readAll(fileOf(text, 'a.csv')).then(
    () => null,
    (error: unknown) => error,
  );

/** The days of all rows, and the notes. */
async function daysIn(content: string | Uint8Array, options = {}) {
  const { layout, entries, notes } = await readAll(fileOf(content), options);
  const again = createRowReader(layout);
  for (const { raw, read } of entries) expect(again(raw)).toEqual(read);
  return { days: entries.map(eventOf).map(({ recorded }) => recorded.start), notes, entries };
}

const ACLED = 'event_id_cnty,event_date,year,event_type,actor1,latitude,longitude\n';
const acledRow = (date: string, i: number) => `PAK${i},${date},,Battles,A,34,71\n`;
const feature = (date: string) =>
  `{"type":"Feature","geometry":{"type":"Point","coordinates":[71,34]},"properties":{"date":"${date}"}}`;
const mark = (date: string) =>
  `<Placemark><TimeStamp><when>${date}</when></TimeStamp><Point><coordinates>71,34</coordinates></Point></Placemark>`;

describe('the order of day and month', () => {
  it.each([
    ['a plain table', (dates: string[]) => `date,lat,lon\n${dates.map((date) => `${date},34,71`).join('\n')}`],
    ['ACLED', (dates: string[]) => ACLED + dates.map(acledRow).join('')],
    ['GeoJSON', (dates: string[]) => `{"type":"FeatureCollection","features":[${dates.map(feature).join(',')}]}`],
    ['KML', (dates: string[]) => `<kml xmlns="http://www.opengis.net/kml/2.2">${dates.map(mark).join('')}</kml>`],
  ])('is settled for the whole file by one date far down: %s', async (_, file) => {
    const dates = ['05/03/2021', ...Array<string>(30_000).fill('2021-01-01'), '24/12/2020'];
    const { days, notes } = await daysIn(file(dates));
    expect([days[0], days.at(-1)]).toEqual(['2021-03-05', '2020-12-24']);
    expect(notes.join()).toMatch(/with the day first: 24\/12\/2020 in row 300\d\d can be read in no other way/);
  });

  it('is settled for the sheet of a workbook', async () => {
    const rows = ['date,lat,lon', '5/8/2006,34,71', '11/19/2005,34,71'].map(
      (row) => `<row>${row.replace(/[^,]+,?/g, (cell) => `<c t="str"><v>${cell.replace(',', '')}</v></c>`)}</row>`,
    );
    expect((await daysIn(workbook([rows.join('')], []))).days).toEqual(['2006-05-08', '2005-11-19']);
  });

  it('is asked where no date tells it, and then holds for the file', async () => {
    const text = 'date,lat,lon\n10/10/2006,34,71\n5/8/2006,34,71\n';
    const error = await refusal(text);
    expect(error).toBeInstanceOf(NeedsDateOrder);
    expect(error).toMatchObject({
      choices: [{ text: '5/8/2006', line: 3, readings: { 'day first': '2006-08-05', 'month first': '2006-05-08' } }],
    });
    expect(wordsOf(error)).toMatch(/a\.csv, row 3: "5\/8\/2006" can be read.*--date-order dmy, mdy or ymd/);
    const { days, notes } = await daysIn(text, { mapping: { dateOrder: 'month first' } });
    expect([days, notes]).toEqual([['2006-10-10', '2006-05-08'], []]);
  });

  it('is asked where dates tell both, with rows of each; of the others none is read then', async () => {
    const text = ACLED + ['31/1/2025', '1/30/2025', '29/1/2025', '1/2/2025'].map(acledRow).join('');
    const error = await refusal(text);
    expect(wordsOf(error)).toMatch(/the day first \(2: 31\/1\/2025; 4: 29\/1\/2025\).*the month \(3: 1\/30\/2025\)/);
    const { layout, entries } = await readAll(fileOf(text), { mapping: { dateOrder: 'day first' } });
    expect(layout.format).toBe('acled');
    expect(entries.map(reasonIn)).toEqual([null, expect.stringMatching(/another order/), null, null]);
    expect(eventOf(entries[3]).recorded.start).toBe('2025-02-01');
  });

  it('is never two in one file: of first and last days it is one', async () => {
    const text = 'start,end,lat,lon\n5/8/2006,13/8/2006,34,71\n';
    const { entries } = await readAll(fileOf(text));
    expect(eventOf(entries[0]).recorded).toMatchObject({ start: '2006-08-05', end: '2006-08-13' });
    expect(await refusal(text.replace('5/8/2006', '8/14/2006'))).toBeInstanceOf(NeedsDateOrder);
  });

  it('is that of the name of the column, which is taken before a worse one', async () => {
    const { days } = await daysIn('Time,Date (MM-DD-YYYY),lat,lon\n10:30,05-08-2006,34,71\n');
    expect(days).toEqual(['2006-05-08']);
  });

  it('is that of each date alone for rows that were kept before', () => {
    const layout = { format: 'table', header: ['date', 'lat', 'lon'], delimiter: ',', mapping: null };
    const read = createRowReader(layout)('31/1/2025,34,71');
    expect('event' in read && read.event.recorded.start).toBe('2025-01-31');
    expect(withAnyStyle({ dateOrder: 'day first' })).toMatchObject({ dateOrder: 'day first' });
  });
});

describe('numbers as dates', () => {
  it('are days of a spreadsheet or time since 1970 where the whole column is such', async () => {
    const file = (dates: string[]) => `date,lat,lon\n${dates.map((date) => `${date},34,71`).join('\n')}`;
    expect(await daysIn(file(['43831', '44196.5']))).toMatchObject({
      days: ['2020-01-01', '2020-12-31'],
      notes: [expect.stringMatching(/spreadsheets/)],
    });
    expect((await daysIn(file(['1583452799', '1583452800']))).days).toEqual(['2020-03-05', '2020-03-06']);
    const { entries } = await readAll(fileOf(file(['2020-01-01', '43831'])));
    expect(entries.map(reasonIn)).toEqual([null, 'this is not a date: write YYYY-MM-DD']);
  });
});

describe('a date in three columns', () => {
  it('is as well known as its parts are', async () => {
    const text = 'Year,Month,Day,Lat,Lon\n2012,2,22,34,71\n2013,11,0,30,67\n2014,0,0,30,67\n2015,Feb,30,30,67\n';
    const { entries } = await readAll(fileOf(text));
    const dates = entries.slice(0, 3).map(eventOf);
    expect(dates.map(({ recorded }) => [recorded.start, recorded.end, recorded.datePrecision])).toEqual([
      ['2012-02-22', '2012-02-22', 'day'],
      ['2013-11-01', '2013-11-30', 'month'],
      ['2014-01-01', '2014-12-31', 'year'],
    ]);
    expect(reasonIn(entries[3])).toMatch(/not a date/);
  });
});

describe('a row is not condemned for a part', () => {
  it('of its days or its range of the dead', async () => {
    const text =
      'date,end,lat,lon,killed,low,high\n2020-03-01,soon,34,71,5,,\n2020-03-01,2020-02-01,34,71,5,9,3\n2020-03-01,,34,71,5,,3\n';
    const { entries } = await readAll(fileOf(text));
    expect(entries.map(eventOf).map(({ recorded }) => [recorded.end, recorded.fatalities])).toEqual([
      ['2020-03-01', { best: 5, low: 5, high: 5 }],
      ['2020-03-01', { best: 5, low: null, high: null }],
      ['2020-03-01', { best: 5, low: null, high: 3 }],
    ]);
    expect(entries.map((entry) => warningsOf(entry).length)).toEqual([1, 2, 1]);
  });

  it('and words for nothing known are no names', async () => {
    const text = 'id,date,place,district,actor,title,lat,lon\n-,2020-03-01,Unknown,N/A,none,-,34,71\n';
    const { entries } = await readAll(fileOf(text));
    expect(eventOf(entries[0]).recorded).toMatchObject({ place: null, admin: null, actors: [], title: 'Untitled' });
  });
});
