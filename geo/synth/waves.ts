import { dayOf, partsOf, type Day } from '../model/day.ts';
import type { DatePrecision } from '../model/incident.ts';
import { SYNTH_COUNTRIES, type SynthCountry } from './countries.ts';
import { createDraw, whole, type Random } from './random.ts';

const FIRST_YEAR = 2000;

/** The first and the last day on which made events begin. */
export const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
export const LAST_DAY = dayOf(2026, 6, 30);

/**
 * How much happens in each year from 2000 to 2026, in the shape of what is known: in Pakistan a rise after 2004, a peak
 * from 2009 to 2014, a lull, and a rise after 2021; in Afghanistan the war until August 2021 and less since. The rest
 * of the region is steady.
 */
const BY_YEAR: Readonly<Record<string, readonly number[]>> = {
  PK: [2, 2, 2, 2, 4, 5, 8, 16, 22, 32, 30, 28, 28, 30, 25, 14, 9, 8, 6, 5, 5, 9, 14, 20, 25, 34, 44],
  AF: [2, 4, 3, 3, 4, 6, 10, 13, 15, 19, 22, 22, 20, 20, 20, 15, 12, 11, 11, 11, 10, 12, 5, 4, 4, 7, 10],
};
const ELSEWHERE = 0.4;

/** More happens in summer than in winter: the share that midsummer has above the year's mean. */
const SEASON = 0.25;

/** When and in which country something happens. */
export interface Wave {
  country: SynthCountry;
  /** the first day of a month, and how many it has */
  firstDay: Day;
  days: number;
}

/** Gives months and countries as often as much happens in them. */
export function createWaves(): (random: Random) => Wave {
  const weights = new Map<Wave, number>();
  for (let firstDay = FIRST_DAY; firstDay <= LAST_DAY; firstDay = nextMonth(firstDay)) {
    const days = nextMonth(firstDay) - firstDay;
    for (const country of SYNTH_COUNTRIES) weights.set({ country, firstDay, days }, weightOf(country.iso, firstDay));
  }
  return createDraw([...weights.keys()], (wave) => weights.get(wave) ?? 0);
}

/** From the middle of one year to that of the next in a straight line. */
function weightOf(iso: string, firstDay: Day): number {
  const { year, month } = partsOf(firstDay);
  const season = 1 - SEASON * Math.cos(((month - 1) / 6) * Math.PI);
  if (!Object.hasOwn(BY_YEAR, iso)) return ELSEWHERE * season;
  const years = BY_YEAR[iso];
  const at = Math.min(years.length - 1, Math.max(0, year - FIRST_YEAR + (month - 6.5) / 12));
  const before = Math.floor(at);
  const after = Math.min(years.length - 1, before + 1);
  return (years[before] + (years[after] - years[before]) * (at - before)) * season;
}

function nextMonth(firstDay: Day): Day {
  const { year, month } = partsOf(firstDay);
  return dayOf(year, month + 1, 1);
}

/** The days of an event, and how well they are known. */
export interface Span {
  start: Day;
  end: Day;
  datePrecision: DatePrecision;
}

/** The days of an event in a month: mostly one day, some several, some only a week, a month or a year. */
export function spanIn({ firstDay, days }: Wave, random: Random): Span {
  const start = firstDay + whole(random, days);
  const kind = random();
  if (kind < 0.82) return { start, end: start, datePrecision: 'day' };
  if (kind < 0.88) return { start, end: start + 1 + whole(random, 3), datePrecision: 'day' };
  if (kind < 0.94) return { start, end: start + 6, datePrecision: 'week' };
  if (kind < 0.99) return { start: firstDay, end: firstDay + days - 1, datePrecision: 'month' };
  const { year } = partsOf(firstDay);
  return { start: dayOf(year, 1, 1), end: dayOf(year, 12, 31), datePrecision: 'year' };
}
