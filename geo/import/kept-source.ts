import { COLLECTION } from '../collection.ts';
import { csvRecord } from '../formats/csv.ts';
import { cellsOf } from '../formats/records.ts';
import { parsed } from '../formats/rows.ts';
import { streamOf, type DataFile } from '../formats/source.ts';
import { textAt } from '../store/texts.ts';
import { inFileOrder, type KeptFile } from './again.ts';

/** The rows that were read of a file, of which the file itself is not at hand any more. */
export interface KeptRows extends KeptFile {
  name: string;
}

/** So many characters go into one piece of the file, about. */
const PIECE = 1 << 18;

/**
 * A file of the rows that were kept, to be read anew in another way: those that were taken in their order, then those that were not. What
 * is broken, so that it would spoil the rows after it, is left out.
 */
export function fileOfKept(kept: KeptRows): DataFile {
  const size = kept.raw.chunks.reduce((sum, { length }) => sum + length, 0);
  return { name: kept.name, size, stream: () => streamOf(encoded(piecesOf(kept))) };
}

function* piecesOf({ layout, raw, rejects }: KeptRows): Generator<string> {
  const { header, delimiter } = layout;
  const [head, between, end] =
    header === null
      ? [COLLECTION.head, COLLECTION.between, COLLECTION.foot]
      : [`${csvRecord(header, delimiter)}\n`, '\n', '\n'];
  const isWhole = (text: string) =>
    header === null ? parsed(text) !== undefined : cellsOf(text, { delimiter }) !== null;
  function* rows(): Generator<string> {
    for (const row of inFileOrder(raw)) yield textAt(raw, row);
    for (let row = 0; row < rejects.raw.start.length; row++) {
      const text = textAt(rejects.raw, row);
      if (isWhole(text)) yield text;
    }
  }
  let [piece, isFirst] = [head, true];
  for (const row of rows()) {
    piece += isFirst ? row : between + row;
    isFirst = false;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + end;
}

async function* encoded(pieces: Generator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}
