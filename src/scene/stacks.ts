/** Rows in groups: those of group `g` are `rows[begin[g]]` up to, not including, `rows[begin[g + 1]]`. */
export interface RowGroups {
  begin: Uint32Array<ArrayBuffer>;
  rows: Uint32Array<ArrayBuffer>;
}

/** What rows are grouped by. */
interface GroupKey {
  /** a whole number, the same for rows of one group */
  hash: (row: number) => number;
  isSame: (a: number, b: number) => boolean;
}

/** The groups of so many rows, which are ascending within each; the groups are in the order of their lowest rows. */
export function groupRows(size: number, key: GroupKey): RowGroups {
  const { groupOf, count } = numberGroups(size, key);
  const begin = new Uint32Array(count + 1);
  for (let row = 0; row < size; row++) begin[groupOf[row] + 1]++;
  for (let g = 0; g < count; g++) begin[g + 1] += begin[g];
  const next = begin.slice();
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) rows[next[groupOf[row]]++] = row;
  return { begin, rows };
}

/** Numbers the groups; a table of open addresses holds the first row of each. */
function numberGroups(size: number, { hash, isSame }: GroupKey): { groupOf: Uint32Array; count: number } {
  const groupOf = new Uint32Array(size);
  const slots = 2 ** Math.ceil(Math.log2(2 * size + 1));
  const table = new Int32Array(slots).fill(-1);
  let count = 0;
  for (let row = 0; row < size; row++) {
    let slot = hash(row) & (slots - 1);
    while (table[slot] >= 0 && !isSame(table[slot], row)) slot = (slot + 1) & (slots - 1);
    if (table[slot] < 0) {
      table[slot] = row;
      groupOf[row] = count++;
    } else groupOf[row] = groupOf[table[slot]];
  }
  return { groupOf, count };
}

/** Two whole numbers as one that looks random in all its bits (after Knuth's multiplicative hashing). */
export function mix(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return again ^ (again >>> 16);
}
