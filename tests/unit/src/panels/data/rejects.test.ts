import { expect, it } from 'vitest';
import { finding } from '../../../../../geo/formats/finding.ts';
import { duplicateFinding, duplicateRowFinding } from '../../../../../geo/formats/plausible.ts';
import { createRejects } from '../../../../../geo/import/rejects.ts';
import type { Finding } from '../../../../../geo/model/findings.ts';
import { isAllThere } from '../../../../../src/panels/data/rejects.ts';

function report(accepted: number, ...findings: Finding[]) {
  const { add, finish } = createRejects();
  for (const found of findings) add({ ...found, line: 2, raw: 'x' });
  return { accepted, rejects: finish() };
}

it('nothing is new where every row is there already, and for no other reason', () => {
  const twice = [duplicateFinding('a'), duplicateFinding('b')];
  expect(isAllThere(report(0, ...twice))).toBe(true);
  expect(isAllThere(report(0, ...twice, duplicateRowFinding()))).toBe(true);
  expect(isAllThere(report(1, ...twice))).toBe(false);
  expect(isAllThere(report(0, ...twice, finding('start', 'soon', 'not-date')))).toBe(false);
  expect(isAllThere(report(0, finding('start', 'soon', 'not-date')))).toBe(false);
  expect(isAllThere(report(0))).toBe(false);
});
