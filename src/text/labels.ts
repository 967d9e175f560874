import type { GroupName } from '../../geo/model/groupings.ts';
import type { ActorSide, Confidence, IncidentType, LocationPrecision } from '../../geo/model/incident.ts';
import type { Country } from '../../geo/region.ts';

export const GROUP_LABELS: Readonly<Record<GroupName, string>> = {
  attack: 'Armed attack',
  explosion: 'Explosion',
  force: 'State force',
  politics: 'Politics',
  other: 'Other',
  ttp: 'TTP and allies',
  emirate: 'Afghan Taliban',
  iskp: 'ISKP',
  armed_group: 'Other group',
  several: 'Several of these',
  none: 'None named',
};

export const TYPE_LABELS: Readonly<Record<IncidentType, string>> = {
  ambush: 'Ambush',
  armed_clash: 'Armed clash',
  suicide_bombing: 'Suicide bombing',
  bombing_ied: 'Bomb or IED',
  assassination: 'Assassination',
  raid_assault: 'Raid or assault',
  airstrike: 'Airstrike',
  cross_border_shelling: 'Cross-border shelling',
  military_operation: 'Military operation',
  drone_strike: 'Drone strike',
  abduction: 'Abduction',
  ceasefire: 'Ceasefire',
  talks: 'Talks',
  political: 'Political event',
  other: 'Other',
};

export const SIDE_LABELS: Readonly<Record<ActorSide, string>> = {
  pakistan: 'State of Pakistan',
  emirate: 'Afghan Taliban (Islamic Emirate)',
  ttp: 'TTP and allies',
  iskp: 'ISKP',
  armed_group: 'Other armed group',
  united_states: 'United States and NATO',
  other_state: 'Other state',
  civilians: 'Civilians',
  unknown: 'Unknown',
};

export const COUNTRY_LABELS: Readonly<Record<Country, string>> = {
  PK: 'Pakistan',
  AF: 'Afghanistan',
  other: 'Elsewhere',
};

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

/** The same within a sentence. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };

/** How well the place is known. */
export const PRECISION_LABELS: Readonly<Record<LocationPrecision, string>> = {
  exact: 'Exact place',
  town: 'Named place or near it',
  district: 'Centre of a district',
  region: 'Region only',
  country: 'Country only',
};
