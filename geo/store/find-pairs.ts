import { RADIUS_KM } from '../ground/uncertainty.ts';
import { metresPerDegree } from '../line/wgs84.ts';
import { DATE_PRECISIONS, LOCATION_PRECISIONS } from '../model/incident.ts';
import { upperBound } from '../time/bins.ts';
import { NO_CODE, NO_DISTRICT, pick, UNKNOWN } from './columns.ts';
import type { PairedColumns, Pairs } from './pairs.ts';

/** So many rows of the smaller dataset are looked for before a rest. */
const REST_EVERY = 256;
/** Of many rows that may be the same as one only the likeliest are weighed. */
const MOST_RIVALS = 16;
/** What is known to more days than a month has says too little of when it was. */
const MOST_DAYS = 31;
/** Numbers of killed are alike where they differ by so many, or by this share of the greater. */
const LIKE_DEATHS = 2;
const LIKE_SHARE = 0.2;
/** By so much two coders may place one village apart, km. */
const LEAST_KM = 5;
/** How far a district whose outline is not known reaches from its centre, and a province, km. */
const DISTRICT_KM = 50;
const PROVINCE_KM = 150;
/** Less than a degree of latitude has anywhere, km. */
const DEGREE_KM = 110;
/** Farther apart in latitude no two places pair that are known better than to a region. */
const FAR_DEGREES = 3;

const DAY = DATE_PRECISIONS.indexOf('day');
const EXACT = LOCATION_PRECISIONS.indexOf('exact');
const TOWN = LOCATION_PRECISIONS.indexOf('town');
const DISTRICT = LOCATION_PRECISIONS.indexOf('district');
const REGION = LOCATION_PRECISIONS.indexOf('region');

/**
 * The pairs of rows of two datasets that are probably of one event, in columns that are sorted by first day.
 *
 * Two rows may be of one event where all of these hold:
 * - Days: they lie a day apart at most. Where one is known to a week or a month only, the other must lie within it. What
 *   is known to more than 31 days pairs with the same days only.
 * - Place: it is no farther away than both places are known to, together, and 5 km at least. Where one is known to a
 *   district only, the other must be in that district, or within 50 km of its centre where its outline is not known;
 *   where to a region only, in its province. What is known to a country only pairs with nothing.
 * - Killed: the best estimates differ by 2 or a fifth of the greater at most, or the ranges from low to high overlap;
 *   nobody is not like somebody. Where a number is not known, or nobody was killed, that neither proves nor forbids: then
 *   what happened must be of one type, and both places known to a town or better.
 *
 * Of a dataset's rows each pairs with one of another at most. The likeliest go first: nearest by days, place and killed
 * together. Rows of one dataset never pair, and nothing is merged.
 *
 * A generator that rests now and then, see `inTasks`.
 */
export function* pairsIn(columns: PairedColumns): Generator<undefined, Pairs> {
  const rows = rowsByDataset(columns.dataset);
  let pairs: Likely[] = [];
  for (const [j, later] of rows.entries()) {
    for (const earlier of rows.slice(0, j)) pairs = pairs.concat(matched(yield* likely(columns, earlier, later)));
  }
  pairs.sort((p, q) => p.earlier - q.earlier || p.later - q.later);
  return {
    earlier: Uint32Array.from(pairs, ({ earlier }) => earlier),
    later: Uint32Array.from(pairs, ({ later }) => later),
  };
}

/** Two rows that may be of one event; the farther apart they are in all, the less likely. */
interface Likely {
  earlier: number;
  later: number;
  apart: number;
}

function rowsByDataset(dataset: Uint16Array): Uint32Array[] {
  const counts: number[] = [];
  for (let row = 0; row < dataset.length; row++) counts[dataset[row]] = (counts[dataset[row]] ?? 0) + 1;
  const rows = Array.from(counts, (count: number | undefined) => new Uint32Array(count ?? 0));
  const next = rows.map(() => 0);
  for (let row = 0; row < dataset.length; row++) rows[dataset[row]][next[dataset[row]]++] = row;
  return rows;
}

