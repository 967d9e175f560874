import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRowReader, originalOf } from '../../../../geo/formats/rows.ts';
import { eventOf, fileOf, readAll, refusalOf } from './data-file.ts';
import { workbook } from './made-workbook.ts';

const shared = (at: number) => `<c t="s"><v>${at}</v></c>`;
const STRINGS = ['id', 'date', 'lat', 'lon', 'title', 'Ambush, &quot;x&quot;', 'about this file'];
const HEADER = `<row r="1">${[0, 1, 2, 3, 4].map(shared).join('')}</row>`;
// 45938 is 2025-10-08 in days since 1899-12-30
const ROW = `<row r="3"><c r="A3"><v>7</v></c><c r="B3" s="1"><v>45938</v></c><c r="C3"><v>34.01</v></c><c r="D3"><v>71.58</v></c><c r="E3" t="s"><v>5</v></c></row>`;
const SHORT = `<row r="4"><c r="A4"><v>8</v></c><c r="B4" t="inlineStr"><is><t>2025-10-09</t></is></c><c r="C4"><v>34</v></c><c r="D4"><v>71</v></c></row>`;

describe('workbooks', () => {
  it('are read from the sheet that holds events, whatever stands before it', async () => {
    const about = `<row r="1">${shared(6)}</row>`;
    const { layout, entries, notes } = await readAll(fileOf(workbook([about, HEADER + ROW + SHORT], STRINGS)));
    expect(layout).toMatchObject({ format: 'table', header: ['id', 'date', 'lat', 'lon', 'title'], delimiter: ',' });
    expect(notes).toEqual(['Read from the sheet S2; passed over: S1.']);
    expect(entries.map(({ line, raw }) => [line, raw])).toEqual([
      [3, '7,2025-10-08,34.01,71.58,"Ambush, ""x"""'],
      [4, '8,2025-10-09,34,71,'],
    ]);
    expect(eventOf(entries[0])).toMatchObject({ lat: 34.01, recorded: { start: '2025-10-08', title: 'Ambush, "x"' } });
    expect(entries[1].read).toMatchObject({ warnings: [] });
    expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
    expect(originalOf(layout, entries[0].raw)[4]).toEqual(['title', 'Ambush, "x"']);
  });

  it('may be zipped, and are refused where they are empty, damaged or without a header', async () => {
    const whole = workbook([HEADER + ROW], STRINGS);
    const { entries } = await readAll(fileOf(zipSync({ 'data.xlsx': whole })));
    expect(entries).toHaveLength(1);
    expect(await refusalOf(fileOf(workbook([''], STRINGS)))).toMatch(/hold nothing/);
    expect(await refusalOf(fileOf(workbook([`<row r="1">${shared(6)}</row>`], STRINGS)))).toMatch(/no header/);
    const broken = workbook([HEADER + ROW], STRINGS);
    broken.fill(0, broken.length - 1500, broken.length - 1200);
    expect(await refusalOf(fileOf(broken))).toMatch(/cannot be read|damaged/);
  });
});
