import * as z from 'zod/mini';
import {
  computedSchema,
  incidentSchema,
  isInOrder,
  recordedSchema,
  sourceSchema,
  type Incident,
  type IncidentProperties,
} from './incident.ts';

const DETAILS = { claims: true, remarks: true, sources: true } as const;

/** What map, list and search do without, of an incident: who claims what, and the sources whole. */
export const detailsSchema = z.pick(recordedSchema, DETAILS);
export type Details = z.infer<typeof detailsSchema>;
/** By the incident's id. */
export const allDetailsSchema = z.record(z.string(), detailsSchema);
export type AllDetails = z.infer<typeof allDetailsSchema>;

/** What is recorded of an incident but for its details; of its sources the publishers, which a search looks through. */
export const recordedBriefSchema = z.extend(z.omit(recordedSchema, DETAILS), {
  publishers: z.array(sourceSchema.shape.publisher),
});

/** An incident without its details, which lie in a layer of their own. */
export const briefSchema = z.extend(z.omit(incidentSchema, { original: true, dataset: true }), {
  properties: z.extend(recordedBriefSchema, computedSchema.shape).check(z.refine(...isInOrder)),
});
export type Brief = z.infer<typeof briefSchema>;

export const briefCollectionSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(briefSchema),
});

/** An incident in two. */
export function inTwo({ properties, ...feature }: Incident): { brief: Brief; details: Details } {
  const { claims, remarks, sources, ...rest } = properties;
  const publishers = sources.map(({ publisher }) => publisher);
  return { brief: { ...feature, properties: { ...rest, publishers } }, details: { claims, remarks, sources } };
}

/** An incident of its brief; as long as its details are not known it has none, and of its sources the publishers alone. */
export function wholeOf({ properties, ...feature }: Brief, details: Details | null): Incident {
  const { publishers, ...rest } = properties;
  return { ...feature, properties: { ...rest, ...(details ?? detailsOf(publishers)) } satisfies IncidentProperties };
}

/** What is known of details where the publishers are known alone. */
export function detailsOf(publishers: readonly string[]): Details {
  const sources = publishers.map((publisher) => ({ publisher, title: null, year: null, url: null, record: null }));
  return { claims: [], remarks: [], sources };
}
