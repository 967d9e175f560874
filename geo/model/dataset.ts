import * as z from 'zod/mini';
import { dayText } from './day.ts';

/** A resource of `geo/sources/datapackage.json` (Frictionless Data Package), with what the project demands of one. */
export const resourceSchema = z.object({
  name: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  licenses: z.array(z.object({ name: z.string(), title: z.string(), path: z.url() })).check(z.minLength(1)),
  sources: z.array(z.object({ title: z.string(), path: z.optional(z.url()) })).check(z.minLength(1)),
  /** The words that every display of the data must carry. */
  attribution: z.string(),
  /** What the data's state stands for: `2023 census`, `OpenStreetMap, 2019`. */
  vintage: z.string(),
  /** `sha256:` and 64 hex digits of the file. */
  hash: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  bytes: z.int().check(z.positive()),
  /** Layers that are made from it. */
  layers: z.array(z.string()),
});
export type Resource = z.infer<typeof resourceSchema>;

const line = z.string().check(z.trim(), z.minLength(1));

/** Of a site that `geo publish` made: its incidents are somebody's own, and the project's rule of selection is not theirs. */
export const publishedSchema = z.strictObject({
  /** of the site, and the name of its dataset */
  title: line,
  licence: line,
  /** the file that its incidents came from */
  file: line,
  made: dayText,
  /** the story that the site opens with */
  story: z.nullable(line),
});
export type Published = z.infer<typeof publishedSchema>;

export const datapackageSchema = z.object({
  name: z.string(),
  title: z.string(),
  resources: z.array(resourceSchema).check(z.minLength(1)),
  published: z.optional(publishedSchema),
});
export type Datapackage = z.infer<typeof datapackageSchema>;
