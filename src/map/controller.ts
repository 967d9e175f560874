import { NavigationControl, ScaleControl, type Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox } from '../../geo/bbox.ts';
import type { Cap } from '../../geo/store/cap.ts';
import type { Units } from '../choices.ts';
import type { Seen } from '../scene/crowding.ts';
import type { Palette } from '../scene/palette.ts';
import type {
  Camera,
  HiddenMap,
  Insets,
  MapPicture,
  MapPort,
  PictureSize,
  Scene,
  SceneElsewhere,
} from '../scene/scene.ts';
import type { Layers, Scenery } from '../state/layers.ts';
import { MAP } from '../text/map.ts';
import type { PreparingClient } from '../workers/preparing-client.ts';
import { BaseMap } from './base-map.ts';
import { beginMap } from './begin.ts';
import { cameraFor, cameraOf } from './camera.ts';
import { copyOf, GAP, hiddenRoom, joined } from './copy.ts';
import { GlobeButton } from './globe-button.ts';
import { Incidents } from './incidents.ts';
import { listenToKeys } from './keys.ts';
import { Pointer, type PointerEvents } from './pointer.ts';
import { seenOf } from './screen.ts';
import { Stage } from './stage.ts';
import { ABOVE_POINTS } from './style.ts';
import { lookTogether } from './together.ts';
import { Viewpoint } from './viewpoint.ts';

/** What the map tells of what the reader does. */
export interface MapEvents extends PointerEvents {
  /** The map has come to rest. */
  onMove: (camera: Camera) => void;
  /** The reader asks for the globe, or for the flat map. */
  onGlobe: (isGlobe: boolean) => void;
  /** What the map shows has changed; it may still move. */
  onSee: (seen: Seen) => void;
  /** The first whole frame with incidents is on the screen, at the start and after lost graphics. */
  onPainted: () => void;
  /** The browser has taken the graphics away: nothing is drawn until it gives them back. */
  onLost: () => void;
  /** What an analysis draws cannot be fetched. */
  onMissing: (error: unknown) => void;
}

interface MapOptions {
  /** a map that has begun, see beginMap */
  map: MapLibreMap;
  /** the colours that it has begun with */
  palette: Palette;
  layers: Layers;
  /** fetches what is drawn after the first picture; what does not come is not drawn */
  askScenery: () => Promise<Scenery>;
  /** what the map begins with */
  scene: Scene;
  /** what panels cover now */
  insets: () => Insets;
  /** where the marks of very many incidents come from */
  askMarks: PreparingClient['askMarks'];
  events: MapEvents;
  /** whether another map tells where this one looks; it has no buttons then */
  isLed?: boolean;
}

/** Of a map that is drawn to be copied nobody hears. */
const UNHEARD: MapEvents = Object.freeze({
  onPick: () => {},
  onDistrict: () => {},
  onHover: () => {},
  onMeasure: () => {},
  onMove: () => {},
  onGlobe: () => {},
  onSee: () => {},
  onPainted: () => {},
  onLost: () => {},
  onMissing: () => {},
});

/**
 * Owns the MapLibre map, which is shown one scene after another: each time it takes over what differs, in its own order,
 * and all of it once the style is there. Nothing else is asked of it but by its port.
 */
export class MapController implements MapPort {
  readonly #map: MapLibreMap;
  readonly #stage = new Stage();
  readonly #baseMap: BaseMap;
  readonly #incidents: Incidents;
  readonly #viewpoint: Viewpoint;
  readonly #pointer: Pointer;
  /** none on a map that is led by another */
  readonly #controls: { scale: ScaleControl; globe: GlobeButton } | null;
  readonly #options: Pick<MapOptions, 'layers' | 'askScenery' | 'askMarks'>;
  readonly #isLed: boolean;
  /** the map beside this one, and what ends that they look at the same */
  #beside: { map: MapController; part: () => void } | null = null;
  readonly #events: MapEvents;
  #scene: Scene;
  #isPainted = false;
  /** Whether what comes after the first picture is there, or known not to come. */
  #isComplete = false;
  /** what is drawn after the first picture; `null` before that */
  #completed: Promise<unknown> | null = null;
  #isLost = false;
  #isDestroyed = false;
  readonly #sizes = new ResizeObserver(() => this.#followSize());

