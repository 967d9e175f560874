import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDateSurvey } from '../../geo/formats/date-style.ts';
import { createDateReader } from '../../geo/formats/dates.ts';
import { InputError } from '../../geo/model/errors.ts';
import { eventOf, fileOf, readAll } from '../unit/geo/formats/data-file.ts';

const RUNS = 10_000;

/** A day as the engine's own calendar has it. */
const anyDay = fc
  .integer({ min: Date.UTC(1951, 0, 1) / 86_400_000, max: Date.UTC(2049, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000));
const isoOf = (date: Date) => date.toISOString().slice(0, 10);
const inWords = (options: Intl.DateTimeFormatOptions, locale = 'en-GB') =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });

const month = { long: inWords({ month: 'long' }), short: inWords({ month: 'short' }, 'en-US') };
const weekday = { long: inWords({ weekday: 'long' }), short: inWords({ weekday: 'short' }) };
const american = inWords({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }, 'en-US');
const persianDigits = new Intl.NumberFormat('fa', { useGrouping: false, minimumIntegerDigits: 2 });
const arabicDigits = new Intl.NumberFormat('ar-EG', { useGrouping: false, minimumIntegerDigits: 2 });
const two = (value: number) => String(value).padStart(2, '0');

/** Every way of writing a day that needs no other date of the file. */
const ALONE: Readonly<Record<string, (date: Date) => string>> = {
  iso: isoOf,
  'iso with a zone': (date) => `${isoOf(date)}T23:30:00.000+05:00`,
  'iso with a time': (date) => `${isoOf(date)} 00:00:00.000`,
  compact: (date) => isoOf(date).replaceAll('-', ''),
  slashes: (date) => isoOf(date).replaceAll('-', '/'),
  'day, name, year': (date) => `${date.getUTCDate()} ${month.long.format(date)} ${date.getUTCFullYear()}`,
  'as a spreadsheet': (date) => `${date.getUTCDate()}-${month.short.format(date)}-${two(date.getUTCFullYear() % 100)}`,
  'in capitals': (date) =>
    `${two(date.getUTCDate())}-${month.long.format(date)}-${date.getUTCFullYear()}`.toUpperCase(),
  american: (date) => american.format(date),
  'american without commas': (date) => american.format(date).replaceAll(',', ''),
  'weekday and day': (date) =>
    `${weekday.long.format(date)} ${date.getUTCDate()} ${month.short.format(date)} ${date.getUTCFullYear()}`,
  rfc: (date) => date.toUTCString(),
  'rfc with a zone': (date) => date.toUTCString().replace('00:00:00 GMT', '23:59:59 -0800'),
  'as JavaScript': (date) => {
    const [name, day, monthName, year] = date.toUTCString().split(/,? /);
    return `${name} ${monthName} ${day} ${year} 00:00:00 GMT+0500 (Pakistan Standard Time)`;
  },
  'as C': (date) => {
    const [name, , monthName, year] = date.toUTCString().split(/,? /);
    return `${name} ${monthName} ${String(date.getUTCDate()).padStart(2)} 23:30:00 ${year}`;
  },
  Urdu: (date) =>
    [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].map((n) => persianDigits.format(n)).join('-'),
  Arabic: (date) =>
    [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].map((n) => arabicDigits.format(n)).join('/'),
};

/** The ways that depend on the order of the file. */
const ORDERS = ['day first', 'month first'] as const;
const inNumbers = (date: Date, order: (typeof ORDERS)[number], separator: string, short: boolean, padded: boolean) => {
  const parts = [date.getUTCDate(), date.getUTCMonth() + 1].map((part) => (padded ? two(part) : String(part)));
  const year = short ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
  return [...(order === 'day first' ? parts : parts.reverse()), year].join(separator);
};

const read = (texts: readonly string[], year: (i: number) => string = () => '') => {
  const { see, found } = createDateSurvey({ named: null, dayFirst: '' });
  texts.forEach((text, i) => see(text, year(i), i + 2));
  const { order, numbers, open, against } = found();
  const dateOf = createDateReader({ order: order ?? 'each', numbers: numbers ?? 'none' });
  const starts = texts.map((text, i) => {
    const date = dateOf(text, year(i));
    return typeof date === 'string' ? date : date.start;
  });
  return { starts, order, open, against };
};

