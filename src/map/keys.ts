import type { CameraOptions, Map as MapLibreMap } from 'maplibre-gl';
import { commandOf, MAP_KEYS, type MapCommandId } from '../commands.ts';

// as far and as fast as MapLibre's own keys, which take the arrows alone
const PAN_PX = 100;
const TURN_DEGREES = 15;
const TILT_DEGREES = 10;
const DURATION_MS = 300;

/** How a key moves the map: by pixels, or to another camera. */
const MOVES: Readonly<Record<MapCommandId, [number, number] | ((map: MapLibreMap) => CameraOptions)>> = {
  nearer: (map) => ({ zoom: map.getZoom() + 1 }),
  farther: (map) => ({ zoom: map.getZoom() - 1 }),
  west: [-PAN_PX, 0],
  east: [PAN_PX, 0],
  north: [0, -PAN_PX],
  south: [0, PAN_PX],
  turnLeft: (map) => ({ bearing: map.getBearing() - TURN_DEGREES }),
  turnRight: (map) => ({ bearing: map.getBearing() + TURN_DEGREES }),
  tiltUp: (map) => ({ pitch: map.getPitch() + TILT_DEGREES }),
  tiltDown: (map) => ({ pitch: map.getPitch() - TILT_DEGREES }),
};

/** Moves the map, made with `keyboard: false`, by keys while it has the focus. */
export function listenToKeys(map: MapLibreMap): void {
  map.getCanvasContainer().addEventListener('keydown', (originalEvent) => {
    const id = commandOf(MAP_KEYS, originalEvent, null);
    if (id === null) return;
    originalEvent.preventDefault();
    const move = MOVES[id];
    const how = { duration: DURATION_MS };
    if (typeof move === 'function') map.easeTo({ ...how, ...move(map) }, { originalEvent });
    else map.panBy(move, how, { originalEvent });
  });
}
