import { parquetHeader } from 'hyparquet/src/column.js';
import type { ColumnMetaData } from 'hyparquet';
import { viewOf } from './byte-reader.ts';
import { endOfStruct } from './parquet-thrift.ts';
import { unfoldSnappy } from './snappy.ts';
import { checkZstd } from './zstd-bounds.ts';

/** A page of a column, unfolded but for the levels of the second kind of pages, which are never packed. */
export interface Page {
  isDictionary: boolean;
  /** How many values it says that it holds, unknown ones among them. */
  count: number;
  encoding: string;
  /** The levels, where they lie apart from the values and without their lengths. */
  levels: { repeated: Uint8Array; defined: Uint8Array } | null;
  bytes: Uint8Array;
}

/** Unfolds a page into so many bytes, by the name of how it was packed. */
export type Unfold = (packed: Uint8Array, length: number) => Uint8Array;

/** The ways of packing that can be unfolded. Brotli and LZ4 are rare. */
export async function loadUnfolds(): Promise<Readonly<Record<string, Unfold>>> {
  const [{ decompress }, { gunzipSync }] = await Promise.all([import('fzstd'), import('fflate')]);
  return {
    UNCOMPRESSED: (packed) => packed,
    SNAPPY: unfoldSnappy,
    GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) }),
    ZSTD: (packed, length) => {
      checkZstd(packed, length);
      return decompress(packed, new Uint8Array(length));
    },
  };
}

/**
 * The pages of a column in a group of rows, one after the other. `onPage` is told of each before room is made for it: how many bytes
 * it unfolds to, and how many values it says that it holds. Throws a `RangeError` for a page that is not as it says.
 */
export function* pagesOf(
  column: Uint8Array,
  codec: ColumnMetaData['codec'],
  unfolds: Readonly<Record<string, Unfold>>,
  onPage: (bytes: number, values: number) => void,
): Generator<Page> {
  const unfold = unfolds[codec];
  if (!unfold) throw new RangeError(`pages packed as ${codec}`);
  const view = viewOf(column);
  for (let at = 0; at < column.length - 1;) {
    const from = endOfStruct(view, at);
    const header = parquetHeader({ view, offset: at });
    const { compressed_page_size: packed, uncompressed_page_size: length } = header;
    if (!(isCount(packed) && from + packed <= column.length && isCount(length)))
      throw new RangeError('a page that is not as long as it says');
    const body = column.subarray(from, (at = from + packed));
    const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header;
    const own = header.type === 'DATA_PAGE' ? first : header.type === 'DATA_PAGE_V2' ? second : dictionary;
    if (header.type === 'INDEX_PAGE') continue;
    if (!own || !isCount(own.num_values)) throw new RangeError('a page of no known kind');
    onPage(length, own.num_values);
    const page = { isDictionary: own === dictionary, count: own.num_values, encoding: own.encoding };
    if (own !== second) {
      yield { ...page, levels: null, bytes: unfolded(unfold, body, length) };
      continue;
    }
    const { repetition_levels_byte_length: repeated, definition_levels_byte_length: defined } = second;
    if (!(isCount(repeated) && isCount(defined) && repeated + defined <= Math.min(body.length, length)))
      throw new RangeError('levels beyond their page');
    const values = body.subarray(repeated + defined);
    const rest = length - repeated - defined;
    yield {
      ...page,
      levels: { repeated: body.subarray(0, repeated), defined: body.subarray(repeated, repeated + defined) },
      bytes: second.is_compressed === false || rest === 0 ? values : unfolded(unfold, values, rest),
    };
  }
}

function unfolded(unfold: Unfold, packed: Uint8Array, length: number): Uint8Array {
  const bytes = unfold(packed, length);
  if (bytes.length !== length) throw new RangeError('a page that unfolds to another length');
  return bytes;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
