import type { ClaimParty, CountedPeople } from '../model/claim-kinds.ts';
import { partyOfClaim } from '../model/claim-parties.ts';
import { sourceOfClaim } from '../model/claim-source.ts';
import { claimedRange, countedBy } from '../model/counted-people.ts';
import type { Claim, Incident, Source } from '../model/incident.ts';
import type { Store } from '../store/store.ts';

/** A claim of the killed. */
export interface KilledClaim extends Pick<Claim, 'by' | 'note'> {
  party: ClaimParty;
  killed: number;
  /** with the range that it has itself; else both are `killed` */
  low: number;
  high: number;
  counted: CountedPeople;
  /** whom, where or when it counts in the words of the record; `null` where that is as the incident's own figure */
  words: string | null;
  /** `null` where it is not recorded which one it was taken from */
  source: Source | null;
}

/** An incident of which several claims of the killed are recorded. */
export interface ClaimedIncident extends Pick<Incident['properties'], 'id' | 'title' | 'start'> {
  row: number;
  claims: readonly KilledClaim[];
}

/** So many rows are read in one go. */
const ROWS_AT_ONCE = 256;

/**
 * The incidents of a store of which several claims of the killed are recorded. `mayHold` says of a dataset whether its rows
 * can have any: others are not read. A generator that rests now and then, so that a page can answer in between.
 */
export function* claimedIncidents(
  store: Store,
  mayHold: (dataset: number) => boolean,
): Generator<undefined, readonly ClaimedIncident[]> {
  const { dataset } = store.columns;
  const found: ClaimedIncident[] = [];
  for (let row = 0; row < store.size; row++) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    if (!mayHold(dataset[row])) continue;
    const { properties } = store.row(row);
    const claims = properties.claims.flatMap((claim) => killedClaim(claim, properties));
    const { id, title, start } = properties;
    if (claims.length > 1) found.push({ row, id, title, start, claims });
  }
  return found;
}

function killedClaim(claim: Claim, properties: Incident['properties']): KilledClaim[] {
  const { by, killed, note, counts = null } = claim;
  const range = claimedRange(claim);
  if (killed === null || range === null) return [];
  const { type, fatalities, sources } = properties;
  return [
    {
      ...{ by, note, killed, ...range },
      party: partyOfClaim(by, properties),
      counted: countedBy(claim, { type, best: fatalities.best }),
      words: counts,
      source: sourceOfClaim(claim, sources),
    },
  ];
}
