import { formatDay, partsOf, type Day } from '../model/day.ts';
import type { DatePrecision, IncidentType, LocationPrecision } from '../model/incident.ts';
import type { SynthEvent } from './events.ts';
import { isState, type Party } from './parties.ts';
import type { Scenario } from './scenarios.ts';
import { placeOf, PUBLISHER, synthId, titleOf } from './wording.ts';
import { tableWriter, type SynthCell } from './writer.ts';

/** The 49 columns of GED, in order. */
const COLUMNS = [
  'id',
  'relid',
  'year',
  'active_year',
  'code_status',
  'type_of_violence',
  'conflict_dset_id',
  'conflict_new_id',
  'conflict_name',
  'dyad_dset_id',
  'dyad_new_id',
  'dyad_name',
  'side_a_dset_id',
  'side_a_new_id',
  'side_a',
  'side_b_dset_id',
  'side_b_new_id',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'geom_wkt',
  'priogrid_gid',
  'country',
  'country_id',
  'region',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
  'gwnoa',
  'gwnob',
] as const;

/** UCDP has deadly violence alone. */
const NOT_VIOLENT: ReadonlySet<IncidentType> = new Set(['ceasefire', 'talks', 'political', 'other', 'abduction']);

const DATE_PRECISION: Readonly<Record<DatePrecision, number>> = { day: 1, week: 3, month: 4, year: 5 };
const SEVERAL_DAYS = 2;
const WHERE_PRECISION: Readonly<Record<LocationPrecision, number>> = {
  exact: 1,
  town: 2,
  district: 3,
  region: 4,
  country: 6,
};

/** Numbers of actors, dyads and conflicts, which UCDP counts on its own, begin here: far above its own. */
const FIRST_ACTOR = 90_000;
const FIRST_DYAD = 910_000;

export const ucdpWriter = tableWriter(
  COLUMNS,
  ({ type }: Scenario) => !NOT_VIOLENT.has(type),
  () => cellsOf,
);

function cellsOf(event: SynthEvent): Record<(typeof COLUMNS)[number], SynthCell> {
  const { scenario, spot, country, start, end, dice } = event;
  // the state is side A; civilians are never that
  const [a, b] =
    isState(scenario.on) && !isState(scenario.by) ? [scenario.on, scenario.by] : [scenario.by, scenario.on];
  const kind = violenceOf(a, b);
  const [actorA, actorB, dyad] = [FIRST_ACTOR + a.number, FIRST_ACTOR + b.number, dyadOf(a, b)];
  const { year } = partsOf(start);
  const names = `${a.ucdp} - ${b.ucdp}`;
  const several = event.datePrecision === 'day' && end > start;
  return {
    id: event.number,
    relid: `${country.iso3}-${year}-${kind}-${dyad}-${synthId(event)}`,
    year,
    active_year: 1,
    code_status: 'Clear',
    type_of_violence: kind,
    conflict_dset_id: dyad,
    conflict_new_id: dyad,
    conflict_name: kind === 1 ? `${country.name}: Government` : names,
    dyad_dset_id: dyad,
    dyad_new_id: dyad,
    dyad_name: names,
    side_a_dset_id: actorA,
    side_a_new_id: actorA,
    side_a: a.ucdp,
    side_b_dset_id: actorB,
    side_b_new_id: actorB,
    side_b: b.ucdp,
    number_of_sources: dice < 0.1 ? -1 : 1 + Math.floor(dice * 4),
    source_article: `"${PUBLISHER},${formatDay(end + 1)},${titleOf(event)}"`,
    source_office: PUBLISHER,
    source_date: formatDay(end + 1),
    source_headline: titleOf(event),
    source_original: dice < 0.5 ? 'Synthetic police' : null,
    where_prec: WHERE_PRECISION[spot.precision],
    where_coordinates: placeOf(event),
    where_description: spot.name ?? 'synthetic',
    adm_1: spot.province && `${spot.province} province`,
    adm_2: spot.district && `${spot.district} district`,
    latitude: spot.lat,
    longitude: spot.lon,
    geom_wkt: `POINT (${spot.lon} ${spot.lat})`,
    priogrid_gid: gridCell(spot.lon, spot.lat),
    country: country.name,
    country_id: country.gwNumber,
    region: country.ucdpRegion,
    event_clarity: dice < 0.8 ? 1 : 2,
    date_prec: several ? SEVERAL_DAYS : DATE_PRECISION[event.datePrecision],
    date_start: moment(start),
    date_end: moment(end),
    ...deathsOf(event, b),
    gwnoa: a.gwNumber,
    gwnob: b.gwNumber,
  };
}

/** 1 with a state in it, 2 between others, 3 against civilians. */
function violenceOf(a: Party, b: Party): 1 | 2 | 3 {
  if (b.side === 'civilians') return 3;
  return isState(a) || isState(b) ? 1 : 2;
}

function dyadOf(a: Party, b: Party): number {
  return FIRST_DYAD + a.number * 100 + b.number;
}

/** The parts add up to `best`; where no number is known UCDP counts none and leaves room above. */
function deathsOf({ casualties, dice }: SynthEvent, b: Party) {
  const best = casualties.best ?? 0;
  const onCivilians = b.side === 'civilians';
  const first = onCivilians ? 0 : Math.floor(best * dice * 0.5);
  const second = onCivilians ? 0 : Math.floor((best - first) * 0.7);
  const civilians = onCivilians ? best : Math.floor((best - first - second) * dice);
  return {
    deaths_a: first,
    deaths_b: second,
    deaths_civilians: civilians,
    deaths_unknown: best - first - second - civilians,
    best,
    high: Math.max(1, casualties.high),
    low: Math.min(best, casualties.low),
  };
}

/** The cell of PRIO-GRID: half degrees, counted from the south-west in rows of 720. */
function gridCell(lon: number, lat: number): number {
  return Math.floor((lat + 90) * 2) * 720 + Math.floor((lon + 180) * 2) + 1;
}

function moment(day: Day): string {
  return `${formatDay(day)} 00:00:00.000`;
}
