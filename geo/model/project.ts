import * as z from 'zod/mini';

/** More characters no name of a dataset has, and no licence. */
export const LONGEST_NAME = 300;
export const LONGEST_LICENCE = 2000;

/** The columns that are named for a field, one or several, see `Mapping`. */
export const mappingSchema = z.record(z.string(), z.union([z.string(), z.readonly(z.array(z.string()))]));

/** The version that is written, and read. */
export const PROJECT_VERSION = 1;

/** The file `project.json` of a project: a zip with it first, and a file for each dataset. */
export const projectSchema = z.strictObject({
  app: z.literal('durand-map'),
  version: z.literal(PROJECT_VERSION),
  /** the moment at which it was made, ISO 8601 */
  made: z.string().check(z.maxLength(100)),
  /** the view, as the address has it after `#` */
  view: z.string().check(z.maxLength(32_000)),
  /** whether the incidents that come with the page are on */
  own: z.boolean(),
  datasets: z
    .array(
      z.strictObject({
        /** its file in the zip */
        file: z.string().check(z.maxLength(LONGEST_NAME)),
        name: z.string().check(z.maxLength(LONGEST_NAME)),
        licence: z.string().check(z.maxLength(LONGEST_LICENCE)),
        on: z.boolean(),
        /** of a plain table */
        mapping: z.nullable(mappingSchema),
      }),
    )
    .check(z.maxLength(1000)),
});
export type Project = z.infer<typeof projectSchema>;

export const PROJECT_FILE = 'project.json';
