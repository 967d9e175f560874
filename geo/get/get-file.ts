import { csvRecord } from '../formats/csv.ts';
import type { Patience } from './ask.ts';
import { otherFields } from './fields.ts';
import { openPart, partOf, writeBeside, type PartFile } from './part-file.ts';
import { refused } from './refused.ts';
import type { ApiEvent, DataSource } from './source.ts';

/** What a file that was fetched is, as it stands beside it in FILE.source.json. */
export interface GotFile {
  dataset: string;
  version: string | null;
  address: string;
  countries: readonly string[];
  /** The moment at which it was whole, ISO 8601 in UTC. */
  fetched: string;
  events: number;
  bytes: number;
  /** `sha256:` and 64 hex digits of the file. */
  hash: string;
  licence: string;
  attribution: string;
}

/**
 * Fetches the events of a source into a CSV in the dataset's own columns, page by page, and writes beside it what it is
 * (FILE.source.json). What came before a cut is kept in FILE.part, and not asked for again. The cells are as the source
 * has them.
 * Throws a `SourceError` where the source, or the file, does not allow it.
 */
export async function getFile(source: DataSource, path: string, { note }: Pick<Patience, 'note'>): Promise<GotFile> {
  const { name, version, address, countries, columns, licence, attribution } = source;
  // what has no version changes from day to day: no file is put together of two
  const key = JSON.stringify({ name, address, countries, columns, state: version ?? today() });
  const part = await openPart(path, key, lineOf(columns), source.first);
  if (part.progress.events > 0) {
    note(`${name}: ${part.progress.events} events are in ${partOf(path)} from before; what is missing is asked for`);
  }
  try {
    await addPages(source, part, note);
  } catch (error) {
    if (part.progress.events === 0) await part.drop();
    throw error;
  }
  const { events } = part.progress;
  const { bytes, sha256 } = await part.finish();
  const fetched: GotFile = {
    dataset: name,
    ...{ version, address, countries },
    fetched: new Date().toISOString(),
    ...{ events, bytes, hash: `sha256:${sha256}`, licence, attribution },
  };
  await writeBeside(`${path}.source.json`, `${JSON.stringify(fetched, null, 2)}\n`);
  return fetched;
}

/** Asks for page after page until all are there, and says how far it is and what is odd. */
async function addPages(source: DataSource, part: PartFile, note: Patience['note']): Promise<void> {
  const { name, columns } = source;
  const others = new Set<string>();
  let total: number | null = null;
  let before = '';
  for (let at = part.progress.next; at !== null; at = part.progress.next) {
    const page = await source.page(at);
    for (const other of otherFields(source, page.rows)) others.add(other);
    const text = page.rows.map((row) => lineOf(columns.map((column) => cellOf(row[column])))).join('');
    if (text !== '' && text === before) {
      throw refused(name, 'page', at, 'came twice, the same', 'Try again later, or download its file by hand');
    }
    before = text;
    total = page.total ?? total;
    await part.add(text, page.rows.length, page.next);
    note(`${name}: ${part.progress.events}${total === null ? '' : ` of ${total}`} events`);
  }
  const { events } = part.progress;
  if (others.size > 0) note(`${name}: new fields, for which the file has no column: ${JSON.stringify([...others])}`);
  if (total !== null && total !== events) note(`${name}: it speaks of ${total} events, and gave ${events}`);
}

/** Today in UTC, YYYY-MM-DD. */
function today(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function lineOf(cells: readonly string[]): string {
  return `${csvRecord(cells)}\n`;
}

/** A cell as a text: what is not known is empty. */
function cellOf(value: ApiEvent[string]): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
