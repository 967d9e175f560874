import { tick } from 'svelte';
import type { AppState } from '../../state/app.svelte.ts';

/** Resolves when the map is shown all of what it is to show: what is fetched late is there, or why it is not can be read. */
export async function whenHere({ data, view }: Pick<AppState, 'data' | 'view'>): Promise<void> {
  const { crossings, closures, bands } = data.later;
  await Promise.all([crossings.want(), closures.want(), view.bands && bands.want()]);
  await tick(); // the scene follows
}
