/** What a PNG says of itself beside its pixels. */
export interface PngWords {
  /** by the keywords of the PNG specification: Title, Description, Copyright … */
  texts: Readonly<Record<string, string>>;
  /** how large it is meant to be on paper; `null` says nothing of that */
  dotsPerInch: number | null;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** The signature, and the header: length, type, 13 bytes and its checksum. */
const HEAD = 8 + 4 + 4 + 13 + 4;
const METRES_PER_INCH = 0.0254;

/** The PNG with words and its size on paper, after its header. */
export function withWords(png: Uint8Array, { texts, dotsPerInch }: PngWords): Uint8Array<ArrayBuffer> {
  if (png.length < HEAD || SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error('The browser made no PNG.');
  const parts = [
    png.subarray(0, HEAD),
    ...(dotsPerInch === null ? [] : [chunk('pHYs', resolution(dotsPerInch))]),
    ...Object.entries(texts).map(([keyword, text]) => chunk('iTXt', international(keyword, text))),
    png.subarray(HEAD),
  ];
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Pixels a metre across and down. */
function resolution(dotsPerInch: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1; // the unit is the metre
  return data;
}

/** A keyword and its text in UTF-8, not compressed, of no stated language. */
function international(keyword: string, text: string): Uint8Array {
  return new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + data.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(data, 8);
  view.setUint32(8 + data.length, checksum(whole.subarray(4, 8 + data.length)));
  return whole;
}

/** CRC-32 as PNG has it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
