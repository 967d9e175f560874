import {
  CLAIM_PARTIES,
  type ClaimParty,
  COUNTED_PEOPLE,
  type CountedPeople,
} from '../../../../geo/model/claim-kinds.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDED_PEOPLE } from '../../../../geo/model/counted-people.ts';
import { parseDay } from '../../../../geo/model/day.ts';
import type { Claim, IncidentProperties } from '../../../../geo/model/incident.ts';
import { atOnce } from '../../../../geo/next-task.ts';
import { createStore, type Store } from '../../../../geo/store/store.ts';
import type { Window } from '../../../../geo/time/window.ts';
import { claimedIncidents } from '../../../../geo/views/claimed.ts';
import { claimsOf, claimsTable, disagreementOf } from '../../../../geo/views/claims.ts';
import { incident } from '../store/made-incidents.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const claim = (by: string, killed: number | null, more: Partial<Claim> = {}): Claim => ({
  ...{ by, killed, injured: null, note: '' },
  ...more,
});
const dead = (best: number | null) => ({ best, low: best, high: best });
const source = (publisher: string) => ({ publisher, title: null, year: 2025, url: null, record: null });

/** Told by hand below. */
const FOUR: (Partial<IncidentProperties> & { id: string })[] = [
  {
    id: 'A',
    start: '2025-01-01',
    end: '2025-01-02',
    fatalities: dead(16),
    sources: [source('Dawn'), source('UCDP')],
    claims: [
      claim('ISPR', 16),
      claim('TTP', 35),
      claim('Police (Dawn)', 15),
      claim('UCDP GED', 24, { note: 'range 20-30; side A 16, side B 8, civilians 0, unknown 0' }),
      claim('ISPR', 8, { counts: 'militants only' }),
      claim('Press (Dawn)', null),
    ],
  },
  {
    id: 'B',
    type: 'armed_clash',
    country: 'AF',
    start: '2025-01-05',
    end: '2025-01-05',
    fatalities: dead(32),
    claims: [
      claim('Islamic Emirate', 58, { counts: 'Pakistani soldiers only' }),
      claim('ISPR', 23, { counts: 'Pakistani soldiers only' }),
      claim('ISPR', 200, { counts: 'fighters only' }),
      claim('Islamic Emirate', 9, { counts: 'own soldiers only' }),
    ],
  },
  // nothing that can be held against another
  {
    id: 'C',
    start: '2025-01-07',
    end: '2025-01-07',
    fatalities: dead(5),
    claims: [claim('Police', 5), claim('Police', 3, { counts: 'first count' })],
  },
  // one figure alone
  {
    id: 'D',
    start: '2025-01-08',
    end: '2025-01-08',
    fatalities: dead(1),
    claims: [claim('ISPR', 1), claim('TTP', null)],
  },
  // whom they count is not recorded
  { id: 'E', start: '2025-02-01', end: '2025-02-01', claims: [claim('ISPR', 1), claim('TTP', 50)] },
];

const JANUARY: Window = { start: day('2025-01-01'), end: day('2025-01-31') };
const ALL: Window = { start: day('2025-01-01'), end: day('2025-12-31') };

function asked(store: Store, options: { claimsBy?: ClaimParty; claimsOf?: CountedPeople } = {}, window = ALL) {
  const recorded = atOnce(claimedIncidents(store, () => true));
  return claimsOf({
    ...{ store, window, mask: new Uint8Array(store.size).fill(1), claimed: () => recorded },
    options: { claimsBy: null, claimsOf: null, ...options },
  });
}
const four = createStore(FOUR.map(incident));
const listed = (...args: [options?: Parameters<typeof asked>[1], window?: Window]) =>
  asked(four, ...args).incidents.map(({ id }) => id);

