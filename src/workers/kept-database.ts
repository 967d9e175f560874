import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Rejects } from '../../geo/import/rejects.ts';
import type { Rows } from '../../geo/store/rows.ts';
import type { ImportReport } from '../../geo/import/report.ts';

const NAME = 'durand-map';

/** A dataset as it is kept, without its content. */
export interface KeptDataset {
  id: string;
  name: string;
  licence: string;
  on: boolean;
  /** `null` for the incidents that come with the page */
  report: Omit<ImportReport, 'rejects'> | null;
}

interface Schema extends DBSchema {
  /** the datasets in their order; a dataset that is not in it does not exist */
  list: { key: 'datasets'; value: KeptDataset[] };
  /** of the datasets' content, by dataset and path */
  parts: { key: [string, string]; value: unknown };
}

/** Opens the browser's store. Rejects where the browser has none, or allows none. */
function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('list');
      db.createObjectStore('parts');
    },
    // another tab deletes everything: let it
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
}

async function withStore<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

/** What of a dataset may be large: its rows, and those that were not taken. */
export interface Content {
  rows: Rows;
  rejects: Rejects;
}

/**
 * The content of a dataset in parts, each under its path: Chromium takes no more than 127 MiB in one, and all at once
 * would hold everything twice.
 */
export function partsOfContent(content: Content): Generator<[path: string, part: unknown]> {
  return partsOf(content, '');
}

/** Keeps a part of a dataset's content. It counts for nothing until `keepList` names the dataset. */
export function keepPart(id: string, path: string, part: unknown): Promise<void> {
  return withStore(async (db) => void (await db.put('parts', part, [id, path])));
}

/** The content of a dataset as its parts were kept. Throws an Error where it is not there whole. */
export function keptContent(id: string): Promise<Content> {
  return withStore(async (db) => {
    const keys = await db.getAllKeys('parts', IDBKeyRange.bound([id], [id, []]));
    const parts: [string, unknown][] = [];
    for (const key of keys) parts.push([key[1], await db.get('parts', key)]);
    const whole = joined(parts) as { '': Content | undefined };
    if (!whole['']) throw new Error('It is no longer kept. Open its file again.');
    return whole['']; // written by keepPart under this version of the database, so of its shape
  });
}

/** Keeps which datasets there are, in their order; the content of all others are deleted. */
export function keepList(datasets: readonly KeptDataset[]): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    const ids = new Set(datasets.map(({ id }) => id));
    await transaction.objectStore('list').put([...datasets], 'datasets');
    const parts = transaction.objectStore('parts');
    for (const key of await parts.getAllKeys()) if (!ids.has(key[0])) await parts.delete(key);
    await transaction.done;
  });
}

export function keptList(): Promise<KeptDataset[]> {
  return withStore(async (db) => (await db.get('list', 'datasets')) ?? []);
}

/** Deletes everything that was kept. */
export function forgetAll(): Promise<void> {
  return deleteDB(NAME);
}

/** Takes a value apart into its typed arrays and what holds none, each under its path; one by one, as columns may be made when they are asked for. */
function* partsOf(value: unknown, path: string): Generator<[string, unknown]> {
  if (!holdsArrays(value)) return yield [path, value];
  for (const name of Object.keys(value)) yield* partsOf(value[name], `${path}/${name}`);
}

function holdsArrays(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.keys(value).some((name) => {
    const part = (value as Record<string, unknown>)[name];
    return ArrayBuffer.isView(part) || holdsArrays(part);
  });
}

interface Tree {
  [name: string]: Tree | unknown;
}

/** Puts together what `partsOf` took apart. */
function joined(parts: Iterable<[string, unknown]>): unknown {
  const root: Tree = {};
  for (const [path, part] of parts) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    const at = names.reduce((tree, name) => (tree[name] ??= {}) as Tree, root);
    at[last] = part;
  }
  return asLists(root);
}

/** Trees whose names are 0, 1, 2… were lists. */
function asLists(tree: unknown): unknown {
  if (!isTree(tree)) return tree;
  const entries = Object.entries(tree).map(([name, part]) => [name, asLists(part)] as const);
  const isList = entries.length > 0 && entries.every(([name], i) => name === String(i));
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
