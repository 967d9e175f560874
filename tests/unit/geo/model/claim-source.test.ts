import { expect, test } from 'vitest';
import type { Source } from '../../../../geo/model/incident.ts';
import { sourceOfClaim } from '../../../../geo/model/claim-source.ts';

const source = (publisher: string): Source => ({ publisher, title: null, year: 2025, url: null, record: null });
const [dawn, ucdp, nation] = ['Dawn', 'UCDP', 'The Nation (Lahore)'].map(source);

test.each([
  ['ISPR', [dawn], dawn],
  ['UCDP GED', [ucdp, dawn], ucdp],
  ['Officials (Dawn)', [ucdp, dawn, nation], dawn],
  ['Police (The Nation)', [nation, dawn], nation],
  // two that could be it, none that is named, a part of a word
  ['Dawn, UCDP', [dawn, ucdp], null],
  ['ISPR', [dawn, ucdp], null],
  ['Dawnbreak News', [dawn, ucdp], null],
  ['ISPR', [], null],
])('the claim of %s among sources', (by, sources, expected) => {
  expect(sourceOfClaim({ by }, sources)).toEqual(expected);
});
