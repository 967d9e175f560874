import { describe, expect, it } from 'vitest';
import { orderOfDates, readDate } from '../../../../geo/formats/dates.ts';

const day = (text: string, precision = 'day') => ({ start: text, end: text, precision });

describe('dates as tables write them', () => {
  it.each([
    '2025-10-08',
    ' 2025-10-08 00:00:00.000 ',
    '2025-10-08T23:59:59Z',
    '2025/10/8',
    '20251008',
    '8 October 2025',
    '08-Oct-2025',
    '8. Oct. 2025',
    'October 8, 2025',
    'Oct 8th 2025',
    '08.10.2025',
    '8.10.2025 14:00',
  ])('reads %s', (text) => {
    expect(readDate(text, null)).toEqual(day('2025-10-08'));
  });

  it('reads months and years as spans', () => {
    expect(readDate('2024-02', null)).toEqual({ start: '2024-02-01', end: '2024-02-29', precision: 'month' });
    expect(readDate('2023', null)).toEqual({ start: '2023-01-01', end: '2023-12-31', precision: 'year' });
  });

  it('takes the order of numbers between slashes from the numbers, else from the order that is said', () => {
    expect(readDate('31/12/2025', null)).toEqual(day('2025-12-31'));
    expect(readDate('12/31/2025', null)).toEqual(day('2025-12-31'));
    expect(readDate('7/7/2025', null)).toEqual(day('2025-07-07'));
    expect(readDate('8/10/2025', null)).toBeNull();
    expect(readDate('8/10/2025', 'day first')).toEqual(day('2025-10-08'));
    expect(readDate('8/10/2025', 'month first')).toEqual(day('2025-08-10'));
  });

  it('tells the order from a column where its dates agree', () => {
    expect(orderOfDates(['1/2/2025', '31/1/2025'])).toBe('day first');
    expect(orderOfDates(['1/2/2025', '1/31/2025', ''])).toBe('month first');
    expect(orderOfDates(['31/1/2025', '1/31/2025'])).toBeNull();
    expect(orderOfDates(['2025-01-31'])).toBeNull();
  });

  it.each(['', 'soon', '2025-02-29', '2025-13-01', '32/01/2025', '31 Foo 2025', '8/10/25', '2025-00', '-2025'])(
    'does not read %s',
    (text) => {
      expect(readDate(text, 'day first')).toBeNull();
    },
  );
});
