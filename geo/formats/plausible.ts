import { BOTH_BOX, COUNTRY_BOXES } from '../region.ts';
import { dayOf, parseDay, type Day } from '../model/day.ts';
import type { Recorded } from '../model/incident.ts';
import type { Country } from '../region.ts';
import { finding } from './finding.ts';
import type { Event, Finding, RowRead } from './format.ts';
import { memoised } from '../memo.ts';

/**
 * The rules by which rows of every format are held to be wrong or odd.
 *
 * Rejected: a coordinate that is no number or out of range; 0,0; a place far from the named country that lies in it
 * once latitude and longitude are exchanged; a day that is none or not in 1900 to 2100; an end before the start; a
 * figure below zero or no whole number; a lowest estimate above the highest.
 *
 * Taken with a warning: a place more than `FAR_DEGREES` outside the box around the named country; where no country is
 * named, a place outside the region that would lie in it with its coordinates exchanged; more dead or injured than
 * `MOST_DEAD` and `MOST_INJURED`; an estimate outside its own range; a day after today.
 */
export const FAR_DEGREES = 1;
export const MOST_DEAD = 5_000;
export const MOST_INJURED = 50_000;
const FIRST_DAY = dayOf(1900, 1, 1);
const LAST_DAY = dayOf(2100, 12, 31);

type Box = readonly [west: number, south: number, east: number, north: number];

const NO_DAY = 'this is not a day of the calendar: write YYYY-MM-DD';
const NO_YEAR = 'the year is not between 1900 and 2100';
const LATE = 'the day is after today';
const EXCHANGED = 'latitude and longitude look exchanged: with them exchanged the place lies in the named country';

/** Gives a row's reading with what the rules say of it. Days after `today` are odd. */
export function createPlausible(today: Day): (read: RowRead) => RowRead {
  const dayIn = memoised(parseDay);
  return (read) => {
    if ('rejected' in read) return read;
    const { event } = read;
    const wrong = wrongPlace(event) ?? wrongDays(event.recorded, dayIn) ?? wrongFigures(event.recorded);
    if (wrong) return { rejected: wrong };
    const place = oddPlace(event);
    const days = (dayIn(event.recorded.end) ?? 0) > today ? finding('end', event.recorded.end, LATE) : null;
    const figures = oddFigures(event.recorded);
    if (!place && !days && figures.length === 0) return read;
    return { ...read, warnings: [...read.warnings, ...[place, days].filter((odd) => odd !== null), ...figures] };
  };
}

/** What is said of a row whose id another one has: in the same file, or among what is loaded where it is the same row. */
export function duplicateFinding(id: string): Finding {
  return finding('id', id, 'this id is there already: the first one was kept');
}

/** What is said of a row that has the id of one of another file, and other content: ids of such files are their own. */
export function sameIdFinding(givenId: string): Finding {
  return finding('id', givenId, 'another file has a row with this id and other content: both were kept');
}

function wrongPlace({ lon, lat, recorded }: Event): Finding | null {
  if (!Number.isFinite(lat)) return finding('lat', String(lat), 'the latitude is not a number of degrees');
  if (!Number.isFinite(lon)) return finding('lon', String(lon), 'the longitude is not a number of degrees');
  if (Math.abs(lon) > 180) return finding('lon', String(lon), 'the longitude is not between -180 and 180');
  if (Math.abs(lat) > 90) {
    const swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180 && within(BOTH_BOX, lat, lon, FAR_DEGREES);
    const reason = 'the latitude is not between -90 and 90';
    return finding('lat', String(lat), swapped ? `${reason}: it looks exchanged with the longitude` : reason);
  }
  if (lon === 0 && lat === 0) return finding('lat', '0, 0', 'the place is 0, 0: not known rather than in the sea');
  const box = boxOf(recorded.country);
  if (box && !within(box, lon, lat, FAR_DEGREES) && within(box, lat, lon, 0)) {
    return finding('lat', `${lat}, ${lon}`, EXCHANGED);
  }
  return null;
}

function oddPlace({ lon, lat, recorded }: Event): Finding | null {
  const box = boxOf(recorded.country);
  if (box && !within(box, lon, lat, FAR_DEGREES))
    return finding('lat', `${lat}, ${lon}`, 'the place is far from the named country');
  if (recorded.country === null && !within(BOTH_BOX, lon, lat, FAR_DEGREES) && within(BOTH_BOX, lat, lon, 0)) {
    return finding(
      'lat',
      `${lat}, ${lon}`,
      'latitude and longitude may be exchanged: then the place would lie in the region',
    );
  }
  return null;
}

function boxOf(country: Country | null): Box | null {
  return country === 'PK' || country === 'AF' ? COUNTRY_BOXES[country] : null;
}

function within([west, south, east, north]: Box, lon: number, lat: number, margin: number): boolean {
  return lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin;
}

function wrongDays({ start, end }: Recorded, dayIn: (text: string) => Day | null): Finding | null {
  const [first, last] = [dayIn(start), dayIn(end)];
  if (first === null) return finding('start', start, NO_DAY);
  if (last === null) return finding('end', end, NO_DAY);
  if (first < FIRST_DAY || first > LAST_DAY) return finding('start', start, NO_YEAR);
  if (last > LAST_DAY) return finding('end', end, NO_YEAR);
  return first > last ? finding('end', end, 'the end is before the start') : null;
}

function wrongFigures({ fatalities: { best, low, high }, injured }: Recorded): Finding | null {
  const figures = { best, low, high, injured };
  for (const field of ['best', 'low', 'high', 'injured'] as const) {
    const figure = figures[field];
    if (figure === null) continue;
    if (figure < 0)
      return finding(field, String(figure), 'a figure is below zero: leave it empty where it is not known');
    if (!Number.isSafeInteger(figure)) return finding(field, String(figure), 'a figure is not a whole number');
  }
  if (low === null || high === null || low <= high) return null;
  return finding('low', String(low), 'the lowest estimate is above the highest');
}

function oddFigures({ fatalities: { best, low, high }, injured }: Recorded): Finding[] {
  const odd: Finding[] = [];
  const most = Math.max(best ?? 0, low ?? 0, high ?? 0);
  if (most > MOST_DEAD) odd.push(finding('best', String(most), `more than ${MOST_DEAD} dead in one incident`));
  if (injured !== null && injured > MOST_INJURED) {
    odd.push(finding('injured', String(injured), `more than ${MOST_INJURED} injured in one incident`));
  }
  if (best !== null && ((low !== null && best < low) || (high !== null && best > high))) {
    odd.push(finding('best', String(best), 'the estimate is outside its own lowest and highest'));
  }
  return odd;
}
