import fc from 'fast-check';
import { COUNTRIES, PROVINCES as PROVINCE_NAMES } from '../../geo/region.ts';
import { parseDay } from '../../geo/model/day.ts';
import { ACTOR_SIDES, CONFIDENCES, INCIDENT_TYPES, PLACE_SIDES, type Incident } from '../../geo/model/incident.ts';
import { NO_FILTERS, type Filters, type Range } from '../../geo/store/filter.ts';
import type { Window } from '../../geo/time/window.ts';
import { DISTRICTS, PROVINCES, FIRST, LAST } from './random-incidents.ts';

// Random windows and filters, and the plain recount: over the incidents as they are, one by one.

const day = fc.integer({ min: FIRST - 40, max: LAST + 450 });
export const stretch: fc.Arbitrary<Window> = fc
  .tuple(day, day)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
const some = <T>(values: readonly T[]) => maybe(fc.subarray([...values]));
const range = (max: number): fc.Arbitrary<Range | null> =>
  maybe(fc.record({ min: maybe(fc.integer({ min: 0, max })), max: maybe(fc.integer({ min: 0, max })) }));

const filters: fc.Arbitrary<Filters> = fc.record({
  types: some(INCIDENT_TYPES),
  sides: some(ACTOR_SIDES),
  actors: some([...ACTOR_SIDES, 'nobody']), // each is named by its side
  districts: some(DISTRICTS),
  provinces: some(PROVINCES),
  countries: some(COUNTRIES),
  confidences: some(CONFIDENCES),
  deaths: range(20),
  borderKm: range(300),
  borderSide: maybe(fc.constantFrom(...PLACE_SIDES)),
  alongKm: range(2651),
  acrossKm: maybe(
    fc.record({ min: maybe(fc.integer({ min: -300, max: 0 })), max: maybe(fc.integer({ min: -20, max: 300 })) }),
  ),
  text: fc.constantFrom('', '  ', 'swat', 'SWAT', 'post border', 'dawn khy'),
  // of one dataset no rows pair: see pairs.test.ts
  once: fc.boolean(),
  paired: fc.constant(false),
});
/** Most random filters together let nothing pass: one alone, or few. */
export const fewFilters = fc
  .tuple(filters, fc.subarray(Object.keys(NO_FILTERS) as (keyof Filters)[], { maxLength: 2 }))
  .map(([all, kept]) => ({ ...NO_FILTERS, ...Object.fromEntries(kept.map((key) => [key, all[key]])) }) as Filters);

export const first = ({ properties: p }: Incident) => parseDay(p.start) ?? NaN;
export const last = ({ properties: p }: Incident) => parseDay(p.end) ?? NaN;

function inRange(value: number | null, wanted: Range | null): boolean {
  if (wanted === null) return true;
  if (value === null) return false;
  return (wanted.min === null || value >= wanted.min) && (wanted.max === null || value <= wanted.max);
}

/** The places across the line where an incident may have been: two where its side is undecided. */
function acrossOf({ side, borderKm }: Incident['properties']): (number | null)[] {
  if (side === null || borderKm === null) return [null];
  return { PK: [borderKm], AF: [-borderKm], undecided: [-borderKm, borderKm] }[side];
}

/** Whether an incident passes the filters. */
export function passes({ properties: p }: Incident, f: Filters): boolean {
  const place = `${p.district?.name ?? ''} ${p.province === null ? '' : PROVINCE_NAMES[p.province]}`;
  const text = ` ${p.title} ${p.actors.map((a) => a.name).join(' ')} ${place} Dawn`.toLowerCase();
  return (
    (f.types === null || f.types.includes(p.type)) &&
    (f.sides === null || p.actors.some((actor) => f.sides?.includes(actor.side))) &&
    (f.actors === null || p.actors.some(({ name }) => f.actors?.includes(name))) &&
    (f.districts === null || (p.district !== null && f.districts.includes(p.district.id))) &&
    (f.provinces === null || (p.province !== null && f.provinces.includes(p.province))) &&
    (f.countries === null || (p.country !== null && f.countries.includes(p.country))) &&
    (f.confidences === null || (p.confidence !== null && f.confidences.includes(p.confidence))) &&
    inRange(p.fatalities.best, f.deaths) &&
    inRange(p.borderKm, f.borderKm) &&
    inRange(p.alongKm, f.alongKm) &&
    acrossOf(p).some((km) => inRange(km, f.acrossKm)) &&
    (f.borderSide === null || p.side === f.borderSide) &&
    f.text
      .toLowerCase()
      .split(' ')
      .every((word) => text.includes(` ${word}`) || p.id.toLowerCase().includes(word))
  );
}

/** Whether an incident is visible in a window. */
export const within = (window: Window) => (incident: Incident) =>
  first(incident) <= window.end && last(incident) >= window.start;

/** The sum of a figure that may be unknown. */
export const sum = (all: Incident[], figure: (incident: Incident) => number | null) =>
  all.reduce((total, incident) => total + (figure(incident) ?? 0), 0);

/** The lowest or highest counts of those whose deaths are known; the best estimate where one has no such. */
export const sumBy = (all: Incident[], end: 'low' | 'high') =>
  sum(all, ({ properties: { fatalities } }) =>
    fatalities.best === null ? null : (fatalities[end] ?? fatalities.best),
  );
