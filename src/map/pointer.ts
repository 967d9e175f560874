import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { createAreaLookup } from '../../geo/areas/lookup.ts';
import type { Districts } from '../../geo/model/district.ts';
import { OPEN_ZOOM } from '../scene/areas.ts';
import { latOf, lonOf, type MercatorPlace } from '../scene/mercator.ts';
import type { Pick } from '../scene/picking.ts';
import type { BaseMap } from './base-map.ts';
import type { HoveredArea, Incidents } from './incidents.ts';
import { pickAt } from './screen.ts';
import type { Stage } from './stage.ts';
import type { Viewpoint } from './viewpoint.ts';

/** What lies under the pointer, at CSS pixels of the map. */
export type Hovered = { x: number; y: number } & (
  { row: number } | { area: HoveredArea } | { district: string } | { cell: MercatorPlace }
);

/** What the pointer tells of what the reader does. */
export interface PointerEvents {
  /** An incident's row was clicked, or a place without any: `null`. */
  onPick: (row: number | null) => void;
  onDistrict: (id: string) => void;
  onHover: (hovered: Hovered | null) => void;
  /** A click while measuring: its place in degrees, and the incident's row that it met, or -1. */
  onMeasure: (lon: number, lat: number, row: number) => void;
}

interface PointerOptions {
  map: MapLibreMap;
  stage: Stage;
  baseMap: BaseMap;
  incidents: Incidents;
  viewpoint: Viewpoint;
  districts: Districts;
  events: PointerEvents;
}

/** How many levels of zoom a click on a cell comes nearer by. */
const CELL_STEP = 2;
/** Pixels outside a mark that still count. */
const MOUSE_SLOP = 4;
const TOUCH_SLOP = 14;

/** Finds what lies under the pointer, shows it, and tells what is clicked. */
export class Pointer {
  readonly #of: PointerOptions;
  #districts: ReturnType<typeof createAreaLookup> | null = null;
  #isMeasuring = false;
  #isTouch = false;
  /** where it is over the map, CSS pixels */
  #at: { x: number; y: number } | null = null;

  constructor(options: PointerOptions) {
    this.#of = options;
    const { map } = options;
    map.on('mousemove', (event) => this.#onMove(event));
    map.on('mouseout', () => {
      this.#at = null;
      this.leave();
    });
    map.on('click', (event) => this.#onClick(event));
    for (const type of ['pointerdown', 'pointermove'] as const)
      map.getContainer().addEventListener(type, ({ pointerType }) => (this.#isTouch = pointerType === 'touch'), true);
  }

  /** While measuring a click tells its place instead of choosing something. */
  setMeasuring(on: boolean): void {
    const { map } = this.#of;
    this.#isMeasuring = on;
    map.getCanvas().style.cursor = on ? 'crosshair' : '';
    if (on) map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
  }

  /** Nothing is under the pointer any more, or it is not known what. */
  leave(): void {
    this.#hover(null);
  }

  /** Looks up anew what lies under the pointer, once what is drawn has changed. */
  lookAgain(): void {
    if (!this.#at || this.#of.map.isMoving()) return;
    if (this.#isMeasuring) return this.leave();
    const { x, y } = this.#at;
    const cell = this.#cellAt(x, y);
    if (cell) return this.#hover({ cell, x, y });
    const row = this.#rowAt(x, y);
    if (row >= 0) return this.#hover({ row, x, y });
    const number = this.#areaAt(x, y);
    const area = number < 0 ? null : this.#of.incidents.areaOf(number);
    if (area) return this.#hover({ area, x, y }, number);
    const district = this.#districtAt(x, y);
    this.#hover(district ? { district, x, y } : null);
  }

  #onMove({ point: { x, y } }: MapMouseEvent): void {
    this.#at = this.#isTouch ? null : { x, y };
    this.lookAgain();
  }

  #onClick({ point: { x, y }, lngLat }: MapMouseEvent): void {
    const { map, incidents, viewpoint, events } = this.#of;
    const row = this.#rowAt(x, y);
    if (this.#isMeasuring) return events.onMeasure(lngLat.lng, lngLat.lat, row);
    const cell = this.#cellAt(x, y);
    if (cell) return viewpoint.goTo(lonOf(cell.x), latOf(cell.y), map.getZoom() + CELL_STEP);
    if (row >= 0) return events.onPick(row);
    const area = map.getZoom() < OPEN_ZOOM ? this.#areaAt(x, y) : -1;
    const { place } = (area < 0 ? null : incidents.areaOf(area)) ?? {};
    if (place) return viewpoint.goTo(lonOf(place.x), latOf(place.y), OPEN_ZOOM);
    const district = this.#districtAt(x, y);
    return district ? events.onDistrict(district) : events.onPick(null);
  }

  #hover(hovered: Hovered | null, area = -1): void {
    const { map, incidents, baseMap, events } = this.#of;
    incidents.setHovered(hovered && 'row' in hovered ? hovered.row : -1, area);
    baseMap.setHovered(hovered && 'district' in hovered ? hovered.district : null);
    if (!this.#isMeasuring) map.getCanvas().style.cursor = hovered ? 'pointer' : '';
    events.onHover(hovered);
  }

  /** Not asked of MapLibre, which takes milliseconds to look through what it has drawn. */
  #districtAt(x: number, y: number): string | null {
    const { map, baseMap, districts } = this.#of;
    if (!baseMap.isThere) return null;
    const { lng, lat } = map.unproject([x, y]);
    this.#districts ??= createAreaLookup(districts.features, ({ id }) => id);
    return this.#districts(lng, lat);
  }

  #cellAt(x: number, y: number): MercatorPlace | null {
    const { lng, lat } = this.#of.map.unproject([x, y]);
    return this.#of.incidents.cellAt(lng, lat);
  }

  #rowAt(x: number, y: number): number {
    const pick = this.#pickAt(x, y);
    return pick ? this.#of.incidents.rowAt(pick) : -1;
  }

  #areaAt(x: number, y: number): number {
    const pick = this.#pickAt(x, y);
    return pick ? this.#of.incidents.areaAt(pick) : -1;
  }

  #pickAt(x: number, y: number): Pick | null {
    const { map, stage } = this.#of;
    return stage.camera && { ...pickAt(map, stage.camera, x, y), slop: this.#isTouch ? TOUCH_SLOP : MOUSE_SLOP };
  }
}
