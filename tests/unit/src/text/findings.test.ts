import { describe, expect, it } from 'vitest';
import { finding } from '../../../../geo/formats/finding.ts';
import { createReasons } from '../../../../geo/import/rejects.ts';
import { inputError } from '../../../../geo/model/errors.ts';
import { failureText, rowsText } from '../../../../src/text/findings.ts';

const where = { file: 'mine.csv', row: null, field: null, value: 'xls' };

describe('why a file could not be opened', () => {
  it('does not name the file again where it is named before', () => {
    const { problem } = inputError(where, 'old-workbook');
    const words =
      '"xls" is an old Excel workbook, or one with a password. Save it as .xlsx without a password, or as CSV';
    expect(failureText('mine.csv', problem)).toBe(words);
    expect(failureText('packed.zip', problem)).toBe(`mine.csv: ${words}`);
  });

  it('says where in the file it is', () => {
    const inHeader = { ...where, row: 1, field: 'lat', value: ['a'] };
    const { problem } = inputError(inHeader, 'field-without-column', { field: 'lat' });
    expect(failureText('mine.csv', problem)).toBe(
      'mine.csv, row 1, lat: ["a"] is the header: latitude has no column. Say which columns hold latitude, longitude and date: --columns lat=…,lon=…,date=…',
    );
  });

  it('may be that the layers are not there, or what another threw', () => {
    expect(failureText('mine.csv', { code: 'not-loaded' })).toBe('The layers are not loaded yet.');
    expect(failureText('mine.csv', { code: 'thrown', message: 'The disk is gone' })).toBe('The disk is gone');
  });
});

describe('rows with the same finding', () => {
  const { add, list } = createReasons();
  add(finding('start', 'soon', 'not-date'), 3);
  add(finding('start', 'later', 'not-date'), 4);
  add(finding(null, 9, 'more-cells', { columns: 7 }), 5);
  add(finding('lat', '', 'no-degrees', { axis: 'latitude' }), 6);

  it('are said with the first of them', () => {
    expect(list.map((reason) => rowsText(reason, { format: 'table', header: ['lat'] }))).toEqual([
      '2 rows, date: this is not a date: write YYYY-MM-DD (first in line 3: soon)',
      '1 row: the row has more cells than the header: quote the cells that hold the delimiter (first in line 5: 9 cells, not 7)',
      '1 row, latitude: there is no latitude (first in line 6)',
    ]);
  });

  it('are said by the names of the columns where a dataset has its own', () => {
    expect(rowsText(list[2], { format: 'acled', header: ['lat'] })).toBe(
      '1 row, lat: there is no latitude (first in line 6)',
    );
  });

  it('are said by the feature where there are no lines, counted from 1', () => {
    const features = createReasons();
    features.add(finding('geometry', '', 'no-geometry'), 0);
    const [reason] = features.list;
    const words = '1 row, geometry: the feature has no geometry (first in feature 1)';
    expect(rowsText(reason, { format: 'geojson', header: null })).toBe(words);
  });
});
