import { createByteReader, viewOf } from './byte-reader.ts';
import type { ByteSource } from './source.ts';

/** A dBASE table, as a shapefile has one for its attributes. */
export interface Dbf {
  header: string[];
  /** Its rows, `null` for one that was deleted. */
  rows: AsyncGenerator<string[] | null>;
}

interface DbfField {
  name: string;
  type: string;
  length: number;
}

const HEADER = 32;
const FIELD = 32;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;
const END_OF_FILE = 0x1a;
/** Most that a table may have: longer is no dBASE. */
const MOST_FIELDS = 2000;

/** Encodings by the byte of a header that tells them (language driver), of those that the web knows. */
const ENCODINGS: Readonly<Record<number, string>> = {
  0x03: 'windows-1252',
  0x57: 'windows-1252',
  0x7d: 'windows-1255',
  0x7e: 'windows-1256',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0xca: 'windows-1254',
  0xcb: 'windows-1253',
};

/**
 * Reads a dBASE table in a stream. `encoding` is what the file beside it says (.cpg), `null` where there is none: then the table's own
 * header tells, or the text itself. `null` where it is no such table.
 */
export async function readDbf({ open }: ByteSource, encoding: string | null): Promise<Dbf | null> {
  const { take, end } = createByteReader(open());
  const head = await take(HEADER);
  if (head.length < HEADER) return null;
  const [headerLength, recordLength] = [viewOf(head).getUint16(8, true), viewOf(head).getUint16(10, true)];
  const decode = createDecode(encoding ?? ENCODINGS[head[29]] ?? null);
  const fields = fieldsOf(await take(headerLength - HEADER), decode);
  const length = fields.reduce((sum, field) => sum + field.length, 1);
  if (headerLength <= HEADER || fields.length === 0 || fields.length > MOST_FIELDS || length > recordLength)
    return null;

  async function* rows(): AsyncGenerator<string[] | null> {
    try {
      for (;;) {
        const record = await take(recordLength);
        if (record.length < length || record[0] === END_OF_FILE) return;
        yield record[0] === DELETED ? null : cellsOf(record, fields, decode);
      }
    } finally {
      await end();
    }
  }
  return { header: fields.map(({ name }) => name), rows: rows() };
}

function fieldsOf(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): DbfField[] {
  const fields: DbfField[] = [];
  for (let at = 0; at + FIELD <= bytes.length && bytes[at] !== FIELDS_END; at += FIELD) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]);
    // of long texts the byte of the decimals is a part of the length
    const length = type === 'C' ? bytes[at + 16] + 256 * bytes[at + 17] : bytes[at + 16];
    fields.push({ name: decode(end < 0 ? name : name.subarray(0, end)).trim(), type, length });
  }
  return fields;
}

function cellsOf(record: Uint8Array, fields: readonly DbfField[], decode: (bytes: Uint8Array) => string): string[] {
  let at = 1;
  return fields.map(({ type, length }) => {
    const bytes = record.subarray(at, at + length);
    at += length;
    return valueOf(type, bytes, decode);
  });
}

function valueOf(type: string, bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  if (type === 'I' && bytes.length === 4) return String(viewOf(bytes).getInt32(0, true));
  if ((type === 'O' || type === 'B') && bytes.length === 8) return String(viewOf(bytes).getFloat64(0, true));
  const text = decode(bytes).replaceAll('\0', '').trim();
  if (type === 'D')
    return /^(?!0{8})\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : '';
  // a number that is too long for its field
  if (type === 'N' || type === 'F') return /^\*+$/.test(text) ? '' : text;
  return type === 'L' && text === '?' ? '' : text;
}

/** In what is named, or else in UTF-8, and in Windows-1252 what is not. */
function createDecode(encoding: string | null): (bytes: Uint8Array) => string {
  const named = encoding === null ? null : decoderOf(encoding);
  if (named) return (bytes) => named.decode(bytes);
  const [utf8, latin] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('windows-1252')];
  return (bytes) => {
    try {
      return utf8.decode(bytes);
    } catch {
      return latin.decode(bytes);
    }
  };
}

/** ESRI writes `88591` for ISO-8859-1, `1252` or `ANSI 1252` for Windows-1252. */
function decoderOf(encoding: string): TextDecoder | null {
  const plain = encoding.trim().toLowerCase();
  const number = /^(?:ansi |cp|oem )?(\d{3,5})$/.exec(plain)?.[1];
  const label =
    number === undefined ? plain : number.startsWith('8859') ? `iso-8859-${number.slice(4)}` : `windows-${number}`;
  try {
    return new TextDecoder(label === 'windows-65001' ? 'utf-8' : label);
  } catch {
    return null;
  }
}
