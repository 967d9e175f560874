import type { ActorSide } from '../model/incident.ts';
import type { SynthCountry } from './countries.ts';

/** A party to made events, as each dataset names it. `%` stands for the country of the event, or its number. */
interface PartyNames {
  readonly side: ActorSide;
  /** Gleditsch and Ward's number of the state that it is, `null` for no state. */
  readonly gwNumber: number | null | '%';
  /** ACLED's kind: 1 state forces, 2 rebels, 3 political militia, 4 identity militia, 6 protesters, 7 civilians, 8 external. */
  readonly inter: number;
  readonly plain: string;
  readonly acled: string;
  readonly ucdp: string;
  readonly gtd: string;
}

const PARTIES = {
  pakistanArmy: {
    side: 'pakistan',
    gwNumber: 770,
    inter: 1,
    plain: 'Pakistan Army',
    acled: 'Military Forces of Pakistan',
    ucdp: 'Government of Pakistan',
    gtd: 'Military',
  },
  pakistanPolice: {
    side: 'pakistan',
    gwNumber: 770,
    inter: 1,
    plain: 'Pakistan police',
    acled: 'Police Forces of Pakistan',
    ucdp: 'Government of Pakistan',
    gtd: 'Police',
  },
  ttp: {
    side: 'ttp',
    gwNumber: null,
    inter: 2,
    plain: 'Tehrik-i-Taliban Pakistan (TTP)',
    acled: 'TTP: Tehreek-i-Taliban Pakistan',
    ucdp: 'TTP',
    gtd: 'Tehrik-i-Taliban Pakistan (TTP)',
  },
  jamaatUlAhrar: {
    side: 'ttp',
    gwNumber: null,
    inter: 2,
    plain: 'Jamaat-ul-Ahrar',
    acled: 'JuA: Jamaat-ul-Ahrar',
    ucdp: 'Jamaat-ul-Ahrar',
    gtd: 'Jamaat-ul-Ahrar',
  },
  iskp: {
    side: 'iskp',
    gwNumber: null,
    inter: 2,
    plain: 'Islamic State Khorasan Province (ISKP)',
    acled: 'Islamic State Khorasan Province (ISKP)',
    ucdp: 'IS',
    gtd: 'Khorasan Chapter of the Islamic State',
  },
  balochLiberationArmy: {
    side: 'armed_group',
    gwNumber: null,
    inter: 3,
    plain: 'Baloch Liberation Army (BLA)',
    acled: 'BLA: Baloch Liberation Army',
    ucdp: 'BLA',
    gtd: 'Baloch Liberation Army (BLA)',
  },
  lashkarEJhangvi: {
    side: 'armed_group',
    gwNumber: null,
    inter: 3,
    plain: 'Lashkar-e-Jhangvi (LeJ)',
    acled: 'LeJ: Lashkar-e-Jhangvi',
    ucdp: 'Lashkar-e-Jhangvi',
    gtd: 'Lashkar-e-Jhangvi',
  },
  unidentified: {
    side: 'unknown',
    gwNumber: null,
    inter: 3,
    plain: 'unidentified armed group',
    acled: 'Unidentified Armed Group (%)',
    ucdp: 'XXX100',
    gtd: 'Unknown',
  },
  afghanTaliban: {
    side: 'emirate',
    gwNumber: null,
    inter: 2,
    plain: 'Afghan Taliban',
    acled: 'Taliban',
    ucdp: 'Taleban',
    gtd: 'Taliban',
  },
  emirate: {
    side: 'emirate',
    gwNumber: 700,
    inter: 1,
    plain: 'Islamic Emirate of Afghanistan',
    acled: 'Military Forces of Afghanistan (2021-)',
    ucdp: 'Government of Afghanistan',
    gtd: 'Military',
  },
  republic: {
    side: 'other_state',
    gwNumber: 700,
    inter: 1,
    plain: 'Islamic Republic of Afghanistan',
    acled: 'Military Forces of Afghanistan (2004-2021)',
    ucdp: 'Government of Afghanistan',
    gtd: 'Military',
  },
  unitedStates: {
    side: 'united_states',
    gwNumber: 2,
    inter: 8,
    plain: 'United States',
    acled: 'Military Forces of the United States',
    ucdp: 'Government of United States of America',
    gtd: 'Military',
  },
  otherForces: {
    side: 'other_state',
    gwNumber: '%',
    inter: 1,
    plain: 'forces of %',
    acled: 'Military Forces of %',
    ucdp: 'Government of %',
    gtd: 'Military',
  },
  protesters: {
    side: 'civilians',
    gwNumber: null,
    inter: 6,
    plain: 'protesters',
    acled: 'Protesters (%)',
    ucdp: 'Civilians',
    gtd: 'Private Citizens & Property',
  },
  civilians: {
    side: 'civilians',
    gwNumber: null,
    inter: 7,
    plain: 'civilians',
    acled: 'Civilians (%)',
    ucdp: 'Civilians',
    gtd: 'Private Citizens & Property',
  },
} as const satisfies Record<string, PartyNames>;

export type PartyId = keyof typeof PARTIES;

const IDS = Object.keys(PARTIES);

/** A party in a country. */
export interface Party extends PartyNames {
  readonly id: PartyId;
  /** A number of its own, from 1. */
  readonly number: number;
  readonly gwNumber: number | null;
}

/** The party with its names as they are in a country. */
export function partyIn(id: PartyId, country: SynthCountry): Party {
  const party: PartyNames = PARTIES[id];
  const named = (text: string) => text.replace('%', country.name);
  return {
    id,
    number: IDS.indexOf(id) + 1,
    side: party.side,
    gwNumber: party.gwNumber === '%' ? country.gwNumber : party.gwNumber,
    inter: party.inter,
    plain: named(party.plain),
    acled: named(party.acled),
    ucdp: named(party.ucdp),
    gtd: named(party.gtd),
  };
}

/** Whether it is a state: UCDP puts it first, GTD has no attacks by it. */
export function isState({ gwNumber }: Party): boolean {
  return gwNumber !== null;
}
