import { createHash } from 'node:crypto';

const HASH_LENGTH = 8;

/** A layer's name with a hash of what it holds in it, so that a browser may keep it for ever. */
export function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}
