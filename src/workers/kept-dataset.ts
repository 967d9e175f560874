import { DATA } from '../text/data.ts';
import { sayAlive } from './alive.ts';
import { flawInRejects, flawInRows, flawInTexts } from './kept-check.ts';
import { joined, rangeOf, withStore, type Kept, type KeptContent, type KeptPart } from './kept-database.ts';
import { flawInEntry, flawInReasons } from './kept-entry.ts';
import { contentOf, listOf } from './kept-list.ts';

/**
 * A dataset as it is kept now, all of it as at one moment. Throws an Error that says what is missing where it is not
 * there whole.
 */
export function keptDataset(id: string, version: string): Promise<Kept> {
  return withStore(async (db) => {
    const transaction = db.transaction(['list', 'parts'], 'readonly');
    const { list } = listOf(await transaction.objectStore('list').get('datasets'));
    const dataset = list.find((each) => each.id === id);
    if (!dataset?.report) throw new Error(DATA.lost);
    const isOfToday = dataset.version === version;
    const entryFlaw = flawInEntry(dataset, isOfToday);
    if (entryFlaw !== null) throw new Error(DATA.damaged(entryFlaw));
    const { layout, warnings, ...sizes } = dataset.report;
    const parts = transaction.objectStore('parts');
    const whole: KeptPart[] = [];
    for (const key of await parts.getAllKeys(rangeOf(contentOf(dataset))))
      if (isOfToday || NEEDED_AGAIN.test(key[1])) {
        whole.push([key[1], await parts.get(key)]);
        sayAlive();
      }
    if (whole.length === 0) throw new Error(DATA.lost);
    // checked right below
    const content = (joined(whole) as { '': KeptContent })[''];
    const { rows, rejects } = content ?? {};
    const flaw = isOfToday
      ? flawInRows(rows, sizes)
      : (flawInTexts(rows?.ids, sizes.accepted, 'rows/ids') ?? flawInTexts(rows?.raw, sizes.accepted, 'rows/raw'));
    const problem = flaw ?? flawInRejects(rejects, sizes) ?? (isOfToday ? flawInReasons(rejects.reasons) : null);
    if (problem !== null) throw new Error(DATA.damaged(problem));
    if (isOfToday) return { kind: 'content', dataset, content };
    if (!rows.raw) throw new Error(DATA.damaged('rows/raw'));
    return { kind: 'file', dataset, file: { layout, warnings, raw: rows.raw, rejects }, ids: rows.ids };
  });
}

/** What a dataset is read again from: columns of another version need not be there. */
const NEEDED_AGAIN = /^\/(rows\/(raw|ids)\/|rejects\/)/;
