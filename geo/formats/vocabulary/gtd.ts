import type { ActorSide, IncidentType } from '../../model/incident.ts';
import { codeTable, type PlaceAccuracy } from './codes.ts';
import type { SideRule } from './side-rule.ts';

/** What `attacktype1` is here; a bombing by a suicide attacker is told apart by `suicide` (`gtd.ts`). */
export const GTD_ATTACKS = codeTable<IncidentType>({
  '1': 'assassination',
  '2': 'raid_assault',
  '3': 'bombing_ied',
  '4': 'other',
  '5': 'abduction',
  '6': 'abduction',
  '7': 'raid_assault',
  '8': 'other',
  '9': 'other',
});

/** The codes of `attacktype1` by the words of `attacktype1_txt` in lower case, for files that have the words alone. */
export const GTD_ATTACK_WORDS = codeTable<string>({
  assassination: '1',
  'armed assault': '2',
  'bombing/explosion': '3',
  hijacking: '4',
  'hostage taking (barricade incident)': '5',
  'hostage taking (kidnapping)': '6',
  'facility/infrastructure attack': '7',
  'unarmed assault': '8',
  unknown: '9',
});

/** Who is attacked, by `targtype1_txt` in lower case: `state` is the state of the target's nationality. */
export const GTD_TARGETS = codeTable<ActorSide | 'state'>({
  military: 'state',
  police: 'state',
  'government (general)': 'state',
  'government (diplomatic)': 'state',
  'terrorists/non-state militia': 'armed_group',
  'violent political party': 'armed_group',
  'abortion related': 'civilians',
  'airports & aircraft': 'civilians',
  business: 'civilians',
  'educational institution': 'civilians',
  'food or water supply': 'civilians',
  'journalists & media': 'civilians',
  maritime: 'civilians',
  ngo: 'civilians',
  'private citizens & property': 'civilians',
  'religious figures/institutions': 'civilians',
  telecommunication: 'civilians',
  tourists: 'civilians',
  transportation: 'civilians',
  utilities: 'civilians',
  other: 'unknown',
  unknown: 'unknown',
});

/** The side of a state's forces by nationality in lower case; that of Afghanistan goes by the day, any other is `other_state`. */
export const GTD_NATIONALITIES = codeTable<ActorSide | 'afghan state'>({
  pakistan: 'pakistan',
  afghanistan: 'afghan state',
  'united states': 'united_states',
});

/** GTD's "Taliban" are the Afghan movement; words for people at large name no group. */
export const GTD_SIDES: readonly SideRule[] = [
  ['emirate', /^taliban$/],
  ['unknown', /^(?:unaffiliated|gunmen|militants|tribesmen|individuals?|separatists|bandits|terrorists|guerrillas)\b/],
  ['unknown', /^(?:muslim|islamist|sunni|shia|baloch|pashtun|anti-[a-z-]+) (?:extremists|militants|nationalists)$/],
];

/** `specificity`: what is known no better than the smallest division found is a district's centroid; 5 and none are not known. */
export const GTD_PLACE = codeTable<PlaceAccuracy>({
  '1': { precision: 'town', radiusKm: null },
  '2': { precision: 'district', radiusKm: null },
  '3': { precision: 'district', radiusKm: null },
  '4': { precision: 'region', radiusKm: null },
  '5': { precision: 'country', radiusKm: null },
});
