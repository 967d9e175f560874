import type { Rejected } from '../formats/rejects.ts';
import type { Params } from '../model/codes.ts';
import type { Finding } from '../model/findings.ts';
import { createTextsBuilder, textAt, type Texts } from '../store/texts.ts';

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

/**
 * One kind of thing that was wrong or odd, how often, and where and with which value it was met first; the line is `null`
 * where it is not known any more.
 */
export type Reason = Finding & { rows: number; line: number | null };

/**
 * Counts findings by field, code and params. There are no more kinds than a file has columns and our tables have codes:
 * what differs from row to row is the value.
 */
export function createReasons(): { add: (finding: Finding, line: number | null) => number; list: Reason[] } {
  /** by code and field, the places in `list` of those that differ in their params alone */
  const places = new Map<string, number[]>();
  const list: Reason[] = [];
  const add = (finding: Finding, line: number | null): number => {
    const kind = `${finding.code} ${finding.field ?? ''}`;
    let same = places.get(kind);
    if (!same) places.set(kind, (same = []));
    let at = same.find((place) => isSame(list[place].params, finding.params));
    if (at === undefined) {
      same.push((at = list.length));
      list.push(reasonOf(finding, line));
    }
    list[at].rows++;
    return at;
  };
  return { add, list };
}

function reasonOf({ field, value, code, params }: Finding, line: number | null): Reason {
  return { field, value, code, params, rows: 0, line } as Reason; // the code goes with its params
}

function isSame(a: Params, b: Params): boolean {
  if (a === b) return true;
  return Object.keys(a).every((name) => a[name] === b[name] || String(a[name]) === String(b[name]));
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
  const { field, code, params } = reasons[codes[index]];
  const reject = {
    line: lineAt(rejects, index),
    raw: textAt(raw, index),
    field,
    value: textAt(values, index),
    code,
    params,
  };
  return reject as Rejected; // the code goes with its params
}
