import * as z from 'zod/mini';
import { mappingSchema } from '../../geo/model/project.ts';
import { isTakenAs } from '../../geo/words/columns.ts';
import { FINDING_WORDS, reasonText } from '../../geo/words/findings.ts';
import { NOTE_WORDS, noteText } from '../../geo/words/notes.ts';
import type { Note } from '../../geo/model/findings.ts';
import type { Reason } from '../../geo/import/rejects.ts';
import type { KeptDataset } from './kept-list.ts';

const rows = z.int().check(z.minimum(0));
const params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

const guessSchema = z.object({
  key: z.string(),
  written: z.string(),
  name: z.string(),
  kind: z.enum(['district', 'town']),
  lon: z.number(),
  lat: z.number(),
  precision: z.enum(['town', 'district']),
  rows,
});

const layoutSchema = z.object({
  format: z.string(),
  header: z.nullable(z.array(z.string())),
  delimiter: z.string(),
  mapping: z.nullable(mappingSchema),
  guesses: z.optional(z.array(guessSchema)),
});

/** What every version keeps of a file, and what it is read again from. */
const reportSchema = z.object({
  read: rows,
  accepted: rows,
  rejected: rows,
  file: z.string(),
  format: z.string(),
  layout: layoutSchema,
});

const takenSchema = z.string().check(z.refine(isTakenAs));

/** As the page of today words it. */
const wordedSchema = z.object({
  notes: z.array(
    z
      .object({ code: z.string(), params })
      .check(z.refine((note) => isWorded(NOTE_WORDS, note.code, () => noteText(note as Note)))),
  ),
  warnings: z.array(reasonSchema()),
  columns: z.array(z.object({ name: z.string(), taken: z.array(takenSchema), maybe: z.nullable(takenSchema) })),
});

function reasonSchema() {
  const reason = z.object({
    field: z.nullable(z.string()),
    value: z.string(),
    code: z.string(),
    params,
    rows,
    line: z.nullable(rows),
  });
  return reason.check(z.refine((each) => isWorded(FINDING_WORDS, each.code, () => reasonText(each as Reason))));
}

/** Whether there are words for a code, and they can be made with its params. */
function isWorded(words: object, code: string, make: () => string): boolean {
  if (!Object.hasOwn(words, code)) return false;
  try {
    return typeof make() === 'string';
  } catch {
    return false;
  }
}

/** The part of a dataset's entry in the list that is missing or not as it was written, by its path; `null` where it is whole. */
export function flawInEntry({ report }: KeptDataset, isOfToday: boolean): string | null {
  const schema = isOfToday ? z.extend(reportSchema, wordedSchema.shape) : reportSchema;
  const { error } = schema.safeParse(report);
  return error ? ['list', 'report', ...error.issues[0].path].join('/') : null;
}

/** The same of the reasons for which rows were not taken. */
export function flawInReasons(reasons: unknown): string | null {
  return z.array(reasonSchema()).safeParse(reasons).success ? null : 'rejects/reasons';
}
