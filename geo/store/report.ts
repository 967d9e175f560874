import { profileCells, profileOf, type Profile } from './profile.ts';
import { GROUPS, INCIDENT_TYPES, type Group, type IncidentType } from '../model/incident.ts';
import { districtTotal, placeCells } from './count.ts';
import { filterMask, type Filters } from './filter.ts';
import type { Pairs } from './pairs.ts';
import { NO_DISTRICT, type Store } from './store.ts';
import { emptySums, totalOf, type RowCells, type Sums, type Total } from './sums.ts';
import { tallyBy } from './tally.ts';
import type { Window } from '../time/window.ts';

/** The figures of a window, counted by what counts them for the screen. */
export interface Report extends Total {
  byGroup: Record<Group, Total>;
  byType: Record<IncidentType, Total>;
  /** Districts with incidents, most first; then by name. */
  byDistrict: ({ id: string; name: string } & Total)[];
  /** Those outside the districts of Khyber Pakhtunkhwa, or in none that is known. */
  noDistrict: Total;
  byDistance: Profile;
}

/** Counts the incidents that pass the filters and are visible in the window; `null` is all time. `pairs` are those of the store's rows. */
export function reportOf(store: Store, window: Window | null, filters: Filters, pairs: Pairs | null = null): Report {
  const shown = window ?? store.extent;
  const mask = filterMask(store, filters, pairs);
  const sumsBy = (cells: RowCells) => (shown ? tallyBy(store, mask, cells)(shown) : emptySums(cells.count));
  const { group, type } = store.columns;
  const places = sumsBy(placeCells(store));
  const byDistrict = store.districts
    .map((ref, index) => ({ ...ref, ...districtTotal(places, index) }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1));
  return {
    ...totalOf(places, 0, places.incidents.length),
    byGroup: byName(GROUPS, sumsBy({ count: GROUPS.length, of: Int32Array.from(group) })),
    byType: byName(INCIDENT_TYPES, sumsBy({ count: INCIDENT_TYPES.length, of: Int32Array.from(type) })),
    byDistrict,
    noDistrict: districtTotal(places, NO_DISTRICT),
    byDistance: profileOf(sumsBy(profileCells(store))),
  };
}

/** The sums of cells that are the names' places in their list. */
function byName<K extends string>(names: readonly K[], sums: Sums): Record<K, Total> {
  return Object.fromEntries(names.map((name, cell) => [name, totalOf(sums, cell, cell + 1)])) as Record<K, Total>;
}
