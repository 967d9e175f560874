import { GROUP_OF, INCIDENT_TYPES, type Group, type IncidentType } from '../../geo/model/incident.ts';

type Types = readonly IncidentType[] | null;

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
