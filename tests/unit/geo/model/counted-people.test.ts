import type { CountedPeople } from '../../../../geo/model/claim-kinds.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AllDetails, Brief } from '../../../../geo/model/brief.ts';
import { claimedRange, countedBy, countsAsEstimate } from '../../../../geo/model/counted-people.ts';
import type { Claim } from '../../../../geo/model/incident.ts';

const claim = (change: Partial<Claim>): Claim => ({ by: 'ISPR', killed: 4, injured: null, note: '', ...change });
const attack = { type: 'ambush', best: 4 } as const;
const strike = { type: 'airstrike', best: 4 } as const;

test.each<[string, CountedPeople]>([
  ['includes attackers', 'all'],
  ['includes attackers and other attacks', 'part'],
  ['soldiers only', 'forces'],
  ['Pakistani soldiers only', 'forces'],
  ['security forces only', 'forces'],
  ['soldiers only, other places', 'part'],
  ['militants only', 'fighters'],
  ['Taliban fighters only', 'fighters'],
  ['Afghan fighters, since the start', 'part'],
  ['civilians only', 'civilians'],
  ['civilians on the Pakistani side only', 'civilians'],
  ['own dead only', 'one_side'],
  ['Afghan side only', 'one_side'],
  ['first count', 'early'],
  ['up to 9 October only', 'early'],
  ['students only, up to 8 July', 'part'],
  ['Spera only', 'part'],
])('%s: %s', (counts, people) => {
  expect(countedBy(claim({ counts }), attack)).toBe(people);
  expect(countsAsEstimate(claim({ counts }), attack)).toBe(false);
});

test('of an attack the attackers are left out, but by UCDP where its figure is another', () => {
  expect(countedBy(claim({}), attack)).toBe('but_attackers');
  expect(countedBy(claim({}), strike)).toBe('all');
  const ucdp = claim({ by: 'UCDP GED', killed: 9, note: 'range 9-9; side A 4, side B 5, civilians 0, unknown 0' });
  expect(countedBy(ucdp, attack)).toBe('all');
  expect(countsAsEstimate(ucdp, attack)).toBe(false);
  expect(countedBy({ ...ucdp, killed: 4 }, attack)).toBe('but_attackers');
  const none = { ...ucdp, note: 'range 9-9; side A 9, side B 0, civilians 0, unknown 0' };
  expect(countedBy(none, attack)).toBe('but_attackers');
  expect(countedBy(ucdp, strike)).toBe('all');
});

test('where the incident has no figure nothing tells who is counted', () => {
  expect(countedBy(claim({}), { type: 'ambush', best: null })).toBe('unknown');
  expect(countedBy(claim({ counts: 'soldiers only' }), { type: 'ambush', best: null })).toBe('forces');
});

test('the range of a claim is its figure, or what UCDP notes', () => {
  expect(claimedRange(claim({ killed: null }))).toBeNull();
  expect(claimedRange(claim({ killed: 0 }))).toEqual({ low: 0, high: 0 });
  expect(claimedRange(claim({ by: 'UCDP GED', killed: 60, note: 'range 58-184; side A 19' }))).toEqual({
    low: 58,
    high: 184,
  });
  expect(claimedRange(claim({ killed: 60, note: 'range 58-184' }))).toEqual({ low: 60, high: 60 });
});

test('the claims that count as the estimate does span the range of each of our own incidents', () => {
  const details = JSON.parse(readFileSync('public/layers/incident-details.json', 'utf8')) as AllDetails;
  const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Brief[] };
  let apart = 0;
  for (const { properties } of features) {
    const { id, type, fatalities } = properties;
    const { best, low, high } = fatalities;
    const { claims } = details[id];
    apart += claims.filter(({ counts }) => counts !== undefined).length;
    const same = claims.filter((one) => countsAsEstimate(one, { type, best }));
    if (best === null) {
      expect(same).toEqual([]);
      continue;
    }
    const ranges = same.map(claimedRange).filter((range) => range !== null);
    expect([id, low, high]).toEqual([
      id,
      Math.min(best, ...ranges.map((range) => range.low)),
      Math.max(best, ...ranges.map((range) => range.high)),
    ]);
  }
  expect(apart).toBe(104);
});
