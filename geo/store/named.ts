import { ACTOR_SIDES, type ActorSide } from '../model/incident.ts';
import { perStore } from './per-store.ts';
import { added, NO_TALLY, tallyOf, totalOf, type RowCells, type Sums, type Tally } from './sums.ts';

/** Who is named in the incidents of a store: the names, and for each code of `words.actors` which of them. */
export interface ActorNames {
  names: readonly string[];
  /** indexes in `names` */
  ofCode: readonly (readonly number[])[];
}

/** Names and the words that they are recorded with take turns, see rows.ts. */
export const actorNames = perStore(({ words: { actors } }): ActorNames => {
  const places = new Map<string, number>();
  const ofCode = actors.list.map((text) => {
    const named = new Set(text.split('\n').filter((name, i) => i % 2 === 0 && name !== ''));
    return [...named].map((name) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    });
  });
  return { names: [...places.keys()], ofCode };
});

/** The rows by who is named in them: cells are the codes of `words.actors`. */
export const actorCells = perStore(({ words: { actors } }): RowCells => ({
  count: actors.list.length,
  of: Int32Array.from(actors.codes),
}));

/** For each of the store's names, of the sums over `actorCells`: the incidents that name it. */
export function countNames({ names, ofCode }: ActorNames, incidents: ArrayLike<number>): Uint32Array {
  const counts = new Uint32Array(names.length);
  ofCode.forEach((places, code) => {
    for (const place of places) counts[place] += incidents[code];
  });
  return counts;
}

/** Tells of a code of `words.actors` whether it names any of these. */
export function createNaming({ names, ofCode }: ActorNames, wanted: readonly string[]): (code: number) => boolean {
  const isWanted = Uint8Array.from(names, (name) => (wanted.includes(name) ? 1 : 0));
  return (code) => ofCode[code].some((place) => isWanted[place]);
}

/** Of the sums over `actorCells`: the incidents that name any of these, each once. */
export function tallyNamed(names: ActorNames, sums: Sums, wanted: readonly string[]): Tally {
  return tallyOfCells(sums, createNaming(names, wanted));
}

/** The rows by the sides that take part: cells are these as bits, bit `i` for ACTOR_SIDES[i]. */
export const sideCells = perStore(({ columns: { sides } }): RowCells => ({
  count: 1 << ACTOR_SIDES.length,
  of: Int32Array.from(sides),
}));

/** Of the sums over `sideCells`: the incidents in which a side takes part. */
export function tallyOfSide(sums: Sums, side: ActorSide): Tally {
  return tallyOfCells(sums, (bits) => ((bits >> ACTOR_SIDES.indexOf(side)) & 1) === 1);
}

function tallyOfCells(sums: Sums, isOf: (cell: number) => boolean): Tally {
  let tally = NO_TALLY;
  for (let cell = 0; cell < sums.incidents.length; cell++)
    if (sums.incidents[cell] > 0 && isOf(cell)) tally = added(tally, tallyOf(totalOf(sums, cell, cell + 1)));
  return tally;
}
