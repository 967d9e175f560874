/** A file in a zip, still packed. */
export interface PackedFile {
  name: string;
  /** 0 stored, 8 deflated */
  method: number;
  packed: Blob;
}

/** The end of the directory with the longest comment, bytes. */
const LONGEST_END = 22 + 0xffff;
const SIGNATURES = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 } as const;

/**
 * The files of a zip by the directory at its end (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16); nothing else of it is read.
 * Throws a RangeError where it is cut or damaged.
 */
export async function filesInZip(zip: Blob): Promise<PackedFile[]> {
  const tail = await viewOf(zip.slice(-LONGEST_END));
  let at = tail.byteLength - 22;
  while (tail.getUint32(at, true) !== SIGNATURES.end) at--;
  const [count, size, start] = [
    tail.getUint16(at + 10, true),
    tail.getUint32(at + 12, true),
    tail.getUint32(at + 16, true),
  ];
  const directory = await viewOf(zip.slice(start, start + size));
  const files: PackedFile[] = [];
  for (let i = 0, entry = 0; i < count; i++) {
    check(directory, entry, SIGNATURES.entry);
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(entry + field, true));
    files.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, entry + 46, name)),
      method: directory.getUint16(entry + 10, true),
      packed: await contentAt(zip, directory.getUint32(entry + 42, true), directory.getUint32(entry + 20, true)),
    });
    entry += 46 + name + extra + comment;
  }
  return files;
}

async function contentAt(zip: Blob, start: number, size: number): Promise<Blob> {
  const head = await viewOf(zip.slice(start, start + 30));
  check(head, 0, SIGNATURES.file);
  const from = start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + size > zip.size) throw new RangeError('The zip is cut off.');
  return zip.slice(from, from + size);
}

function check(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new RangeError('The zip is damaged.');
}

const viewOf = async (bytes: Blob) => new DataView(await bytes.arrayBuffer());
