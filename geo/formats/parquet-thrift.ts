/** Deeper than any structure of a Parquet file. */
const DEEPEST = 16;
/** So deep lie the statistics, of which hyparquet makes numbers in time that grows with the square of their length; writers cut them at 4 kB. */
const DEEP = 4;
const LONGEST_DEEP = 1 << 14;

/**
 * Where a structure in Thrift's compact protocol ends that begins at `from`, in bytes. hyparquet's own reader, which is to read it
 * next, makes room for a list as long as it says it is and takes numbers of any length; here both must be as the bytes allow.
 * Throws a `RangeError` for what is not so. The protocol: github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export function endOfStruct(view: DataView, from: number): number {
  let at = from;
  const left = () => view.byteLength - at;

  function number(most: number): number {
    let value = 0;
    for (let bytes = 0; bytes < most; bytes++) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** (7 * bytes);
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number without an end');
  }

  function skip(bytes: number): void {
    if (bytes > left()) throw new RangeError('a length beyond the end');
    at += bytes;
  }

  function list(depth: number): void {
    const head = view.getUint8(at++);
    const size = head >> 4 === 15 ? number(5) : head >> 4;
    if (size > left()) throw new RangeError('a list beyond the end');
    const kind = head & 15;
    for (let i = 0; i < size; i++) element(kind === 1 || kind === 2 ? 3 : kind, depth);
  }

  function element(kind: number, depth: number): void {
    if (depth > DEEPEST) throw new RangeError('a structure too deep');
    if (kind === 3) skip(1);
    else if (kind === 4 || kind === 5) number(5);
    else if (kind === 6) number(10);
    else if (kind === 7) skip(8);
    else if (kind === 8) {
      const length = number(5);
      if (depth >= DEEP && length > LONGEST_DEEP) throw new RangeError('a text too long');
      skip(length);
    } else if (kind === 9) list(depth + 1);
    else if (kind === 12) struct(depth + 1);
    else if (kind !== 1 && kind !== 2) throw new RangeError('a kind that there is not');
  }

  function struct(depth: number): void {
    for (;;) {
      const head = view.getUint8(at++);
      if ((head & 15) === 0) return;
      if (head >> 4 === 0) number(5);
      element(head & 15, depth);
    }
  }

  struct(0);
  return at;
}
