import { borderProfile, type Profile } from '../border/profile.ts';
import { GROUPS, INCIDENT_TYPES, type Group, type IncidentType } from '../model/incident.ts';
import { countRows, visibleRows, type Deaths } from './count.ts';
import { filterMask, NO_FILTERS } from './filter.ts';
import { profileItems } from './profile.ts';
import { NO_DISTRICT, type Store } from './store.ts';
import type { Window } from '../time/window.ts';

/** Incidents and their deaths. */
export interface Total {
  incidents: number;
  deaths: Deaths;
}

/** The figures of a window without filters, counted by what counts them for the screen. */
export interface Report extends Total {
  byGroup: Record<Group, Total>;
  byType: Record<IncidentType, Total>;
  /** Districts with incidents, most first; then by name. */
  byDistrict: ({ id: string; name: string } & Total)[];
  /** Those outside the districts of Khyber Pakhtunkhwa, or in none that is known. */
  noDistrict: Total;
  byDistance: Profile;
}

/** Counts all incidents that are visible in the window; `null` is all time. */
export function reportOf(store: Store, window: Window | null): Report {
  const all = window ?? store.extent;
  const rows = all ? visibleRows(store, filterMask(store, NO_FILTERS), all) : new Uint32Array();
  const { group, type, district } = store.columns;
  const where = (passes: (row: number) => boolean) => totalOf(store, rows.filter(passes));
  const byDistrict = store.districts
    .map((ref, index) => ({ ...ref, ...where((row) => district[row] === index) }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1));
  return {
    ...totalOf(store, rows),
    byGroup: byCode(GROUPS, (code) => where((row) => group[row] === code)),
    byType: byCode(INCIDENT_TYPES, (code) => where((row) => type[row] === code)),
    byDistrict,
    noDistrict: where((row) => district[row] === NO_DISTRICT),
    byDistance: borderProfile(profileItems(store, rows)),
  };
}

function totalOf(store: Store, rows: Uint32Array): Total {
  const { incidents, deaths } = countRows(store, rows);
  return { incidents, deaths };
}

function byCode<K extends string>(names: readonly K[], totalOfCode: (code: number) => Total): Record<K, Total> {
  return Object.fromEntries(names.map((name, code) => [name, totalOfCode(code)])) as Record<K, Total>;
}