  constructor({ map, palette, layers, askScenery, scene, insets, askMarks, events, isLed = false }: MapOptions) {
    this.#isLed = isLed;
    this.#options = { layers, askScenery, askMarks };
    this.#events = events;
    this.#scene = scene;
    this.#map = map;
    this.#baseMap = new BaseMap(this.#map, layers, palette, events.onMissing);
    this.#incidents = new Incidents(this.#stage, scene, askMarks, {
      onStanding: this.#onStanding,
      onPrepared: this.#seeWhole,
      onSeated: () => this.#pointer.lookAgain(),
    });
    this.#viewpoint = new Viewpoint(this.#map, insets);
    const { districts } = layers;
    const [stage, baseMap, incidents, viewpoint] = [this.#stage, this.#baseMap, this.#incidents, this.#viewpoint];
    this.#pointer = new Pointer({ map, stage, baseMap, incidents, viewpoint, districts, events });
    this.#controls = isLed ? null : addControls(map, events.onGlobe);
    this.#listen();
    listenToKeys(this.#map);
    this.#show(scene, null);
    this.#sizes.observe(map.getContainer());
  }

  /** Shows the scene from now on. */
  show(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (scene !== before) this.#show(scene, before);
  }

  fit(box: Bbox, cap?: Cap): void {
    this.#viewpoint.fit(box, cap);
  }

  goTo(lon: number, lat: number, zoom?: number): void {
    this.#viewpoint.goTo(lon, lat, zoom);
  }

  fly(camera: Camera, ms: number): void {
    this.#viewpoint.fly(camera, ms);
  }

  /** Another map beside this one, of the same data, which looks where this one does, whichever of them is moved. */
  openBeside(container: HTMLElement, scene: Scene, insets: () => Insets, events: Partial<MapEvents>): MapController {
    const { layers } = this.#options;
    const { palette } = scene;
    const map = new MapController({
      ...this.#options,
      ...{ palette, scene, insets, isLed: true },
      map: beginMap({ container, ground: layers, palette, view: cameraOf(this.#map), insets: insets() }),
      events: { ...UNHEARD, ...events },
    });
    this.#beside = { map, part: lookTogether(this.#map, map.#map) };
    return map;
  }

  closeBeside(): void {
    this.#beside?.part();
    this.#beside?.map.destroy();
    this.#beside = null;
  }

  async picture(size: PictureSize | null): Promise<MapPicture> {
    const { map } = this.#beside ?? {};
    if (!map) return this.#pictureAlone(size);
    const half = size && { ...size, width: Math.floor((size.width - GAP) / 2) };
    const isBelow = size === null && this.#isAbove(map);
    return joined(await this.#pictureAlone(half), await map.#pictureAlone(half), isBelow);
  }

  async #pictureAlone(size: PictureSize | null): Promise<MapPicture> {
    if (!this.#isLost) await Promise.race([this.settled(), this.#map.once('webglcontextlost')]);
    if (size !== null && !this.#isLost) return this.#pictureAnew(size);
    const picture = this.#copyAlone();
    if (!picture) throw new Error(MAP.graphicsLost);
    return picture;
  }

  copy(): MapPicture | null {
    const [first, { map }] = [this.#copyAlone(), this.#beside ?? { map: null }];
    const second = map && map.#copyAlone();
    return first && second ? joined(first, second, this.#isAbove(map)) : first;
  }

  /** Whether the map beside this one stands below it, where there is more height than width. */
  #isAbove(other: MapController): boolean {
    const [own, its] = [this, other].map((map) => map.#map.getContainer().getBoundingClientRect());
    return its.top >= own.bottom;
  }

  #copyAlone(): MapPicture | null {
    if (this.#isLost) return null;
    this.#stage.redraw();
    this.#stage.drawNow(); // the canvas is emptied once it has been shown
    return copyOf(this.#map);
  }

  /** What a map that has settled once is shown since, drawn at once; `null` where that has to wait for MapLibre, or for what moves. */
  #copySettled(): MapPicture | null {
    if (this.#isLost || !this.#incidents.isThere) return null;
    this.#incidents.rest();
    if (!this.#map.loaded() || this.#map.isMoving()) return null;
    this.#stage.redraw();
    this.#stage.drawNow();
    return this.#stage.isDrawn ? copyOf(this.#map) : null;
  }

  /** Another map, out of sight, is shown the same scene. */
  async #pictureAnew(size: PictureSize): Promise<MapPicture> {
    const hidden = this.openHidden(size, this.#scene);
    try {
      return await hidden.picture(this.#scene);
    } finally {
      hidden.close();
    }
  }

  openHidden(size: PictureSize, scene: SceneElsewhere, where?: Camera): HiddenMap {
    if (this.#isLost) throw new Error(MAP.graphicsLost);
    const container = hiddenRoom(size);
    const camera = where ?? cameraFor(this.#map, size, scene.cells === null ? 'whole' : 'filled');
    const insets = { top: 0, right: 0, bottom: 0, left: 0 };
    const { layers } = this.#options;
    const { palette } = this.#scene;
    const map = new MapController({
      ...this.#options,
      map: beginMap({ container, ground: layers, palette, view: camera, insets, ratio: size.ratio, isFading: false }),
      palette,
      scene: { ...scene, palette, camera },
      insets: () => insets,
      events: UNHEARD,
    });
    /** from where it has settled */
    let settledAt: Camera | null = null;
    return {
      picture: async (next, at = camera) => {
        map.show({ ...next, palette, camera: at });
        const picture = (settledAt === at && map.#copySettled()) || (await map.picture(null));
        settledAt = at;
        return picture;
      },
      close: () => {
        map.destroy();
        container.remove();
      },
    };
  }

  async settled(): Promise<void> {
    await this.#incidents.whenThere();
    this.#incidents.rest();
    if (!this.#isPainted) await this.#map.once('idle');
    await this.#completed;
    await this.#baseMap.sketched.catch(() => undefined); // who is told says so
    if (!this.#map.loaded() || this.#map.isMoving()) await this.#map.once('idle');
    await this.#stage.whenDrawn();
    await this.#beside?.map.settled();
  }

  /** Draws at once what has changed since the last frame, which otherwise the next one does. For measurements. */
  drawNow(): void {
    this.#stage.drawNow();
  }

  destroy(): void {
    this.closeBeside();
    this.#isDestroyed = true;
    this.#baseMap.forget();
    this.#sizes.disconnect();
    this.#incidents.destroy();
    this.#map.remove();
  }

  #show(scene: Scene, before: Scene | null): void {
    if (scene.units !== before?.units) this.#controls?.scale.setUnit(unitOf(scene.units));
    if (scene.isGlobe !== before?.isGlobe) this.#controls?.globe.show(scene.isGlobe);
    if ((scene.measured !== null) !== (before !== null && before.measured !== null))
      this.#pointer.setMeasuring(scene.measured !== null);
    this.#incidents.show(scene, before);
    this.#baseMap.show(scene);
    if (scene.frame !== before?.frame) this.#pointer.lookAgain();
    // once the page has laid out what the same change has opened or closed
    queueMicrotask(() => {
      if (this.#isDestroyed) return;
      if (this.#isLed) this.#viewpoint.open(scene.isOpen);
      else if (this.#viewpoint.show(scene, before)) this.#events.onMove(cameraOf(this.#map));
    });
  }

  /** What is drawn has the size of what it is drawn in, from the first frame on; MapLibre alone leaves changes out while it starts. */
  #followSize(): void {
    if (this.#map.getContainer().clientHeight === 0) return;
    this.#map.resize();
    this.#viewpoint.refit();
    this.#map.redraw();
  }

  #listen(): void {
    const map = this.#map;
    const furnish = () => {
      map.addLayer(this.#stage, ABOVE_POINTS);
      this.#baseMap.furnish();
    };
    if (map.getLayer(ABOVE_POINTS)) furnish();
    // again after a lost context, when MapLibre has put its own layers back
    map.on('style.load', furnish);
    map.once('idle', () => this.#events.onMove(cameraOf(map)));
    // panels of a link may still come while only the first picture is there
    map.on('idle', () => this.#isComplete && this.#viewpoint.rest());
    for (const type of ['load', 'move', 'resize'] as const) map.on(type, () => this.#see(seenOf(map)));
    map.on('render', this.#onRender);
    map.on('webglcontextlost', () => {
      this.#isPainted = false;
      this.#isLost = true;
      this.#baseMap.forget();
      this.#pointer.leave();
      this.#events.onLost();
    });
    map.on('webglcontextrestored', () => {
      this.#isLost = false;
      map.on('render', this.#onRender);
    });
    map.on('moveend', () => {
      this.#events.onMove(cameraOf(map));
      this.#pointer.lookAgain();
    });
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.#viewpoint.letGo();
      this.#pointer.leave();
    });
  }

  #see(seen: Seen): void {
    this.#incidents.see(seen);
    this.#events.onSee(seen);
  }

  readonly #onStanding = (): void => {
    this.#baseMap.setCells(this.#incidents.areCells);
    this.#pointer.lookAgain();
    this.#seeWhole();
  };

  /** The first picture is whole once MapLibre has drawn it with incidents. */
  readonly #seeWhole = (): void => {
    if (!this.#isPainted) this.#map.triggerRepaint();
  };

  /** After the first picture of land, border and incidents comes the rest. */
  readonly #onRender = (): void => {
    if (!this.#baseMap.isThere || !this.#incidents.areThere || !this.#map.isStyleLoaded()) return;
    this.#map.off('render', this.#onRender);
    this.#isPainted = true;
    this.#events.onPainted();
    this.#completed ??= this.#options
      .askScenery()
      .then(
        (scenery) => this.#isDestroyed || this.#baseMap.complete(scenery),
        () => undefined, // whoever fetches says so
      )
      .then(() => (this.#isComplete = true));
    this.#map.once('idle', () => this.#incidents.warm());
  };
}

/** The buttons, and the scale. */
function addControls(map: MapLibreMap, onGlobe: MapEvents['onGlobe']) {
  const scale = new ScaleControl({ maxWidth: 110 });
  const globe = new GlobeButton(onGlobe);
  map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right');
  map.addControl(globe, 'top-right');
  map.addControl(scale, 'bottom-left');
  return { scale, globe };
}

function unitOf(units: Units): 'imperial' | 'metric' {
  return units === 'mi' ? 'imperial' : 'metric';
}
