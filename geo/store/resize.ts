/** Typed arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** ES2024, which Node 20 lacks. */
type Buffer = ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };

/**
 * The array in another length, zeros beyond what it held; it must be all of its buffer. What is given is used up and has
 * no values any more, whatever the engine: its memory is taken over or freed, so that a million rows are not held twice.
 */
export function resized<A extends Numbers>(array: A, length: number): A {
  const Kind = array.constructor as new (from: ArrayBuffer | number) => A;
  const buffer = array.buffer as Buffer;
  if (buffer.transfer) return new Kind(buffer.transfer(length * array.BYTES_PER_ELEMENT));
  const other = new Kind(length);
  other.set(array.length > length ? array.subarray(0, length) : array);
  handOver(buffer);
  return other;
}

/** Frees an array that is not used any more. */
export function freed(array: Numbers): void {
  const buffer = array.buffer as Buffer;
  if (buffer.transfer) buffer.transfer(0);
  else handOver(buffer);
}

/** Hands a buffer over to nobody: its arrays are empty then. */
function handOver(buffer: ArrayBuffer): void {
  structuredClone(buffer, { transfer: [buffer] });
}

/** From now on the properties of an object that was used up throw an Error with these words. */
export function useUp(object: object, names: readonly string[], words: string): void {
  const get = () => {
    throw new Error(words);
  };
  for (const name of names) Object.defineProperty(object, name, { get });
}
