import { ACTOR_SIDES, GROUP_OF, GROUPS, sideBits, type ActorSide, type Group, type IncidentType } from './incident.ts';

/** The sides that are armed and no state that all know: the ones that incidents are told apart by. */
const TOLD_SIDES = ['ttp', 'emirate', 'iskp', 'armed_group'] as const satisfies readonly ActorSide[];

/**
 * Which of the armed sides beside the states take part in an incident: one, `several`, or `none` that is named. Who
 * attacked whom it does not say; the two Talibans are never one. Order is the order of stacking and of the legend.
 */
export const SIDE_GROUPS = [...TOLD_SIDES, 'several', 'none'] as const;
export type SideGroup = (typeof SIDE_GROUPS)[number];

/** What carries the colours: what happened, or who took part. */
export const GROUPINGS = { type: GROUPS, side: SIDE_GROUPS } as const;
export type Grouping = keyof typeof GROUPINGS;
export type GroupName = Group | SideGroup;

/** The most groups of any grouping. */
export const MOST_GROUPS = Math.max(GROUPS.length, SIDE_GROUPS.length);

/** For sides as bits, bit `i` for ACTOR_SIDES[i], the index in SIDE_GROUPS. */
export const SIDE_GROUP_OF: Readonly<Uint8Array> = Uint8Array.from({ length: 1 << ACTOR_SIDES.length }, (_, bits) => {
  const told = TOLD_SIDES.filter((side) => (bits >> ACTOR_SIDES.indexOf(side)) & 1);
  return SIDE_GROUPS.indexOf(told.length > 1 ? 'several' : (told[0] ?? 'none'));
});

/** The group of an incident. */
export function groupOf(
  { type, actors }: { type: IncidentType; actors: readonly { side: ActorSide }[] },
  grouping: Grouping,
): GroupName {
  if (grouping === 'type') return GROUP_OF[type];
  return SIDE_GROUPS[SIDE_GROUP_OF[sideBits(actors)]];
}
