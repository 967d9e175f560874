import type { ParamsArgument } from '../model/codes.ts';
import { inputError, type InputError, type ProblemCode, type ProblemParams } from '../model/errors.ts';

/** A file as a browser gives one, or anything that can be read like it. It is opened more than once. */
export interface DataFile {
  name: string;
  /** bytes */
  size: number;
  stream(): ReadableStream<Uint8Array>;
  /** A part of it, from one byte to before another; where there is none, all of it is read for what needs parts. */
  slice?(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Bytes that can be read again from the beginning. */
export interface ByteSource {
  name: string;
  open: () => AsyncGenerator<Uint8Array>;
  /** Reads any part, from one byte to before another, of what is not packed; `size` is in bytes. */
  parts?: { size: number; read: (from: number, to: number) => Promise<ArrayBuffer> } | undefined;
}

/** The file as a source. `onBytes` is told how many bytes of it were read, each time that it is opened. */
export function sourceOf(file: DataFile, onBytes?: (bytes: number) => void, signal?: AbortSignal): ByteSource {
  const read = (from: number, to: number) => {
    signal?.throwIfAborted();
    onBytes?.(to);
    return file.slice?.(from, to).arrayBuffer() ?? Promise.reject(new RangeError('There are no parts.'));
  };
  return {
    name: file.name,
    parts: file.slice && { size: file.size, read },
    async *open() {
      let bytes = 0;
      for await (const chunk of chunksOf(file.stream())) {
        signal?.throwIfAborted();
        bytes += chunk.length;
        onBytes?.(bytes);
        yield chunk;
      }
    },
  };
}

/**
 * A stream's chunks; the stream is cancelled where the caller stops early, which is not waited for: what unpacks damaged
 * data may never answer. Not every browser iterates streams itself.
 */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Chunks as a stream, read as it is read. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** The first bytes of a source, at least so many where it has them. */
export async function headOf({ open }: ByteSource, least: number): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const chunk of open()) {
    const both = new Uint8Array(head.length + chunk.length);
    both.set(head);
    both.set(chunk, head.length);
    head = both;
    if (head.length >= least) break;
  }
  return head;
}

/** What was taken from the front of it, then the rest. */
export async function* startingWith<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** What comes first, `null` where nothing does, and all of it. */
export async function peeked<T>(rest: AsyncGenerator<T>): Promise<{ first: T | null; all: AsyncGenerator<T> }> {
  const next = await rest.next();
  return next.done ? { first: null, all: rest } : { first: next.value, all: startingWith(next.value, rest) };
}

/** So much of a short text is read, in characters. */
const LONGEST_TEXT = 1_000_000;

/** A short text in UTF-8, as a whole. */
export async function textOf({ open }: ByteSource): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of open()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_TEXT) break;
  }
  return text;
}

/** A file as a whole that cannot be read. */
export function unreadable<C extends ProblemCode>(
  file: string,
  value: unknown,
  code: C,
  ...params: ParamsArgument<ProblemParams[C]>
): InputError {
  return inputError({ file, row: null, field: null, value }, code, ...params);
}
