import { ABOUT_KM } from '../../ground/uncertainty.ts';
import type { DatePrecision, IncidentType } from '../../model/incident.ts';
import type { Country } from '../../region.ts';
import { codeTable, type PlaceAccuracy } from './codes.ts';
import type { SideRule } from './side-rule.ts';

/** A kind of violence in our words, and in UCDP's. */
export interface UcdpViolence {
  type: IncidentType;
  words: string;
}

/** UCDP tells who fought whom, not how: the type is no finer than that, and UCDP's own words become a remark. */
export const UCDP_VIOLENCE = codeTable<UcdpViolence>({
  '1': { type: 'armed_clash', words: 'State-based violence' },
  '2': { type: 'armed_clash', words: 'Non-state violence' },
  '3': { type: 'raid_assault', words: 'One-sided violence' },
});

/** UCDP's "Taleban" are the Afghan movement, "IS" is the Islamic State; XXX and a number stand for a side that is not named. */
export const UCDP_SIDES: readonly SideRule[] = [
  ['unknown', /^xxx/],
  ['emirate', /^tal[ei]ban$/],
];

/** Gleditsch and Ward's numbers of states, which UCDP uses. */
export const UCDP_COUNTRIES = codeTable<Country>({ '770': 'PK', '700': 'AF' });

/** `date_prec`: two to six days are a week's precision; `date_start` and `date_end` give the days. */
export const UCDP_TIME = codeTable<DatePrecision>({ '1': 'day', '2': 'week', '3': 'week', '4': 'month', '5': 'year' });

/** `where_prec`: what is linear or fuzzy, and waters or airspace, has a point that says no more than the region. */
export const UCDP_PLACE = codeTable<PlaceAccuracy>({
  '1': { precision: 'exact', radiusKm: null },
  '2': { precision: 'town', radiusKm: ABOUT_KM },
  '3': { precision: 'district', radiusKm: null },
  '4': { precision: 'region', radiusKm: null },
  '5': { precision: 'region', radiusKm: null },
  '6': { precision: 'country', radiusKm: null },
  '7': { precision: 'region', radiusKm: null },
});
