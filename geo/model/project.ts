import * as z from 'zod';

/** The file `project.json` of a project: a zip with it first, and a file for each dataset. */
export const projectSchema = z.strictObject({
  app: z.literal('durand-map'),
  version: z.literal(1),
  /** the moment at which it was made, ISO 8601 */
  made: z.string(),
  /** the view, as the address has it after `#` */
  view: z.string(),
  /** whether the incidents that come with the page are on */
  own: z.boolean(),
  datasets: z.array(
    z.strictObject({
      /** its file in the zip */
      file: z.string(),
      name: z.string(),
      licence: z.string(),
      on: z.boolean(),
      /** of a plain table, see `Mapping` */
      mapping: z.record(z.string(), z.string()).nullable(),
    }),
  ),
});
export type Project = z.infer<typeof projectSchema>;

export const PROJECT_FILE = 'project.json';
