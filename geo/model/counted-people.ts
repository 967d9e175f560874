import type { CountedPeople } from './claim-kinds.ts';
import { ATTACK_TYPES, type Claim, type IncidentType } from './incident.ts';

/** Those of which two figures may differ about the same people, and of which figures of several incidents can be added. */
export const ADDED_PEOPLE: ReadonlySet<CountedPeople> = new Set([
  'all',
  'but_attackers',
  'civilians',
  'forces',
  'fighters',
]);

/** What of an incident says whom its own figure counts; `best` is `null` where there is none. */
interface CountedIncident {
  type: IncidentType;
  best: number | null;
}

/** By the words of the table of claims that stand apart; other words are of a part. */
const BY_WORDS: readonly (readonly [CountedPeople, RegExp])[] = [
  ['all', /^includes attackers$/],
  ['early', /^(?:first|earlier) count$|^first hours$|^up to [^,]+ only$/],
  ['civilians', /^(?:\S+ )?civilians only$|^civilians on the \S+ side only$/],
  ['forces', /^(?:\S+ )?soldiers only$|^security forces only$/],
  ['fighters', /^(?:\S+ )?(?:fighters|militants) only$/],
  ['one_side', /^\S+ (?:dead|side) only$/],
];

const UCDP_RANGE = /\brange (\d{1,9})-(\d{1,9})\b/;
const NO_ATTACKER_KILLED = /\bside B 0\b.*\bunknown 0\b/;

/** Who is counted by a claim of an incident. */
export function countedBy(claim: Claim, incident: CountedIncident): CountedPeople {
  const { counts } = claim;
  if (counts !== undefined) return BY_WORDS.find(([, words]) => words.test(counts))?.[0] ?? 'part';
  if (incident.best === null) return 'unknown';
  return ATTACK_TYPES.has(incident.type) && !countsAttackersToo(claim, incident) ? 'but_attackers' : 'all';
}

/** Whether a claim counts the same people as the incident's own figure. */
export function countsAsEstimate(claim: Claim, incident: CountedIncident): boolean {
  return claim.counts === undefined && incident.best !== null && !countsAttackersToo(claim, incident);
}

/** UCDP counts attackers: of an attack its figure is of more people where it is another, unless its note shows that no attacker died. */
function countsAttackersToo({ by, killed, note }: Claim, { type, best }: CountedIncident): boolean {
  return ATTACK_TYPES.has(type) && isUcdp(by) && killed !== best && !NO_ATTACKER_KILLED.test(note);
}

function isUcdp(by: string): boolean {
  return by.startsWith('UCDP');
}

/** The lowest and highest number of killed in a claim: its figure, and the range that a UCDP note gives; `null` where it has no figure. */
export function claimedRange({ by, killed, note }: Claim): { low: number; high: number } | null {
  if (killed === null) return null;
  const range = isUcdp(by) ? UCDP_RANGE.exec(note) : null;
  const figures = range ? [killed, Number(range[1]), Number(range[2])] : [killed];
  return { low: Math.min(...figures), high: Math.max(...figures) };
}
