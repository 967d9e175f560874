import type { ValueWording } from '../text/table.ts';
import type { AppState } from './app.svelte.ts';

/** What values of dimensions are worded with now. */
export function wordingOf({ data, view }: Pick<AppState, 'data' | 'view'>): ValueWording {
  const names = new Map(data.store.districts.map(({ id, name }) => [id, name]));
  return { units: view.units, districtName: (id) => names.get(id) ?? id };
}
