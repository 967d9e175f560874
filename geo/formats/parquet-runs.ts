/** Bytes of a page, from one to before another. */
export interface RunSpan {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Gives the next value each time; throws a `RangeError` where there is none. */
export type Next<T> = () => T;

const ended = () => new RangeError('a page that ends before its values');

/**
 * The values of runs and packed bits in turn (RLE, parquet.apache.org/docs/file-format/data-pages/encodings), each of `width` bits.
 * A run is not written out, however long it says that it is.
 */
export function createRuns({ bytes, from, to }: RunSpan, width: number): Next<number> {
  if (width > 32) throw new RangeError('values too wide');
  let at = from;
  let left = 0;
  let repeated = 0;
  /** the next bit of packed values; -1 in a run */
  let bit = -1;

  function begin(): void {
    if (bit >= 0) at = Math.ceil(bit / 8);
    const head = readVarint();
    if (head % 2 === 1) {
      left = Math.floor(head / 2) * 8;
      bit = at * 8;
      return;
    }
    [left, bit, repeated] = [head / 2, -1, 0];
    for (let shift = 0; shift < width; shift += 8) repeated += byteAt(at++) * 2 ** shift;
  }

  function readVarint(): number {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = byteAt(at++);
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw ended();
  }

  function byteAt(index: number): number {
    if (index >= to) throw ended();
    return bytes[index];
  }

  return () => {
    while (left === 0) begin();
    left--;
    if (bit < 0) return repeated;
    let value = 0;
    for (let got = 0; got < width;) {
      const offset = bit % 8;
      const take = Math.min(8 - offset, width - got);
      value += ((byteAt(Math.floor(bit / 8)) >> offset) & ((1 << take) - 1)) * 2 ** got;
      got += take;
      bit += take;
    }
    return value;
  };
}

/** What was written as steps from one value to the next. */
interface Deltas {
  next: Next<bigint>;
  /** How many values there are. */
  count: number;
  /** Where they end, once all were taken. */
  end: () => number;
}

/** Values written as steps (DELTA_BINARY_PACKED, the same page), wrapped to so many bits. None is made before it is asked for. */
export function createDeltas({ bytes, from, to }: RunSpan, bits: 32 | 64): Deltas {
  let at = from;
  function readVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (at >= to) throw ended();
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw ended();
  }
  const zigZag = (value: bigint) => (value >> 1n) ^ -(value & 1n);

  const [blockSize, parts, count] = [readVarint(), readVarint(), readVarint()].map(Number);
  const size = blockSize / parts;
  if (!(Number.isInteger(size) && size > 0 && size % 32 === 0 && blockSize <= 1 << 20)) throw new RangeError('a block');
  let value = zigZag(readVarint());
  let taken = 0;
  /** of the block: the least step, the widths of its parts, and how many of its values were taken */
  let least = 0n;
  let widths = bytes.subarray(0, 0);
  let inBlock = blockSize;
  let bit = at * 8;

  function nextStep(): bigint {
    if (inBlock === blockSize) {
      at = Math.ceil(bit / 8);
      least = zigZag(readVarint());
      widths = bytes.subarray(at, at + parts);
      at += parts;
      if (at > to) throw ended();
      [inBlock, bit] = [0, at * 8];
    }
    const width = widths[Math.floor(inBlock++ / size)];
    if (width > 64) throw new RangeError('values too wide');
    let step = 0n;
    for (let got = 0; got < width;) {
      const offset = bit % 8;
      const take = Math.min(8 - offset, width - got);
      const index = Math.floor(bit / 8);
      if (index >= to) throw ended();
      step |= BigInt((bytes[index] >> offset) & ((1 << take) - 1)) << BigInt(got);
      got += take;
      bit += take;
    }
    return least + step;
  }

  return {
    count,
    next() {
      if (taken >= count) throw ended();
      if (taken > 0) value = BigInt.asIntN(bits, value + nextStep());
      taken++;
      return value;
    },
    end() {
      // the part that was begun is filled up, those after it have no bytes
      const rest = inBlock % size === 0 ? 0 : size - (inBlock % size);
      const width = rest === 0 ? 0 : widths[Math.floor(inBlock / size)];
      return Math.min(to, Math.ceil((bit + rest * width) / 8));
    },
  };
}
