import { describe, expect, it } from 'vitest';
import { createDateSurvey } from '../../../../geo/formats/date-style.ts';
import { createDateReader, readDate, readDateParts } from '../../../../geo/formats/dates.ts';
import type { DateOrder, DateStyle } from '../../../../geo/formats/one-date.ts';

const UNSETTLED: DateStyle = { order: null, numbers: null };
const by = (order: DateStyle['order'], numbers: DateStyle['numbers'] = 'none'): DateStyle => ({ order, numbers });

/** The days of a date that is read: one, or first and last; else why it is none. */
const daysOf = (text: string, style = UNSETTLED) => {
  const read = readDate(text, style);
  if (typeof read === 'string') return read;
  return read.start === read.end ? read.start : `${read.start}/${read.end} ${read.precision}`;
};

describe('dates as tables write them', () => {
  it.each([
    '2025-10-08',
    ' 2025-10-08 00:00:00.000 ',
    '2025-10-08T23:59:59Z',
    '2025-10-08T23:59:59.123456+05:00',
    '2025-10-08T00:30:00-0800',
    '2025/10/8',
    '2025.10.08',
    '20251008',
    '20251008T235959Z',
    '8 October 2025',
    '08-Oct-2025',
    '08-Oct-25',
    '8-Oct-25',
    '8. Oct. 2025',
    '8/Oct/2025',
    '08Oct2025',
    '8th of October, 2025',
    '2025 October 8',
    '2025-Oct-08',
    'October 8, 2025',
    'October 8 2025',
    'Oct 8th 2025',
    'Oct. 8, 2025, 11:30 pm',
    'Wednesday, October 8, 2025',
    'Wednesday 8 October 2025',
    'Wednesday-October 8-2025',
    'Wed, 08 Oct 2025 23:30:00 +0500',
    'Wed, 08 Oct 2025 23:30:00 GMT',
    'Wednesday, 08-Oct-25 23:30:00 GMT',
    'Wed Oct 08 2025 00:00:00 GMT+0500 (Pakistan Standard Time)',
    'Wed Oct  8 23:30:00 2025',
    '2025-10-08 (Wednesday)',
    '2025-10-08 night',
    '۲۰۲۵-۱۰-۰۸',
    '٢٠٢٥/١٠/٠٨',
    '8 October 2025',
    '\u200f2025-10-08\u200f',
  ])('reads %s', (text) => {
    expect(daysOf(text)).toBe('2025-10-08');
  });

  it.each([
    ['2024-02', '2024-02-01/2024-02-29 month'],
    ['02/2024', '2024-02-01/2024-02-29 month'],
    ['February 2024', '2024-02-01/2024-02-29 month'],
    ['Feb-2024', '2024-02-01/2024-02-29 month'],
    ['2024 Feb', '2024-02-01/2024-02-29 month'],
    ['2023', '2023-01-01/2023-12-31 year'],
  ])('reads %s as a span', (text, days) => {
    expect(daysOf(text)).toBe(days);
  });

  it.each([
    '5-7 March 2020',
    '5–7 March 2020',
    '5th to 7th March 2020',
    '5 March - 7 March 2020',
    'March 5-7, 2020',
    'March 5 - March 7, 2020',
    '5 March 2020 - 7 March 2020',
    '2020-03-05/2020-03-07',
    '2020-03-05 to 2020-03-07',
    '2020-03-05 - 2020-03-07',
    'between 5 and 7 March 2020',
    'from 2020-03-05 until 2020-03-07',
  ])('reads the range %s', (text) => {
    expect(daysOf(text)).toBe('2020-03-05/2020-03-07 day');
  });

  it('reads ranges of months and years, and of numbers once their order is known', () => {
    expect(daysOf('March-April 2020')).toBe('2020-03-01/2020-04-30 month');
    expect(daysOf('2012-2013')).toBe('2012-01-01/2013-12-31 year');
    expect(daysOf('30 December 2019 - 2 January 2020')).toBe('2019-12-30/2020-01-02 day');
    expect(daysOf('05/03/2020 - 07/03/2020')).toBe('unclear-date');
    expect(daysOf('05/03/2020 - 07/03/2020', by('day first'))).toBe('2020-03-05/2020-03-07 day');
    expect(daysOf('7-5 March 2020')).toBe('not-date');
  });

  it('takes numbers in the one order of the file, or not at all', () => {
    expect(daysOf('8/10/2025', by('day first'))).toBe('2025-10-08');
    expect(daysOf('8/10/2025', by('month first'))).toBe('2025-08-10');
    expect(daysOf('31/12/2025', by('month first'))).toBe('other-date-order');
    expect(daysOf('98/12/31', by('year first'))).toBe('1998-12-31');
    expect(daysOf('31/12/2025')).toBe('unclear-date');
    expect(daysOf('7/7/2025')).toBe('2025-07-07');
  });

  it('takes years of two digits by the rule, or as a column of years says', () => {
    const read = createDateReader(by('month first'));
    const year = (text: string, column = '') => {
      const date = read(text, column);
      return typeof date === 'string' ? date : [date.start.slice(0, 4), date.hasShortYear];
    };
    expect(['9/13/49', '9/13/50', '16-Feb-21'].map((text) => year(text))).toEqual([
      ['2049', true],
      ['1950', true],
      ['2021', true],
    ]);
    expect(year('9/13/17', '1917')).toEqual(['1917', false]);
    expect(year('9/13/17', '۲۰۱۷')).toEqual(['2017', false]);
    expect(year('9/13/17', '2016')).toEqual(['2017', true]);
  });

  it('takes numbers alone as what the whole column is', () => {
    expect(daysOf('43831')).toBe('unclear-date');
    expect(daysOf('43831', by(null, 'none'))).toBe('not-date');
    // as Excel, LibreOffice and date(1) give them
    expect(daysOf('43831.75', by(null, 'spreadsheet'))).toBe('2020-01-01');
    expect(daysOf('1583452799', by(null, 'seconds'))).toBe('2020-03-05');
    expect(daysOf('1583452800000', by(null, 'milliseconds'))).toBe('2020-03-06');
  });

  it.each([
    ['2012', '2', '22', '2012-02-22'],
    ['2012.0', 'February', '22', '2012-02-22'],
    ['۲۰۱۲', '۲', '۲۲', '2012-02-22'],
    ['2013', '11', '0', '2013-11-01'],
    ['2013', '0', '0', '2013-01-01'],
    ['2013', '', '', '2013-01-01'],
    ['2013', 'unknown', '5', '2013-01-01'],
    ['2013', '2', '30', 'not-date'],
    ['2013', '13', '1', 'not-date'],
    ['', '2', '3', 'no-date'],
    ['soon', '2', '3', 'not-date'],
  ])('reads the year %j, month %j and day %j', (year, month, day, expected) => {
    const read = readDateParts(year, month, day);
    expect(typeof read === 'string' ? read : read.start).toBe(expected);
  });

  it.each([
    ['', 'no-date'],
    ...['soon', '2025-02-29', '2025-13-01', '32/01/2025', '31 Foo 2025', 'Marble 5, 2020', '2025-00', '-2025'].map(
      (text) => [text, 'not-date'],
    ),
    ...['2025-10-08 2025-10-09', '5 March', 'Feb-21', '5 March - 17 April', '0/0/2020'].map((text) => [
      text,
      'not-date',
    ]),
    ['1'.repeat(101), 'not-date'],
  ])('does not read %s', (text, flaw) => {
    expect(daysOf(text, by('day first'))).toBe(flaw);
  });
});

