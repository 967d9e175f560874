import type { ClaimParty, CountedPeople } from '../../geo/model/claim-kinds.ts';
import { parseDay } from '../../geo/model/day.ts';
import type { KilledClaim } from '../../geo/views/claimed.ts';
import { disagreementOf, type ClaimRange, type Claims, type ListedClaims } from '../../geo/views/claims.ts';
import { dayText } from './dates.ts';
import { SIDE_LABELS } from './labels.ts';
import { listText, plainText } from './locale.ts';
import { counted, countsText, countText, incidentsText } from './numbers.ts';

/** The words of who claims what. */
export const CLAIMS = {
  by: 'Claims of',
  anyParty: 'any party',
  of: 'counting',
  anyPeople: 'any people',
  list: 'Incidents with several claims of the killed, those that disagree most first',
  killed: 'Killed, on a scale of square roots',
  apart: 'Apart',
  notCompared: 'not compared',
  notAdded: 'not added',
  sourceUnknown: 'source not recorded',
  totals: 'What each party claims, added up over the incidents listed',
  columns: { party: 'Party', counted: 'Who is counted', incidents: 'Incidents', killed: 'Killed, lowest to highest' },
  looking: 'Looking for claims …',
  meaning:
    'A line goes from the lowest to the highest claim about the same people; others are not compared. Sorted by how far these are apart.',
  totalsMeaning:
    'The sum of a party’s lowest figures and of its highest, each kind of people by itself. Parties speak of different incidents: their totals do not compare. A part of the dead, first counts, and figures of people who are not recorded are not added.',
  unlike: (count: number) =>
    counted(count, {
      one: '{count} time a party has figures of different people of one incident: it is left out of that total.',
      other: '{count} times a party has figures of different people of one incident: these are left out of that total.',
    }),
  more: ({ shown, all }: Record<'shown' | 'all', number>) =>
    counted(
      all,
      { other: 'The first {shown} of {count} incidents are shown; copy and CSV have all of them.' },
      { shown: countText(shown) },
    ),
  failed: ({ reason }: { reason: string }) => `Claims cannot be read: ${reason}`,
  method: {
    says: 'Of each incident with two or more claims of the killed, those that count the same people are held against each other: by the incident’s own figure (of an attack without the attackers), or by the words of the record (“soldiers only”). Sorted by the highest less the lowest figure. The party is read off the name of who claims; UCDP’s figures stand with the range that it gives.',
    reference:
      'Claims as recorded with each incident; UCDP Georeferenced Event Dataset codebook for its ranges, and for its count of attackers among the dead.',
  },
} as const;

/** Who speaks. */
export const CLAIM_PARTY_LABELS: Readonly<Record<ClaimParty, string>> = {
  pakistan: SIDE_LABELS.pakistan,
  emirate: SIDE_LABELS.emirate,
  republic: 'Islamic Republic of Afghanistan',
  ttp: SIDE_LABELS.ttp,
  armed_group: 'Other armed groups',
  other_state: 'Other states',
  aid: 'United Nations, aid and rights groups',
  local: 'Hospitals, residents, witnesses',
  media: 'Press and reference works',
  dataset: 'Datasets of events',
  other: 'Others, and several together',
};

/** Who is counted. */
export const COUNTED_LABELS: Readonly<Record<CountedPeople, string>> = {
  all: 'all killed',
  but_attackers: 'all but the attackers',
  civilians: 'civilians only',
  forces: 'soldiers and police only',
  fighters: 'fighters only',
  one_side: 'one side only',
  part: 'a part of the dead, places or days',
  early: 'first counts',
  unknown: 'not recorded',
};

/** Why nothing is listed. */
export function claimsMissingText({ recorded, passing, several }: Claims): string {
  if (recorded === 0) return MISSING.recorded;
  if (passing === 0) return MISSING.passing;
  return several === 0 ? MISSING.several : MISSING.asked;
}

const MISSING = {
  recorded: 'No incident of the data on show has several claims of the killed.',
  passing: 'No incident passes the filters in this time.',
  several: 'No incident that passes the filters in this time has several claims of the killed.',
  asked: 'No incident in this time has a claim of this party, of these people.',
} as const;

/** `206 of 1,624 incidents have several claims of the killed.` */
export function severalText({ several, passing }: Claims): string {
  return counted(
    several,
    {
      one: '{count} of {all} has several claims of the killed.',
      other: '{count} of {all} have several claims of the killed.',
    },
    { all: incidentsText(passing) },
  );
}

/** A figure, or from the lowest to the highest: `23`, `23–58`. */
export function spanText({ low, high }: Pick<ClaimRange, 'low' | 'high'>): string {
  return low === high ? countText(low) : countsText(low, high);
}

/** The sums of a party; where nothing can be added, that is said. */
export function totalText(range: { low: number; high: number } | null): string {
  return range ? spanText(range) : CLAIMS.notAdded;
}

/** Who is counted by those on one line, in the words of the record where all have the same. */
export function laneText(range: ClaimRange | null): string {
  if (!range) return CLAIMS.notCompared;
  const [{ words }] = range.claims;
  return words !== null && range.claims.every((claim) => claim.words === words) ? words : COUNTED_LABELS[range.counted];
}

/** Whom a claim counts: the words of the record, or what its figure is of. */
export function peopleText({ words, counted: people }: KilledClaim): string {
  return words ?? COUNTED_LABELS[people];
}

/** The source of a claim: `Dawn, 2025`. */
export function claimSourceText({ source }: KilledClaim): string {
  if (!source) return CLAIMS.sourceUnknown;
  return listText([source.publisher, ...(source.year === null ? [] : [plainText(source.year)])]);
}

const FIGURE = ({ figure, range }: Record<'figure' | 'range', string>) => `${figure} (${range})`;

/** The figure of a claim, with the range that it has itself: `60 (58–184)`. */
export function claimFigureText({ killed, low, high }: KilledClaim): string {
  const figure = countText(killed);
  return low === high ? figure : FIGURE({ figure, range: countsText(low, high) });
}

const DOT = ({ by, figure, people, source }: Record<'by' | 'figure' | 'people' | 'source', string>) =>
  `${by}: ${figure}, ${people}; ${source}`;

/** A claim in one line. */
export function dotText(claim: KilledClaim): string {
  return DOT({
    by: claim.by,
    figure: claimFigureText(claim),
    people: peopleText(claim),
    source: claimSourceText(claim),
  });
}

/** The first day of an incident. */
export function claimedDayText({ start }: Pick<ListedClaims, 'start'>): string {
  return dayText(parseDay(start) ?? 0);
}

const SUMMARY = {
  claims: (count: number) => counted(count, { one: '{count} claim', other: '{count} claims' }),
  compared: ({ claims, low, high, apart }: Record<'claims' | 'low' | 'high' | 'apart', string>) =>
    `${claims}, from ${low} to ${high} killed, ${apart} apart`,
  not: ({ claims }: { claims: string }) => `${claims}, none about the same people`,
} as const;

/** The claims of an incident in words, for those who do not see the dots. */
export function claimsSummary(incident: ListedClaims): string {
  const claims = SUMMARY.claims(incident.claims.length);
  const [widest] = incident.ranges;
  if (!widest) return SUMMARY.not({ claims });
  return SUMMARY.compared({
    claims,
    low: countText(widest.low),
    high: countText(widest.high),
    apart: apartText(incident),
  });
}

/** How far the claims are apart; nothing where none are compared. */
export function apartText(incident: Pick<ListedClaims, 'ranges'>): string {
  const difference = disagreementOf(incident);
  return difference === null ? '' : countText(difference);
}
