import { MOST_GROUPS } from '../../geo/model/groupings.ts';
import { GROUP_OF, GROUPS, INCIDENT_TYPES, type Group, type IncidentType } from '../../geo/model/incident.ts';

type Types = readonly IncidentType[] | null;

/** Groups as bits: bit `i` stands for GROUPS[i]; here those of any grouping. */
export const ALL_GROUPS = (1 << MOST_GROUPS) - 1;

/** The groups that the filter of types shows, as bits; `null` where it shows one in part. */
export function wholeGroups(types: Types): number | null {
  if (types === null) return ALL_GROUPS;
  const shown = new Set(types);
  const bits = GROUPS.reduce((all, group, i) => (isShown(types, group) ? all | (1 << i) : all), 0);
  const isPart = INCIDENT_TYPES.some((type) => isShown(types, GROUP_OF[type]) && !shown.has(type));
  return isPart ? null : bits;
}

/** Whether any type of the group passes the filter of types; `null` lets all pass. */
export function isShown(types: Types, group: Group): boolean {
  return types === null || types.some((type) => GROUP_OF[type] === group);
}

/** The filter of types after a group was switched on or off; `null` where all types pass. */
export function toggleGroup(types: Types, group: Group): IncidentType[] | null {
  const shown = isShown(types, group);
  const next = INCIDENT_TYPES.filter((type) =>
    GROUP_OF[type] === group ? !shown : types === null || types.includes(type),
  );
  return next.length === INCIDENT_TYPES.length ? null : next;
}
