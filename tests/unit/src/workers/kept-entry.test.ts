import { expect, it } from 'vitest';
import { flawInEntry, flawInReasons } from '../../../../src/workers/kept-entry.ts';
import { listOf, type KeptDataset } from '../../../../src/workers/kept-list.ts';

const REASON = { field: 'date', value: '2024-13-01', code: 'not-date', params: {}, rows: 1, line: 3 };
const REPORT = {
  ...{ read: 3, accepted: 2, rejected: 1, file: 'a.csv', format: 'table' },
  layout: { format: 'table', header: ['id', 'date'], delimiter: ',', mapping: null },
  notes: [{ code: 'header-line', params: { line: 2 } }],
  warnings: [REASON],
  columns: [
    { name: 'id', taken: ['id'], maybe: null },
    { name: 'Tote', taken: [], maybe: 'best' },
  ],
};
const entry = (report: object) =>
  ({ ...{ id: 'a', name: 'A', licence: '', on: true }, report }) as unknown as KeptDataset;

it('an entry as it was written is taken', () => {
  expect(flawInEntry(entry(REPORT), true)).toBe(null);
  expect(flawInReasons([REASON])).toBe(null);
});

it('any part of a report that is missing or of another type is named', () => {
  for (const name of Object.keys(REPORT)) {
    const lacking = Object.fromEntries(Object.entries(REPORT).filter(([key]) => key !== name));
    expect(flawInEntry(entry(lacking), true)).toBe(`list/report/${name}`);
    expect(flawInEntry(entry({ ...REPORT, [name]: { toString: 1 } }), true)).toContain(`list/report/${name}`);
  }
  for (const name of Object.keys(REPORT.layout)) {
    const layout = { ...REPORT.layout, [name]: 7 };
    expect(flawInEntry(entry({ ...REPORT, layout }), true)).toBe(`list/report/layout/${name}`);
  }
});

it('what there are no words for is not taken, but of another version it is read again', () => {
  const flawed = entry({ ...REPORT, notes: ['A sentence of an earlier version.'] });
  expect(flawInEntry(flawed, true)).toBe('list/report/notes/0');
  expect(flawInEntry(flawed, false)).toBe(null);
  for (const code of ['nonsense', '__proto__', 'constructor']) {
    expect(flawInEntry(entry({ ...REPORT, warnings: [{ ...REASON, code }] }), true)).toBe('list/report/warnings/0');
    expect(flawInReasons([{ ...REASON, code }])).toBe('rejects/reasons');
  }
  expect(flawInReasons([{ ...REASON, code: 'wrong-option', params: { options: 7 } }])).toBe('rejects/reasons');
});

it('of a list only what can be an entry is taken, and the others are counted', () => {
  const whole = { id: 'a', name: 'A', licence: '', on: true, report: null };
  expect(listOf(undefined)).toEqual({ list: [], damaged: 0 });
  expect(listOf('nonsense')).toEqual({ list: [], damaged: 1 });
  const broken = Object.keys(whole).map((name) => ({ ...whole, [name]: 7 }));
  expect(listOf([whole, null, 7, ...broken])).toEqual({ list: [whole], damaged: 7 });
});
