import { describe, expect, it, test } from 'vitest';
import { columnsNamed, optionFor } from '../../../../geo/commands/columns-option.ts';
import { columnLines, printedColumns } from '../../../../geo/commands/columns-said.ts';
import { PLAIN_FIELDS, type PlainField } from '../../../../geo/formats/plain.ts';
import {
  COLUMN_FIELDS,
  fieldLabel,
  fieldWords,
  isTakenAs,
  MAPPED_FIELDS,
  optionName,
} from '../../../../geo/words/columns.ts';
import { chosenIn, mappingOf } from '../../../../src/panels/data/chosen.ts';

const ALL = Object.keys(COLUMN_FIELDS).filter(isTakenAs);
const PLAIN = Object.keys(PLAIN_FIELDS) as PlainField[];
/** Words of ours for how sure something is: nobody's column has them under another name. */
const NOT_CHOSEN: readonly string[] = ['datePrecision', 'locationPrecision', 'confidence'];

test('all that a table is read for has words, and all of it can be chosen but how exact and sure it is', () => {
  expect(PLAIN.filter((field) => !isTakenAs(field))).toEqual([]);
  expect([...MAPPED_FIELDS].sort()).toEqual(PLAIN.filter((field) => !NOT_CHOSEN.includes(field)).sort());
});

test('no two fields have the same words, label or name on the command line', () => {
  for (const names of [ALL.map(fieldWords), MAPPED_FIELDS.map(fieldLabel), MAPPED_FIELDS.map(optionName)]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

describe.each(MAPPED_FIELDS)('%s', (field) => {
  it('can be named in --columns, and is called there as reports call it', () => {
    const name = optionName(field) ?? '';
    expect(name).toMatch(/^[a-z]+[a-z\d_]*$/);
    expect(columnsNamed([`${name}=Spalte`])).toEqual({ [field]: 'Spalte' });
    expect(optionFor(field, ['Spalte'])).toBe(`--columns ${name}=Spalte`);
    const column = { name: 'Spalte', taken: [field], maybe: null };
    expect(printedColumns([column])).toEqual([{ column: 'Spalte', taken: [name], maybe: null }]);
    expect(columnLines([column]).at(-1)).toBe(`Spalte  ${fieldWords(field)}`);
  });

  it('can be chosen on the screen under a label of its own, and becomes what --columns makes of it', () => {
    expect(fieldLabel(field)).toMatch(/^[A-Z]/);
    const chosen = { ...chosenIn(['Spalte'], undefined), [field]: ['Spalte'] };
    expect(mappingOf(chosen, ['Spalte'])).toEqual(columnsNamed([`${optionName(field)}=Spalte`]));
  });
});
