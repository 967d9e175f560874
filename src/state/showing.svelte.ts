import { SHADES } from '../choices.ts';
import { districtFigures, shade, type Shading } from '../scene/classes.ts';
import { passageOn, type Passage } from '../../geo/story/crossings.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import type { CrossingShown, Frame, Scene, Selection } from '../scene/scene.ts';
import type { Overlay } from '../scene/overlay.ts';
import type { Sketch } from '../scene/sketch.ts';
import type { Beyond } from './beyond.svelte.ts';
import type { Data } from './data.svelte.ts';
import type { Density } from './density.svelte.ts';
import type { Figures } from './figures.svelte.ts';
import type { Measuring } from './measuring.svelte.ts';
import { measureOverlay, selectionOverlay } from './overlays.ts';
import type { Playback } from './playback.svelte.ts';
import type { Split } from './split.svelte.ts';
import type { View } from './view.svelte.ts';

/** What the scene is put together from. */
interface Shown {
  data: Data;
  view: View;
  figures: Figures;
  measuring: Measuring;
  playback: Pick<Playback, 'playing'>;
  density: Density;
  beyond: Beyond;
  split: Pick<Split, 'halves'>;
}

/** What the map shows, put together from all that is shared; each part is made anew only when it has changed. */
export class Showing {
  #shown: Shown;
  /** What the open analysis draws on the map; it takes that away when it closes. */
  sketch = $state.raw<Sketch | null>(null);

  #frame = $derived.by((): Frame => ({
    window: this.#shown.split.halves?.[0].window ?? this.#shown.view.window,
    grouping: this.#shown.view.grouping,
    ...this.#shown.figures.drawn,
  }));
  #shading = $derived.by((): Shading | null => {
    const { data, view, figures } = this.#shown;
    if (view.choropleth === 'none' || !data.layers) return null;
    const districts = data.layers.districts.features.map(({ properties }) => properties);
    const { measure, isRate } = SHADES[view.choropleth];
    const most = figures.districtMost(measure);
    return shade(
      districtFigures(
        districts.map(({ id }) => id),
        data.store.districts,
        figures.districtCounts,
      ),
      new Map(data.store.districts.map(({ id }, i) => [id, most[i]])),
      { measure, people: isRate ? new Map(districts.map(({ id, population2023 }) => [id, population2023])) : null },
    );
  });
  #selection = $derived.by((): Selection | null => {
    const { data, view } = this.#shown;
    const row = view.selected === null ? -1 : data.store.indexOf(view.selected);
    if (row < 0) return null;
    const incident = data.store.row(row);
    const { id, borderPoint } = incident.properties;
    const own = placesOfIncident(incident);
    const places = borderPoint ? [...own, borderPoint] : own;
    return { id, row, places, overlay: selectionOverlay(incident, view.units) };
  });
  #measured = $derived.by((): Overlay | null => {
    const { measuring, view } = this.#shown;
    return measuring.mode === 'off' ? null : measureOverlay(measuring, view.units);
  });
  #placed = $derived.by(() => this.#shown.data.later.crossings.value ?? []);
  /** Words, so that the crossings are the same objects as long as nothing changes at any of them. */
  #passages = $derived.by(() => {
    const { data, view } = this.#shown;
    const closures = data.later.closures.value ?? [];
    return this.#placed.map((crossing) => passageOn(crossing, closures, view.window.end) ?? '').join();
  });
  #crossings = $derived.by((): readonly CrossingShown[] => {
    const passages = this.#passages.split(',');
    return this.#placed.map(({ id, position }, i) => ({
      name: id,
      position,
      passage: (passages[i] || null) as Passage,
    }));
  });
  #outlined = $derived.by(() => this.#shown.view.filters.districts ?? NONE);
  #scene = $derived.by((): Omit<Scene, 'palette'> => {
    const { data, view, density, beyond, playback } = this.#shown;
    return {
      units: view.units,
      camera: view.camera,
      store: data.store,
      frame: this.#frame,
      isPlaying: playback.playing,
      cells: density.cells,
      areCellsPending: density.isPending,
      shading: this.#shading,
      outlined: this.#outlined,
      bands: view.bands ? data.later.bands.value : null,
      crossings: this.#crossings,
      selection: this.#selection,
      measured: this.#measured,
      sketch: this.sketch,
      isGlobe: view.globe,
      isOpen: beyond.incidents > 0,
      world: beyond.world,
    };
  });

  #second = $derived.by((): Omit<Scene, 'palette'> | null => {
    const { halves } = this.#shown.split;
    return halves && { ...this.#scene, frame: { ...this.#frame, window: halves[1].window } };
  });

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  /** What the map shows, but for its colours. */
  get scene(): Omit<Scene, 'palette'> {
    return this.#scene;
  }

  /** What the second of two maps shows; `null` while there is one. */
  get second(): Omit<Scene, 'palette'> | null {
    return this.#second;
  }

  /** The districts' classes, for the map and its legend; `null` while they are plain. */
  get shading(): Shading | null {
    return this.#shading;
  }
}

const NONE: readonly string[] = [];