describe('dates of made files', () => {
  it('are read in every spelling', () => {
    const spelling = fc.constantFrom(...Object.entries(ALONE));
    fc.assert(
      fc.property(anyDay, spelling, (date, [name, write]) => {
        const text = write(date);
        expect(read([text]).starts, `${name}: ${text}`).toEqual([isoOf(date)]);
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('are read in the one order that all of them allow, or that is asked for', () => {
    const files = fc.array(anyDay, { minLength: 1, maxLength: 12 });
    const way = [fc.constantFrom(...ORDERS), fc.constantFrom('/', '-', '.'), fc.boolean(), fc.boolean()] as const;
    fc.assert(
      fc.property(files, ...way, (dates, order, separator, short, padded) => {
        const texts = dates.map((date) => inNumbers(date, order, separator, short, padded));
        const { starts, order: found, open, against } = read(texts);
        // by brute force: a day above 12 tells, equal numbers do not matter
        const tells = dates.some((date) => date.getUTCDate() > 12);
        const matters = dates.some((date) => date.getUTCDate() !== date.getUTCMonth() + 1);
        expect(against).toEqual({ day: [], month: [] });
        if (!tells && matters) expect(open.length).toBeGreaterThan(0);
        else expect(starts).toEqual(dates.map(isoOf));
        if (tells) expect(found).toBe(order);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('are never read in two orders', () => {
    const way = [fc.constantFrom('/', '-'), fc.constantFrom(...ORDERS)] as const;
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 2, maxLength: 12 }), ...way, (dates, separator, chosen) => {
        const texts = dates.map((date, i) => inNumbers(date, ORDERS[i % 2], separator, false, true));
        const late = [0, 1].map((kind) => dates.some((date, i) => i % 2 === kind && date.getUTCDate() > 12));
        const { order, against } = read(texts);
        const both = late[0] && late[1];
        expect([against.day.length > 0, against.month.length > 0]).toEqual([both, both]);
        if (late[0] !== late[1]) expect(order).toBe(ORDERS[late[0] ? 0 : 1]);
        else expect(order).toBeNull();
        const dateOf = createDateReader({ order: chosen, numbers: 'none' });
        for (const text of texts) {
          const parts = text.split(separator);
          const [day, month, year] = chosen === 'day first' ? parts : [parts[1], parts[0], parts[2]];
          const date = dateOf(text, '');
          if (typeof date === 'string') expect(Number(month)).toBeGreaterThan(12);
          else expect(date.start).toBe(`${year}-${month}-${day}`);
        }
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('are settled by a column of years where they have two digits', () => {
    const days = fc.integer({ min: Date.UTC(1850, 0, 1) / 86_400_000, max: Date.UTC(2080, 0, 1) / 86_400_000 });
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        // 29 February is one of the year of the rule alone
        fc.pre(isoOf(date).slice(5) !== '02-29');
        const text = ALONE['as a spreadsheet'](date);
        expect(read([text], () => String(date.getUTCFullYear())).starts).toEqual([isoOf(date)]);
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('leave no row out, whatever stands where dates should: read = accepted + rejected', async () => {
    const cell = fc.oneof(
      fc.tuple(anyDay, fc.constantFrom(...Object.values(ALONE))).map(([date, write]) => write(date)),
      fc.tuple(anyDay, fc.constantFrom(...ORDERS)).map(([date, order]) => inNumbers(date, order, '/', false, true)),
      fc.string({ unit: fc.constantFrom(...'0123456789/-. :TZmarch٣۳,'), maxLength: 24 }),
      fc.constantFrom('', '43831', '1583452799', '1583452799000', '5-7 March 2020', '0', '-9', '1e9'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 8 }), fc.integer({ min: 20, max: 200 }), async (cells, piece) => {
        const rows = cells.map((text, i) => `${i},"${text}",34,71`);
        try {
          const { entries } = await readAll(fileOf(['id,date,lat,lon', ...rows].join('\n'), 'x', piece));
          expect(entries).toHaveLength(cells.length);
          for (const entry of entries)
            if ('event' in entry.read) expect(eventOf(entry).recorded.start).toMatch(/^\d{4}-/);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.problem.code).toMatch(/^date-order/);
        }
      }),
      { numRuns: RUNS / 10 },
    );
  });
});
