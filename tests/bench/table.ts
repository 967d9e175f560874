import { cpus, loadavg, totalmem } from 'node:os';

/** Where a figure was measured: processor, memory, system, Node, date, and how busy the machine was with other things. */
export function machine(): string {
  const cores = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const load = loadavg()[0].toFixed(1);
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}, ${date} UTC, load ${load}`;
}

/** A figure that is to be at most its target. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The most that it should be; null where nothing was promised. */
  target: number | null;
}

function verdict({ value, target }: Figure): string {
  if (target === null) return '';
  return value <= target ? 'met' : 'missed';
}

const written = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** Prints rows of text, the first of them the head, under a title: as Markdown whose columns line up, numbers to the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const [head, ...body] = rows;
  const columns = head.map((name, column) => {
    const cells = body.map((row) => row[column]);
    const width = Math.max(3, name.length, ...cells.map((cell) => cell.length));
    return { width, ofNumbers: cells.some(isNumber) };
  });
  const line = (row: readonly string[]) =>
    `| ${columns.map(({ width, ofNumbers }, i) => (ofNumbers ? row[i].padStart(width) : row[i].padEnd(width))).join(' | ')} |`;
  const rule = columns.map(({ width, ofNumbers }) => (ofNumbers ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  console.log(`\n### ${title}\n\n${[line(head), line(rule), ...body.map(line)].join('\n')}`);
}

const isNumber = (text: string) => /^[\d.,]+( \S+)?$/.test(text);

/** Prints figures beside their targets, a missed one named as such. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  printTable(title, [
    ['', 'measured', 'target', ''],
    ...figures.map((figure) => [
      figure.name,
      `${written(figure.value)} ${figure.unit}`,
      figure.target === null ? '' : `${written(figure.target)} ${figure.unit}`,
      verdict(figure),
    ]),
  ]);
}

/** The value below which the share `q` (0 to 1) of the values lies, by nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new RangeError('quantile of no values');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}
