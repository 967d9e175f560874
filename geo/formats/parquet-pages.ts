import type { AsyncBuffer, RowGroup } from 'hyparquet';

/** What a page can say of itself, beside how long it is. */
interface PageLimits {
  /** bytes, once unfolded */
  unfolded: number;
  values: number;
}

/**
 * Goes through the headers of all pages of a group of rows: what reads them goes round for ever where one has no length. What is within a page is not looked at. Throws a plain
 * error for a page whose length or number of values is not so.
 */
export async function checkPages(file: AsyncBuffer, { columns }: RowGroup, limits: PageLimits): Promise<void> {
  const { deserializeTCompactProtocol } = await import('hyparquet/src/thrift.js');
  for (const { meta_data: column } of columns) {
    if (!column) throw new RangeError('a column without a description');
    const from = Number(column.dictionary_page_offset || column.data_page_offset);
    const to = from + Number(column.total_compressed_size);
    if (!(from >= 0 && to >= from && to <= file.byteLength)) throw new RangeError('a column that is not in the file');
    const reader = { view: new DataView(await file.slice(from, to)), offset: 0 };
    while (reader.offset < reader.view.byteLength - 1) {
      const { field_2: unfolded, field_3: packed, ...kinds } = deserializeTCompactProtocol(reader);
      // the numbers of values of a page of data, a dictionary, and a page of data of the second kind (parquet.thrift)
      const counts = [kinds.field_5, kinds.field_7, kinds.field_8].flatMap((kind) =>
        kind === undefined ? [] : [(kind as { field_1?: unknown }).field_1],
      );
      const isSound =
        isCount(packed, reader.view.byteLength - reader.offset) &&
        isCount(unfolded, limits.unfolded) &&
        counts.length > 0 &&
        counts.every((count) => isCount(count, limits.values));
      if (!isSound) throw new RangeError('a page that is not as long as it says');
      reader.offset += packed as number;
    }
  }
}

function isCount(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
