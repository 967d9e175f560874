import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../../geo/formats/csv.ts';
import { givenIdOf } from '../../../../geo/formats/content-id.ts';
import type { Event } from '../../../../geo/formats/format.ts';
import { OWN_COLUMNS, ownRecord } from '../../../../geo/formats/own-table.ts';
import { duplicateFinding } from '../../../../geo/formats/plausible.ts';
import { rejectsFile, type Rejected } from '../../../../geo/formats/rejects.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { createIdSet } from '../../../../geo/import/id-set.ts';
import { createTake } from '../../../../geo/import/take.ts';
import { reasonText, valueText } from '../../../../geo/words/findings.ts';
import { fileOf, readAll } from '../formats/data-file.ts';
import { incident } from '../store/made-incidents.ts';

/** Takes a file's rows, as an import does, where `known` are loaded. */
async function take(text: string, known: Set<string> = new Set(), mapping?: Record<string, string>) {
  const { layout, entries } = await readAll(fileOf(text), { mapping });
  const loadedIds = createIdSet();
  for (const id of known) loadedIds.add(id);
  const [events, raws, warnings]: [Event[], string[], string[]] = [[], [], []];
  const rejects: Rejected[] = [];
  const { take: takeOne, counts } = createTake(loadedIds, duplicateFinding, {
    accept: (event, raw) => {
      events.push(event);
      raws.push(raw);
    },
    reject: (reject) => rejects.push(reject),
    warn: (warning) => warnings.push(reasonText(warning)),
  });
  entries.forEach(takeOne);
  for (const { recorded } of events) known.add(recorded.id); // they are loaded from now on
  expect(counts.read).toBe(counts.accepted + counts.rejected);
  const { head, line, end } = rejectsFile(layout, { reasonText, valueText });
  const rejectsText = head + rejects.map((reject, i) => line(reject, i === 0)).join('') + end;
  return {
    layout,
    events,
    raws,
    warnings,
    rejects,
    rejectsText,
    counts,
    ids: events.map(({ recorded }) => recorded.id),
  };
}

const HEADER = 'id,date,lat,lon,title';
const ONE = `${HEADER}\n1,2025-10-08,34,71,a\n2,2025-10-08,34,71,b\n`;
const OTHER = `${HEADER}\n1,2025-10-09,33,70,c\n2,2025-10-09,33,70,d\n`;
const COMPUTED = incident({ id: 'x' }).properties;

