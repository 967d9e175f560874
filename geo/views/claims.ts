import { CLAIM_PARTIES, COUNTED_PEOPLE, type CountedPeople } from '../model/claim-kinds.ts';
import { ADDED_PEOPLE } from '../model/counted-people.ts';
import { visibleRows } from '../store/count.ts';
import { meets } from '../time/window.ts';
import type { ClaimedIncident, KilledClaim } from './claimed.ts';
import type { ViewContext } from './context.ts';
import type { FiguresTable } from './figures-table.ts';

/** Claims of one incident about the same people, which can be held against each other, and their lowest and highest figure. */
export interface ClaimRange extends Pick<KilledClaim, 'counted' | 'low' | 'high'> {
  claims: readonly KilledClaim[];
}

/** An incident as it is listed: with the claims that count whom is asked for. */
export interface ListedClaims extends ClaimedIncident {
  /** of at least two claims each, the widest first */
  ranges: readonly ClaimRange[];
}

/** What a party claims of those incidents that it speaks of: the sum of its lowest figures and that of its highest. */
export interface PartyTotal extends Pick<KilledClaim, 'party' | 'counted'> {
  /** `null` where nothing can be added */
  range: { low: number; high: number } | null;
  /** how many are added */
  incidents: number;
  /** incidents that are left out, as it gives figures of different people there */
  apart: number;
}

/** Who claims what. */
export interface Claims {
  /** those that disagree most first, those without anything to compare last */
  incidents: readonly ListedClaims[];
  totals: readonly PartyTotal[];
  /** incidents that pass filters and window */
  passing: number;
  /** those of them of which several claims are recorded */
  several: number;
  /** of how many incidents of the data several are, whatever passes */
  recorded: number;
}

export type ClaimsContext = Pick<ViewContext, 'store' | 'mask' | 'window' | 'claimed'> & {
  options: Pick<ViewContext['options'], 'claimsBy' | 'claimsOf'>;
};

/** Who claims what of the incidents that pass mask and window. */
export function claimsOf({ store, mask, window, options, claimed }: ClaimsContext): Claims {
  const { start, end } = store.columns;
  const recorded = claimed();
  const several = recorded.filter(({ row }) => mask[row] === 1 && meets(start[row], end[row], window));
  const incidents = several
    .map((incident) => listed(incident, options.claimsOf))
    .filter(({ claims }) => claims.some(({ party }) => options.claimsBy === null || party === options.claimsBy))
    .sort(byDisagreement);
  return {
    incidents,
    totals: totalsOf(incidents),
    passing: visibleRows(store, mask, window).length,
    several: several.length,
    recorded: recorded.length,
  };
}

function listed(incident: ClaimedIncident, asked: CountedPeople | null): ListedClaims {
  const claims = incident.claims.filter(({ counted }) => asked === null || counted === asked);
  return { ...incident, claims, ranges: rangesOf(claims) };
}

/** Claims that count the same people, in the same words, by what these are: those of one's own dead differ by whose they are. */
function samePeople({ counted, words, party }: KilledClaim): string | null {
  if (counted === 'part' || counted === 'early' || counted === 'unknown') return null;
  if (counted === 'all' || counted === 'but_attackers') return counted;
  return [counted, words, words?.startsWith('own ') ? party : ''].join('|');
}

function rangesOf(claims: readonly KilledClaim[]): ClaimRange[] {
  return [...grouped(claims, samePeople).values()]
    .filter(({ length }) => length > 1)
    .map((same): ClaimRange => ({ counted: same[0].counted, ...spanned(same), claims: same }))
    .sort(byWidth);
}

function byWidth(a: ClaimRange, b: ClaimRange): number {
  return b.high - b.low - (a.high - a.low) || a.low - b.low;
}

/** By the difference between the highest and the lowest figure; of equal ones the one of which it is more, then by first day. */
function byDisagreement(a: ListedClaims, b: ListedClaims): number {
  const [p, q] = [a.ranges.at(0), b.ranges.at(0)];
  if (p && q) return byWidth(p, q) || a.row - b.row;
  return Number(q !== undefined) - Number(p !== undefined) || a.row - b.row;
}

/** By party and who is counted, never across. */
function totalsOf(incidents: readonly ListedClaims[]): PartyTotal[] {
  const totals = new Map<string, PartyTotal>();
  for (const { claims } of incidents) {
    const added = claims.filter(({ counted }) => ADDED_PEOPLE.has(counted));
    for (const [key, own] of grouped(added, ({ party, counted }) => `${party}|${counted}`)) {
      const { party, counted } = own[0];
      const { range, incidents: count, apart } = totals.get(key) ?? { range: null, incidents: 0, apart: 0 };
      const isOne = new Set(own.map(samePeople)).size === 1;
      const { low, high } = spanned(own);
      totals.set(
        key,
        isOne
          ? {
              ...{ party, counted, incidents: count + 1, apart },
              range: { low: (range?.low ?? 0) + low, high: (range?.high ?? 0) + high },
            }
          : { party, counted, range, incidents: count, apart: apart + 1 },
      );
    }
  }
  return [...totals.values()].sort(byParty);
}

function byParty(a: PartyTotal, b: PartyTotal): number {
  const parties = CLAIM_PARTIES.indexOf(a.party) - CLAIM_PARTIES.indexOf(b.party);
  return parties || COUNTED_PEOPLE.indexOf(a.counted) - COUNTED_PEOPLE.indexOf(b.counted);
}

function spanned(claims: readonly KilledClaim[]): { low: number; high: number } {
  return {
    low: Math.min(...claims.map(({ low }) => low)),
    high: Math.max(...claims.map(({ high }) => high)),
  };
}

/** Those of one key together; those of none are left out. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The difference between the highest and the lowest figure about the same people; `null` where there are no two. */
export function disagreementOf({ ranges }: Pick<ListedClaims, 'ranges'>): number | null {
  const widest = ranges.at(0);
  return widest ? widest.high - widest.low : null;
}

const COLUMNS = [
  ...['row', 'incident', 'first_day', 'title', 'by', 'party', 'counted', 'words', 'killed', 'low', 'high', 'source'],
  ...['range_low', 'range_high', 'difference', 'incidents', 'left_out'],
] as const;

/** What a row has no figure for, as it is a row of another kind, or as nothing is to be compared. */
const NONE = '';

/** Who claims what as a table: a row for each claim in the order of the list, then one for each total of a party. */
export function claimsTable({ incidents, totals }: Claims): FiguresTable {
  const claims = incidents.flatMap((incident) => {
    const { id, start, title } = incident;
    return incident.claims.map((claim) => {
      const range = incident.ranges.find(({ claims }) => claims.includes(claim));
      return [
        ...['claim', id, start, title, claim.by, claim.party, claim.counted, claim.words ?? NONE],
        ...[claim.killed, claim.low, claim.high, claim.source?.publisher ?? null],
        ...(range ? [range.low, range.high, range.high - range.low] : [NONE, NONE, NONE]),
        ...[NONE, NONE],
      ];
    });
  });
  const sums = totals.map(({ party, counted, range, incidents: count, apart }) => [
    ...['total', NONE, NONE, NONE, NONE, party, counted, NONE, NONE],
    ...[range?.low ?? null, range?.high ?? null],
    ...[NONE, NONE, NONE, NONE, count, apart],
  ]);
  return { columns: COLUMNS, rows: [...claims, ...sums] };
}
