import * as fc from 'fast-check';
import { formatDay } from '../../../../geo/model/day.ts';
import {
  ACTOR_SIDES,
  CONFIDENCES,
  INCIDENT_TYPES,
  type Incident,
  type IncidentProperties,
} from '../../../../geo/model/incident.ts';
import { COUNTRIES } from '../../../../geo/region.ts';

/** An incident with everything usual but what a test changes. */
export function incident(change: Partial<IncidentProperties> & { id: string }): Incident {
  const properties: IncidentProperties = {
    title: `Title of ${change.id}`,
    type: 'ambush',
    start: '2025-10-08',
    end: '2025-10-08',
    datePrecision: 'day',
    place: null,
    admin: null,
    country: 'PK',
    locationPrecision: 'town',
    actors: [],
    fatalities: { best: null, low: null, high: null },
    injured: null,
    claims: [],
    remarks: [],
    sources: [],
    confidence: 'high',
    district: null,
    districtByPoint: null,
    province: null,
    borderKm: null,
    borderKmMin: null,
    borderKmMax: null,
    borderPoint: null,
    side: null,
    alongKm: null,
    ...change,
  };
  return { type: 'Feature', id: change.id, geometry: { type: 'Point', coordinates: [71, 34] }, properties };
}

export const DISTRICTS = ['kurram', 'bannu', 'swat', 'abbottabad'].map((id) => ({
  id,
  name: id[0].toUpperCase() + id.slice(1),
}));

const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 });

/** Incidents over 40 days with every kind of unknown. Ids are unique. */
export const incidents = fc
  .array(
    fc.record({
      type: fc.constantFrom(...INCIDENT_TYPES),
      day: fc.integer({ min: 20_000, max: 20_040 }),
      span: fc.constantFrom(0, 0, 0, 2, 9),
      country: orNull(fc.constantFrom(...COUNTRIES)),
      confidence: orNull(fc.constantFrom(...CONFIDENCES)),
      sides: fc.uniqueArray(fc.constantFrom(...ACTOR_SIDES), { maxLength: 3 }),
      best: orNull(fc.integer({ min: 0, max: 6 })),
      district: orNull(fc.constantFrom(...DISTRICTS)),
      borderKm: orNull(fc.double({ min: 0, max: 50, noNaN: true })),
      side: orNull(fc.constantFrom('PK' as const, 'AF' as const)),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ day, span, sides, best, ...row }, i) =>
      incident({
        ...row,
        id: `I${i}`,
        start: formatDay(day),
        end: formatDay(day + span),
        fatalities: { best, low: best, high: best },
        alongKm: row.borderKm,
        actors: sides.map((side) => ({
          name: side,
          side,
          attribution: 'stated',
          by: null,
          party: 1,
          recorded: side,
        })),
      }),
    ),
  );