describe('who claims what', () => {
  it('lists incidents with several figures, those that disagree most first, those without a comparison last', () => {
    const { incidents, passing, several, recorded } = asked(four);
    expect([passing, several, recorded]).toEqual([5, 4, 4]);
    // B: 58 against 23 soldiers; A: 35 against 15
    expect(incidents.map((one) => [one.id, disagreementOf(one)])).toEqual([
      ['B', 35],
      ['A', 20],
      ['C', null],
      ['E', null],
    ]);
    const [, a] = incidents;
    expect(a.ranges.map(({ counted, low, high, claims }) => [counted, low, high, claims.map(({ by }) => by)])).toEqual([
      ['but_attackers', 15, 35, ['ISPR', 'TTP', 'Police (Dawn)']],
    ]);
    expect(a.claims.map(({ party, counted, low, high }) => [party, counted, low, high])).toEqual([
      ['pakistan', 'but_attackers', 16, 16],
      ['ttp', 'but_attackers', 35, 35],
      ['pakistan', 'but_attackers', 15, 15],
      ['dataset', 'all', 20, 30],
      ['pakistan', 'fighters', 8, 8],
    ]);
  });

  it('says which source made a claim where that is known', () => {
    const { incidents } = asked(four);
    expect(incidents[1].claims.map((one) => one.source?.publisher ?? null)).toEqual([null, null, 'Dawn', 'UCDP', null]);
  });

  it('adds up the lowest and the highest of each party, each kind of people by itself', () => {
    const totals = asked(four).totals.map(({ party, counted, range, incidents, apart }) => [
      ...[party, counted, range?.low, range?.high, incidents, apart],
    ]);
    expect(totals).toEqual([
      // A from 15 to 16, and C's 5: its first count is not added
      ['pakistan', 'but_attackers', 20, 21, 2, 0],
      ['pakistan', 'forces', 23, 23, 1, 0],
      ['pakistan', 'fighters', 208, 208, 2, 0],
      // of B the Emirate counts two sides' soldiers
      ['emirate', 'forces', undefined, undefined, 0, 1],
      ['ttp', 'but_attackers', 35, 35, 1, 0],
      ['dataset', 'all', 20, 30, 1, 0],
    ]);
  });

  it('keeps to the window, to the incidents of a party, and to claims of some people', () => {
    expect(listed({}, JANUARY)).toEqual(['B', 'A', 'C']);
    expect(listed({ claimsBy: 'ttp' })).toEqual(['A', 'E']);
    expect(listed({ claimsOf: 'fighters' })).toEqual(['A', 'B']);
    expect(listed({ claimsBy: 'ttp', claimsOf: 'fighters' })).toEqual([]);
    expect(listed({ claimsBy: 'aid' })).toEqual([]);
    expect(listed({}, { start: day('2025-01-02'), end: day('2025-01-02') })).toEqual(['A']);
    const fighters = asked(four, { claimsOf: 'fighters' }).incidents[0];
    expect(fighters.claims.map(({ killed }) => killed)).toEqual([8]);
  });

  it('of one incident, of none, of no claims and of unknown figures has no number made up', () => {
    for (const some of [
      [],
      [FOUR[3]],
      [{ id: 'X' }],
      [{ id: 'Y', claims: [claim('ISPR', null), claim('TTP', null)] }],
    ]) {
      const claims = asked(createStore(some.map(incident)));
      expect(claims).toMatchObject({ incidents: [], totals: [], several: 0, recorded: 0, passing: some.length });
      expect(claimsTable(claims).rows).toEqual([]);
    }
    const { incidents, totals } = asked(createStore([incident(FOUR[4])]));
    expect([incidents.map(disagreementOf), totals]).toEqual([[null], []]);
  });

  it('has a row for each claim and each total in its table', () => {
    const { columns, rows } = claimsTable(asked(four));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([columns.length]));
    const named = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
    expect(named).toHaveLength(13 + 6);
    expect(named[0]).toMatchObject({
      row: 'claim',
      incident: 'B',
      by: 'Islamic Emirate',
      range_low: 23,
      difference: 35,
    });
    expect(named[7]).toMatchObject({ by: 'UCDP GED', killed: 24, low: 20, high: 30, source: 'UCDP', difference: '' });
    expect(named.at(-3)).toMatchObject({ row: 'total', party: 'emirate', low: null, incidents: 0, left_out: 1 });
  });

  it('reads only the rows of datasets that may hold claims', () => {
    expect(atOnce(claimedIncidents(four, () => false))).toEqual([]);
  });

  it('is what brute force gives, of any claims', () => {
    const anyClaim = fc.record(
      {
        by: fc.constantFrom('ISPR', 'TTP', 'UNAMA', 'UCDP GED', 'Residents', 'Mediators'),
        killed: fc.option(fc.nat(40), { nil: null }),
        injured: fc.constant(null),
        note: fc.constantFrom('', 'range 3-50; side B 2, unknown 0'),
        counts: fc.constantFrom(
          'soldiers only',
          'own soldiers only',
          'first count',
          'Kunar only',
          'includes attackers',
        ),
      },
      { requiredKeys: ['by', 'killed', 'injured', 'note'] },
    );
    const anyIncident = fc.record({
      type: fc.constantFrom('ambush' as const, 'airstrike' as const),
      best: fc.option(fc.nat(40), { nil: null }),
      claims: fc.array(anyClaim, { maxLength: 6 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const options = fc.record({
      claimsBy: fc.option(fc.constantFrom(...CLAIM_PARTIES), { nil: null, freq: 1 }),
      claimsOf: fc.option(fc.constantFrom(...COUNTED_PEOPLE), { nil: null, freq: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyIncident, { maxLength: 12 }),
        options,
        fc.integer({ min: 1, max: 28 }),
        (rows, chosen, last) => {
          const made = rows.map(({ type, best, claims, day: at }, i) => {
            const start = `2025-03-${String(at).padStart(2, '0')}`;
            return incident({ id: `I${i}`, type, claims, start, end: start, fatalities: dead(best) });
          });
          const store = createStore(made);
          const mask = Uint8Array.from({ length: store.size }, (_, row) => Number(row % 3 !== 1));
          const recorded = atOnce(claimedIncidents(store, () => true));
          const window = { start: day('2025-03-01'), end: day('2025-03-01') + last - 1 };
          const { incidents, totals } = claimsOf({ store, mask, window, options: chosen, claimed: () => recorded });

          const expected = recorded.filter(
            ({ row, claims }) =>
              mask[row] === 1 &&
              store.columns.start[row] <= window.end &&
              claims.some(
                ({ party, counted }) =>
                  (chosen.claimsBy === null || party === chosen.claimsBy) &&
                  (chosen.claimsOf === null || counted === chosen.claimsOf),
              ),
          );
          expect(incidents.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected.map(({ row }) => row));
          // every two claims about the same people, of which the widest apart decide
          const widest = incidents.map(({ claims }) => {
            const gaps = claims.flatMap((a, i) =>
              claims.slice(i + 1).flatMap((b) => {
                const isSame =
                  a.counted === b.counted &&
                  !['part', 'early', 'unknown'].includes(a.counted) &&
                  (a.counted !== 'forces' ||
                    (a.words === b.words && (a.words === 'soldiers only' || a.party === b.party)));
                return isSame ? [Math.max(a.high, b.high) - Math.min(a.low, b.low)] : [];
              }),
            );
            return gaps.length > 0 ? Math.max(...gaps) : null;
          });
          expect(incidents.map(disagreementOf)).toEqual(widest);
          const order = widest.map((gap) => gap ?? -1);
          expect(order).toEqual([...order].sort((a, b) => b - a));
          for (const { party, counted, range, incidents: count, apart } of totals) {
            expect(ADDED_PEOPLE.has(counted)).toBe(true);
            const spoken = incidents
              .map(({ claims }) => claims.filter((one) => one.party === party && one.counted === counted))
              .filter(({ length }) => length > 0);
            const added = spoken.filter(
              (own) => new Set(own.map(({ words }) => (counted === 'forces' ? words : ''))).size === 1,
            );
            expect([count, apart]).toEqual([added.length, spoken.length - added.length]);
            const sum = (of: (own: (typeof spoken)[number]) => number) => added.reduce((all, own) => all + of(own), 0);
            expect(range).toEqual(
              added.length === 0
                ? null
                : {
                    low: sum((own) => Math.min(...own.map(({ low }) => low))),
                    high: sum((own) => Math.max(...own.map(({ high }) => high))),
                  },
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
