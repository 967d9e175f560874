import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import { rejectsFile } from '../../../../geo/formats/rejects.ts';
import { originalOf } from '../../../../geo/formats/rows.ts';
import { reasonText, valueText } from '../../../../geo/words/findings.ts';
import { eventOf, fileOf, readAll, reasonIn, rejectedIn } from './data-file.ts';

async function rejectsOf(text: string): Promise<string> {
  const { layout, entries } = await readAll(fileOf(text));
  const { head, line, end } = rejectsFile(layout, { reasonText, valueText });
  const rejects = entries.flatMap((entry) => {
    const found = rejectedIn(entry);
    return found ? [{ line: entry.line, raw: entry.raw, ...found }] : [];
  });
  return head + rejects.map((reject, i) => line(reject, i === 0)).join('') + end;
}

const MORE = 'the row has more cells than the header: quote the cells that hold the delimiter';

describe('a file of rejected rows', () => {
  it('has the code beside the words in a table', async () => {
    const text = 'id,date,lat,lon\n1,soon,34,71\n2,2025-10-08,,71\n3,2025-10-08,34,71,x\n4,2025-10-08,34,"71\n';
    const { data } = Papa.parse<string[]>(await rejectsOf(text), { skipEmptyLines: true });
    const names = ['line', 'field', 'value', 'code', 'reason', 'text'].map((name) => `rejected_${name}`);
    const empty = ['', '', '', ''];
    const quotes = 'a quote is not closed, or not doubled in a quoted cell: mend the quotes of this line';
    expect(data).toEqual([
      [...names, 'id', 'date', 'lat', 'lon'],
      ['2', 'start', 'soon', 'not-date', 'this is not a date: write YYYY-MM-DD', '', '1', 'soon', '34', '71'],
      ['3', 'lat', '', 'no-degrees', 'there is no latitude', '', '2', '2025-10-08', '', '71'],
      ['4', '', '5 cells, not 4', 'more-cells', MORE, '3,2025-10-08,34,71,x', ...empty],
      ['5', '', '4,2025-10-08,34,"71', 'open-quotes', quotes, '4,2025-10-08,34,"71', ...empty],
    ]);
  });

  it('has the code beside the words in GeoJSON', async () => {
    const feature = { type: 'Feature', geometry: null, properties: { date: '2025' } };
    const text = await rejectsOf(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    expect((JSON.parse(text) as { features: object[] }).features).toEqual([
      {
        rejected: {
          index: 0,
          field: 'geometry',
          value: 'null',
          code: 'no-geometry',
          reason: 'the feature has no geometry',
        },
        ...feature,
      },
    ]);
  });

  it('is not split otherwise than it was where a row has more cells than the header', async () => {
    // with semicolons it would have as many as the header, and be taken
    const again = await readAll(fileOf(await rejectsOf('id,date,lat,lon\n1;2025-10-08;34;71,a,b,c,d\n')));
    expect(rejectedIn(again.entries[0])).toMatchObject({ code: 'more-cells', value: '5' });
  });
});

/** As they were written until November 2026, when there were no codes; what was in quotes in the second row is mended. */
const CSV_BEFORE = `rejected_line,rejected_field,rejected_value,rejected_reason,rejected_text,id,date,lat,lon,title
2,start,soon,this is not a date: write YYYY-MM-DD,,1,2025-10-07,34,71,"'=x, ""y"""
3,,"2,2025-10-08,34,71,""open","a quote is not closed, or not doubled in a quoted cell: mend the quotes of this line","2,2025-10-08,34,71,closed",,,,,
4,,"6 cells, not 5",the row has more cells than the header: quote the cells that hold the delimiter,"3;2025-10-08;34;71;x,a,b,c,d,e",,,,,
5,,"6 cells, not 5",the row has more cells than the header: quote the cells that hold the delimiter,"4,2025-10-09,34,71,""a,b""",,,,,
`;
const GEOJSON_BEFORE = `{"type":"FeatureCollection","features":[
{"rejected":{"index":0,"field":"start","value":"soon","reason":"this is not a date: write YYYY-MM-DD"},"type":"Feature","geometry":{"type":"Point","coordinates":[71,34]},"properties":{"id":"7","date":"2025-10-08"}},
{"type":"Feature","rejected":{"index":1,"field":null,"value":"{","reason":"this is not JSON"},"geometry":null,"properties":{"text":"{"}}
]}
`;

describe('a file of rejected rows from before there were codes', () => {
  it('comes back in as a table', async () => {
    const { layout, entries } = await readAll(fileOf(CSV_BEFORE));
    expect(entries.map(reasonIn)).toEqual([null, null, MORE, null]);
    const taken = [entries[0], entries[1], entries[3]].map((entry) => eventOf(entry).recorded);
    expect(taken.map(({ id, start, title }) => [givenIdOf(id), start, title])).toEqual([
      ['1', '2025-10-07', '=x, "y"'],
      ['2', '2025-10-08', 'closed'],
      ['4', '2025-10-09', 'a,b'],
    ]);
    expect(originalOf(layout, entries[0].raw).map(([name]) => name)).toEqual(['id', 'date', 'lat', 'lon', 'title']);
  });

  it('comes back in as GeoJSON, its ids those of what was rejected', async () => {
    const { entries } = await readAll(fileOf(GEOJSON_BEFORE));
    expect(givenIdOf(eventOf(entries[0]).recorded.id)).toBe('7');
    expect(rejectedIn(entries[1])).toMatchObject({ code: 'no-geometry' });
    const plain = await readAll(fileOf(GEOJSON_BEFORE.replace(/"rejected":\{[^}]*\},/, '')));
    expect(eventOf(plain.entries[0])).toEqual(eventOf(entries[0]));
  });
});
