/** Printable ASCII but for what HTML, scripts and strings have a use for. */
const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((char) => !'"&\'<\\`'.includes(char))
  .slice(0, 85)
  .join('');

/** Digits of a group of four bytes. */
const POWERS = [85 ** 4, 85 ** 3, 85 ** 2, 85, 1];

/**
 * Bytes as text that HTML may hold: four bytes in five characters, as Ascii85 has it, of another alphabet. What lacks of
 * four is filled with zeros, which are not written. scripts/one-file/start.js reads it.
 */
export function base85(bytes: Uint8Array): string {
  const digits = new Uint8Array(Math.ceil(bytes.length / 4) * 5);
  const view = new DataView(padded(bytes).buffer);
  for (let group = 0; group * 4 < bytes.length; group++) {
    const value = view.getUint32(group * 4);
    for (let i = 0; i < 5; i++) digits[group * 5 + i] = ALPHABET.charCodeAt(Math.floor(value / POWERS[i]) % 85);
  }
  const lacking = (4 - (bytes.length % 4)) % 4;
  return new TextDecoder().decode(digits.subarray(0, digits.length - lacking));
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}
