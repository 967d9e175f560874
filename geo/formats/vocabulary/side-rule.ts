import type { ActorSide } from '../../model/incident.ts';

/** Words of actors, in lower case, and the side that they are on. */
export type SideRule = readonly [side: ActorSide | 'afghan state', words: RegExp];
