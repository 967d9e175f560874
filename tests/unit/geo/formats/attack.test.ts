import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRecord, guard, unguard } from '../../../../geo/formats/csv.ts';
import { rejectsFile } from '../../../../geo/formats/rejects.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { createReasons } from '../../../../geo/import/rejects.ts';
import { finding } from '../../../../geo/formats/finding.ts';
import { createIdSet } from '../../../../geo/import/id-set.ts';
import { reasonText, valueText } from '../../../../geo/words/findings.ts';
import { eventOf, fileOf, readAll, reasonIn, refusalOf, warningsOf } from './data-file.ts';
import { workbook } from './made-workbook.ts';

/** Each of these took minutes or all memory; what stands here is ten times what they take now on a busy machine. */
const SECONDS = 20_000;
const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const shared = (at: number) => `<c t="s"><v>${at}</v></c>`;
const HEADER = `<row r="1">${['date', 'lat', 'lon'].map(text).join('')}</row>`;
const row = (r: number, more = '') =>
  `<row r="${r}">${text('2025-10-08')}<c><v>34</v></c><c><v>71</v></c>${more}</row>`;

describe('workbooks made to harm', () => {
  it('are refused where cells share a text beyond all measure', { timeout: SECONDS }, async () => {
    const long = 'x'.repeat(1 << 20);
    const rows = Array.from({ length: 1000 }, (_, i) => `<row r="${i + 2}">${shared(0).repeat(100)}</row>`);
    expect(await refusalOf(fileOf(workbook([HEADER + rows.join('')], [long])))).toMatch(/unfolds to more than/);
  });

  it('lose no row to one that is too long', async () => {
    const file = workbook([HEADER + row(2) + row(3, shared(0).repeat(5)) + row(4)], ['x'.repeat(1 << 20)]);
    const { layout, entries } = await readAll(fileOf(file));
    expect(entries.map((entry) => [entry.line, reasonIn(entry)])).toEqual([
      [2, null],
      [3, 'the row is too long: its first 4 million characters were kept'],
      [4, null],
    ]);
    expect(entries[1].raw.length).toBe(4_000_000);
    expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
  });

  it('are not as wide as a header with a cell far out', { timeout: SECONDS }, async () => {
    const header = HEADER.replace('</row>', '<c r="XFD1" t="inlineStr"><is><t>far</t></is></c></row>');
    const rows = Array.from({ length: 30_000 }, (_, i) => row(i + 2));
    const { layout, entries } = await readAll(fileOf(workbook([header + rows.join('')], [])));
    expect([layout.header?.length, entries.length]).toEqual([16_384, 30_000]);
    expect(eventOf(entries[29_999])).toMatchObject({ lat: 34, lon: 71 });
    expect(entries[29_999].raw.length).toBeLessThan(1000);
    expect(warningsOf(entries[29_999])).toEqual([expect.stringContaining('fewer cells than the header')]);
    expect(createRowReader(layout)(entries[29_999].raw)).toEqual(entries[29_999].read);
  });

  it('are not as wide as their widest row', { timeout: SECONDS }, async () => {
    const far = `<row r="2">${text('2025-10-08')}<c><v>34</v></c><c><v>71</v></c><c r="XFD2"><v>1</v></c></row>`;
    const rows = Array.from({ length: 10_000 }, (_, i) => row(i + 3));
    const { entries } = await readAll(fileOf(workbook([HEADER + far + rows.join('')], [])));
    expect(entries).toHaveLength(10_001);
    expect([entries[0].read, entries[1].raw]).toEqual([
      { rejected: expect.objectContaining({ code: 'more-cells', value: '16384' }) },
      '2025-10-08,34,71',
    ]);
  });
});

