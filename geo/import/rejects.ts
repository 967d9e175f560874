import type { Finding } from '../formats/format.ts';
import type { Rejected } from '../formats/rejects.ts';
import { createTextsBuilder, textAt, type Texts } from '../store/texts.ts';
import { createDictionary } from '../store/words.ts';

/** Rows that were not taken, whole, with the first reason that was found: buffers, as there may be a million. */
export interface Rejects {
  size: number;
  /** `NO_LINE` where it is not known any more */
  lines: Uint32Array<ArrayBuffer>;
  raw: Texts;
  /** the value that was refused */
  values: Texts;
  /** index in `reasons` */
  codes: Uint32Array<ArrayBuffer>;
  reasons: readonly Reason[];
}

const NO_LINE = 0xffffffff;

/** One kind of thing that was wrong or odd, and how often. */
export interface Reason {
  field: string | null;
  reason: string;
  rows: number;
  /** the first line of the file where it was met (`null` where it is not known any more), and the value there */
  line: number | null;
  value: string;
}

/** Counts findings by field and reason. */
export function createReasons(): { add: (finding: Finding, line: number | null) => number; list: Reason[] } {
  const { code } = createDictionary();
  const list: Reason[] = [];
  const add = ({ field, value, reason }: Finding, line: number | null): number => {
    const at = code(`${field ?? ''}\n${reason}`);
    if (at === list.length) list.push({ field, reason, rows: 0, line, value });
    list[at].rows++;
    return at;
  };
  return { add, list };
}

/** Collects the rows that are not taken. */
export function createRejects(): { add: (reject: Rejected) => void; finish: () => Rejects } {
  const raw = createTextsBuilder();
  const values = createTextsBuilder();
  const reasons = createReasons();
  const lines: number[] = [];
  const codes: number[] = [];
  return {
    add: (reject) => {
      lines.push(reject.line ?? NO_LINE);
      codes.push(reasons.add(reject, reject.line));
      raw.add(reject.raw);
      values.add(reject.value);
    },
    finish: () => ({
      size: lines.length,
      lines: Uint32Array.from(lines),
      raw: raw.finish(),
      values: values.finish(),
      codes: Uint32Array.from(codes),
      reasons: reasons.list,
    }),
  };
}

/** The line of a reject; `null` where it is not known any more. */
export function lineAt({ lines }: Pick<Rejects, 'lines'>, index: number): number | null {
  return lines[index] === NO_LINE ? null : lines[index];
}

export function rejectAt(rejects: Rejects, index: number): Rejected {
  const { raw, values, codes, reasons } = rejects;
  const { field, reason } = reasons[codes[index]];
  return { line: lineAt(rejects, index), raw: textAt(raw, index), field, reason, value: textAt(values, index) };
}
