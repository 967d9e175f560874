import * as z from 'zod/mini';
import { ACTOR_SIDES, sourceSchema } from './incident.ts';

const text = z.string().check(z.trim(), z.minLength(1));

/** Who is who: an organisation that takes part in the conflict, in one sentence with its source. */
export const organisationSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: text,
  side: z.enum(ACTOR_SIDES),
  /** when it was formed, in the words of the compilation; `null` where that is uncertain */
  formed: z.nullable(text),
  allies: text,
  fights: text,
  area: text,
  sentence: text,
  source: sourceSchema,
  /** what most readers do not know of it */
  keyFact: z.nullable(text),
  /** its names in the actor table */
  actors: z.array(text),
  secondSource: z.nullable(text),
  note: z.nullable(text),
});
export type Organisation = z.infer<typeof organisationSchema>;
export const organisationsSchema = z.array(organisationSchema);
