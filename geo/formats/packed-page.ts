/** What a page that is damaged, or is not as long as it says, cannot be unfolded for. */
export function damagedPage(): RangeError {
  return new RangeError('a page that cannot be unfolded');
}

/** A number in so many bytes, the least first. Throws a `RangeError` beyond the end. */
export function numberAt(bytes: Uint8Array, at: number, length: number): number {
  if (at + length > bytes.length) throw damagedPage();
  let value = 0;
  for (let i = 0; i < length; i++) value += bytes[at + i] * 2 ** (8 * i);
  return value;
}
