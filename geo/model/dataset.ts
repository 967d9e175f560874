import * as z from 'zod/mini';

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

export const datapackageSchema = z.object({
  name: z.string(),
  title: z.string(),
  resources: z.array(resourceSchema).check(z.minLength(1)),
});
export type Datapackage = z.infer<typeof datapackageSchema>;
