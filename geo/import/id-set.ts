import { resized } from '../store/resize.ts';

/** Ids that were met. */
export interface IdSet {
  has: (id: string) => boolean;
  /** Gives whether it was new. */
  add: (id: string) => boolean;
  /** In the order in which they came. */
  values: () => Generator<string>;
}

const EMPTY = -1;
/** Before the table is fuller than this it is made larger. */
const MOST_FULL = 0.6;

/**
 * A set of texts in two arrays: the units of all texts one after the other, and a hash table with open addresses of
 * where each begins. A million strings would be ten times as much for the engine to hold and to look through.
 */
export function createIdSet(): IdSet {
  let units = new Uint16Array(1 << 12);
  let used = 0;
  let table = new Int32Array(1 << 10).fill(EMPTY);
  let size = 0;

  /** The slot that holds the text, or else the free one where it belongs. */
  function slotOf(id: string): number {
    const last = table.length - 1;
    let slot = hashOf(id) & last;
    while (table[slot] !== EMPTY && !isAt(table[slot], id)) slot = (slot + 1) & last;
    return slot;
  }

  /** A text stands with its length before it. */
  function isAt(at: number, id: string): boolean {
    if (lengthAt(at) !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (units[at + 2 + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  const lengthAt = (at: number) => units[at] * 0x10000 + units[at + 1];

  function write(id: string): number {
    const at = used;
    used += 2 + id.length;
    if (used > units.length) units = resized(units, Math.max(used, 2 * units.length));
    units[at] = id.length >>> 16;
    units[at + 1] = id.length;
    for (let i = 0; i < id.length; i++) units[at + 2 + i] = id.charCodeAt(i);
    return at;
  }

  function grow(): void {
    const old = table;
    table = new Int32Array(2 * old.length).fill(EMPTY);
    const last = table.length - 1;
    for (const at of old) {
      if (at === EMPTY) continue;
      let slot = hashOfUnits(units, at + 2, lengthAt(at)) & last;
      while (table[slot] !== EMPTY) slot = (slot + 1) & last;
      table[slot] = at;
    }
  }

  return {
    has: (id) => table[slotOf(id)] !== EMPTY,
    add: (id) => {
      const slot = slotOf(id);
      if (table[slot] !== EMPTY) return false;
      table[slot] = write(id);
      if (++size > MOST_FULL * table.length) grow();
      return true;
    },
    *values() {
      for (let at = 0; at < used; at += 2 + lengthAt(at)) yield textOf(units.subarray(at + 2, at + 2 + lengthAt(at)));
    },
  };
}

/** So many units may be arguments of one call. */
const MOST_AT_ONCE = 1 << 12;

function textOf(units: Uint16Array): string {
  if (units.length <= MOST_AT_ONCE) return String.fromCharCode(...units);
  return textOf(units.subarray(0, MOST_AT_ONCE)) + textOf(units.subarray(MOST_AT_ONCE));
}

/** Nobody knows before which texts will collide: a file of those that do would take time by the square of its rows. */
const [START, FACTOR] = crypto
  .getRandomValues(new Int32Array(2))
  .map((value, index) => (index === 0 ? value : value | 1));

/** FNV-1a by units, begun and multiplied with a number of this run's own, its bits mixed once more as its low ones are weak (MurmurHash3's last step). */
function hashOf(text: string): number {
  let hash = START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FACTOR);
  return mixed(hash);
}

function hashOfUnits(units: Uint16Array, from: number, length: number): number {
  let hash = START;
  for (let i = from; i < from + length; i++) hash = Math.imul(hash ^ units[i], FACTOR);
  return mixed(hash);
}

function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
