/**
 * An id for a row that has none, from its text: the same row gives the same id, so that a file that is read twice is
 * known again. 64 bits of two multiplicative hashes (FNV-1a's prime and MurmurHash3's constants).
 */
export function contentId(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0xcc9e2d51);
    b = (b << 13) | (b >>> 19);
  }
  return `row-${hex(mixed(a))}${hex(mixed(b ^ text.length))}`;
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
