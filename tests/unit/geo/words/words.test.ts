import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../../geo/model/codes.ts';
import type { ProblemParams } from '../../../../geo/model/errors.ts';
import type { FindingParams, NoteParams } from '../../../../geo/model/findings.ts';
import { FINDING_WORDS } from '../../../../geo/words/findings.ts';
import { NOTE_WORDS } from '../../../../geo/words/notes.ts';
import { PROBLEM_WORDS } from '../../../../geo/words/problems.ts';

/** The codes of a table that come with params. */
type WithParams<T> = { [C in keyof T as T[C] extends Readonly<Record<string, never>> ? never : C]: T[C] };

/** Params whose values no words have of themselves: the compiler asks for every one. */
const FINDINGS: WithParams<FindingParams> = {
  'more-cells': { columns: 7001 },
  'fewer-cells': { columns: 7001 },
  'no-degrees': { axis: 'longitude' },
  'not-degrees': { axis: 'longitude' },
  'degrees-out-of-range': { axis: 'longitude', limit: 7001 },
  'year-out-of-range': { first: 7001, last: 7002 },
  'bound-without-best': { bound: 'lowest' },
  'many-dead': { most: 7001 },
  'many-injured': { most: 7001 },
  'wrong-type': { expected: 'EXPECTED', received: 'RECEIVED' },
  'wrong-option': { options: ['ONE', 'OTHER'] },
  'too-small': { kind: 'KIND', least: 7001 },
  'too-large': { kind: 'KIND', most: 7001 },
};
const NOTES: WithParams<NoteParams> = {
  'utf-16': { order: 'BE' },
  'no-header': { format: 'FORMAT' },
  'header-line': { line: 7001 },
  'hxl-tags': { line: 7001 },
  'archive-entry': { name: 'NAME' },
  sheet: { name: 'NAME', names: ['ONE', 'OTHER'] },
  'later-fields': { names: ['ONE', 'OTHER'] },
  'network-link': { address: 'ADDRESS' },
  'hxl-columns': { line: 7001 },
  'one-date': { date: 'DATE' },
  'date-order': { order: 'ORDER', date: 'DATE', line: 7001 },
  'date-order-usual': { order: 'ORDER' },
  'position-column': { column: 'COLUMN', first: 'lon' },
  'placed-by-name': { columns: ['ONE', 'OTHER'] },
  'place-guess': { written: 'WRITTEN', name: 'NAME', kind: 'town', rows: 7001 },
  'more-place-guesses': { count: 7001 },
  'deaths-added': { columns: ['ONE', 'OTHER'] },
  'lowest-added': { columns: ['ONE', 'OTHER'] },
  'highest-added': { columns: ['ONE', 'OTHER'] },
  'injured-added': { columns: ['ONE', 'OTHER'] },
};
const PROBLEMS: WithParams<ProblemParams> = {
  'archive-unfolds': { times: 7001 },
  'archive-damaged': { met: 'MET' },
  'archive-without-files': { endings: ['ONE', 'OTHER'] },
  'no-such-sheet': { names: ['ONE', 'OTHER'] },
  'no-dates': { label: 'LABEL' },
  'parquet-damaged': { met: 'MET' },
  'parquet-too-large': { most: 7001 },
  'shape-not-points': { kind: 'KIND' },
  'workbook-damaged': { met: 'MET' },
  'asked-but-features': { format: 'FORMAT', label: 'LABEL' },
  'unknown-columns': { most: 7001 },
  'header-row-missing': { last: 7001 },
  'header-row-of-features': { label: 'LABEL' },
  'mapped-column-missing': { field: 'FIELD', column: 'COLUMN' },
  'too-many-columns': { field: 'lat' },
  'field-without-column': { field: 'FIELD' },
  'date-orders-two': { dayFirst: ['ONE'], monthFirst: ['OTHER'] },
  'dataset-columns-missing': { dataset: 'DATASET', columns: ['ONE', 'OTHER'] },
};
/** Of these the value is worded with the params, not the reason. */
const IN_THE_VALUE = ['more-cells', 'fewer-cells'];

type Table = Readonly<Record<string, (params: never, value: string) => string>>;
const TABLES: [name: string, table: Table, params: Readonly<Record<string, Params>>][] = [
  ['findings', FINDING_WORDS, { ...FINDINGS }],
  ['notes', NOTE_WORDS, { ...NOTES }],
  ['problems', PROBLEM_WORDS, { ...PROBLEMS }],
];

function sources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

describe.each(TABLES)('the words for %s', (_, table, params) => {
  const codes = Object.keys(table);

  it('belong to codes, which are no words themselves', () => {
    expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('are there for each code, and no two codes have the same', () => {
    const words = codes.map((code) => table[code]((params[code] ?? {}) as never, '"VALUE"'));
    expect(words.filter((text) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([]);
    const twice = codes.filter((_code, i) => words.indexOf(words[i]) !== i);
    expect(twice).toEqual([]);
  });

  it('say all that a code comes with', () => {
    const silent = Object.entries(params).flatMap(([code, all]) => {
      const text = table[code](all as never, '"VALUE"');
      return Object.values(all)
        .flat()
        .filter((value) => !text.includes(String(value)) && !IN_THE_VALUE.includes(code))
        .map((value) => `${code}: ${value}`);
    });
    expect(silent).toEqual([]);
  });

  it('are for what something finds', () => {
    const texts = sources('geo/formats', 'geo/import').map(({ text }) => text);
    const pattern = (code: string) => new RegExp(`['"]${code}['"]`);
    expect(codes.filter((code) => !texts.some((text) => pattern(code).test(text)))).toEqual([]);
  });
});

it('words are made at the edges alone: for the command line, and for the page in its room of words', () => {
  const using = sources('geo', 'src').filter(({ text }) => /from '[./]*(geo\/)?words\//.test(text));
  const inside = using.map(({ path }) => path).filter((path) => !/^(geo\/commands|src\/text)\//.test(path));
  // what is kept is whole where there are words for all of it
  expect(inside).toEqual(['src/workers/kept-entry.ts']);
  expect(using.length).toBeGreaterThan(2);
});

it('no reader of files words its own errors', () => {
  const wording = sources('geo/formats', 'geo/import').filter(({ text }) => text.includes('SourceError'));
  expect(wording.map(({ path }) => path)).toEqual([]);
});
