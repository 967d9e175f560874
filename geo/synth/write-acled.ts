import { formatDay, partsOf } from '../model/day.ts';
import type { DatePrecision, IncidentType, LocationPrecision } from '../model/incident.ts';
import type { SynthEvent } from './events.ts';
import { placeOf, noteOf, PUBLISHER, synthId } from './wording.ts';
import { tableWriter, type SynthCell } from './writer.ts';

/** The 31 columns of an export after March 2023, in order. */
const COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;

type AcledCode = readonly [event: string, subEvent: string];

const CLASH: AcledCode = ['Battles', 'Armed clash'];
const AIR: AcledCode = ['Explosions/Remote violence', 'Air/drone strike'];
const STRATEGIC = 'Strategic developments';

/** What ACLED calls a type: any of these, each as often as the others. */
const CODES: Readonly<Record<IncidentType, readonly AcledCode[]>> = {
  ambush: [CLASH],
  armed_clash: [CLASH, CLASH, CLASH, ['Battles', 'Non-state actor overtakes territory']],
  raid_assault: [CLASH],
  military_operation: [CLASH, ['Battles', 'Government regains territory'], [STRATEGIC, 'Arrests']],
  suicide_bombing: [['Explosions/Remote violence', 'Suicide bomb']],
  bombing_ied: [
    ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
    ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
    ['Explosions/Remote violence', 'Grenade'],
  ],
  airstrike: [AIR],
  drone_strike: [AIR],
  cross_border_shelling: [['Explosions/Remote violence', 'Shelling/artillery/missile attack']],
  assassination: [['Violence against civilians', 'Attack']],
  abduction: [['Violence against civilians', 'Abduction/forced disappearance']],
  ceasefire: [[STRATEGIC, 'Agreement']],
  talks: [[STRATEGIC, 'Agreement']],
  political: [
    ['Protests', 'Peaceful protest'],
    ['Protests', 'Protest with intervention'],
    ['Riots', 'Violent demonstration'],
    ['Riots', 'Mob violence'],
  ],
  other: [
    [STRATEGIC, 'Looting/property destruction'],
    [STRATEGIC, 'Disrupted weapons use'],
    [STRATEGIC, 'Change to group/activity'],
    [STRATEGIC, 'Headquarters or base established'],
    [STRATEGIC, 'Non-violent transfer of territory'],
    [STRATEGIC, 'Other'],
  ],
};

/** ACLED knows no precision of a year: such events stand in the month. */
const TIME_PRECISION: Readonly<Record<DatePrecision, number>> = { day: 1, week: 2, month: 3, year: 3 };
const GEO_PRECISION: Readonly<Record<LocationPrecision, number>> = {
  exact: 1,
  town: 2,
  district: 2,
  region: 3,
  country: 3,
};
/** Where people were killed and nobody says how many. */
const UNKNOWN_DEATHS = 3;
const SECONDS_PER_DAY = 86_400;
/** Days from an event to its entry. */
const DELAY = 9;

export const acledWriter = tableWriter(
  COLUMNS,
  () => true,
  () => cellsOf,
);

function cellsOf(event: SynthEvent): Record<(typeof COLUMNS)[number], SynthCell> {
  const { scenario, spot, country, casualties, start, dice } = event;
  // the order of the actors does not say who attacked
  const [one, two] = dice < 0.8 ? [scenario.by, scenario.on] : [scenario.on, scenario.by];
  const codes = CODES[scenario.type];
  const [type, subType] = codes[Math.floor(dice * codes.length)];
  const onCivilians = scenario.on.id === 'civilians';
  return {
    event_id_cnty: synthId(event),
    event_date: formatDay(start),
    year: partsOf(start).year,
    time_precision: TIME_PRECISION[event.datePrecision],
    disorder_type: type === STRATEGIC ? STRATEGIC : type === 'Protests' ? 'Demonstrations' : 'Political violence',
    event_type: type,
    sub_event_type: subType,
    actor1: one.acled,
    assoc_actor_1: null,
    inter1: one.inter,
    actor2: two.acled,
    assoc_actor_2: null,
    inter2: two.inter,
    interaction: Math.min(one.inter, two.inter) * 10 + Math.max(one.inter, two.inter),
    civilian_targeting: onCivilians ? 'Civilian targeting' : null,
    iso: country.isoNumber,
    region: country.acledRegion,
    country: country.name,
    admin1: spot.province,
    admin2: spot.district,
    admin3: null,
    location: placeOf(event),
    latitude: spot.lat,
    longitude: spot.lon,
    geo_precision: GEO_PRECISION[spot.precision],
    source: dice < 0.2 ? `${PUBLISHER}; Synthetic Monitor` : PUBLISHER,
    source_scale: 'National',
    notes: noteOf(event),
    fatalities: casualties.best ?? UNKNOWN_DEATHS,
    tags: type === 'Protests' ? 'crowd size=no report' : null,
    timestamp: (start + DELAY) * SECONDS_PER_DAY,
  };
}
