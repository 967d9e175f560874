/** Reads bytes in pieces of the length that is asked for. */
export interface ByteReader {
  /** So many bytes, fewer at the end. */
  take: (length: number) => Promise<Uint8Array>;
  /** Closes what it reads from. */
  end: () => Promise<void>;
}

/** Gives what reads chunks; it holds one, and what of another is needed. */
export function createByteReader(chunks: AsyncGenerator<Uint8Array>): ByteReader {
  let held: Uint8Array = new Uint8Array(0);
  let at = 0;
  return {
    async take(length) {
      if (held.length - at >= length) return held.subarray(at, (at += length));
      const parts = [held.subarray(at)];
      let size = parts[0].length;
      [held, at] = [new Uint8Array(0), 0];
      while (size < length) {
        const next = await chunks.next();
        if (next.done) break;
        const needed = Math.min(next.value.length, length - size);
        parts.push(next.value.subarray(0, needed));
        size += needed;
        if (needed < next.value.length) [held, at] = [next.value, needed];
      }
      const all = new Uint8Array(size);
      let to = 0;
      for (const part of parts) {
        all.set(part, to);
        to += part.length;
      }
      return all;
    },
    async end() {
      await chunks.return(undefined);
    },
  };
}

/** The view of bytes. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
