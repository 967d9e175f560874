import { describe, expect, it } from 'vitest';
import { cellsOf, createRecordReader, LONGEST_RECORD, type TableRecord } from '../../../../geo/formats/records.ts';

const comma = { delimiter: ',', lineEnd: '\n' } as const;

/** The records of a text that comes in pieces of so many characters. */
function records(text: string, piece = text.length || 1, dialect: Parameters<typeof createRecordReader>[0] = comma) {
  const { feed } = createRecordReader(dialect);
  const all: TableRecord[] = [];
  for (let at = 0; at < text.length; at += piece) all.push(...feed(text.slice(at, at + piece), false));
  return [...all, ...feed('', true)];
}
const brief = (all: TableRecord[]) => all.map(({ line, cells, flaw }) => [line, flaw ?? cells]);

describe('records of a table', () => {
  it('splits cells, with quotes, line breaks in quotes and Windows line ends', () => {
    const text = 'a,b\r\n1,"x, ""y""\r\nz"\r\n\r\n"",2\n3,';
    const expected = [
      [1, ['a', 'b']],
      [2, ['1', 'x, "y"\r\nz']],
      [5, ['', '2']],
      [6, ['3', '']],
    ];
    for (const piece of [1, 2, 3, 7, 100]) expect(brief(records(text, piece)), `pieces of ${piece}`).toEqual(expected);
  });

  it('keeps the text of each record as it stands, without its line end', () => {
    const text = 'a,b\r\n"x\ny",  2 \n';
    expect(records(text, 2).map(({ raw }) => raw)).toEqual(['a,b', '"x\ny",  2 ']);
  });

  it('takes a quote inside a cell that does not begin with one as it is', () => {
    expect(brief(records('5" shell,a"b\n'))).toEqual([[1, ['5" shell', 'a"b']]]);
  });

  it('rejects the line of a quote that is never closed, and reads on in the next', () => {
    const text = 'a,b\n1,"open\n2,ok\n3,fine\n';
    for (const piece of [1, 5, 100]) {
      expect(brief(records(text, piece))).toEqual([
        [1, ['a', 'b']],
        [2, 'quotes'],
        [3, ['2', 'ok']],
        [4, ['3', 'fine']],
      ]);
    }
    expect(records(text)[1].raw).toBe('1,"open');
  });

  it('rejects a quote that is not doubled in a quoted cell', () => {
    expect(brief(records('"he said "no" twice",1\n2,3\n'))).toEqual([
      [1, 'quotes'],
      [2, ['2', '3']],
    ]);
  });

  it('finds line ends again after a broken record that was searched far ahead', () => {
    expect(brief(records('"a\nb,c\nd,"e"x\nf,g\n'))).toEqual([
      [1, 'quotes'],
      [2, ['b', 'c']],
      [3, 'quotes'],
      [4, ['f', 'g']],
    ]);
  });

  it('keeps the beginning of a line that is too long, and reads on after it', () => {
    const long = 'x'.repeat(LONGEST_RECORD + 10);
    for (const piece of [1 << 20, 1 << 24]) {
      const all = records(`a,b\n1,${long}\n2,3\n`, piece);
      expect(brief(all)).toEqual([
        [1, ['a', 'b']],
        [2, 'length'],
        [3, ['2', '3']],
      ]);
      expect(all[1].raw).toHaveLength(LONGEST_RECORD);
    }
  });

  it('passes over rows of nothing, which still count as lines', () => {
    expect(brief(records('a,b\n\n,\n" ",\n1,2\n'))).toEqual([
      [1, ['a', 'b']],
      [5, ['1', '2']],
    ]);
  });

  it('reads other delimiters and old Mac line ends', () => {
    expect(brief(records('a;b\r1;"x\ry"\r', 3, { delimiter: ';', lineEnd: '\r' }))).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ry']],
    ]);
    expect(brief(records('a\tb\n', 3, { delimiter: '\t', lineEnd: '\n' }))).toEqual([[1, ['a', 'b']]]);
  });

  it('splits one record again', () => {
    expect(cellsOf('1,"x, ""y""\nz"', comma)).toEqual(['1', 'x, "y"\nz']);
    expect(cellsOf('1,"open', comma)).toBeNull();
    expect(cellsOf('1,"a"\n2,"b"', comma)).toBeNull();
  });
});