describe('tables made to harm', () => {
  it('are not filled to the width of a very wide header', { timeout: SECONDS }, async () => {
    const header = `date,lat,lon,${Array.from({ length: 120_000 }, (_, i) => `c${i}`).join(',')}`;
    const { entries } = await readAll(fileOf(`${header}\n${'2025-10-08,34,71\n'.repeat(5000)}`));
    expect(entries).toHaveLength(5000);
    expect(eventOf(entries[4999])).toMatchObject({ lat: 34, lon: 71 });
  });

  it('give no formula to the one who opens what was rejected, and come back as they were', () => {
    const header = ['=cmd|x', '\n=1', '＝1', '＋1', '－1', '＠x', 'date'];
    const file = rejectsFile({ header, delimiter: ',' }, { reasonText, valueText });
    const [head] = Papa.parse<string[]>(file.head).data;
    for (const name of head) expect(name).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    expect(head.slice(-7).map(unguard)).toEqual(header);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n＝＋－＠1a") }), (cell) => {
        expect(unguard(guard(cell))).toBe(cell);
        expect(guard(cell)).toMatch(/^(?:$|[^=+\-@\t\r\n＝＋－＠]|[+-]?\d+(?:\.\d+)?$)/);
      }),
    );
    expect(csvRecord([guard('＝1')])).toBe("'＝1");
  });

  it('come to no more reasons than there are kinds', () => {
    const { add, list } = createReasons();
    for (let i = 0; i < 70_000; i++) expect(add(finding('date', `x${i}`, 'not-date'), i)).toBe(0);
    expect(list).toMatchObject([{ rows: 70_000, line: 0, value: 'x0' }]);
  });
});

describe('KML and GPX', () => {
  const point = (prefix: string) =>
    `<${prefix}Placemark a="${prefix}x"><${prefix}name><![CDATA[a <${prefix}b>]]></${prefix}name><${prefix}TimeStamp><${prefix}when>2025-10-08</${prefix}when></${prefix}TimeStamp><${prefix}Point><${prefix}coordinates>71,34</${prefix}coordinates></${prefix}Point></${prefix}Placemark>`;

  it('are read with any prefix of their names', async () => {
    const kml = `<ns0:kml xmlns:ns0="http://www.opengis.net/kml/2.2"><ns0:Document>${point('ns0:')}</ns0:Document></ns0:kml>`;
    const { layout, entries } = await readAll(fileOf(kml));
    expect([layout.format, entries.length]).toEqual(['kml', 1]);
    expect(eventOf(entries[0])).toMatchObject({
      lon: 71,
      lat: 34,
      recorded: { title: 'a <ns0:b>', start: '2025-10-08' },
    });
    const gpx = `<a-1.b:gpx xmlns:a-1.b='http://www.topografix.com/GPX/1/1'><a-1.b:wpt lat="34" lon="71"><a-1.b:time>2025-10-08T00:00:00Z</a-1.b:time><a-1.b:name>Post</a-1.b:name></a-1.b:wpt></a-1.b:gpx>`;
    expect(eventOf((await readAll(fileOf(gpx))).entries[0]).recorded).toMatchObject({ title: 'Post' });
  });

  it.each([
    [
      'comments with namespaces',
      Array.from({ length: 30_000 }, (_, i) => `<!-- <kml xmlns:n${i}="urn:${i}"> <gpx -->`).join('\n'),
      '',
    ],
    [
      'a root with very many attributes',
      '',
      Array.from({ length: 10_000 }, (_, i) => ` xmlns:a${i}="urn:${i}"`).join(''),
    ],
    ['roots without an end in comments', `<!-- ${'<kml '.repeat(200_000)} -->`, ''],
  ])('are read in time with %s', { timeout: SECONDS }, async (_, before, attributes) => {
    const kml = `<?xml version="1.0"?>${'<!-- -->'}<kml${attributes}>${before}<Document>${point('').repeat(500)}</Document></kml>`;
    const { entries } = await readAll(fileOf(kml));
    expect(entries).toHaveLength(500);
    expect(eventOf(entries[499])).toMatchObject({ lon: 71, lat: 34 });
  });

  it('refuse an element with very many attributes', { timeout: SECONDS }, async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ` a${i}="x"`).join('');
    const { entries } = await readAll(fileOf(`<kml>${point('').replace('<name>', `<name${many}>`)}${point('')}</kml>`));
    expect(entries.map(reasonIn)).toEqual(['this is not well-formed XML', null]);
  });
});

/** FNV-1a as it was, with nothing of its own in a run. */
function plainHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

it('ids that were chosen to collide do not flood the set of ids', { timeout: 60_000 }, () => {
  const chosen: string[] = [];
  for (let i = 0; chosen.length < 8192; i++) if ((plainHash(`x${i}`) & 0x3fff) < 8) chosen.push(`x${i}`);
  const timeOf = (ids: readonly string[]) => {
    const set = createIdSet();
    const began = performance.now();
    for (const id of ids) set.add(id);
    return performance.now() - began;
  };
  const plain = chosen.map((_, i) => `y${i}`);
  timeOf(plain);
  expect(timeOf(chosen)).toBeLessThan(20 * timeOf(plain) + 50);
});
