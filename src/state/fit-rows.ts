import { capOf } from '../../geo/store/cap.ts';
import { boxOf } from '../../geo/store/places.ts';
import type { AppState } from './app.svelte.ts';

/** Shows all places of the rows; on the globe, which cannot show as much, where most of them are. */
export function fitRows({ data, view, map }: Pick<AppState, 'data' | 'view' | 'map'>, rows: Uint32Array): void {
  const box = boxOf(data.store, rows);
  const cap = view.globe ? capOf(data.store, rows) : null;
  if (box) void map.fit(box, cap ?? undefined);
}
