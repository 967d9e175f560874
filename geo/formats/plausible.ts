import type { Bbox } from '../bbox.ts';
import { BOTH_BOX, COUNTRY_BOXES, type Country } from '../region.ts';
import { dayOf, parseDay, type Day } from '../model/day.ts';
import type { Finding } from '../model/findings.ts';
import type { Recorded } from '../model/incident.ts';
import { finding } from './finding.ts';
import type { Event, RowRead } from './format.ts';
import { memoised } from '../memo.ts';

/**
 * The rules by which rows of every format are held to be wrong or odd.
 *
 * Rejected: a coordinate that is no number or out of range; 0,0; a place far from the named country that lies in it
 * once latitude and longitude are exchanged; a day that is none or not in 1800 to 2100; an end before the start; a
 * figure below zero or no whole number; a lowest estimate above the highest. Formats other than our own leave out a last
 * day and a range that cannot be before they come here, with a warning.
 *
 * Taken with a warning: a place more than `FAR_DEGREES` outside the box around the named country; where no country is
 * named, a place outside the region that would lie in it with its coordinates exchanged; more dead or injured than
 * `MOST_DEAD` and `MOST_INJURED`; an estimate outside its own range; a lowest or highest estimate without a best one, as no
 * middle of them is made up and the row is not known to all totals; a day after today.
 */
export const FAR_DEGREES = 1;
export const MOST_DEAD = 5_000;
export const MOST_INJURED = 50_000;
const YEARS = { first: 1800, last: 2100 };
const FIRST_DAY = dayOf(YEARS.first, 1, 1);
/** No event ends later. */
export const LAST_DAY = dayOf(YEARS.last, 12, 31);

/** Gives a row's reading with what the rules say of it. Days after `today` are odd. */
export function createPlausible(today: Day): (read: RowRead) => RowRead {
  const dayIn = memoised(parseDay);
  return (read) => {
    if ('rejected' in read) return read;
    const { event } = read;
    const wrong = wrongPlace(event) ?? wrongDays(event.recorded, dayIn) ?? wrongFigures(event.recorded);
    if (wrong) return { rejected: wrong };
    const place = oddPlace(event);
    const days = (dayIn(event.recorded.end) ?? 0) > today ? finding('end', event.recorded.end, 'after-today') : null;
    const figures = oddFigures(event.recorded);
    if (!place && !days && figures.length === 0) return read;
    return { ...read, warnings: [...read.warnings, ...[place, days].filter((odd) => odd !== null), ...figures] };
  };
}

/** What is said of a row whose id another one has: in the same file, or among what is loaded where it is the same row. */
export function duplicateFinding(id: string): Finding {
  return finding('id', id, 'duplicate-id');
}

/** What is said of a row without an id that is loaded already. */
export function duplicateRowFinding(): Finding {
  return finding(null, '', 'duplicate-row');
}

/** What is said of a row without an id that stands in its file once more. */
export function equalRowsFinding(): Finding {
  return finding(null, '', 'equal-rows');
}

/** What is said of a row that has the id of one of another file, and other content: ids of such files are their own. */
export function sameIdFinding(givenId: string): Finding {
  return finding('id', givenId, 'same-id-elsewhere');
}

function wrongPlace({ lon, lat, recorded }: Event): Finding | null {
  if (!Number.isFinite(lat)) return finding('lat', String(lat), 'not-degrees', { axis: 'latitude' });
  if (!Number.isFinite(lon)) return finding('lon', String(lon), 'not-degrees', { axis: 'longitude' });
  if (Math.abs(lon) > 180)
    return finding('lon', String(lon), 'degrees-out-of-range', { axis: 'longitude', limit: 180 });
  if (Math.abs(lat) > 90) {
    const swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180 && within(BOTH_BOX, lat, lon, FAR_DEGREES);
    if (swapped) return finding('lat', String(lat), 'latitude-exchanged');
    return finding('lat', String(lat), 'degrees-out-of-range', { axis: 'latitude', limit: 90 });
  }
  if (lon === 0 && lat === 0) return finding('lat', '0, 0', 'zero-place');
  const box = boxOf(recorded.country);
  if (box && !within(box, lon, lat, FAR_DEGREES) && within(box, lat, lon, 0)) {
    return finding('lat', `${lat}, ${lon}`, 'exchanged');
  }
  return null;
}

function oddPlace({ lon, lat, recorded }: Event): Finding | null {
  const box = boxOf(recorded.country);
  if (box && !within(box, lon, lat, FAR_DEGREES)) return finding('lat', `${lat}, ${lon}`, 'far-from-country');
  if (recorded.country === null && !within(BOTH_BOX, lon, lat, FAR_DEGREES) && within(BOTH_BOX, lat, lon, 0)) {
    return finding('lat', `${lat}, ${lon}`, 'maybe-exchanged');
  }
  return null;
}

function boxOf(country: Country | null): Bbox | null {
  return country === 'PK' || country === 'AF' ? COUNTRY_BOXES[country] : null;
}

function within([west, south, east, north]: Bbox, lon: number, lat: number, margin: number): boolean {
  return lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin;
}

function wrongDays({ start, end }: Recorded, dayIn: (text: string) => Day | null): Finding | null {
  const [first, last] = [dayIn(start), dayIn(end)];
  if (first === null) return finding('start', start, 'not-day');
  if (last === null) return finding('end', end, 'not-day');
  if (first < FIRST_DAY || first > LAST_DAY) return finding('start', start, 'year-out-of-range', YEARS);
  if (last > LAST_DAY) return finding('end', end, 'year-out-of-range', YEARS);
  return first > last ? finding('end', end, 'end-before-start') : null;
}

function wrongFigures({ fatalities: { best, low, high }, injured }: Recorded): Finding | null {
  const figures = { best, low, high, injured };
  for (const field of ['best', 'low', 'high', 'injured'] as const) {
    const figure = figures[field];
    if (figure === null) continue;
    if (figure < 0) return finding(field, String(figure), 'figure-below-zero');
    if (!Number.isSafeInteger(figure)) return finding(field, String(figure), 'figure-not-whole');
  }
  if (low === null || high === null || low <= high) return null;
  return finding('low', String(low), 'low-above-high');
}

function oddFigures({ fatalities: { best, low, high }, injured }: Recorded): Finding[] {
  const odd: Finding[] = [];
  const most = Math.max(best ?? 0, low ?? 0, high ?? 0);
  if (most > MOST_DEAD) odd.push(finding('best', String(most), 'many-dead', { most: MOST_DEAD }));
  if (injured !== null && injured > MOST_INJURED) {
    odd.push(finding('injured', String(injured), 'many-injured', { most: MOST_INJURED }));
  }
  if (best !== null && ((low !== null && best < low) || (high !== null && best > high))) {
    odd.push(finding('best', String(best), 'outside-own-range'));
  }
  if (best === null) odd.push(...withoutBest(low, high));
  return odd;
}

function withoutBest(low: number | null, high: number | null): Finding[] {
  if (low !== null && high !== null) return [finding('best', `${low} to ${high}`, 'range-without-best')];
  if (low !== null) return [finding('low', String(low), 'bound-without-best', { bound: 'lowest' })];
  return high === null ? [] : [finding('high', String(high), 'bound-without-best', { bound: 'highest' })];
}