describe('the order of day and month in a file', () => {
  const foundIn = (texts: readonly string[], year = '', named: DateOrder | null = null, dayFirst = '.') => {
    const { see, found } = createDateSurvey({ named, dayFirst });
    texts.forEach((text, i) => see(text, year, i + 2));
    return found();
  };

  it.each([
    ['a day above 12', ['1/2/2025', '31/1/2025'], 'day first'],
    ['a day above 12 in second place', ['1/2/2025', '1/31/2025', ''], 'month first'],
    ['two digits', ['9/13/17', '9/4/17'], 'month first'],
    ['years that come first', ['98/12/24', '03/02/01'], 'year first'],
    ['ranges', ['05/03/2020 - 24/03/2020'], 'day first'],
    ['dots, which nothing contradicts', ['05.03.2020'], 'day first'],
    ['dots, of which one does', ['05.03.2020', '05.13.2020'], 'month first'],
  ])('is told by %s', (_, texts, order) => {
    expect(foundIn(texts)).toMatchObject({ order, open: [], against: { day: [], month: [] } });
  });

  it('is not told by equal numbers, or by dates without such numbers', () => {
    expect(foundIn(['10/10/2006', '5/8/2006'])).toMatchObject({
      order: null,
      open: [{ text: '5/8/2006', line: 3 }],
    });
    expect(foundIn(['10/10/2006', '2025-01-31'])).toMatchObject({ order: null, open: [] });
  });

  it('is told by a column of years, by the name of the column, and by what is usual', () => {
    expect(foundIn(['12/11/10'], '2012')).toMatchObject({ order: 'year first' });
    expect(foundIn(['5/8/2006'], '', 'month first')).toMatchObject({ order: 'month first', open: [] });
    expect(foundIn(['5/8/2006', '24/8/2006'], '', 'month first')).toMatchObject({ order: 'day first' });
    expect(foundIn(['05-03-2015'], '', null, '.-')).toMatchObject({ order: 'day first', open: [] });
  });

  it('is told by no one where dates say both: two of each kind are named', () => {
    const texts = ['31/1/2025', '1/31/2025', '30/1/2025', '29/1/2025', '1/2/2025'];
    expect(foundIn(texts)).toMatchObject({
      order: null,
      against: {
        day: [
          { text: '31/1/2025', line: 2 },
          { text: '30/1/2025', line: 4 },
        ],
        month: [{ text: '1/31/2025', line: 3 }],
      },
    });
  });

  it('leaves numbers alone where the column holds anything else', () => {
    expect(foundIn(['43831', '43832.5', '']).numbers).toBe('spreadsheet');
    expect(foundIn(['1583452799', '1583452800']).numbers).toBe('seconds');
    expect(foundIn(['43831', '2020-01-02']).numbers).toBeNull();
    expect(foundIn(['43831', '1583452799']).numbers).toBeNull();
  });
});
