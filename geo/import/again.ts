import type { createEnrich } from '../ground/enrich.ts';
import type { Entry, Layout, RowRead } from '../formats/format.ts';
import type { Finding } from '../model/findings.ts';
import { createElementReader, LONGEST_ELEMENT } from '../formats/json-elements.ts';
import { FLAW_CODES } from '../formats/feature-reading.ts';
import { rejection } from '../formats/finding.ts';
import { LONGEST_RECORD } from '../formats/records.ts';
import { createRowReader, flawed } from '../formats/rows.ts';
import { textAt, type Texts } from '../store/texts.ts';
import type { IdSet } from './id-set.ts';
import { importEntries, type Imported } from './import.ts';
import { lineAt, type Reason, type Rejects } from './rejects.ts';
import type { ImportCounts } from './take.ts';

/** What is kept of a file that was read: its rows as they stand there, those that were taken and those that were not. */
export interface KeptFile {
  layout: Layout;
  /** by first day; where they lie in their chunks is the order of the file */
  raw: Texts;
  rejects: Pick<Rejects, 'lines' | 'raw'>;
  warnings: readonly Reason[];
}

interface AgainOptions {
  /** Ids of what is loaded. Grows with the file. */
  knownIds: IdSet;
  /** Ids that rows which were not taken may not have either: of datasets that are still to be read again. */
  laterIds: () => Iterable<string>;
  duplicate: (id: string) => Finding;
  onProgress?: (counts: ImportCounts) => void;
}

/** So many rows are read between two looks at what else is to be done. */
const BATCH = 1000;

/**
 * Reads a file's rows again as if it were opened now: with the formats, the lists and the ground of today. The rows that
 * were taken come first, in the order of the file, so that of two with one id the same is taken as before. Their lines
 * are not known any more; a warning that was there before keeps its own.
 */
export async function readAgain(
  file: KeptFile,
  enrich: ReturnType<typeof createEnrich>,
  { laterIds, ...options }: AgainOptions,
): Promise<Imported> {
  const { layout, raw, rejects } = file;
  const read = createRowReader(layout);
  const readRejected = refusingCut(layout, read);

  async function* entries(): AsyncGenerator<Entry[]> {
    const order = inFileOrder(raw);
    for (let from = 0; from < order.length; from += BATCH) {
      yield Array.from(order.subarray(from, from + BATCH), (row) => {
        const text = textAt(raw, row);
        return { line: null, raw: text, read: read(text) };
      });
    }
    for (const id of laterIds()) options.knownIds.add(id);
    for (let from = 0; from < rejects.lines.length; from += BATCH) {
      const size = Math.min(BATCH, rejects.lines.length - from);
      yield Array.from({ length: size }, (_, i) => {
        const text = textAt(rejects.raw, from + i);
        return { line: lineAt(rejects, from + i), raw: text, read: readRejected(text) };
      });
    }
  }

  const imported = await importEntries(entries(), enrich, options);
  return { ...imported, warnings: imported.warnings.map((warning) => withLine(warning, file.warnings)) };
}

/** The rows in the order in which their texts lie in the chunks. */
export function inFileOrder({ chunk, start }: Texts): Uint32Array {
  const rows = Uint32Array.from(start, (_, row) => row);
  const before = (a: number, b: number) => chunk[a] - chunk[b] || start[a] - start[b];
  for (let i = 1; i < rows.length; i++) if (before(i - 1, i) > 0) return rows.sort(before);
  return rows;
}

/** Reads a row that was not taken; one that was cut, or is nested too deep, is not taken whatever is left of it. */
function refusingCut(layout: Layout, read: (raw: string) => RowRead): (raw: string) => RowRead {
  if (layout.header !== null) return (raw) => (raw.length >= LONGEST_RECORD ? flawed('length', raw) : read(raw));
  return (raw) => {
    const flaw = raw.length >= LONGEST_ELEMENT ? 'length' : createElementReader().feed(raw, true).at(0)?.flaw;
    return flaw ? rejection(null, raw, FLAW_CODES[flaw]) : read(raw);
  };
}

/** A warning whose line is not known, with the line and the value of one of its kind that was kept. */
function withLine(warning: Reason, kept: readonly Reason[]): Reason {
  if (warning.line !== null) return warning;
  const same = kept.find(({ field, code }) => field === warning.field && code === warning.code);
  return same ? { ...warning, line: same.line, value: same.value } : warning;
}
