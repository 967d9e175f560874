import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Bands } from '../../geo/model/border.ts';
import type { Units } from '../choices.ts';
import { NOTHING, overlayFeatures, type Overlay } from '../scene/overlay.ts';
import type { Palette } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import type { Layers, Scenery } from '../state/layers.ts';
import { DistrictStates } from './district-states.ts';
import { drawDisputed, drawGate, drawHatch, drawTown, IMAGE_RATIO } from './images.ts';
import { GATE, SHUT_GATE, TOWN } from './names.ts';
import { restyle } from './restyle.ts';
import { bandEdges, crossingPoints, laterData, worldData } from './sources.ts';
import { BAND_LAYERS, DISPUTED, HATCH, heldBackLayers, layersOf, paintForCells, SHADE_LAYERS } from './style.ts';

/**
 * What MapLibre draws of the scene, below the incidents and above them. It is shown once the style is there, all of it,
 * and all of it again after a lost context, when the style comes anew.
 */
export class BaseMap {
  readonly #map: MapLibreMap;
  readonly #layers: Layers;
  readonly #districts: DistrictStates;
  readonly #onMissing: (error: unknown) => void;
  /** the colours that the style has */
  #palette: Palette;
  #isThere = false;
  /** what is to be shown, and what the style shows of it; `null` before anything */
  #wanted: Scene | null = null;
  #shown: Scene | null = null;
  /** what the bands' names are in; `null` before they are made */
  #bandUnits: Units | null = null;
  /** Whether cells stand for marks, and whether the map has made room for them, see paintForCells. */
  #areCells = false;
  #hasRoom = false;
  #sketched: Promise<unknown> = Promise.resolve();

  /** `onMissing` is told why what an analysis draws cannot be fetched. */
  constructor(map: MapLibreMap, layers: Layers, palette: Palette, onMissing: (error: unknown) => void) {
    this.#map = map;
    this.#onMissing = onMissing;
    this.#layers = layers;
    this.#palette = palette;
    this.#districts = new DistrictStates(map, 'districts');
  }

  /** Settles when what an analysis draws has been fetched and handed to the map; rejects where it cannot be fetched. */
  get sketched(): Promise<unknown> {
    return this.#sketched;
  }

  /** Whether the style is there. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** The style has been loaded, for the first time or anew. */
  furnish(): void {
    this.#isThere = true;
    this.#shown = null;
    this.#hasRoom = false;
    this.#districts.forget();
    this.#drawImages();
    this.#show();
  }

  /** The context is gone, and the style with it; it comes anew. */
  forget(): void {
    this.#isThere = false;
  }

  /** Takes over what differs from what the style shows. */
  show(scene: Scene): void {
    this.#wanted = scene;
    this.#show();
  }

  /** Makes and shows what the first picture does without. */
  complete(scenery: Scenery): void {
    for (const [name, data] of Object.entries(laterData({ ...this.#layers, ...scenery }))) this.#setData(name, data);
    this.#setVisible(heldBackLayers(this.#palette), true);
  }

  /** Outlines the district under the pointer. */
  setHovered(id: string | null): void {
    if (this.#isThere) this.#districts.setHovered(id);
  }

  /** Whether cells stand for marks now: the map makes room for them. */
  setCells(areCells: boolean): void {
    this.#areCells = areCells;
    this.#makeRoom();
  }

  #makeRoom(): void {
    if (!this.#isThere || this.#areCells === this.#hasRoom) return;
    this.#hasRoom = this.#areCells;
    for (const { layer, name, value } of paintForCells(this.#hasRoom)) this.#map.setPaintProperty(layer, name, value);
  }

  #show(): void {
    const [scene, before] = [this.#wanted, this.#shown];
    if (!this.#isThere || !scene || scene === before) return;
    this.#shown = scene;
    const { palette, shading, outlined, bands, crossings, units, selection, measured, sketch, isGlobe, world } = scene;
    if (sketch !== (before?.sketch ?? null) || (sketch && palette !== this.#palette)) this.#showSketch();
    if (palette !== this.#palette) this.#restyle(palette);
    if (isGlobe !== (before?.isGlobe ?? false)) this.#map.setProjection({ type: isGlobe ? 'globe' : 'mercator' });
    const areBandsStale = bands !== null && units !== this.#bandUnits;
    if (bands !== (before?.bands ?? null) || areBandsStale) this.#showBands(bands, units);
    if (world !== (before?.world ?? null))
      for (const [name, data] of Object.entries(worldData(this.#layers, world))) this.#setData(name, data);
    this.#districts.setShading(shading);
    this.#districts.setChosen(outlined);
    if ((shading !== null) !== (before !== null && before.shading !== null))
      this.#setVisible(SHADE_LAYERS, shading !== null);
    this.#showOverlay('selection', selection?.overlay ?? NOTHING, before?.selection?.overlay ?? NOTHING);
    this.#showOverlay('measure', measured ?? NOTHING, before?.measured ?? NOTHING);
    const crossed = before?.crossings ?? [];
    if (crossings !== crossed && crossings.length + crossed.length > 0)
      this.#setData('crossings', crossingPoints(crossings));
    this.#makeRoom();
  }

  #restyle(palette: Palette): void {
    const before = layersOf(this.#palette);
    this.#palette = palette;
    this.#drawImages();
    restyle(this.#map, before, layersOf(palette));
  }

  #showBands(bands: Bands | null, units: Units): void {
    if (bands && this.#bandUnits !== units) {
      this.#setData('bands', bandEdges(bands, units));
      this.#bandUnits = units;
    }
    this.#setVisible(BAND_LAYERS, bands !== null);
  }

  #showOverlay(name: 'selection' | 'measure', overlay: Overlay, before: Overlay): void {
    if (overlay !== before) this.#setData(name, overlayFeatures(overlay));
  }

  /** Few look at what an analysis draws: how it is drawn comes with the first. */
  #showSketch(): void {
    this.#sketched = import('./sketch.ts').then(({ drawSketch }) => {
      if (this.#isThere && this.#shown) drawSketch(this.#map, this.#shown.sketch, this.#shown.palette);
    });
    this.#sketched.catch(this.#onMissing);
  }

  #drawImages(): void {
    const images = {
      [HATCH]: drawHatch(this.#palette),
      [DISPUTED]: drawDisputed(this.#palette),
      [TOWN]: drawTown(this.#palette),
      [GATE]: drawGate(this.#palette, false),
      [SHUT_GATE]: drawGate(this.#palette, true),
    };
    for (const [name, image] of Object.entries(images)) {
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
    }
  }

  #setVisible(layers: readonly string[], on: boolean): void {
    for (const id of layers) this.#map.setLayoutProperty(id, 'visibility', on ? 'visible' : 'none');
  }

  #setData(name: string, data: FeatureCollection): void {
    const source = this.#map.getSource(name);
    if (source?.type === 'geojson') void (source as GeoJSONSource).setData(data);
  }
}
