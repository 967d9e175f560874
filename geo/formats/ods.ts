import { decodeText } from './decode.ts';
import type { TableRecord } from './records.ts';
import type { ByteSource } from './source.ts';
import { recordsOf, type SheetRow } from './workbook.ts';
import { attributeIn, createXmlReader, PREFIX, withoutEntities, type XmlElement } from './xml-elements.ts';

/** A sheet is no wider and no longer than this (OpenDocument programs' own limits): what repeats more often is cut. */
const [MOST_COLUMNS, MOST_ROWS] = [16_384, 1_048_576];
/** So many spaces in one, at most. */
const MOST_SPACES = 1000;

/** The names of the sheets of an OpenDocument spreadsheet, in order, from its `content.xml`. */
export async function readOdsNames(content: ByteSource): Promise<string[]> {
  const names: string[] = [];
  let last = '';
  for await (const { root } of rowsIn(content)) {
    if (root !== last) names.push(nameIn(root));
    last = root;
  }
  return names;
}

/**
 * The rows of the sheet of a name as records, as `readSheet` gives those of a workbook: numbers as they are kept, not as they are
 * shown, days as YYYY-MM-DD.
 */
export async function* readOdsSheet(
  content: ByteSource,
  sheet: string,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  async function* rows(): AsyncGenerator<SheetRow> {
    let line = 1;
    for await (const { raw, root, flaw } of rowsIn(content)) {
      if (nameIn(root) !== sheet) continue;
      const repeated = Math.min(countIn(raw, 'number-rows-repeated'), MOST_ROWS);
      const cells = cellsIn(raw);
      const isCut = flaw !== null;
      // what is empty is repeated a million times
      if (cells.length > 0 || isCut)
        for (let i = 0; i < repeated; i++) yield { line: line + i, cells: [...cells], isCut };
      line += repeated;
    }
  }
  yield* recordsOf(rows(), onText);
}

async function* rowsIn(content: ByteSource): AsyncGenerator<XmlElement> {
  const { feed } = createXmlReader(['table-row'], 'table');
  for await (const chunk of decodeText(content.open(), () => undefined)) yield* feed(chunk, false);
  yield* feed('', true);
}

function nameIn(table: string): string {
  return attributeIn(table, 'name') ?? '';
}

/** How often an element stands there, as its first tag says. */
function countIn(tag: string, name: string): number {
  const count = Number(attributeIn(tag.slice(0, tag.indexOf('>') + 1), name));
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** What is in a cell, as tags and texts. */
const PARTS = new RegExp(`<(/?)(?:${PREFIX}:)?([\\w.-]+)([^<>]*)>|([^<]+)`, 'g');

/** The texts of a row's cells, without the empty ones at its end. */
function cellsIn(row: string): string[] {
  const cells: string[] = [];
  let empty = 0;
  let cell: { tag: string; text: string; isIn: boolean; paragraphs: number } | null = null;
  /** A comment on a cell is none of its text. */
  let isComment = false;

  function end(): void {
    if (cell === null) return;
    const text = valueIn(cell.tag, cell.text);
    const repeated = Math.min(countIn(cell.tag, 'number-columns-repeated'), MOST_COLUMNS);
    cell = null;
    if (text === '') {
      empty += repeated;
      return;
    }
    for (; empty > 0 && cells.length < MOST_COLUMNS; empty--) cells.push('');
    empty = 0;
    for (let i = 0; i < repeated && cells.length < MOST_COLUMNS; i++) cells.push(text);
  }

  for (const [tag, slash, name, attributes, text] of row.matchAll(PARTS)) {
    if (name === 'table-cell' || name === 'covered-table-cell') {
      end();
      isComment = false;
      if (slash === '') cell = { tag, text: '', isIn: false, paragraphs: 0 };
    } else if (name === 'annotation') isComment = slash === '' && !attributes.endsWith('/');
    else if (cell === null || isComment) continue;
    else if (text !== undefined) cell.text += cell.isIn ? withoutEntities(text) : '';
    else if (name === 'p') {
      cell.isIn = slash === '' && !attributes.endsWith('/');
      if (slash === '' && cell.paragraphs++ > 0) cell.text += '\n';
    } else if (!cell.isIn || slash !== '') continue;
    else if (name === 's') cell.text += ' '.repeat(Math.min(countIn(tag, 'c'), MOST_SPACES));
    else if (name === 'tab') cell.text += '\t';
    else if (name === 'line-break') cell.text += '\n';
  }
  end();
  return cells;
}

/** What a cell holds, by its type; the text that is shown may be rounded, or written in any language. */
function valueIn(tag: string, text: string): string {
  switch (attributeIn(tag, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return attributeIn(tag, 'value') ?? text;
    case 'date':
      return dayIn(attributeIn(tag, 'date-value')) ?? text;
    case 'boolean':
      return attributeIn(tag, 'boolean-value') ?? text;
    default:
      return text === '' ? (attributeIn(tag, 'string-value') ?? '') : text;
  }
}

function dayIn(date: string | null): string | null {
  return date && date.replace(/T00:00:00(?:\.0*)?Z?$/, '').replace('T', ' ');
}
