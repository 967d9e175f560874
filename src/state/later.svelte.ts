import { messageOf } from '../../geo/model/errors.ts';
import { ALL_AREAS, areaOf, NO_CENSUS } from '../../geo/story/census.ts';
import { placedCrossings, type PlacedCrossing } from '../../geo/story/crossings.ts';
import { CENSUS } from '../text/census.ts';
import { MAP } from '../text/map.ts';
import { SHELL } from '../text/shell.ts';
import { Fetched } from './fetched.svelte.ts';
import {
  loadBands,
  loadCensus,
  loadClosures,
  loadCrossings,
  loadDetails,
  loadDistrictCensus,
  loadOrganisations,
  loadScenery,
  loadStories,
} from './layers.ts';
import type { Notices } from './notices.svelte.ts';
import type { View } from './view.svelte.ts';

/** The layers that the first picture does without: each comes when it is asked for, or when the page is idle. */
export class Later {
  readonly scenery: Fetched<Awaited<ReturnType<typeof loadScenery>>>;
  readonly details: Fetched<Awaited<ReturnType<typeof loadDetails>>>;
  readonly census: Fetched<Awaited<ReturnType<typeof loadCensus>>>;
  readonly districtCensus: Fetched<Awaited<ReturnType<typeof loadDistrictCensus>>>;
  readonly organisations: Fetched<Awaited<ReturnType<typeof loadOrganisations>>>;
  readonly crossings: Fetched<PlacedCrossing[]>;
  readonly closures: Fetched<Awaited<ReturnType<typeof loadClosures>>>;
  readonly stories: Fetched<Awaited<ReturnType<typeof loadStories>>>;
  readonly bands: Fetched<Awaited<ReturnType<typeof loadBands>>>;

  constructor(fetchFile: typeof fetch = (...request) => fetch(...request)) {
    this.scenery = new Fetched(() => loadScenery(fetchFile));
    this.details = new Fetched(() => loadDetails(fetchFile));
    this.census = new Fetched(() => loadCensus(fetchFile));
    this.districtCensus = new Fetched(() => loadDistrictCensus(fetchFile));
    this.organisations = new Fetched(() => loadOrganisations(fetchFile));
    this.crossings = new Fetched(async () => placedCrossings(await loadCrossings(fetchFile)));
    this.closures = new Fetched(() => loadClosures(fetchFile));
    this.stories = new Fetched(() => loadStories(fetchFile));
    this.bands = new Fetched(() => loadBands(fetchFile));
  }

  /** Fetches all of them, one after the other, so that they are there when the network is not. One that fails is asked for again when it is needed. */
  async fetchAll(): Promise<void> {
    for (const each of Object.values(this)) if (each instanceof Fetched) await each.want();
  }

  /** Fetches what the map shows though nobody asks for it. */
  async fetchShown(): Promise<void> {
    await Promise.all([this.crossings.want(), this.closures.want()]);
  }

  /** Asks for what is to be seen; says what does not come. Call it in an effect. */
  follow(view: View, notices: Notices): void {
    if (view.census !== NO_CENSUS) void this.#askCensus(view, notices);
    if (view.bands) this.bands.ask().catch(() => notices.say('no-bands', MAP.noBands(this.bands.error ?? '')));
  }

  /** The census of the areas, and of the districts where none of the areas is meant. An area that is in neither is none. */
  async #askCensus(view: View, notices: Notices): Promise<void> {
    const wanted = view.census;
    try {
      if (areaOf(await this.census.ask(), wanted) || areaOf(await this.districtCensus.ask(), wanted)) return;
    } catch (error) {
      return notices.say('no-census', CENSUS.notCome(messageOf(error)));
    }
    if (view.census !== wanted) return;
    view.census = ALL_AREAS;
    notices.say('link', SHELL.notInData({ what: 'census', names: [wanted] }));
  }
}
