import { describe, expect, it } from 'vitest';
import { readCsvTable } from '../../../../geo/layers/csv-table.ts';
import { whereOf } from './refused.ts';

const read = (text: string) => readCsvTable(text, 'x.csv', ['a', 'b']);

describe('a table of the sources', () => {
  it('keeps cells as written, in columns of any order, with the line on which each row begins', () => {
    expect(read('\uFEFFb,a\r\n 2 ,"1, ""x""\r\ny"\r\n\r\n4,\r\n')).toEqual([
      { line: 2, cells: { a: '1, "x"\r\ny', b: ' 2 ' } },
      { line: 5, cells: { a: '', b: '4' } },
    ]);
  });

  it('passes over rows of nothing but empty cells', () => {
    expect(read('a,b\n\n , \n"",\n1,2').map(({ line }) => line)).toEqual([5]);
  });

  it.each([
    ['no text', '', { row: 1, value: '' }],
    ['a header that lacks a column', 'a\n1\n', { row: 1, value: 'a' }],
    ['a header with one more', 'a,b,c\n', { row: 1, value: 'a,b,c' }],
    ['a header with a column twice', 'a,a\n', { row: 1, value: 'a,a' }],
    ['a header below a blank line', '\na,b\n', { row: 1, value: 'a,b' }],
    ['a short row', 'a,b\n"x\ny",2\n3\n', { row: 4, value: 1 }],
    ['a long row', 'a,b\n1,2,3\n', { row: 2, value: 3 }],
    ['a quote that is not closed', 'a,b\n1,2\n3,"4\n5,6\n', { row: 3, value: '3,"4' }],
    ['a quote inside a quoted cell', 'a,b\n1,"2" 3\n', { row: 2, value: '1,"2" 3' }],
  ])('refuses %s', (_, text, expected) => {
    expect(whereOf(() => read(text))).toEqual({ file: 'x.csv', field: null, ...expected });
  });
});
