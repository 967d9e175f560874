import fc from 'fast-check';
import { formatDay } from '../../geo/model/day.ts';
import {
  ACTOR_SIDES,
  CONFIDENCES,
  DATE_PRECISIONS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  type Incident,
  PLACE_SIDES,
} from '../../geo/model/incident.ts';
import { geometryAt } from '../../geo/model/incident-places.ts';
import { COUNTRIES } from '../../geo/region.ts';

/** Days from 2024-01-01 (day 19723) for two years: so few that edges and equal days are hit often. */
export const FIRST = 19_723;
export const LAST = FIRST + 730;
export const DISTRICTS = ['khyber', 'kurram', 'swat', 'orakzai'] as const;
export const PROVINCES = ['PK-BA', 'AF-KNR', 'AF-PIA'] as const;
const WORDS = ['Swat', 'Khyber', 'border post', 'ISPR', 'bus'] as const;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const few = fc.integer({ min: 0, max: 20 });

const fields = fc.record({
  title: fc.constantFrom(...WORDS),
  type: fc.constantFrom(...INCIDENT_TYPES),
  first: fc.integer({ min: FIRST, max: LAST }),
  span: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 400 })),
  datePrecision: fc.constantFrom(...DATE_PRECISIONS),
  locationPrecision: fc.constantFrom(...LOCATION_PRECISIONS),
  sides: fc.array(fc.constantFrom(...ACTOR_SIDES), { maxLength: 3 }),
  province: maybe(fc.constantFrom(...PROVINCES)),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  confidence: maybe(fc.constantFrom(...CONFIDENCES)),
  best: maybe(few),
  low: maybe(few),
  more: few,
  district: maybe(fc.constantFrom(...DISTRICTS)),
  km: maybe(fc.integer({ min: 0, max: 300 })),
  radius: maybe(fc.constantFrom(0, 1, 5, 25, 80)),
  alongKm: fc.integer({ min: 0, max: 2651 }),
  side: maybe(fc.constantFrom(...PLACE_SIDES)),
  others: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(fc.tuple(few, few), { maxLength: 3 })),
});

type Fields = typeof fields extends fc.Arbitrary<infer T> ? T : never;

function intervalOf({ km, radius }: Fields): { borderKmMin: number | null; borderKmMax: number | null } {
  if (km === null || radius === null) return { borderKmMin: null, borderKmMax: null };
  return { borderKmMin: Math.max(0, km - radius), borderKmMax: km + radius };
}

function incidentOf(f: Fields, index: number): Incident {
  const id = `r${index}`;
  return {
    type: 'Feature',
    id,
    geometry: geometryAt([70, 34], f.others),
    properties: {
      id,
      title: f.title,
      type: f.type,
      start: formatDay(f.first),
      end: formatDay(f.first + f.span),
      datePrecision: f.datePrecision,
      place: null,
      admin: null,
      country: f.country,
      locationPrecision: f.locationPrecision,
      actors: f.sides.map((side) => ({ name: side, side, attribution: 'stated', by: null, party: 1, recorded: side })),
      fatalities: { best: f.best, low: f.low, high: f.low === null ? null : f.low + f.more },
      injured: null,
      claims: [],
      remarks: [],
      sources: [{ publisher: 'Dawn', title: null, year: null, url: null, record: null }],
      confidence: f.confidence,
      district: f.district === null ? null : { id: f.district, name: f.district },
      districtByPoint: null,
      province: f.province,
      borderKm: f.km,
      ...intervalOf(f),
      borderPoint: null,
      side: f.side,
      alongKm: f.km === null ? null : f.alongKm,
    },
  };
}

/** Incidents of any kind, with unknowns among all that may be unknown. */
export const incidents = fc.array(fields, { maxLength: 60 }).map((all) => all.map(incidentOf));
