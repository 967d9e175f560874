import { formatDay, partsOf, type Day } from '../model/day.ts';
import { ATTACK_TYPES, type IncidentType, type LocationPrecision } from '../model/incident.ts';
import type { SynthEvent } from './events.ts';
import { isState, type PartyId } from './parties.ts';
import type { Scenario } from './scenarios.ts';
import { LAST_DAY, FIRST_DAY } from './waves.ts';
import { noteOf, placeOf, PUBLISHER, titleOf } from './wording.ts';
import { tableWriter, type SynthCell } from './writer.ts';

/** The 135 columns in the order of the codebook and of the files. */
const COLUMNS = [
  ...['eventid', 'iyear', 'imonth', 'iday', 'approxdate', 'extended', 'resolution', 'country', 'country_txt', 'region'],
  ...['region_txt', 'provstate', 'city', 'latitude', 'longitude', 'specificity', 'vicinity', 'location', 'summary'],
  ...['crit1', 'crit2', 'crit3', 'doubtterr', 'alternative', 'alternative_txt', 'multiple', 'success', 'suicide'],
  ...['attacktype1', 'attacktype1_txt', 'attacktype2', 'attacktype2_txt', 'attacktype3', 'attacktype3_txt'],
  ...[1, 2, 3].flatMap(targetColumns),
  ...['gname', 'gsubname', 'gname2', 'gsubname2', 'gname3', 'gsubname3', 'motive'],
  ...['guncertain1', 'guncertain2', 'guncertain3', 'individual', 'nperps', 'nperpcap'],
  ...['claimed', 'claimmode', 'claimmode_txt', 'claim2', 'claimmode2', 'claimmode2_txt'],
  ...['claim3', 'claimmode3', 'claimmode3_txt', 'compclaim'],
  ...[1, 2, 3, 4].flatMap(weaponColumns),
  ...['weapdetail', 'nkill', 'nkillus', 'nkillter', 'nwound', 'nwoundus', 'nwoundte'],
  ...['property', 'propextent', 'propextent_txt', 'propvalue', 'propcomment'],
  ...['ishostkid', 'nhostkid', 'nhostkidus', 'nhours', 'ndays', 'divert', 'kidhijcountry'],
  ...['ransom', 'ransomamt', 'ransomamtus', 'ransompaid', 'ransompaidus', 'ransomnote'],
  ...['hostkidoutcome', 'hostkidoutcome_txt', 'nreleased', 'addnotes', 'scite1', 'scite2', 'scite3', 'dbsource'],
  ...['INT_LOG', 'INT_IDEO', 'INT_MISC', 'INT_ANY', 'related'],
];

function targetColumns(n: number): string[] {
  const stems = ['targtype', 'targsubtype'].flatMap((stem) => [`${stem}${n}`, `${stem}${n}_txt`]);
  return [...stems, `corp${n}`, `target${n}`, `natlty${n}`, `natlty${n}_txt`];
}

function weaponColumns(n: number): string[] {
  return ['weaptype', 'weapsubtype'].flatMap((stem) => [`${stem}${n}`, `${stem}${n}_txt`]);
}

type GtdCode = readonly [number: number, text: string];

const ASSASSINATION: GtdCode = [1, 'Assassination'];
const ARMED_ASSAULT: GtdCode = [2, 'Armed Assault'];
const BOMBING: GtdCode = [3, 'Bombing/Explosion'];
const KIDNAPPING: GtdCode = [6, 'Hostage Taking (Kidnapping)'];
const FACILITY: GtdCode = [7, 'Facility/Infrastructure Attack'];
const UNKNOWN_ATTACK: GtdCode = [9, 'Unknown'];

const ATTACK: Readonly<Partial<Record<IncidentType, GtdCode>>> = {
  ambush: ARMED_ASSAULT,
  raid_assault: FACILITY,
  assassination: ASSASSINATION,
  abduction: KIDNAPPING,
  suicide_bombing: BOMBING,
  bombing_ied: BOMBING,
};

const FIREARMS: GtdCode = [5, 'Firearms'];
const EXPLOSIVES: GtdCode = [6, 'Explosives'];

const POLICE: GtdCode = [3, 'Police'];
const MILITARY: GtdCode = [4, 'Military'];
const CITIZENS: GtdCode = [14, 'Private Citizens & Property'];
const TARGET: Readonly<Partial<Record<PartyId, GtdCode>>> = {
  pakistanPolice: POLICE,
  civilians: CITIZENS,
  protesters: CITIZENS,
};

