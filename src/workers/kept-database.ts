import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptFile } from '../../geo/import/again.ts';
import type { Rejects } from '../../geo/import/rejects.ts';
import type { Rows } from '../../geo/store/rows.ts';
import type { Texts } from '../../geo/store/texts.ts';
import { DATA } from '../text/data.ts';
import { contentOf, listOf, mergedList, type KeptDataset } from './kept-list.ts';

const NAME = 'durand-map';

interface Schema extends DBSchema {
  /** the datasets in their order; a dataset that is not in it does not exist */
  list: { key: 'datasets'; value: KeptDataset[] };
  /** of the datasets' content, by what it is kept under and path */
  parts: { key: [string, string]; value: unknown };
}

/** One that is blocked or damaged may never open; on a busy machine one that is well takes more than ten seconds. */
const LONGEST_OPENING_MS = 20_000;

/** Opens the browser's store. Rejects where the browser has none, or allows none. */
function open(): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('list');
      db.createObjectStore('parts');
    },
    // another tab, with another version of this page, wants it otherwise: let it
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(DATA.storeHangs));
      void opening.then(
        (db) => db.close(), // too late
        () => undefined,
      );
    }, LONGEST_OPENING_MS);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Does something with the browser's store, which is closed after. Rejects where there is none. */
export async function withStore<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  try {
    const db = await open();
    try {
      return await use(db);
    } finally {
      db.close();
    }
  } catch (error) {
    throw inWords(error);
  }
}

/** What the browser says of its store is for programmers, and often nothing but a name. */
function inWords(error: unknown): unknown {
  const { name } = error instanceof DOMException ? error : { name: '' };
  return Object.hasOwn(DATA.storeProblems, name) ? new Error(DATA.storeProblems[name]) : error;
}

/** What of a dataset may be large: its rows, and those that were not taken. */
export interface KeptContent {
  rows: Rows;
  rejects: Rejects;
}

/** A part of a dataset's content, under its path. */
export type KeptPart = [path: string, part: unknown];

/**
 * The content of a dataset in parts, each under its path: Chromium takes no more than 127 MiB in one, and all at once
 * would hold everything twice.
 */
export function partsOfContent(content: KeptContent): Generator<KeptPart> {
  return partsOf(content, '');
}

/** Keeps parts of a dataset's content. They count for nothing until the list names the dataset. */
export function keepParts(content: string, parts: readonly KeptPart[]): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction('parts', 'readwrite');
    for (const [path, part] of parts) void transaction.store.put(part, [content, path]);
    await transaction.done;
  });
}

/** What is kept of a dataset: as it was, or, where it is of another version, what it is read again from. */
export type Kept = { dataset: KeptDataset } & (
  { kind: 'content'; content: KeptContent } | { kind: 'file'; file: KeptFile; ids: Texts }
);

/** Does this page's changes to the list as it stands, see mergedList, and deletes the content of what went. */
export function keepChanges(base: readonly KeptDataset[], mine: readonly KeptDataset[]): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    const list = transaction.objectStore('list');
    const theirs = listOf(await list.get('datasets')).list;
    const merged = mergedList(base, mine, theirs);
    await list.put(merged, 'datasets');
    const stay = new Set(merged.map(contentOf));
    for (const content of theirs.map(contentOf))
      if (!stay.has(content)) await transaction.objectStore('parts').delete(rangeOf(content));
    await transaction.done;
  });
}

/** The list of what is kept, and how many of its entries are none. */
export function keptList(): Promise<ReturnType<typeof listOf>> {
  return withStore(async (db) => listOf(await db.get('list', 'datasets')));
}

/** Deletes parts that could not be kept whole. */
export function forgetParts(content: string): Promise<void> {
  return withStore((db) => db.delete('parts', rangeOf(content)));
}

/** Deletes the parts that no dataset of the list has. Nobody may be keeping any meanwhile: those are not in it yet. */
export function forgetOrphans(): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    const { list, damaged } = listOf(await transaction.objectStore('list').get('datasets'));
    if (damaged > 0) return; // whose parts they are is not known
    const stay = new Set(list.map(contentOf));
    const parts = transaction.objectStore('parts');
    for (const key of await parts.getAllKeys()) if (!stay.has(key[0])) await parts.delete(key);
    await transaction.done;
  });
}

/** Deletes everything that was kept. The store itself stays: another page may be in the middle of using it. */
export function forgetAll(): Promise<void> {
  return withStore(async (db) => {
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    await transaction.objectStore('list').clear();
    await transaction.objectStore('parts').clear();
    await transaction.done;
  });
}

/** All parts of a content. */
export const rangeOf = (content: string) => IDBKeyRange.bound([content], [content, []]);

/** Takes a value apart into its typed arrays and what holds none, each under its path; one by one, as columns may be made when they are asked for. */
function* partsOf(value: unknown, path: string): Generator<[string, unknown]> {
  if (!holdsArrays(value)) return yield [path, value];
  for (const name of Object.keys(value)) yield* partsOf(value[name], `${path}/${name}`);
}

function holdsArrays(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.entries(Object.getOwnPropertyDescriptors(value)).some(
    // what is made when it is asked for is a column, and is not made to be looked at
    ([, { get, value: part }]) => get !== undefined || ArrayBuffer.isView(part) || holdsArrays(part),
  );
}

interface Tree {
  [name: string]: Tree | unknown;
}

/** Puts together what `partsOf` took apart. */
export function joined(parts: Iterable<[string, unknown]>): unknown {
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
