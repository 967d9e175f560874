import type { DatePrecision, IncidentType } from '../../model/incident.ts';
import { ABOUT_KM } from '../../ground/uncertainty.ts';
import { codeTable, type PlaceAccuracy } from './codes.ts';
import type { SideRule } from './side-rule.ts';

/**
 * What ACLED's sub-event types are here. What has no counterpart is `other`; its words stay in the title. The shelling
 * that crosses the border is told apart by who shelled where (`acled.ts`); ACLED does not tell drones from aircraft.
 */
export const ACLED_SUB_EVENTS = codeTable<IncidentType>({
  'armed clash': 'armed_clash',
  'government regains territory': 'armed_clash',
  'non-state actor overtakes territory': 'armed_clash',
  'sexual violence': 'other',
  attack: 'raid_assault',
  'abduction/forced disappearance': 'abduction',
  'chemical weapon': 'other',
  'air/drone strike': 'airstrike',
  'suicide bomb': 'suicide_bombing',
  'shelling/artillery/missile attack': 'other',
  'remote explosive/landmine/ied': 'bombing_ied',
  grenade: 'bombing_ied',
  'peaceful protest': 'political',
  'protest with intervention': 'political',
  'excessive force against protesters': 'other',
  'violent demonstration': 'political',
  'mob violence': 'other',
  agreement: 'political',
  arrests: 'other',
  'change to group/activity': 'other',
  'disrupted weapons use': 'other',
  'headquarters or base established': 'other',
  'looting/property destruction': 'other',
  'non-violent transfer of territory': 'other',
  other: 'other',
});
/** What shelling is called, now and until 2019. */
export const ACLED_SHELLING: ReadonlySet<string> = new Set([
  'shelling/artillery/missile attack',
  'artillery/missile attack',
]);

/**
 * What an event type is here where the sub-event is missing or new, as `plainAcled` gives it. Explosions and strikes are
 * too many things for one type. The types of before 2019, which had no sub-events, are those of ACLED's codebooks of 2012
 * to 2017, and of files of these years.
 */
export const ACLED_EVENTS = codeTable<IncidentType>({
  battles: 'armed_clash',
  'explosions/remote violence': 'other',
  'violence against civilians': 'raid_assault',
  protests: 'political',
  riots: 'political',
  'strategic developments': 'other',
  // before 2019
  battle: 'armed_clash',
  'battle-no change of territory': 'armed_clash',
  'battle-government regains territory': 'armed_clash',
  'battle-non-state actor overtakes territory': 'armed_clash',
  'battle-non-state actors overtake territory': 'armed_clash',
  'battle-rebels overtake territory': 'armed_clash',
  'battle-rebels gain territory': 'armed_clash',
  'remote violence': 'other',
  'riots/protests': 'political',
  'strategic development': 'other',
  'headquarters or base established': 'other',
  'non-violent transfer of territory': 'other',
  'non-violent activity by a conflict actor': 'other',
  'non-violent rebel activity': 'other',
  'non-violent rebel presence': 'other',
});

/** An event type or sub-event as the tables have it: lower case, one space between words, none around a hyphen or a stroke. */
export function plainAcled(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/ *([-/]) */g, '$1')
    .replace(/ +/g, ' ');
}

/** What ACLED says that an actor is, as far as it tells its side. */
export type AcledKind = 'state' | 'armed' | 'civilian' | 'external';

/**
 * The codes of `inter1` and `inter2`, and their words in lower case and without the plural: those of today, then those
 * of the codebooks of 2012 to 2017.
 */
export const ACLED_KINDS = codeTable<AcledKind>({
  '1': 'state',
  'state force': 'state',
  '2': 'armed',
  'rebel group': 'armed',
  rebel: 'armed',
  '3': 'armed',
  'political militia': 'armed',
  '4': 'armed',
  'identity militia': 'armed',
  'communal militia': 'armed',
  '5': 'civilian',
  rioter: 'civilian',
  '6': 'civilian',
  protester: 'civilian',
  '7': 'civilian',
  civilian: 'civilian',
  '8': 'external',
  'external/other force': 'external',
  'external force': 'external',
  'other force': 'external',
  'government or mutinous force': 'state',
  'government force': 'state',
  'military force': 'state',
  'rebel force': 'armed',
  'ethnic militia': 'armed',
  'communal/ethnic militia': 'armed',
  'outside/external force': 'external',
});

/** The codes that make up `interaction`, the lesser first whoever is named first; 0 stands for nobody. */
export const ACLED_INTERACTION = /^([1-8])([0-8])$/;

/** ACLED's "Taliban" are the Afghan movement; the Pakistani one is "TTP". */
export const ACLED_SIDES: readonly SideRule[] = [
  ['ttp', /^taliban \(pakistan\)/],
  ['emirate', /^taliban\b/],
];

export const ACLED_TIME = codeTable<DatePrecision>({ '1': 'day', '2': 'week', '3': 'month' });

export const ACLED_PLACE = codeTable<PlaceAccuracy>({
  '1': { precision: 'exact', radiusKm: null },
  '2': { precision: 'town', radiusKm: ABOUT_KM },
  '3': { precision: 'region', radiusKm: null },
});
