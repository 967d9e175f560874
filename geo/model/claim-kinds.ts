/**
 * Who speaks in a claim. As with sides of actors the two Talibans are never one, and what the Islamic Republic said
 * is not what the Emirate says; `local` are hospitals, rescuers, residents and elders, `dataset` those who code events.
 */
export const CLAIM_PARTIES = [
  'pakistan',
  'emirate',
  'republic',
  'ttp',
  'armed_group',
  'other_state',
  'aid',
  'local',
  'media',
  'dataset',
  'other',
] as const;
export type ClaimParty = (typeof CLAIM_PARTIES)[number];

/**
 * Who is counted by a claim of the killed. Of an attack the incident's own figure leaves the attackers out; else it counts
 * all sides. `part`: some of the dead, places or days; `early`: what was known then; `unknown`: not recorded.
 */
export const COUNTED_PEOPLE = [
  'all',
  'but_attackers',
  'civilians',
  'forces',
  'fighters',
  'one_side',
  'part',
  'early',
  'unknown',
] as const;
export type CountedPeople = (typeof COUNTED_PEOPLE)[number];
