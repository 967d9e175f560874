import type { World } from '../../geo/model/context.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { countOutside } from '../../geo/store/places.ts';
import { MOST_BOUNDS } from '../../geo/region.ts';
import { MAP } from '../text/map.ts';
import { OWN, type Data } from './data.svelte.ts';
import { loadWorld } from './layers.ts';
import type { Notices } from './notices.svelte.ts';

/** What lies beyond the region: incidents, and the land that is fetched for them alone. */
export class Beyond {
  #data: Data;
  #notices: Notices;
  #world = $state.raw<World | null>(null);
  #isFetching = false;

  #incidents = $derived.by(() => {
    const { store, shown, published } = this.#data;
    // a few of the page's own, talks abroad, would have every visit fetch the world
    const own = published ? -1 : shown.findIndex(({ id }) => id === OWN);
    return countOutside(store, MOST_BOUNDS, own);
  });

  constructor(data: Data, notices: Notices) {
    this.#data = data;
    this.#notices = notices;
  }

  /** How many incidents of opened files lie beyond the region, of those that are switched on. */
  get incidents(): number {
    return this.#incidents;
  }

  /** The land there; `null` while it is not needed, or not here yet. */
  get world(): World | null {
    return this.#incidents > 0 ? this.#world : null;
  }

  /** Fetches the land once it is needed. Call it in an effect. */
  follow(fetchFile: typeof fetch = fetch): void {
    if (this.#incidents === 0 || this.#world || this.#isFetching) return;
    this.#isFetching = true;
    loadWorld(fetchFile)
      .then((world) => (this.#world = world))
      .catch((error: unknown) => this.#notices.say('no-world', MAP.noWorld(messageOf(error))))
      .finally(() => (this.#isFetching = false));
  }
}