describe('ids that are unique in their file alone', () => {
  it('are taken from two files that both count from 1, with a warning', async () => {
    const known = new Set<string>();
    const one = await take(ONE, known);
    const other = await take(OTHER, known);
    expect([one.warnings, one.ids.map(givenIdOf)]).toEqual([[], ['1', '2']]);
    expect(other.counts).toEqual({ read: 2, accepted: 2, rejected: 0 });
    expect(other.warnings).toEqual(
      Array(2).fill('another file has a row with this id and other content: both were kept'),
    );
    expect(new Set([...one.ids, ...other.ids]).size).toBe(4);
  });

  it('are not taken twice from the same file, nor from its rows in another order', async () => {
    const known = new Set<string>();
    await take(ONE, known);
    const size = known.size;
    const [header, ...rows] = ONE.trim().split('\n');
    for (const text of [ONE, [header, ...rows.reverse()].join('\r\n'), ONE.replaceAll(',', ';')]) {
      expect((await take(text, known)).counts).toEqual({ read: 2, accepted: 0, rejected: 2 });
    }
    expect(known.size).toBe(size);
  });

  it('are kept once in a file: the first row of an id, whatever the others hold', async () => {
    const { events, rejects } = await take(`${ONE}1,2025-10-08,34,71,a\n2,2025-10-09,34,71,other\n`);
    expect(events.map(({ recorded }) => recorded.title)).toEqual(['a', 'b']);
    expect(rejects.map(({ line, field, value }) => [line, field, value])).toEqual([
      [4, 'id', '1'],
      [5, 'id', '2'],
    ]);
  });

  it('do not depend on what the columns are said to mean', async () => {
    const plain = await take(ONE);
    const mapped = await take(ONE, new Set(), { title: '' });
    expect(mapped.ids).toEqual(plain.ids);
  });

  it('warn where a loaded row of another dataset has the very id', async () => {
    const { warnings, counts } = await take(ONE, new Set(['1', 'ACLED-2']));
    expect([warnings.length, counts.accepted]).toEqual([1, 2]);
  });

  it('are not those of equal rows without an id, which may be two events: each is taken, and all are known again', async () => {
    const text = 'date,lat,lon\n2020-03-01,34,71\n2020-03-01,34,71\n2020-03-02,34,71\n';
    const known = new Set<string>();
    const { ids, warnings, counts } = await take(text, known);
    expect([new Set(ids).size, counts.accepted]).toEqual([3, 3]);
    expect(warnings).toEqual([expect.stringMatching(/equal row stands before it.*both were kept/)]);
    const again = await take(text, known);
    expect([again.counts.accepted, again.rejects.map(({ field, code }) => [field, code])]).toEqual([
      0,
      Array(3).fill([null, 'duplicate-row']),
    ]);
    const third = text.replace('2020-03-02', '2020-03-01');
    expect((await take(third, known)).counts).toMatchObject({ accepted: 1, rejected: 2 });
  });

  it('are those of features too, which are known again among rejected ones', async () => {
    const feature = (id: number, title: string) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [71, 34] },
      properties: { id, title, date: '2025-10-08' },
    });
    const text = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
    const known = new Set<string>();
    await take(text(feature(1, 'a')), known);
    const other = await take(text(feature(1, 'b')), known);
    expect([other.counts.accepted, other.warnings.length]).toEqual([1, 1]);
    const again = await take(text(feature(1, 'a'), feature(1, 'c')), known);
    expect(again.counts).toEqual({ read: 2, accepted: 0, rejected: 2 });
    expect((await take(again.rejectsText, known)).counts).toEqual({ read: 2, accepted: 0, rejected: 2 });
  });

  it('stay the same when what was taken is exported and brought back, and read again from its raw text', async () => {
    // of equal rows without an id the number in it is not in the text
    const withoutNumber = (event: Event) => {
      const { id } = event.recorded;
      return { ...event, recorded: { ...event.recorded, id: id.replace(/^(row-[0-9a-f]{16})-\d+$/, '$1') } };
    };
    const row = fc.tuple(fc.constantFrom('1', '2', 'a~1234567', ''), fc.string({ unit: 'grapheme', maxLength: 8 }));
    const tables = fc.array(fc.array(row, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(tables, async (files) => {
        const known = new Set<string>();
        const all: Event[] = [];
        for (const rows of files) {
          const lines = rows.map(([id, title]) => csvRecord([id, '2025-10-08', '34', '71', title]));
          const { layout, events, raws, counts } = await take([HEADER, ...lines].join('\n'), known);
          const read = createRowReader(layout);
          expect(raws.map(read)).toMatchObject(events.map((event) => ({ event: withoutNumber(event) })));
          all.push(...events);
          // no row is met twice, and none is lost that was not met
          expect((await take([HEADER, ...lines].join('\n'), new Set(known))).counts.accepted).toBe(0);
          const withoutId = rows.filter(([id]) => id === '').length;
          expect(counts.accepted).toBeLessThanOrEqual(new Set(lines).size + withoutId);
        }
        expect(new Set(all.map(({ recorded }) => recorded.id)).size).toBe(all.length);
        if (all.length === 0) return;
        const exported = [csvRecord(OWN_COLUMNS), ...all.map((event) => ownRecord(event, COMPUTED))].join('\r\n');
        const back = await take(exported);
        expect([back.layout.format, back.events]).toEqual(['durand', all]);
        expect((await take(exported, known)).counts).toMatchObject({ accepted: 0, rejected: all.length });
      }),
    );
  });
});