const SPECIFICITY: Readonly<Record<LocationPrecision, number>> = {
  exact: 1,
  town: 1,
  district: 3,
  region: 4,
  country: 5,
};
const UNKNOWN = -9;
const UNKNOWN_COUNT = -99;

export const gtdWriter = tableWriter(
  COLUMNS,
  ({ type, by }: Scenario) => ATTACK_TYPES.has(type) && !isState(by),
  () => {
    const numberOn = createDayNumbers();
    return (event) => cellsOf(event, numberOn(event.start));
  },
);

/** Gives each event of a day its number, from 1. */
function createDayNumbers(): (day: Day) => number {
  const numbers = new Uint32Array(LAST_DAY - FIRST_DAY + 1);
  return (day) => ++numbers[day - FIRST_DAY];
}

function cellsOf(event: SynthEvent, numberOnDay: number): Readonly<Record<string, SynthCell>> {
  const { scenario, spot, country, casualties, start, datePrecision, dice } = event;
  const { year, month, date } = partsOf(start);
  const dayKnown = datePrecision === 'day' || datePrecision === 'week';
  const [regionNumber, regionName] = country.gtdRegion;
  const isSuicide = scenario.type === 'suicide_bombing';
  const isKidnapping = scenario.type === 'abduction';
  const attack = ATTACK[scenario.type] ?? UNKNOWN_ATTACK;
  const weapon = attack === BOMBING ? EXPLOSIVES : FIREARMS;
  const target = TARGET[scenario.on.id] ?? MILITARY;
  const attackers = isSuicide ? 1 : dice < 0.1 ? 2 : 0;
  return {
    // year, month, day and the number on that day
    eventid: `${formatDay(start).replaceAll('-', '')}${String(numberOnDay).padStart(4, '0')}`,
    iyear: year,
    imonth: datePrecision === 'year' ? 0 : month,
    iday: dayKnown ? date : 0,
    approxdate: datePrecision === 'day' ? null : `${formatDay(start)} to ${formatDay(event.end)}`,
    extended: isKidnapping ? 1 : 0,
    country: country.gtdNumber,
    country_txt: country.name,
    region: regionNumber,
    region_txt: regionName,
    provstate: spot.province ?? 'Unknown',
    city: spot.name ?? (spot.district && `${spot.district} district`) ?? 'Unknown',
    latitude: spot.lat,
    longitude: spot.lon,
    specificity: SPECIFICITY[spot.precision],
    vicinity: spot.precision === 'town' ? 1 : 0,
    location: `Synthetic, near ${placeOf(event)}`,
    summary: noteOf(event),
    crit1: 1,
    crit2: 1,
    crit3: dice < 0.9 ? 1 : 0,
    doubtterr: dice < 0.85 ? 0 : dice < 0.95 ? 1 : UNKNOWN,
    multiple: dice < 0.1 ? 1 : 0,
    success: dice < 0.9 ? 1 : 0,
    suicide: isSuicide ? 1 : 0,
    attacktype1: attack[0],
    attacktype1_txt: attack[1],
    targtype1: target[0],
    targtype1_txt: target[1],
    corp1: 'Synthetic',
    target1: scenario.on.plain,
    natlty1: country.gtdNumber,
    natlty1_txt: country.name,
    gname: scenario.by.gtd,
    guncertain1: dice < 0.8 ? 0 : 1,
    individual: 0,
    nperps: UNKNOWN_COUNT,
    nperpcap: 0,
    claimed: dice < 0.3 ? 1 : dice < 0.9 ? 0 : UNKNOWN,
    compclaim: UNKNOWN,
    weaptype1: weapon[0],
    weaptype1_txt: weapon[1],
    // the dead include the attackers
    nkill: casualties.best === null ? null : casualties.best + attackers,
    nkillter: dice < 0.9 ? attackers : null,
    nwound: casualties.injured,
    nwoundte: casualties.injured === null ? null : 0,
    property: dice < 0.4 ? 1 : UNKNOWN,
    ishostkid: isKidnapping ? 1 : 0,
    nhostkid: isKidnapping ? (dice < 0.2 ? UNKNOWN_COUNT : 1 + Math.floor(dice * 8)) : null,
    scite1: `"${titleOf(event)}," ${PUBLISHER}, ${formatDay(event.end + 1)}.`,
    scite2: dice < 0.4 ? `Synthetic Monitor, ${formatDay(event.end + 2)}.` : null,
    dbsource: 'Synthetic',
    INT_LOG: UNKNOWN,
    INT_IDEO: UNKNOWN,
    INT_MISC: 0,
    INT_ANY: UNKNOWN,
  };
}
