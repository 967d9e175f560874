import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox } from '../../geo/bbox.ts';
import { MOST_BOUNDS, START_BBOX } from '../../geo/region.ts';
import type { Cap } from '../../geo/store/cap.ts';
import type { Camera, Insets, Scene, Selection } from '../scene/scene.ts';
import { centreOn, fitBox, fitCap, flyTo, isGlobe, keptInWorld, lookAt, looksAt, revealAll } from './camera.ts';

/** How near, at most, an incident is shown that a link opens. */
const LINKED_ZOOM = 7;

/** Degrees about a place up to which a globe shows what the flat map does. */
const FLAT_UP_TO = 20;

/** Where the map looks, and how far it can be moved. */
export class Viewpoint {
  readonly #map: MapLibreMap;
  readonly #insets: () => Insets;
  #isOpen = false;
  /** Where the map was asked to look while its bounds did not let it, until the reader moves it. */
  #held: Camera | null = null;
  /** How the map was last fitted into its size, until it has come to rest: again, where its size changes meanwhile. */
  #fitted: (() => void) | null = null;

  /** `insets` gives what panels cover now. */
  constructor(map: MapLibreMap, insets: () => Insets) {
    this.#map = map;
    this.#insets = insets;
  }

  /** Takes over what differs from the scene before; gives whether the bounds have changed, which may have moved the map. */
  show(scene: Scene, before: Scene | null): boolean {
    const { isOpen, camera, selection } = scene;
    const isChanged = this.open(isOpen);
    if (!before) {
      if (camera) this.#look(camera);
      else this.#fit(() => fitBox(this.#map, START_BBOX, this.#insets(), true));
    } else if (camera !== before.camera) {
      if (camera) this.#look(camera);
      else this.fit(START_BBOX);
    }
    if (selection && selection.id !== before?.selection?.id) this.#reveal(selection, scene, before === null);
    return isChanged;
  }

  /** Lets the map go round the whole world, or not; gives whether that has changed. */
  open(isOpen: boolean): boolean {
    const isChanged = isOpen !== this.#isOpen;
    if (isChanged) this.#setOpen(isOpen);
    return isChanged;
  }

  /** Shows the box in the part of the map that no panel covers; a globe that cannot show as much shows the cap. */
  fit(box: Bbox, cap?: Cap): void {
    this.#held = null;
    this.#fit(() => {
      if (cap && isGlobe(this.#map) && cap.radius > FLAT_UP_TO) fitCap(this.#map, cap, this.#insets());
      else fitBox(this.#map, box, this.#insets());
    });
  }

  /** Brings the place to the middle of what is free; keeps the zoom where none is given. */
  goTo(lon: number, lat: number, zoom?: number): void {
    this.#held = null;
    const wanted = zoom ?? this.#map.getZoom();
    this.#fit(() => centreOn(this.#map, lon, lat, this.#insets(), wanted));
  }

  /** Moves there in so many ms. */
  fly(camera: Camera, ms: number): void {
    this.#held = null;
    this.#fit(() => flyTo(this.#map, camera, ms));
  }

  /** The reader has moved the map. */
  letGo(): void {
    this.#held = this.#fitted = null;
  }

  /** The map's size has changed: what was fitted into it is fitted again, unless the map has come to rest since. */
  refit(): void {
    this.#fitted?.();
  }

  /** The map has come to rest. */
  rest(): void {
    this.#fitted = null;
  }

  #fit(look: () => void): void {
    this.#fitted = look;
    look();
  }

  /**
   * A link that says where to look keeps its view, as long as the incident is in it; one that does not gets a near one.
   * Later the map moves only where the incident, or the nearest place on the line, is not seen.
   */
  #reveal({ places }: Selection, { camera }: Scene, isFirst: boolean): void {
    const asLinked = isFirst && camera !== null;
    const zoom = isFirst && !asLinked ? LINKED_ZOOM : undefined;
    this.#fit(() => revealAll(this.#map, asLinked ? places.slice(0, 1) : places, this.#insets(), zoom));
  }

  #look(camera: Camera): void {
    if (!looksAt(this.#map, camera, 1e-9)) this.#fitted = null;
    lookAt(this.#map, camera);
    this.#hold(camera);
  }

  #hold(camera: Camera): void {
    if (!this.#isOpen && !looksAt(this.#map, camera, 0.01)) this.#held = camera;
  }

  #setOpen(on: boolean): void {
    this.#isOpen = on;
    this.#map.setTransformConstrain(on ? keptInWorld(this.#map) : null);
    this.#map.setMaxBounds(on ? null : [...MOST_BOUNDS]);
    if (on && this.#held) this.#look(this.#held);
  }
}
