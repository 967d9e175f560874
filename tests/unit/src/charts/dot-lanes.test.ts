import { CLAIM_PARTIES } from '../../../../geo/model/claim-kinds.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KilledClaim } from '../../../../geo/views/claimed.ts';
import { claimMark } from '../../../../src/charts/claim-marks.ts';
import { dotLanes, dotRows, rootScale, rootTicks } from '../../../../src/charts/dot-lanes.ts';

const claim = (killed: number): KilledClaim => ({
  ...{ by: 'ISPR', note: '', party: 'pakistan', killed, low: killed, high: killed },
  ...{ counted: 'all', words: null, source: null },
});

test('has a line for each comparison, and one for the rest where there is any', () => {
  const [a, b, c] = [1, 5, 9].map(claim);
  const range = { counted: 'all', low: 1, high: 5, claims: [a, b] } as const;
  expect(dotLanes({ claims: [a, b, c], ranges: [range] })).toEqual([
    { range, claims: [a, b] },
    { range: null, claims: [c] },
  ]);
  expect(dotLanes({ claims: [a, b], ranges: [range] })).toHaveLength(1);
  expect(dotLanes({ claims: [c], ranges: [] })).toEqual([{ range: null, claims: [c] }]);
});

test('the scale is of square roots, between its edges, without data too', () => {
  const x = rootScale(100, 220, 10);
  expect([0, 25, 100].map(x)).toEqual([10, 110, 210]);
  expect(rootScale(0, 220, 10)(0)).toBe(10);
  expect(rootScale(100, 0, 10)(100)).toBe(10);
});

test('ticks begin at 0 and keep apart', () => {
  expect(rootTicks(100, rootScale(100, 220, 10), 30)).toEqual([0, 5, 25, 50, 100]);
  expect(rootTicks(3000, (figure) => figure, 1)).toEqual([0, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]);
});

test('no dot covers another of its row, and none stands in a row without need', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 20 }), (places) => {
      const rows = dotRows(places, 11);
      for (let i = 0; i < places.length; i++)
        for (let j = 0; j < i; j++)
          if (rows[i] === rows[j]) expect(Math.abs(places[i] - places[j])).toBeGreaterThanOrEqual(11);
      const crowd = Math.max(0, ...places.map((at) => places.filter((other) => other <= at && other > at - 11).length));
      expect(Math.max(-1, ...rows) + 1).toBe(crowd);
    }),
  );
});

test('each party has a mark of its own without its colour', () => {
  const marks = CLAIM_PARTIES.map(claimMark).map(({ outline, isOpen }) => `${outline} ${isOpen}`);
  expect(new Set(marks).size).toBe(CLAIM_PARTIES.length);
});
