/**
 * An id for a row that has none, from its text: the same row gives the same id, so that a file that is read twice is
 * known again.
 */
export function contentId(text: string): string {
  const [a, b] = hashes(text);
  return `row-${hex(a)}${hex(b)}`;
}

/** What `fileId` puts after the given id: `~` and 36 bits in base 36. */
const MARK = /~[0-9a-z]{7}$/;
const MARK_LENGTH = 8;

/**
 * An id from one that is unique in its file alone, as those of plain tables are, which count from 1: with a hash of the
 * whole row, so that the same row is known again and another file's row of that id is another incident.
 */
export function fileId(given: string, whole: string): string {
  const [a, b] = hashes(whole);
  const mark = (a + (b & 0xf) * 2 ** 32).toString(36).padStart(MARK_LENGTH - 1, '0');
  return `${given}~${mark}`;
}

/** The id that the row has in its file: without what `fileId` put after it. */
export function givenIdOf(id: string): string {
  return MARK.test(id) ? id.slice(0, -MARK_LENGTH) : id;
}

/** 64 bits of two multiplicative hashes (FNV-1a's prime and MurmurHash3's constants). */
function hashes(text: string): [a: number, b: number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0xcc9e2d51);
    b = (b << 13) | (b >>> 19);
  }
  return [mixed(a), mixed(b ^ text.length)];
}

/** MurmurHash3's last step: every bit of the result depends on every bit of the hash. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}
