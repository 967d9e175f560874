/** Typed arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** ES2024, which Node 20 lacks. */
type Buffer = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };

/**
 * The array in another length, zeros beyond what it held; it must be all of its buffer. What is given is used up: where
 * the engine can, its memory is taken over or freed at once, so that a million rows are not held twice.
 */
export function resized<A extends Numbers>(array: A, length: number): A {
  const Kind = array.constructor as new (from: ArrayBuffer | number) => A;
  const buffer = array.buffer as Buffer;
  if (buffer.transfer) return new Kind(buffer.transfer(length * array.BYTES_PER_ELEMENT));
  const other = new Kind(length);
  other.set(array.length > length ? array.subarray(0, length) : array);
  return other;
}

/** Frees an array that is not used any more, where the engine can. */
export function freed(array: Numbers): void {
  resized(array, 0);
}
