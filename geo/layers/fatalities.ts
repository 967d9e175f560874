import { claimedRange, countsAsEstimate } from '../model/counted-people.ts';
import type { Claim, IncidentType } from '../model/incident.ts';
import { readCount, readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

/** A claim of an incident whose figure counts other people, places or days than the incident's own figure. */
export interface ApartClaim {
  /** The claim's place in the cell, from 1. */
  claim: number;
  by: string;
  killed: number;
  /** What the figure counts: `soldiers only`, `includes attackers`. */
  counts: string;
  line: number;
}

/** The claims that stand apart, by incident. */
export type ApartClaims = ReadonlyMap<string, readonly ApartClaim[]>;

/** Deaths as read: the estimate, and the lowest and highest figure for the same people. */
export interface DeathsRecorded {
  best: number | null;
  low: number | null;
  high: number | null;
}

const COLUMNS = ['id', 'claim', 'by', 'killed', 'counts'] as const;
type FatalityColumn = (typeof COLUMNS)[number];

/** The table of claims that stand apart. Throws a `SourceError` for a count that is none. */
export function readApartClaims(text: string, file: string): ApartClaims {
  const apart = new Map<string, ApartClaim[]>();
  for (const row of readCsvTable(text, file, COLUMNS)) {
    const { id, by, counts } = row.cells;
    const claim = readKnownCount(row, file, 'claim');
    const killed = readKnownCount(row, file, 'killed');
    apart.set(id, [...(apart.get(id) ?? []), { claim, by, killed, counts, line: row.line }]);
  }
  return apart;
}

function readKnownCount(row: TableRow<FatalityColumn>, file: string, column: FatalityColumn): number {
  const count = readCount(row, file, column);
  if (count !== null) return count;
  throw refuseIn(file)(row, column, 'is empty', 'Give a whole number.');
}

/**
 * The estimate with the lowest and highest figure that was reported for the same people: over the estimate and the
 * claims that count as it does, with the range that a UCDP note gives. All are `null` where the estimate is not known,
 * for then nothing says whom the claims would have to count. Left out, since they count other people, are the claims that
 * stand apart, and what UCDP counts of an attack together with its attackers.
 */
export function deathsOf(best: number | null, type: IncidentType, claims: readonly Claim[]): DeathsRecorded {
  if (best === null) return { best, low: null, high: null };
  const figures = claims.flatMap((claim) => {
    const range = countsAsEstimate(claim, { type, best }) ? claimedRange(claim) : null;
    return range ? [range.low, range.high] : [];
  });
  const all = [best, ...figures];
  return { best, low: Math.min(...all), high: Math.max(...all) };
}
