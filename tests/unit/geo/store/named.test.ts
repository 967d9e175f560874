import { expect, test } from 'vitest';
import type { ActorSide } from '../../../../geo/model/incident.ts';
import { actorCells, actorNames, countNames, sideCells, tallyNamed, tallyOfSide } from '../../../../geo/store/named.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { tallyBy } from '../../../../geo/store/tally.ts';
import { incident } from './made-incidents.ts';

const actor = (name: string, side: ActorSide, recorded = name) => ({
  ...{ name, side, recorded, attribution: 'stated' as const, by: null, party: 1 as const },
});
const killed = (best: number | null) => ({ best, low: best, high: best });
const store = createStore([
  incident({
    id: 'A',
    fatalities: killed(3),
    actors: [actor('Army', 'pakistan'), actor('TTP', 'ttp', 'the TTP\nso it says')],
  }),
  incident({
    id: 'B',
    fatalities: killed(5),
    actors: [actor('TTP', 'ttp'), actor('Jamaat', 'ttp'), actor('TTP', 'ttp', 'TTP?')],
  }),
  incident({ id: 'C', fatalities: killed(null), actors: [actor('Army', 'pakistan')] }),
  incident({ id: 'D', fatalities: killed(7), actors: [] }),
]);
const ALL = { start: -1e6, end: 1e6 };
const all = new Uint8Array(store.size).fill(1);
const byActors = tallyBy(store, all, actorCells(store))(ALL);
const bySides = tallyBy(store, all, sideCells(store))(ALL);

test('names are told from the words that they are recorded with', () => {
  expect(actorNames(store).names.toSorted()).toEqual(['Army', 'Jamaat', 'TTP']);
  const counts = countNames(actorNames(store), byActors.incidents);
  expect(Object.fromEntries(actorNames(store).names.map((name, i) => [name, counts[i]]))).toEqual({
    ...{ Army: 2, Jamaat: 1, TTP: 2 },
  });
});

test('an incident that names several of those that are asked for counts once', () => {
  const tally = (...names: string[]) => tallyNamed(actorNames(store), byActors, names);
  expect(tally('TTP', 'Jamaat')).toMatchObject({ incidents: 2, deaths: 8, deathsUnknown: 0 });
  expect(tally('Jamaat')).toMatchObject({ incidents: 1, deaths: 5 });
  expect(tally('Army')).toMatchObject({ incidents: 2, deaths: 3, deathsUnknown: 1 });
  expect(tally()).toMatchObject({ incidents: 0, deaths: 0 });
  expect(tally('so it says')).toMatchObject({ incidents: 0 });
});

test('an incident counts for each side that takes part', () => {
  expect(tallyOfSide(bySides, 'pakistan')).toMatchObject({ incidents: 2, deaths: 3, deathsUnknown: 1 });
  expect(tallyOfSide(bySides, 'ttp')).toMatchObject({ incidents: 2, deaths: 8 });
  expect(tallyOfSide(bySides, 'emirate')).toMatchObject({ incidents: 0 });
});