/** Rows whose days are about as long, by first day; `longest` is how far the last day lies behind the first at most. */
interface AlikeLong {
  rows: Uint32Array;
  starts: Int32Array;
  longest: number;
}

/** Those of a day or two, which are most, apart from the longer ones, for which one has to look farther back. */
function shelvesOf(columns: PairedColumns, rows: Uint32Array): AlikeLong[] {
  const { start, end } = columns;
  const spans = [1, MOST_DAYS - 1, Infinity];
  return spans.map((longest, i) => {
    const shelved = rows.filter((row) => {
      const span = end[row] - start[row];
      return span <= longest && span > (i === 0 ? -1 : spans[i - 1]);
    });
    // too long ones pair with the same days only
    return { rows: shelved, starts: pick(start, shelved), longest: longest === Infinity ? 0 : longest };
  });
}

/** Looks for each row of the smaller dataset among those of the other that begin near its days. */
function* likely(columns: PairedColumns, earlier: Uint32Array, later: Uint32Array): Generator<undefined, Likely[]> {
  const isSwapped = earlier.length > later.length;
  const [few, many] = isSwapped ? [later, earlier] : [earlier, later];
  const { start, end, lat, locationPrecision } = columns;
  const shelves = shelvesOf(columns, many);
  const found: Likely[] = [];
  for (const [nth, row] of few.entries()) {
    if (nth % REST_EVERY === 0) yield;
    const rivals: Likely[] = [];
    const isSameOnly = isLong(columns, row);
    const farthest = locationPrecision[row] < REGION ? FAR_DEGREES : Infinity;
    for (const { rows, starts, longest } of shelves) {
      const from = upperBound(starts, start[row] - (isSameOnly ? 0 : longest) - 2);
      const to = upperBound(starts, (isSameOnly ? start[row] : end[row]) + 1);
      for (let i = from; i < to; i++) {
        const other = rows[i];
        // nearly all go by these two, which cost little
        if (end[other] < start[row] - 1) continue;
        if (Math.abs(lat[other] - lat[row]) > farthest && locationPrecision[other] < REGION) continue;
        const apart = apartness(columns, row, other);
        if (apart === Infinity) continue;
        rivals.push(isSwapped ? { earlier: other, later: row, apart } : { earlier: row, later: other, apart });
      }
    }
    if (rivals.length > MOST_RIVALS) rivals.sort(likeliestFirst).length = MOST_RIVALS;
    for (const rival of rivals) found.push(rival);
  }
  return found;
}

function likeliestFirst(p: Likely, q: Likely): number {
  return p.apart - q.apart || p.earlier - q.earlier || p.later - q.later;
}

/** The likeliest of them, so that no row is in two. */
function matched(all: Likely[]): Likely[] {
  const taken = new Set<number>();
  return all.sort(likeliestFirst).filter(({ earlier, later }) => {
    if (taken.has(earlier) || taken.has(later)) return false;
    taken.add(earlier).add(later);
    return true;
  });
}

/** How far apart two rows are in days, killed and place, each from 0 to 1; Infinity where they cannot be of one event. */
function apartness(columns: PairedColumns, a: number, b: number): number {
  const days = daysApart(columns, a, b);
  if (days === Infinity) return days;
  const killed = killedApart(columns, a, b);
  if (killed === Infinity) return killed;
  return days + killed + placesApart(columns, a, b);
}

function isLong({ start, end }: PairedColumns, row: number): boolean {
  return end[row] - start[row] >= MOST_DAYS;
}

