import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Model from '../../../../geo/model/incident.ts';

const TABLE = `id,date,lat,lon,title,type,district,killed
b,2024-03-06,34.0,71.5,"Two
lines",ambush,Peshawar,3
a,2024-03-05,33.0,70.1,First,airstrike,,
c,2024-13-01,33.0,70.1,No such month,ambush,,1
b,2024-03-07,34.0,71.5,The same id,airstrike,,2
d,2024-03-06,0,0,Nowhere,suicide bombing,Kabul,4
f,2024-03-06,33.0,70.1,No known type,quarrel,,4
g,2024-03-07,33.0,70.1,Fewer cells
e,2024-03-05,33.9,71.4,"Far, quoted",talks,,0
`;

/** The import as it is now, whatever was mocked. */
async function modules() {
  const { importFile, enrichHere } = await import('./imported.ts');
  const { readAgain } = await import('../../../../geo/import/again.ts');
  const { createIdSet } = await import('../../../../geo/import/id-set.ts');
  const { rejectAt } = await import('../../../../geo/import/rejects.ts');
  const { duplicateFinding } = await import('../../../../geo/formats/plausible.ts');
  const { textAt } = await import('../../../../geo/store/texts.ts');

  type Imported = Awaited<ReturnType<typeof importFile>>;

  async function again({ layout, rows, rejects, warnings }: Imported, known: string[] = [], later: string[] = []) {
    if (!rows.raw) throw new Error('no raw rows');
    const knownIds = createIdSet();
    for (const id of known) knownIds.add(id);
    const options = { knownIds, laterIds: () => later, duplicate: duplicateFinding };
    return readAgain({ layout, raw: rows.raw, rejects, warnings }, enrichHere(), options);
  }

  /** All that an import came to, in the order of its rows. */
  function said({ rows, rejects, warnings, read, accepted, rejected }: Omit<Imported, 'layout'>) {
    const texts = (of: typeof rows.ids | null) => of && Array.from(of.start, (_, row) => textAt(of, row));
    const words = Object.entries(rows.words).map(([key, { codes, list }]) => [key, Array.from(codes, (c) => list[c])]);
    return {
      ...{ read, accepted, rejected, warnings, words },
      columns: rows.columns,
      districts: rows.districts,
      ids: texts(rows.ids),
      raw: texts(rows.raw),
      rejects: Array.from({ length: rejects.size }, (_, i) => rejectAt(rejects, i)),
    };
  }
  return { importFile, again, said };
}

afterEach(() => {
  vi.doUnmock('../../../../geo/model/incident.ts');
  vi.resetModules();
});

describe('rows that are read again', () => {
  it('are what a fresh import of their file gives, rejects and warnings with their lines', async () => {
    const { importFile, again, said } = await modules();
    const fresh = await importFile(TABLE);
    expect([fresh.accepted, fresh.rejected, fresh.warnings.length > 0]).toEqual([5, 3, true]);
    expect(said(await again(fresh))).toEqual(said(fresh));
  });

  it('are what a fresh import gives once there is a type more, though their codes were others', async () => {
    const then = await modules();
    const old = await then.importFile(TABLE);
    const codes = Array.from(old.rows.columns.type);

    vi.resetModules();
    vi.doMock('../../../../geo/model/incident.ts', async (original) => {
      const model = await original<typeof Model>();
      return { ...model, INCIDENT_TYPES: ['siege', ...model.INCIDENT_TYPES], GROUPS: ['more', ...model.GROUPS] };
    });
    const now = await modules();
    const read = await now.again(old);
    expect(now.said(read)).toEqual(now.said(await now.importFile(TABLE)));
    expect(Array.from(read.rows.columns.type)).toEqual(codes.map((code) => code + 1));
  });

  it('are taken where they can be now, and leave the ids of others to these: of what is loaded, and is still to be read again', async () => {
    const { importFile, again } = await modules();
    const text = 'event_id_cnty,' + ACLED_HEADER + '\n' + ['MADE1', 'MADE2', 'MADE3'].map(acledRow).join('');
    const second = await importFile(text, undefined, [(await acledIds(importFile, text))[2]]);
    expect([second.accepted, second.rejected]).toEqual([2, 1]);
    const ids = await acledIds(importFile, text);
    const alone = await again(second);
    expect([alone.accepted, alone.rejected]).toEqual([3, 0]);
    const beside = await again(second, [], [ids[2]]);
    expect([beside.accepted, beside.rejected]).toEqual([2, 1]);
    const after = await again(second, [ids[0]], [ids[2]]);
    expect([after.accepted, after.rejected]).toEqual([1, 2]);
    // its line is not known any more, and nobody makes one up
    expect(after.rejects.reasons[0].line).toBe(null);
  });

  it('of which only a part was kept are refused again, though that part could be read', async () => {
    const { importFile, again, said } = await modules();
    const long = `a,2024-03-05,33.0,70.1,${'x'.repeat(4_000_100)}`;
    const table = await importFile(`id,date,lat,lon,title\n${long}\nb,2024-03-05,33.0,70.1,Short\n`);
    expect([table.accepted, table.rejected]).toEqual([1, 1]);
    expect(said(await again(table))).toEqual(said(table));

    const deep = `{"a":${'['.repeat(101)}${']'.repeat(101)}}`;
    const feature = (more: string) =>
      `{"type":"Feature","geometry":{"type":"Point","coordinates":[70.1,33]},"properties":{"date":"2024-03-05","more":${more}}}`;
    const collection = `{"type":"FeatureCollection","features":[${feature('1')},${feature(deep)}]}`;
    const features = await importFile(collection);
    expect([features.accepted, features.rejected]).toEqual([1, 1]);
    expect(said(await again(features))).toEqual(said(features));
  });
});

const ACLED_HEADER =
  'event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities';
const acledRow = (id: string) =>
  `${id},2024-03-05,2024,1,Battles,Armed clash,Made up A,1,Made up B,2,Pakistan,Khyber Pakhtunkhwa,Made up,33.92,71.455,1,Made up,Made up,0\n`;

async function acledIds(importFile: Awaited<ReturnType<typeof modules>>['importFile'], text: string) {
  const { textAt } = await import('../../../../geo/store/texts.ts');
  const { rows } = await importFile(text);
  return Array.from(rows.ids.start, (_, row) => textAt(rows.ids, row));
}
