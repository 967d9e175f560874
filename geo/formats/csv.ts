/** A cell that a spreadsheet would run as a formula, or that was guarded against it: its quotes and what they guard. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A record of a table in CSV (RFC 4180), without a line break at its end. */
export function csvRecord(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes('"') || cell.includes(delimiter) || cell.includes('\n') || cell.includes('\r');
}

/** The cell with an apostrophe before what a spreadsheet would run as a formula. Plain numbers stay. `unguard` takes it off. */
export function guard(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guard`. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
