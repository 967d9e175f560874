import { dayOf, type Day } from '../model/day.ts';
import { KABUL_TAKEN } from '../model/emirate.ts';
import type { IncidentType } from '../model/incident.ts';
import { SYNTH_COUNTRIES, type SynthCountry } from './countries.ts';
import { partyIn, type Party, type PartyId } from './parties.ts';
import { createDraw, type Random } from './random.ts';
import { FIRST_DAY, LAST_DAY } from './waves.ts';

/** What happens between whom. */
export interface Scenario {
  readonly type: IncidentType;
  readonly by: Party;
  readonly on: Party;
}

/** The days on which parties come, change or go. */
const TTP_FOUNDED = dayOf(2007, 12, 14);
const ISKP_FOUNDED = dayOf(2015, 1, 26);
const FIRST_DRONE = dayOf(2004, 6, 17);
const LAST_DRONE = dayOf(2018, 7, 4);

type ScenarioRow = [weight: number, type: IncidentType, by: PartyId, on: PartyId, from?: Day, to?: Day];

/** How often what happens between whom, and in which days where not in all. */
const IN_PAKISTAN: readonly ScenarioRow[] = [
  [9, 'ambush', 'ttp', 'pakistanArmy', TTP_FOUNDED],
  [8, 'bombing_ied', 'ttp', 'pakistanArmy', TTP_FOUNDED],
  [5, 'raid_assault', 'ttp', 'pakistanPolice', TTP_FOUNDED],
  [4, 'suicide_bombing', 'ttp', 'civilians', TTP_FOUNDED],
  [2, 'suicide_bombing', 'jamaatUlAhrar', 'pakistanPolice', dayOf(2014, 8, 26)],
  [3, 'abduction', 'ttp', 'civilians', TTP_FOUNDED],
  [7, 'military_operation', 'pakistanArmy', 'ttp', TTP_FOUNDED],
  [3, 'airstrike', 'pakistanArmy', 'ttp', TTP_FOUNDED],
  [10, 'armed_clash', 'pakistanArmy', 'ttp', TTP_FOUNDED],
  [3, 'drone_strike', 'unitedStates', 'unidentified', FIRST_DRONE, LAST_DRONE],
  [2, 'suicide_bombing', 'iskp', 'civilians', ISKP_FOUNDED],
  [2, 'assassination', 'iskp', 'civilians', ISKP_FOUNDED],
  [5, 'bombing_ied', 'balochLiberationArmy', 'pakistanArmy'],
  [3, 'raid_assault', 'balochLiberationArmy', 'pakistanPolice'],
  [3, 'bombing_ied', 'lashkarEJhangvi', 'civilians', FIRST_DAY, dayOf(2018, 12, 31)],
  [6, 'assassination', 'unidentified', 'civilians'],
  [4, 'bombing_ied', 'unidentified', 'pakistanPolice'],
  [2, 'ambush', 'unidentified', 'pakistanArmy'],
  [3, 'cross_border_shelling', 'emirate', 'pakistanArmy', KABUL_TAKEN],
  [4, 'political', 'protesters', 'pakistanPolice'],
  [1, 'talks', 'pakistanArmy', 'ttp', TTP_FOUNDED],
  [0.5, 'ceasefire', 'pakistanArmy', 'emirate', KABUL_TAKEN],
  [2, 'other', 'pakistanPolice', 'civilians'],
];
const IN_AFGHANISTAN: readonly ScenarioRow[] = [
  [10, 'armed_clash', 'afghanTaliban', 'republic', FIRST_DAY, KABUL_TAKEN - 1],
  [8, 'bombing_ied', 'afghanTaliban', 'republic', FIRST_DAY, KABUL_TAKEN - 1],
  [6, 'ambush', 'afghanTaliban', 'republic', FIRST_DAY, KABUL_TAKEN - 1],
  [3, 'suicide_bombing', 'afghanTaliban', 'republic', FIRST_DAY, KABUL_TAKEN - 1],
  [4, 'airstrike', 'unitedStates', 'afghanTaliban', dayOf(2001, 10, 7), KABUL_TAKEN - 1],
  [4, 'military_operation', 'republic', 'afghanTaliban', FIRST_DAY, KABUL_TAKEN - 1],
  [1, 'talks', 'republic', 'afghanTaliban', FIRST_DAY, KABUL_TAKEN - 1],
  [3, 'suicide_bombing', 'iskp', 'civilians', ISKP_FOUNDED],
  [3, 'bombing_ied', 'iskp', 'emirate', KABUL_TAKEN],
  [3, 'military_operation', 'emirate', 'iskp', KABUL_TAKEN],
  [3, 'airstrike', 'pakistanArmy', 'ttp', KABUL_TAKEN],
  [3, 'cross_border_shelling', 'pakistanArmy', 'emirate', dayOf(2022, 1, 1)],
  [2, 'assassination', 'unidentified', 'civilians'],
  [2, 'bombing_ied', 'unidentified', 'civilians'],
  [1, 'political', 'protesters', 'emirate', KABUL_TAKEN],
  [1, 'abduction', 'unidentified', 'civilians'],
  [1, 'other', 'emirate', 'civilians', KABUL_TAKEN],
];
const ELSEWHERE: readonly ScenarioRow[] = [
  [4, 'armed_clash', 'otherForces', 'unidentified'],
  [3, 'bombing_ied', 'unidentified', 'otherForces'],
  [3, 'political', 'protesters', 'otherForces'],
  [2, 'assassination', 'unidentified', 'civilians'],
  [2, 'military_operation', 'otherForces', 'unidentified'],
];

interface TimedScenario {
  scenario: Scenario;
  weight: number;
  from: Day;
  to: Day;
}

/** Gives what happens in a country on a day, of the scenarios that a dataset `covers`. */
export function createScenarios(
  covers: (scenario: Scenario) => boolean,
): (country: SynthCountry, day: Day, random: Random) => Scenario {
  const drawOf = new Map(
    SYNTH_COUNTRIES.map((country) => {
      const known = rowsOf(country).map((row) => knownOf(row, country));
      const covered = known.filter(({ scenario }) => covers(scenario));
      return [country.iso, createDraw(covered, ({ weight }) => weight)];
    }),
  );
  return (country, day, random) => {
    const draw = drawOf.get(country.iso);
    if (!draw) throw new RangeError(`nothing happens in ${country.iso}`);
    for (;;) {
      const { scenario, from, to } = draw(random);
      if (day >= from && day <= to) return scenario;
    }
  };
}

function rowsOf({ iso }: SynthCountry): readonly ScenarioRow[] {
  return iso === 'PK' ? IN_PAKISTAN : iso === 'AF' ? IN_AFGHANISTAN : ELSEWHERE;
}

function knownOf(
  [weight, type, by, on, from = FIRST_DAY, to = LAST_DAY]: ScenarioRow,
  country: SynthCountry,
): TimedScenario {
  return { scenario: { type, by: partyIn(by, country), on: partyIn(on, country) }, weight, from, to };
}
