import type { ProfileItem } from '../border/profile.ts';
import { BORDER_SIDES } from '../model/border.ts';
import { UNKNOWN, type Store } from './store.ts';

/** Some rows as `borderProfile` takes them. */
export function* profileItems(store: Store, rows: Iterable<number>): Generator<ProfileItem> {
  const { borderSide, borderKm, borderKmMin, borderKmMax, best } = store.columns;
  for (const row of rows) {
    yield {
      side: BORDER_SIDES[borderSide[row]] ?? null,
      borderKm: known(borderKm[row]),
      borderKmMin: known(borderKmMin[row]),
      borderKmMax: known(borderKmMax[row]),
      deaths: best[row] === UNKNOWN ? null : best[row],
    };
  }
}

function known(km: number): number | null {
  return Number.isNaN(km) ? null : km;
}