function daysApart(columns: PairedColumns, a: number, b: number): number {
  const { start, end, datePrecision } = columns;
  const leeway = datePrecision[a] === DAY && datePrecision[b] === DAY ? 1 : 0;
  const first = Math.abs(start[a] - start[b]);
  const last = Math.abs(end[a] - end[b]);
  const isNear =
    isLong(columns, a) || isLong(columns, b)
      ? first <= leeway && last <= leeway
      : start[a] <= end[b] + leeway && start[b] <= end[a] + leeway;
  return isNear ? Math.min(1, (first + last) / 4) : Infinity;
}

function killedApart({ best, low, high, type, locationPrecision }: PairedColumns, a: number, b: number): number {
  const p = best[a];
  const q = best[b];
  if (p === UNKNOWN || q === UNKNOWN || (p === 0 && q === 0)) {
    const isPlaced = locationPrecision[a] <= TOWN && locationPrecision[b] <= TOWN;
    return isPlaced && type[a] === type[b] ? 0.5 : Infinity;
  }
  const apart = Math.abs(p - q);
  const most = Math.max(p, q);
  if (p > 0 && q > 0 && apart <= Math.max(LIKE_DEATHS, LIKE_SHARE * most)) return apart / most;
  const leastOf = (row: number) => (low[row] === UNKNOWN ? best[row] : low[row]);
  const mostOf = (row: number) => (high[row] === UNKNOWN ? best[row] : high[row]);
  return leastOf(a) <= mostOf(b) && leastOf(b) <= mostOf(a) ? apart / most : Infinity;
}

function placesApart(columns: PairedColumns, a: number, b: number): number {
  const { lat, locationPrecision, district, province } = columns;
  const coarser = Math.max(locationPrecision[a], locationPrecision[b]);
  if (coarser > REGION) return Infinity;
  if (coarser === REGION) {
    const isShared = province[a] !== NO_CODE && province[a] === province[b];
    return isShared ? Math.min(1, kmBetween(columns, a, b) / PROVINCE_KM) : Infinity;
  }
  const isOutlined = (row: number) => locationPrecision[row] === DISTRICT && district[row] !== NO_DISTRICT;
  const isOutlinedA = isOutlined(a);
  const isOutlinedB = isOutlined(b);
  if (isOutlinedA || isOutlinedB) {
    const isShared =
      (isOutlinedA && isInDistrict(columns, b, district[a])) || (isOutlinedB && isInDistrict(columns, a, district[b]));
    return isShared ? Math.min(1, kmBetween(columns, a, b) / DISTRICT_KM) : Infinity;
  }
  const reach = Math.max(LEAST_KM, radiusOf(columns, a) + radiusOf(columns, b));
  if (Math.abs(lat[a] - lat[b]) * DEGREE_KM > reach) return Infinity;
  const km = kmBetween(columns, a, b);
  return km <= reach ? km / reach : Infinity;
}

/** Whether it is in a district by its coder or by its point. */
function isInDistrict({ district, pointDistrict }: PairedColumns, row: number, code: number): boolean {
  return district[row] === code || pointDistrict[row] === code;
}

/** How far from the point the place may be, km. The interval from the border is as wide on either side, as `borderInterval` has it. */
function radiusOf({ locationPrecision, borderKm, borderKmMax }: PairedColumns, row: number): number {
  if (locationPrecision[row] === DISTRICT) return DISTRICT_KM;
  const radius = borderKmMax[row] - borderKm[row];
  if (!Number.isNaN(radius)) return radius;
  return locationPrecision[row] === EXACT ? RADIUS_KM.exact : RADIUS_KM.town;
}

/** Good to a thousandth over the distances at which rows pair. */
function kmBetween({ lon, lat }: PairedColumns, a: number, b: number): number {
  const { north, east } = metresPerDegree((lat[a] + lat[b]) / 2);
  const turn = Math.abs(lon[a] - lon[b]);
  const [up, across] = [(lat[a] - lat[b]) * north, Math.min(turn, 360 - turn) * east];
  return Math.sqrt(up * up + across * across) / 1000; // hypot is slow
}
