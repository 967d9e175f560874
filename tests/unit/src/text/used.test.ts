import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = process.cwd();
const TEXT = 'src/text';

function textOf(folder: string): string {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => withoutImports(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
    .join('\n');
}

const withoutImports = (text: string) => text.replaceAll(/^\s*import [^;]*;/gm, '');

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The words of a table that no text reads. A word is read as `TABLE.word`; by a key that is computed (`TABLE[key]`),
 * where its name stands in quotes somewhere or the table's type asks for it; or with its table, where that is handed on
 * whole, be it spread into another.
 */
function unread(name: string, table: Table, text: string): string[] {
  const path = `(?<![\\w']|(?<!\\.\\.)\\.)${name.replaceAll('.', '\\??\\.')}`;
  const isWhole = new RegExp(`${path}(?!\\??\\.|\\[|[\\w:']| =)`).test(text);
  if (isWhole) return [];
  const isComputed = new RegExp(`${path}(?:\\?\\.)?\\[`).test(text);
  if (isComputed && new RegExp(`const ${name}: Readonly<Record<\\w+, string>>`).test(text)) return [];
  return Object.entries(table).flatMap(([key, value]) => {
    const isRead = new RegExp(`${path}\\??\\.${key}\\b`).test(text);
    if (isRead && isTable(value)) return unread(`${name}.${key}`, value, text);
    return isRead || (isComputed && isNamed(key, text)) ? [] : [`${name}.${key}`];
  });
}

/** Whether a key can come out of a computation: it stands in quotes somewhere. */
const isNamed = (key: string, text: string) => new RegExp(`['"\`]${key}['"\`]`).test(text);

describe('the words', () => {
  const text = `${textOf('src')}\n${textOf('geo')}`;
  const files = readdirSync(join(ROOT, TEXT)).filter((file) => file.endsWith('.ts'));

  it.each(files)('of %s are all read somewhere', async (file) => {
    const exported = (await import(join(ROOT, TEXT, file))) as Table;
    const tables = Object.entries(exported).filter((entry): entry is [string, Table] => isTable(entry[1]));
    expect(tables.flatMap(([name, table]) => unread(name, table, text))).toEqual([]);
  });

  it('are missed where nobody reads them', () => {
    const table = { a: 'A', b: { c: 'C', d: 'D' }, e: { f: 'F' }, g: 'G', h: 'H', i: { j: 'J' } };
    const reading = "const T = {}; T.a; T.b.c; show(T.e); T[key]; ['g']; U = { ...T.i }; other.T.h;";
    expect(unread('T', table, reading)).toEqual(['T.b.d', 'T.h']);
  });
});
