import type { FeatureCollection } from 'geojson';
import {
  GlobeControl,
  type GeoJSONSource,
  Map as MapLibreMap,
  NavigationControl,
  prewarm,
  ScaleControl,
  setWorkerUrl,
  type MapMouseEvent,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { World } from '../../geo/model/context.ts';
import type { Position } from '../../geo/model/incident.ts';
import { createDistrictLookup, type DistrictLookup } from '../../geo/ground/district-lookup.ts';
import { rangeOf } from '../../geo/store/count.ts';
import { cellAt, type Grid } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import { upperBound } from '../../geo/time/bins.ts';
import type { DrawingClient } from '../workers/drawing-client.ts';
import type { Cells } from '../scene/scene.ts';
import type { Layers } from '../state/layers.ts';
import type { Bbox } from '../../geo/model/geojson.ts';
import type { Camera } from '../scene/scene.ts';
import type { Units } from '../choices.ts';
import { CellsDrawing } from './cells.ts';
import type { Shading } from '../scene/classes.ts';
import type { Seen } from '../scene/crowding.ts';
import { MOST_BOUNDS } from '../../geo/region.ts';
import {
  cameraOf,
  centreOn,
  fitBox,
  keptInWorld,
  lookAt,
  MOST_ZOOM,
  looksAt,
  revealAll,
  startingView,
  type Insets,
} from './camera.ts';
import { DistrictStates } from './district-states.ts';
import { drawHatch, drawTown, IMAGE_RATIO } from './images.ts';
import { listenToKeys } from './keys.ts';
import { overlayFeatures, type Overlay } from '../scene/overlay.ts';
import { SHORT_DAYS } from '../scene/marks.ts';
import type { Palette } from './palette.ts';
import { TOWN } from './names.ts';
import { framed } from './picture.ts';
import type { PictureWords } from '../scene/scene.ts';
import { createPicker, type Pick } from '../scene/picking.ts';
import { latOf, lonOf, mercatorX, mercatorY, type MercatorPlace } from '../scene/mercator.ts';
import { Points, type Frame } from './points.ts';
import type { Prepared } from '../scene/prepared.ts';
import { createPreparer, type Preparer } from '../workers/preparer.ts';
import { restyle } from './restyle.ts';
import { bandEdges, laterData, worldData } from './sources.ts';
import { pickAt, seenOf } from './screen.ts';
import { Stage } from './stage.ts';
import {
  ABOVE_POINTS,
  BAND_LAYERS,
  HATCH,
  heldBackLayers,
  layersOf,
  paintForCells,
  ROOM_SEEN_ZOOM,
  SHADE_LAYERS,
  styleOf,
} from './style.ts';

setWorkerUrl(workerUrl); // without it a production build draws no GeoJSON at all
prewarm(); // the workers start while the layers are fetched

/** What lies under the pointer, at CSS pixels of the map. */
export type Hovered = { x: number; y: number } & ({ row: number } | { district: string } | { cell: MercatorPlace });

/** What the map tells of what the reader does. */
export interface MapEvents {
  /** An incident's row was clicked, or a place without any: `null`. */
  onPick: (row: number | null) => void;
  onDistrict: (id: string) => void;
  onHover: (hovered: Hovered | null) => void;
  /** A click while measuring: its place in degrees, and the incident's row that it met, or -1. */
  onMeasure: (lon: number, lat: number, row: number) => void;
  /** The map has come to rest. */
  onMove: (camera: Camera) => void;
  /** What the map shows has changed; it may still move. */
  onSee: (seen: Seen) => void;
  /** The first whole frame with incidents is on the screen. */
  onPainted: () => void;
}

interface Options {
  container: HTMLElement;
  layers: Layers;
  palette: Palette;
  units: Units;
  /** Where to begin: a camera, or a box to fit. */
  start: Camera | Bbox;
  /** what panels cover now */
  insets: () => Insets;
  /** where the marks of very many incidents come from */
  askMarks: DrawingClient['askMarks'];
  events: MapEvents;
}

const NOTHING: Overlay = { lines: [], dots: [] };
/** How many levels of zoom a click on a cell comes nearer by. */
const CELL_STEP = 2;
const MOUSE_SLOP = 4;
const TOUCH_SLOP = 14;

/** Owns the MapLibre map. Everything that it is told before its style has loaded takes effect then. */
export class MapController {
  readonly #map: MapLibreMap;
  readonly #stage = new Stage();
  readonly #points: Points;
  readonly #cells: CellsDrawing;
  readonly #preparer: Preparer;
  readonly #districts: DistrictStates;
  readonly #scale = new ScaleControl({ maxWidth: 110 });
  readonly #events: MapEvents;
  readonly #insets: () => Insets;
  readonly #layers: Layers;
  #palette: Palette;
  #ready = false;
  #isPainted = false;
  #store: Store | null = null;
  #frame: Frame | null = null;
  #selected = -1;
  #pick: ((pick: Pick) => number) | null = null;
  #overlays = { selection: NOTHING, measure: NOTHING };
  #bands = false;
  #bandsDrawn = false;
  #shades = false;
  #grid: Grid | null = null;
  #isLeavingCells = false;
  /** Whether the map has made room for cells, see paintForCells. */
  #hasRoom = false;
  #districtOf: DistrictLookup | null = null;
  #measuring = false;
  #touch = false;
  #isOpen = false;
  #world: World | null = null;
  /** Where the map was asked to look while its bounds did not let it, until the reader moves it. */
  #held: Camera | null = null;

  /** Throws where the browser gives no WebGL 2. */
  constructor({ container, layers, palette, units, start, insets, askMarks, events }: Options) {
    this.#palette = palette;
    this.#events = events;
    this.#insets = insets;
    this.#layers = layers;
    this.#points = new Points(palette, this.#stage);
    this.#cells = new CellsDrawing(palette, this.#stage);
    this.#stage.add(this.#cells);
    this.#stage.add(this.#points);
    this.#preparer = createPreparer(askMarks, this.#takePrepared);
    this.#map = new MapLibreMap({
      container,
      style: styleOf(layers, palette),
      ...startingView(start, container, insets()),
      maxBounds: [...MOST_BOUNDS],
      maxZoom: MOST_ZOOM,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 150,
      keyboard: false, // see listenToKeys
    });
    this.#districts = new DistrictStates(this.#map, 'districts');
    this.#map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right');
    this.#map.addControl(new GlobeControl(), 'top-right');
    this.#map.addControl(this.#scale, 'bottom-left');
    this.#scale.setUnit(units === 'mi' ? 'imperial' : 'metric');
    this.#listen(container);
    listenToKeys(this.#map);
    if ('zoom' in start) this.#hold(start);
  }

  setTheme(palette: Palette): void {
    this.#restyle(palette);
    this.#points.setPalette(palette);
    this.#cells.setPalette(palette);
  }

  setUnits(units: Units): void {
    this.#scale.setUnit(units === 'mi' ? 'imperial' : 'metric');
  }

  /** Takes the incidents. Until their marks are prepared those from before stay on the map and cannot be picked. */
  setPoints(store: Store): void {
    this.#store = store;
    this.#frame = this.#pick = null;
    this.#selected = -1;
    this.#hover(null);
  }

  /** Prepares the marks of new incidents; later, once all has been at rest for a while, where cells stand for them. */
  prepareMarks(store: Store, when: 'now' | 'later'): void {
    this.#preparer.prepare(store, when);
  }

  readonly #takePrepared = ({ marks, places }: Prepared, store: Store): void => {
    if (store !== this.#store) return;
    this.#points.setMarks(marks);
    this.#pick = createPicker(marks, places);
    this.#points.setSelected(this.#selected);
    if (this.#frame) this.#points.setFrame(this.#frame);
    if (this.#isLeavingCells) this.setCells(null);
    if (!this.#isPainted) this.#map.triggerRepaint();
  };

  /** Draws the rows of the mask and the groups that are visible in the window. Cheap where the mask is the same object as before. */
  setFrame({ window, mask, groups }: Omit<Frame, 'from' | 'to' | 'near'>): void {
    if (!this.#store) return;
    const { from, to } = rangeOf(this.#store, window);
    const near = upperBound(this.#store.columns.start, window.start - SHORT_DAYS - 1, from, Math.max(from, to));
    this.#frame = { window, mask, groups, from, to, near };
    if (this.#pick) this.#points.setFrame(this.#frame);
  }

  /** Draws at once what has changed since the last frame, which otherwise the next one does. For measurements. */
  drawNow(): void {
    this.#stage.drawNow();
  }

  /** Draws the incidents as cells; `null` draws them as marks, once these are prepared. */
  setCells(cells: Cells | null): void {
    this.#isLeavingCells = cells === null && this.#grid !== null && !this.#pick;
    if (this.#isLeavingCells) return;
    const isShown = cells !== null;
    const isSame = isShown === (this.#grid !== null);
    this.#grid = cells?.grid ?? null;
    this.#cells.setCells(cells);
    if (!this.#isPainted) this.#map.triggerRepaint();
    if (isSame) return;
    this.#points.setShown(!isShown);
    this.#makeRoomForCells();
    this.#hover(null);
  }

  /** Shades the districts; `null` leaves them plain. */
  setChoropleth(shading: Shading | null): void {
    this.#districts.setShading(shading);
    this.#shades = shading !== null;
    this.#show(SHADE_LAYERS, this.#shades);
    this.#makeRoomForCells();
  }

  /** Outlines districts. */
  setDistricts(ids: readonly string[]): void {
    this.#districts.setChosen(ids);
  }

  setBands(on: boolean): void {
    this.#bands = on;
    this.#showBands();
  }

  /** The incident with the second ring, or -1, and what is drawn with it. */
  setSelection(row: number, overlay: Overlay): void {
    this.#selected = row;
    if (this.#pick) this.#points.setSelected(row);
    this.#setOverlay('selection', overlay);
  }

  /** While `on`, a click tells its place instead of choosing something. */
  setMeasuring(on: boolean, overlay: Overlay): void {
    this.#measuring = on;
    this.#map.getCanvas().style.cursor = on ? 'crosshair' : '';
    if (on) this.#map.doubleClickZoom.disable();
    else this.#map.doubleClickZoom.enable();
    this.#setOverlay('measure', overlay);
  }

  /** Lets the map be moved over the whole world, or over the region alone. */
  setOpen(on: boolean): void {
    if (on === this.#isOpen) return;
    this.#isOpen = on;
    this.#map.setTransformConstrain(on ? keptInWorld(this.#map) : null);
    this.#map.setMaxBounds(on ? null : [...MOST_BOUNDS]);
    if (on && this.#held) this.lookAt(this.#held);
    this.#events.onMove(cameraOf(this.#map)); // the bounds may have moved it
  }

  /** Draws the land of the world; `null` draws that of the region alone. */
  setWorld(world: World | null): void {
    if (world === this.#world) return;
    this.#world = world;
    this.#showWorld();
  }

  /** Shows the box in the part of the map that no panel covers. */
  fit(box: Bbox): void {
    this.#held = null;
    fitBox(this.#map, box, this.#insets());
  }

  /** Brings the place to the middle of what is free; keeps the zoom where none is given. */
  goTo(lon: number, lat: number, zoom?: number): void {
    this.#held = null;
    centreOn(this.#map, lon, lat, this.#insets(), zoom);
  }

  /** Brings places into the part of the map that no panel covers, see revealAll. */
  reveal(places: readonly Position[], zoom?: number): void {
    revealAll(this.#map, places, this.#insets(), zoom);
  }

  /** Looks there at once; nothing happens where the map looks there already. */
  lookAt(camera: Camera): void {
    lookAt(this.#map, camera);
    this.#hold(camera);
  }

  #hold(camera: Camera): void {
    if (!this.#isOpen && !looksAt(this.#map, camera, 0.01)) this.#held = camera;
  }

  /** The map as it looks now, with words around it. */
  picture(words: PictureWords): HTMLCanvasElement {
    this.#stage.redraw();
    this.#stage.drawNow(); // the canvas is emptied once it has been shown
    return framed(this.#map.getCanvas(), this.#map.getPixelRatio(), words, this.#palette);
  }

  destroy(): void {
    this.#preparer.end();
    this.#map.remove();
  }

  #listen(container: HTMLElement): void {
    const map = this.#map;
    // again after a lost context, when MapLibre has put its own layers back
    map.on('style.load', () => this.#furnish());
    map.once('idle', () => this.#events.onMove(cameraOf(map)));
    for (const type of ['load', 'move', 'resize'] as const) map.on(type, () => this.#events.onSee(seenOf(map)));
    map.on('render', this.#onRender);
    map.on('moveend', () => this.#events.onMove(cameraOf(map)));
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.#held = null;
      this.#makeRoomForCells();
      this.#hover(null);
    });
    map.on('mousemove', (event) => this.#onMouseMove(event));
    map.on('mouseout', () => this.#hover(null));
    map.on('click', (event) => this.#onClick(event));
    container.addEventListener('pointerdown', ({ pointerType }) => (this.#touch = pointerType === 'touch'), true);
    container.addEventListener('pointermove', ({ pointerType }) => (this.#touch = pointerType === 'touch'), true);
  }

  /** After the first picture of land, border and incidents comes the rest. */
  readonly #onRender = (): void => {
    if (!this.#ready || !(this.#pick || this.#grid) || !this.#map.isStyleLoaded()) return;
    this.#map.off('render', this.#onRender);
    this.#isPainted = true;
    this.#events.onPainted();
    for (const [name, data] of Object.entries(laterData(this.#layers))) this.#setData(name, data);
    this.#show(heldBackLayers(this.#palette), true);
    this.#map.once('idle', () => this.#cells.warm());
  };

  /** Puts into the loaded style what it cannot hold itself. */
  #furnish(): void {
    const map = this.#map;
    this.#ready = true;
    this.#drawImages();
    map.addLayer(this.#stage, ABOVE_POINTS);
    this.#showBands();
    if (this.#world) this.#showWorld();
    this.#show(SHADE_LAYERS, this.#shades);
    this.#districts.apply();
    this.#hasRoom = false;
    this.#makeRoomForCells();
    this.#setOverlay('selection', this.#overlays.selection);
    this.#setOverlay('measure', this.#overlays.measure);
  }

  #showBands(): void {
    if (this.#bands && this.#ready && !this.#bandsDrawn) {
      this.#setData('bands', bandEdges(this.#layers));
      this.#bandsDrawn = true;
    }
    this.#show(BAND_LAYERS, this.#bands);
  }

  #showWorld(): void {
    if (!this.#ready) return;
    for (const [name, data] of Object.entries(worldData(this.#layers, this.#world))) this.#setData(name, data);
  }

  #restyle(palette: Palette): void {
    const before = layersOf(this.#palette);
    this.#palette = palette;
    if (!this.#ready) {
      this.#map.once('style.load', () => restyle(this.#map, before, layersOf(palette)));
      return;
    }
    this.#drawImages();
    restyle(this.#map, before, layersOf(palette));
  }

  #show(layers: readonly string[], on: boolean): void {
    if (!this.#ready) return;
    for (const id of layers) this.#map.setLayoutProperty(id, 'visibility', on ? 'visible' : 'none');
  }

  /** Has the map drawn anew, which takes long, only where that makes a difference; it is made with the next move at the latest. */
  #makeRoomForCells(): void {
    const toHave = this.#grid !== null;
    if (!this.#ready || toHave === this.#hasRoom) return;
    if (!this.#shades && !this.#map.isMoving() && this.#map.getZoom() <= ROOM_SEEN_ZOOM) return;
    this.#hasRoom = toHave;
    for (const { layer, name, value } of paintForCells(toHave)) this.#map.setPaintProperty(layer, name, value);
  }

  #drawImages(): void {
    const images = { [HATCH]: drawHatch(this.#palette), [TOWN]: drawTown(this.#palette) };
    for (const [name, image] of Object.entries(images)) {
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
    }
  }

  #setOverlay(name: 'selection' | 'measure', overlay: Overlay): void {
    const isSame = overlay === this.#overlays[name];
    this.#overlays[name] = overlay;
    if (!this.#ready || (isSame && overlay === NOTHING)) return;
    this.#setData(name, overlayFeatures(overlay));
  }

  #setData(name: string, data: FeatureCollection): void {
    const source = this.#map.getSource(name);
    if (source?.type === 'geojson') void (source as GeoJSONSource).setData(data);
  }

  #onMouseMove(event: MapMouseEvent): void {
    if (this.#touch || this.#map.isMoving()) return;
    if (this.#measuring) return this.#hover(null);
    const { x, y } = event.point;
    const cell = this.#cellAt(x, y);
    if (cell) return this.#hover({ cell, x, y });
    const row = this.#rowAt(x, y);
    const district = row < 0 ? this.#districtAt(x, y) : null;
    this.#hover(row >= 0 ? { row, x, y } : district ? { district, x, y } : null);
  }

  #onClick({ point: { x, y }, lngLat }: MapMouseEvent): void {
    const row = this.#rowAt(x, y);
    if (this.#measuring) return this.#events.onMeasure(lngLat.lng, lngLat.lat, row);
    const cell = this.#cellAt(x, y);
    if (cell) return this.goTo(lonOf(cell.x), latOf(cell.y), this.#map.getZoom() + CELL_STEP);
    if (row >= 0) return this.#events.onPick(row);
    const district = this.#districtAt(x, y);
    return district ? this.#events.onDistrict(district) : this.#events.onPick(null);
  }

  #hover(hovered: Hovered | null): void {
    this.#points.setHovered(hovered && 'row' in hovered ? hovered.row : -1);
    this.#districts.setHovered(hovered && 'district' in hovered ? hovered.district : null);
    if (!this.#measuring) this.#map.getCanvas().style.cursor = hovered ? 'pointer' : '';
    this.#events.onHover(hovered);
  }

  #districtAt(x: number, y: number): string | null {
    if (!this.#ready) return null;
    const { lng, lat } = this.#map.unproject([x, y]);
    // not asked of MapLibre, which takes milliseconds to look through what it has drawn
    this.#districtOf ??= createDistrictLookup(this.#layers.districts);
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? (this.#districtOf.at(lng, lat)?.id ?? null) : null;
  }

  /** The middle of the cell with incidents at the pixel. */
  #cellAt(x: number, y: number): MercatorPlace | null {
    if (!this.#grid) return null;
    const { lng, lat } = this.#map.unproject([x, y]);
    const cell = cellAt(this.#grid, mercatorX(lng), mercatorY(lat));
    return cell < 0 ? null : { x: this.#grid.x[cell], y: this.#grid.y[cell] };
  }

  /** The row whose mark lies at the pixel, or -1. */
  #rowAt(x: number, y: number): number {
    const [store, frame, camera] = [this.#store, this.#frame, this.#stage.camera];
    if (!store || !frame || !camera || !this.#pick || this.#grid) return -1;
    const { end, group } = store.columns;
    const { window, mask, groups, from, to } = frame;
    return this.#pick({
      ...pickAt(this.#map, camera, x, y),
      slop: this.#touch ? TOUCH_SLOP : MOUSE_SLOP,
      // no row before `to` begins after the window
      isDrawn: (row) =>
        row >= from && row < to && mask[row] === 1 && ((groups >> group[row]) & 1) === 1 && end[row] >= window.start,
    });
  }
}
