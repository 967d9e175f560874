import {
  ACTOR_SIDES,
  CONFIDENCES,
  DATE_PRECISIONS,
  GROUP_OF,
  GROUPS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  PLACE_SIDES,
} from '../model/incident.ts';
import { COUNTRIES, PROVINCE_IDS } from '../region.ts';
import { columnKinds, NO_CODE, NO_DISTRICT, UNKNOWN } from './columns.ts';
import { OTHER_PLACES_KINDS } from './other-places.ts';
import { WORD_KEYS } from './rows.ts';

/** Raised by hand where the same columns and lists come to mean something else, or rows are read otherwise. */
const MEANING = 6;

/** All that the numbers in a store's columns stand for. */
export const STORED = {
  meaning: MEANING,
  columns: columnKinds(),
  otherPlaces: OTHER_PLACES_KINDS,
  codes: { none: NO_CODE, noDistrict: NO_DISTRICT, unknown: UNKNOWN },
  lists: {
    type: INCIDENT_TYPES,
    group: GROUPS,
    groupOfType: INCIDENT_TYPES.map((type) => GROUP_OF[type]),
    sides: ACTOR_SIDES,
    country: COUNTRIES,
    datePrecision: DATE_PRECISIONS,
    locationPrecision: LOCATION_PRECISIONS,
    confidence: CONFIDENCES,
    borderSide: PLACE_SIDES,
    province: PROVINCE_IDS,
    words: WORD_KEYS,
  },
};

/**
 * The version of stored columns: what their numbers stand for, and what places were measured against. Columns of another
 * version are not to be read. Written out rather than hashed, so that two are the same only where all is.
 */
export function storeVersion(measuredAgainst: readonly string[], stored: unknown = STORED): string {
  return JSON.stringify([stored, [...measuredAgainst].sort()]);
}
