import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { WRITERS } from '../../../../geo/export/writers.ts';
import { incident } from '../store/made-incidents.ts';

test('how a file was made stands in a column with a name of its own, once', () => {
  const { head, line, end } = WRITERS.csv;
  const provenance = { made: '2026-11-23T03:00:00Z', shown: 'a, "b"', datasets: [], attribution: ['© somebody'] };
  const dataset = { name: 'mine', licence: 'MIT' };
  const rows = ['A', 'B'].map((id, i) => line({ incident: incident({ id }), dataset }, i === 0, provenance));
  const { data, meta } = Papa.parse<Record<string, string>>((head(provenance) + rows.join('') + end).trim(), {
    header: true,
  });
  expect(meta.fields?.slice(-3)).toEqual(['dataset', 'licence', 'provenance']);
  expect(meta.fields?.every((name) => /^\w+$/.test(name))).toBe(true);
  expect(data.map(({ provenance: cell }) => cell)).toEqual([
    'Exported from Durand Map on 2026-11-23T03:00:00Z. What was shown: a, "b". © somebody',
    '',
  ]);
});
