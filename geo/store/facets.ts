import { COUNTRIES, PROVINCE_IDS } from '../region.ts';
import { ACTOR_SIDES, CONFIDENCES, INCIDENT_TYPES, PLACE_SIDES } from '../model/incident.ts';
import type { Window } from '../time/window.ts';
import { rangeOf } from './count.ts';
import { byKey, FILTER_BITS, FILTER_KEYS, type FilterKey } from './filter.ts';
import { actorNames, countNames } from './named.ts';
import { NO_CODE, NO_DISTRICT, UNKNOWN, type Store } from './store.ts';

/** Incidents that a choice would give in the window while all other filters stay as they are. */
export interface Facets {
  /** incidents in the window, with no filter */
  inWindow: number;
  /** for each filter, what its choices would give */
  counts: ChoiceCounts;
  /** for each filter, the incidents that would be shown without it */
  without: Record<FilterKey, number>;
}

/** What is counted for each filter; `null` where there is nothing to choose among and nothing is left out. */
interface ChoiceCounts extends Record<FilterKey, Uint32Array | number | null> {
  /** in the order of INCIDENT_TYPES */
  types: Uint32Array;
  /** in the order of ACTOR_SIDES */
  sides: Uint32Array;
  /** for each of the store's `actorNames` */
  actors: Uint32Array;
  /** for each of the store's districts */
  districts: Uint32Array;
  /** in the order of PROVINCE_IDS */
  provinces: Uint32Array;
  /** in the order of COUNTRIES */
  countries: Uint32Array;
  /** in the order of CONFIDENCES */
  confidences: Uint32Array;
  /** in the order of PLACE_SIDES */
  borderSide: Uint32Array;
  /** incidents that no bounds on the killed let pass: the number is not known */
  deaths: number;
  /** incidents that no bounds on the distance let pass: the location is too coarse */
  borderKm: number;
}

/** What each choice would give in the window, from the rows' `failures`. */
export function facetsOf(store: Store, failed: Uint16Array, window: Window): Facets {
  const { end, type, sides, district, province, country, confidence, borderSide, best, borderKm } = store.columns;
  const bit = { ...FILTER_BITS };
  // counted by code, what is not known among them; the combinations of sides as they stand in the column
  const codes = () => new Uint32Array(NO_CODE + 1);
  const [byType, byProvince, byCountry] = [codes(), codes(), codes()];
  const [byConfidence, byBorderSide] = [codes(), codes()];
  const byDistrict = new Uint32Array(store.districts.length + 1);
  const byActors = new Uint32Array(store.words.actors.list.length);
  const actorCodes = store.words.actors.codes;
  const bySides = new Uint32Array(1 << ACTOR_SIDES.length);
  const alone = new Uint32Array(1 << FILTER_KEYS.length);
  let [inWindow, deathsUnknown, distanceUnknown] = [0, 0, 0];
  const { from, to } = rangeOf(store, window);
  for (let i = from; i < to; i++) {
    if (end[i] < window.start) continue;
    inWindow++;
    const f = failed[i];
    // a row that fails two filters cannot be had by changing one
    if (f & (f - 1)) continue;
    alone[f]++;
    if (f === 0 || f === bit.types) byType[type[i]]++;
    if (f === 0 || f === bit.sides) bySides[sides[i]]++;
    if (f === 0 || f === bit.actors) byActors[actorCodes[i]]++;
    if (f === 0 || f === bit.districts) byDistrict[district[i] - NO_DISTRICT]++;
    if (f === 0 || f === bit.provinces) byProvince[province[i]]++;
    if (f === 0 || f === bit.countries) byCountry[country[i]]++;
    if (f === 0 || f === bit.confidences) byConfidence[confidence[i]]++;
    if (f === 0 || f === bit.borderSide) byBorderSide[borderSide[i]]++;
    if ((f === 0 || f === bit.deaths) && best[i] === UNKNOWN) deathsUnknown++;
    if ((f === 0 || f === bit.borderKm) && Number.isNaN(borderKm[i])) distanceUnknown++;
  }
  return {
    inWindow,
    counts: {
      types: byType.slice(0, INCIDENT_TYPES.length),
      sides: byBit(bySides, ACTOR_SIDES.length),
      actors: countNames(actorNames(store), byActors),
      districts: byDistrict.slice(1),
      provinces: byProvince.slice(0, PROVINCE_IDS.length),
      countries: byCountry.slice(0, COUNTRIES.length),
      confidences: byConfidence.slice(0, CONFIDENCES.length),
      borderSide: byBorderSide.slice(0, PLACE_SIDES.length),
      deaths: deathsUnknown,
      borderKm: distanceUnknown,
      alongKm: null,
      acrossKm: null,
      text: null,
      once: null,
      paired: null,
    },
    without: byKey((key) => alone[0] + alone[bit[key]]),
  };
}

/** Counts of combinations of bits as counts of each bit. */
function byBit(combinations: Uint32Array, bits: number): Uint32Array {
  const counts = new Uint32Array(bits);
  for (let all = 0; all < combinations.length; all++) {
    for (let i = 0; i < bits; i++) if ((all >> i) & 1) counts[i] += combinations[all];
  }
  return counts;
}
