import * as z from 'zod';
import { ACTOR_SIDES, sourceSchema } from './incident.ts';

const text = z.string().trim().min(1);

/** Who is who: an organisation that takes part in the conflict, in one sentence with its source. */
export const organisationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  side: z.enum(ACTOR_SIDES),
  /** when it was formed, in the words of the compilation; `null` where that is uncertain */
  formed: text.nullable(),
  allies: text,
  fights: text,
  area: text,
  sentence: text,
  source: sourceSchema,
  /** what most readers do not know of it */
  keyFact: text.nullable(),
  /** its names in the actor table */
  actors: z.array(text),
  secondSource: text.nullable(),
  note: text.nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;
export const organisationsSchema = z.array(organisationSchema);
